import { allows, type Extraction, fits, type Place, RESULT_SLOTS } from './schema.ts';

/**
 * What in the facts of a paper cannot be: places outside the text, names that are no entity of the line, ends that the
 * schema forbids. Lines that Sotagraph wrote have none; lines that others wrote may.
 * @returns the first fault in words, or nothing
 */
export function findFault(facts: Extraction): string | undefined {
  const { id, document, entities, relations, results, statistics } = facts;
  if (id !== document.id) return `its id is "${id}", its document's "${document.id}"`;
  const types = new Map(entities.map(({ name, type }) => [name, type]));
  const places: [string, Place][] = [
    ...entities.flatMap(({ name, mentions }) => mentions.map((at): [string, Place] => [name, at])),
    ...entities.flatMap(({ joins = [] }) =>
      joins.map((own): [string, Place] => [own.name, own.place]),
    ),
    ...relations.map(({ type, evidence }): [string, Place] => [type, evidence]),
    ...results.flatMap(({ evidence, number, setting }): [string, Place][] => [
      ['a result', evidence],
      ['a number', number],
      ...(setting ? [['a setting', setting] satisfies [string, Place]] : []),
    ]),
    ...statistics.map(({ what, evidence }): [string, Place] => [what, evidence]),
  ];
  for (const [what, { field, start, end }] of places) {
    if (start < end && end <= (document[field] ?? '').length) continue;
    return `the place of ${what}, ${start} to ${end}, is not in its ${field}`;
  }
  for (const { source, type, target } of relations) {
    const from = source === 'Paper' ? source : types.get(source);
    const to = types.get(target);
    if (!from || !to) return `${source} ${type} ${target}: it has no such entity`;
    if (!allows(type, from, to))
      return `${source} ${type} ${target}: ${from} to ${to} is not allowed`;
  }
  for (const result of results) {
    for (const slot of RESULT_SLOTS) {
      const name = result[slot];
      if (name === null) continue;
      const type = types.get(name);
      if (!type || !fits(slot, type)) return `"${name}" cannot be the ${slot} of ${result.value}`;
    }
  }
  const stray = statistics.find(({ entity }) => !types.has(entity));
  return stray && `a statistic of "${stray.entity}": it has no such entity`;
}
