/** A query that cannot be answered. */
export class QueryError extends Error {
  override name = 'QueryError';
  readonly text: string;
  /** Where in the text, in UTF-16 units; undefined where that is not known. */
  readonly offset: number | undefined;

  constructor(
    message: string,
    { text, offset, ...options }: ErrorOptions & { text: string; offset?: number | undefined },
  ) {
    super(message, options);
    this.text = text;
    this.offset = offset;
  }

  /** The message, and below it the line of the query with a caret under the place. */
  get illustrated(): string {
    if (this.offset === undefined) return this.message;
    const from = this.text.lastIndexOf('\n', this.offset - 1) + 1;
    const [line = ''] = this.text.slice(from).split('\n');
    const before = line.slice(0, this.offset - from).replace(/[^\t]/g, ' ');
    return `${this.message}\n  ${line}\n  ${before}^`;
  }
}
