import { z } from 'zod';
import { type Extraction, SCHEMA_VERSION } from '../../graph/schema.ts';

/** `index.json`: where in `facts.jsonl` each paper stands, so that one can be read without the others. */
export const documentIndex = z.object({
  schema: z.int().min(1).max(SCHEMA_VERSION),
  /** The papers in the order of their lines, each with the bytes of its line, the end of the line among them. */
  papers: z.array(z.tuple([z.string(), z.int().positive()])),
});
export type DocumentIndex = z.infer<typeof documentIndex>;

/** Notes how long each paper's line is while the lines pass by on their way to a file. */
export function createIndexer() {
  const papers: DocumentIndex['papers'] = [];
  return {
    *lines(facts: Iterable<Extraction>): Generator<string> {
      for (const paper of facts) {
        const line = `${JSON.stringify(paper)}\n`;
        papers.push([paper.id, Buffer.byteLength(line)]);
        yield line;
      }
    },
    /** The index of what has passed by so far. */
    get index(): DocumentIndex {
      return { schema: SCHEMA_VERSION, papers };
    },
  };
}
