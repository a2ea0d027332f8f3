import type { Pair, Role } from './frame.ts';
import { floats, integers, type ReadingModel, rows, type Tensor } from './model.ts';
import type { Reading } from './read.ts';
import type { Encoding } from './tag.ts';
import type { Typing } from './type.ts';

/** Pairs, and roles, that one run of the linker sees: bounds its memory, changes no result. */
const BATCH = 4096;

/** What the linker says; rows are in the order of the candidates. */
export interface Scores {
  readonly relations: ArrayLike<number>[];
  readonly proposes: number[];
  readonly kinds: ArrayLike<number>[];
  readonly roles: ArrayLike<number>[];
  readonly noRole: ArrayLike<number>[];
}

/** Runs the linker over all pairs and roles, in batches. */
export async function score(
  framed: readonly Pair[],
  candidates: readonly Role[],
  typing: Typing,
  { numbers }: Reading,
  encoding: Encoding,
  { linker, labels }: ReadingModel,
): Promise<Scores> {
  const scores: Scores = { relations: [], proposes: [], kinds: [], roles: [], noRole: [] };
  const fixed: Record<string, Tensor> = {
    words: encoding.words,
    entities: typing.states,
    entity_features: typing.features,
    entity_type: integers(typing.entities.map(({ type }) => labels.types.indexOf(type))),
    number_start: integers(numbers.map(({ from }) => from)),
    number_end: integers(numbers.map(({ to }) => to)),
  };
  const runs = Math.max(1, Math.ceil(Math.max(framed.length, candidates.length) / BATCH));
  for (let run = 0; run < runs; run++) {
    const pair = framed.slice(run * BATCH, (run + 1) * BATCH);
    const role = candidates.slice(run * BATCH, (run + 1) * BATCH);
    const outputs = await linker.run({
      ...fixed,
      pair_source: integers(pair.map(({ source }) => source)),
      pair_target: integers(pair.map(({ target }) => target)),
      pair_from: integers(pair.map(({ from }) => from)),
      pair_to: integers(pair.map(({ to }) => to)),
      pair_order: integers(pair.map(({ order }) => order)),
      pair_features: floats(
        pair.flatMap(({ features }) => features),
        pair.length,
        4,
      ),
      role_number: integers(role.map(({ number }) => number)),
      role_entity: integers(role.map(({ entity }) => entity)),
      role_from: integers(role.map(({ from }) => from)),
      role_to: integers(role.map(({ to }) => to)),
      role_order: integers(role.map(({ order }) => order)),
      role_features: floats(
        role.flatMap(({ features }) => features),
        role.length,
        2,
      ),
    });
    scores.relations.push(...rows(outputs, 'relations'));
    scores.roles.push(...rows(outputs, 'roles'));
    if (run > 0) continue;
    scores.proposes.push(...rows(outputs, 'proposes').flatMap((row) => Array.from(row)));
    scores.kinds.push(...rows(outputs, 'kinds'));
    scores.noRole.push(...rows(outputs, 'no_role'));
  }
  return scores;
}
