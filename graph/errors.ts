/** An input that cannot be used. The message says where, which value, what was expected and what to do. */
export class InputError extends Error {
  override name = 'InputError';
  readonly path: string | undefined;
  /** One-based. */
  readonly line: number | undefined;
  /** Whether a newer version of Sotagraph wrote it. */
  readonly isNewer: boolean;

  constructor(
    message: string,
    { path, line, isNewer = false, ...options }: InputErrorOptions = {},
  ) {
    super(message, options);
    this.path = path;
    this.line = line;
    this.isNewer = isNewer;
  }

  /** `seeds/000.txt:12: message`, as far as the place is known. */
  get located(): string {
    const place = [this.path, this.line].filter((part) => part !== undefined).join(':');
    return place ? `${place}: ${this.message}` : this.message;
  }
}

interface InputErrorOptions extends ErrorOptions {
  readonly path?: string;
  readonly line?: number;
  readonly isNewer?: boolean;
}

/** A command line that cannot be understood: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A graph that does not hold what its schema promises. */
export class GraphError extends Error {
  override name = 'GraphError';
}

/** An export, or a file of a library, that cannot be made or written. */
export class ExportError extends Error {
  override name = 'ExportError';
}

/** A database that cannot be reached, or refuses what is asked of it. */
export class ConnectionError extends Error {
  override name = 'ConnectionError';
}
