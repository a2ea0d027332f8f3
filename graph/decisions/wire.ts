import { z } from 'zod';
import { decision } from '../schema.ts';

/** What a page is told at its start by a server that lets it write. */
export const session = z.object({
  /** To be sent with everything that writes: who cannot read this page's answers does not have it. */
  token: z.string().min(1),
  /** In whose name it writes. */
  author: z.string().min(1),
});
export type Session = z.infer<typeof session>;

/** The header that bears the token. */
export const TOKEN_HEADER = 'x-sotagraph-token';

/** What an amendment did, or taking one back. */
export const outcome = z.object({
  /** The decisions that were made. */
  decisions: z.array(decision),
  difference: z.object({
    added: z.array(z.string()),
    removed: z.array(z.string()),
    changed: z.array(z.string()),
  }),
  /** Decisions that have no effect, by their lines. */
  problems: z.array(z.object({ line: z.int().positive(), message: z.string() })),
});
export type Outcome = z.infer<typeof outcome>;

/** Names what was decided at once: all decisions that one amendment made bear the same signature. */
export const signature = z.object({ at: decision.options[0].shape.at, author: z.string().min(1) });
export type Signature = z.infer<typeof signature>;

export const decisionLog = z.object({ decisions: z.array(decision) });
