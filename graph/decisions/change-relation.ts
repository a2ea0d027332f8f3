import { allows, type Extraction } from '../schema.ts';
import { type Applied, gone, PERSON } from './applied.ts';
import { findEntity, stands } from './find-anchored.ts';
import type { NumberedDecision } from './problem.ts';

/** Drops a relation of a paper, or adds one that the schema allows. */
export function changeRelation(
  paper: Extraction,
  { kind, type, evidence, ...ends }: NumberedDecision<'drop relation' | 'add relation'>['decision'],
): Applied {
  const from = ends.source && findEntity(paper, ends.source);
  const to = findEntity(paper, ends.target);
  if (ends.source && !from) return gone(ends.source);
  if (!to) return gone(ends.target);
  if (!stands(paper.document, evidence)) return gone(evidence);
  const [source, target] = [from?.name ?? 'Paper', to.name];
  const others = paper.relations.filter(
    (relation) =>
      !(relation.source === source && relation.type === type && relation.target === target),
  );
  if (kind === 'drop relation') return { paper: { ...paper, relations: others } };
  if (!allows(type, from?.type ?? 'Paper', to.type)) {
    const [one, other] = [
      from ? `${source}, a ${from.type}` : 'a paper',
      `${target}, a ${to.type}`,
    ];
    return { fault: `${type} cannot lead from ${one}, to ${other}; correct a type first` };
  }
  const { field, start, end } = evidence;
  const place = { field, start, end };
  const added = { source, type, target, evidence: place, by: PERSON, confidence: 1 };
  return { paper: { ...paper, relations: [...others, added] } };
}
