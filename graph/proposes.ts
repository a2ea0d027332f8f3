import type { Extraction } from './schema.ts';

/** Whether a paper calls what it names so its own, as surely as `least`. */
export const proposes = (
  { relations }: Pick<Extraction, 'relations'>,
  name: string,
  least = 0,
): boolean =>
  relations.some(
    ({ type, target, confidence }) => type === 'PROPOSES' && target === name && confidence >= least,
  );
