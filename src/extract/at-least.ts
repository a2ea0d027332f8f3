import type { ExtractedResult } from '../../graph/schema.ts';
import type { Facts } from './prove.ts';

/**
 * The facts that are at least so sure. Of a thing that goes, everything goes that hangs on it: its relations and
 * statistics; the numbers stay, without it in their slots.
 * @param least a probability; 0 keeps everything
 */
export function atLeast(facts: Facts, least: number): Facts {
  const entities = facts.entities.filter(({ confidence }) => confidence >= least);
  const names = new Set(entities.map(({ name }) => name));
  const known = (name: string) => name === 'Paper' || names.has(name);
  const filled = (name: string | null) => (name !== null && names.has(name) ? name : null);
  return {
    ...facts,
    entities,
    relations: facts.relations.filter(
      ({ source, target, confidence }) => confidence >= least && known(source) && known(target),
    ),
    results: facts.results
      .filter(({ confidence }) => confidence >= least)
      .map(
        (result): ExtractedResult => ({
          ...result,
          subject: filled(result.subject),
          metric: filled(result.metric),
          benchmark: filled(result.benchmark),
          baseline: filled(result.baseline),
        }),
      ),
    statistics: facts.statistics.filter(({ entity }) => names.has(entity)),
  };
}
