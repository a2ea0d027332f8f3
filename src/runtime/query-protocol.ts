import type { Answer, Parameter } from '../../graph/cypher/embedded.ts';

export interface Question {
  readonly text: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
}

/** What the process says: that the graph is loaded, an answer, or what went wrong. */
export type Reply =
  | { readonly ready: true }
  | { readonly answer: Answer }
  | { readonly failure: Failure };

export interface Failure {
  readonly kind: 'query' | 'input' | 'other';
  readonly message: string;
  readonly offset?: number | undefined;
}
