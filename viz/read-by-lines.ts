/**
 * Reads a JSON object of which what can be many stands on lines of their own, as it comes: a string that held all of a large
 * library could not be. An object on a single line is read as well.
 * @throws SyntaxError where it is no such text, or ends before its end
 */
export async function readByLines(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<unknown> {
  const read = createLineReader();
  let rest = '';
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) read.line(line);
  }
  if (rest) read.line(rest);
  return read.end();
}

const OPENS = /^("(?:[^"\\]|\\.)*"):(\[|\{)$/;

/** Takes the lines of an object one after the other. */
function createLineReader(): { line(line: string): void; end(): unknown } {
  let whole: Record<string, unknown> | undefined;
  /** Takes what stands on a line of the list that is open. */
  let take: ((text: string) => void) | undefined;
  let isDone = false;
  const begin = (text: string) => {
    const isWhole = !text.endsWith(',');
    whole = asObject(JSON.parse(isWhole ? text : `${text.slice(0, -1)}}`));
    isDone = isWhole;
  };
  const open = (into: Record<string, unknown>, text: string) => {
    const [, name, bracket] = OPENS.exec(text) ?? [];
    if (name === undefined) throw new SyntaxError(`Expected a list, found ${text.slice(0, 40)}`);
    const list: unknown[] = [];
    const entries: [string, unknown][] = [];
    take = (line) => {
      if (line !== ']' && line !== '}') {
        if (bracket === '[') list.push(JSON.parse(line));
        else entries.push(...Object.entries(asObject(JSON.parse(`{${line}}`))));
        return;
      }
      into[String(JSON.parse(name))] = bracket === '[' ? list : Object.fromEntries(entries);
      take = undefined;
    };
  };
  return {
    line(line) {
      if (line === '') return;
      if (isDone) throw new SyntaxError('Something stands behind the end');
      if (!whole) begin(line);
      else if (take) take(line.endsWith(',') ? line.slice(0, -1) : line);
      else if (line === '}') isDone = true;
      else open(whole, line);
    },
    end() {
      if (!isDone) throw new SyntaxError('It ends too early');
      return whole;
    },
  };
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SyntaxError('Expected an object');
  }
  return { ...value };
}
