import { decisionLog, outcome, session, TOKEN_HEADER } from '../../graph/decisions/wire.ts';
import { load, parse, readJson } from '../source.ts';
import type { Corrections } from './corrections.ts';

/** Writes through the server that served the page; nothing where that does not take corrections. */
export async function openServedCorrections(
  base: string,
  request: typeof fetch = fetch,
): Promise<Corrections | undefined> {
  const answer = await request(new URL('session.json', base)).catch(() => undefined);
  if (!answer?.ok || answer.status === 204) return undefined;
  const what = 'The right to correct';
  const { token } = parse(await readJson(answer, what), session, what);
  const post = (path: string, body: unknown) =>
    load(new URL(path, base), outcome, 'The correction', (url) =>
      request(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', [TOKEN_HEADER]: token },
        body: JSON.stringify(body),
      }),
    );
  return {
    kind: 'written',
    amend: (said) => post('amend', said),
    undo: ({ at, author }) => post('undo', { at, author }),
    async decisions() {
      const url = new URL('decisions.json', base);
      return (await load(url, decisionLog, 'The list of corrections', request)).decisions;
    },
  };
}
