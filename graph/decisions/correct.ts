import type { Member } from '../resolve/member.ts';
import {
  type Anchor,
  allows,
  type EntityType,
  type ExtractedEntity,
  type Extraction,
  fits,
} from '../schema.ts';
import { type Applied, gone } from './applied.ts';
import { changeRelation } from './change-relation.ts';
import { changeResult } from './change-result.ts';
import { emptySlots } from './empty-slots.ts';
import { findEntity, stands } from './find-anchored.ts';
import { contradicted, type DecisionProblem, type NumberedDecision, ofKinds } from './problem.ts';
import { split } from './split.ts';

export interface Corrected {
  readonly facts: readonly Extraction[];
  readonly problems: readonly DecisionProblem[];
}

const KINDS = [
  'type',
  'drop entity',
  'drop relation',
  'add relation',
  'drop result',
  'value',
  'add result',
] as const;
type Kind = (typeof KINDS)[number];
type Correction = NumberedDecision<Kind>;

/**
 * The facts as persons put them right: what is wrong dropped, types and values changed, what the reader missed added.
 * Papers without a correction stay the same objects.
 * @param decisions in the order of time: of two on one thing the later one wins, and the earlier one is a problem; but
 * the value of a number that was added may be put right later
 */
export function correct(
  facts: readonly Extraction[],
  decisions: readonly NumberedDecision[],
): Corrected {
  const corrections = ofKinds(decisions, ...KINDS);
  const winnerOver = findWinners(corrections);
  const papers = new Map(facts.map((paper) => [paper.id, paper]));
  const problems: DecisionProblem[] = [];
  const carryOut = (line: number, { paper, fault }: Applied) => {
    if (paper) papers.set(paper.id, paper);
    if (fault !== undefined) problems.push({ line, message: fault });
  };
  for (const { line, decision } of ofKinds(decisions, 'different', ...KINDS)) {
    if (decision.kind === 'different') {
      const paper = decision.a.paper === decision.b.paper && papers.get(decision.a.paper);
      if (paper) carryOut(line, split(paper, decision));
      continue;
    }
    const correction: Correction = { line, decision };
    const winner = winnerOver(correction);
    if (winner.line !== line) {
      if (contentOf(winner) !== contentOf(correction))
        problems.push(contradicted(line, winner.line));
      continue;
    }
    const anchor = anchorOf(correction);
    const found = papers.get(anchor.paper);
    carryOut(line, found ? apply(found, correction) : gone(anchor));
  }
  return { facts: facts.map((paper) => papers.get(paper.id) ?? paper), problems };
}

/** The type that a person gave an entity of a paper: it outvotes all papers. */
export type DecidedTypes = (member: Member) => EntityType | undefined;

/** @param facts as they have been corrected */
export function decidedTypes(
  facts: readonly Extraction[],
  decisions: readonly NumberedDecision[],
): DecidedTypes {
  const types = new Map<ExtractedEntity, EntityType>();
  const retyped = ofKinds(decisions, 'type');
  const papers = new Map(retyped.length > 0 ? facts.map((paper) => [paper.id, paper]) : []);
  for (const { decision } of retyped) {
    const paper = papers.get(decision.entity.paper);
    const entity = paper && findEntity(paper, decision.entity);
    if (entity) types.set(entity, decision.type);
  }
  return ({ entity }) => types.get(entity);
}

/** Which of the corrections on one thing wins over a correction; it may be the same one. */
function findWinners(corrections: readonly Correction[]): (correction: Correction) => Correction {
  const latestOf = (some: readonly Correction[]) =>
    new Map(some.map((correction) => [subjectOf(correction), correction]));
  const latest = latestOf(corrections);
  const latestAdded = latestOf(
    corrections.filter(({ decision }) => decision.kind === 'add result'),
  );
  return (correction) => {
    const subject = subjectOf(correction);
    const winner = latest.get(subject) ?? correction;
    const isAdded = correction.decision.kind === 'add result';
    // A value put right is that of the number that was added.
    if (!isAdded || winner.decision.kind !== 'value') return winner;
    return latestAdded.get(subject) ?? correction;
  };
}

/** What a correction is about. */
function subjectOf({ decision }: Correction): string {
  const at = (anchor: Anchor | null) => anchor && [anchor.paper, anchor.field, anchor.start];
  if ('entity' in decision) return JSON.stringify(['entity', at(decision.entity)]);
  if ('number' in decision) return JSON.stringify(['number', at(decision.number)]);
  return JSON.stringify([at(decision.source), decision.type, at(decision.target)]);
}

function contentOf({ decision: { at: _at, author: _author, ...content } }: Correction): string {
  return JSON.stringify(content);
}

function anchorOf({ decision }: Correction): Anchor {
  if ('entity' in decision) return decision.entity;
  return 'number' in decision ? decision.number : decision.evidence;
}

function apply(paper: Extraction, { decision }: Correction): Applied {
  switch (decision.kind) {
    case 'type': {
      const entity = findEntity(paper, decision.entity);
      return entity ? { paper: retype(paper, entity.name, decision.type) } : gone(decision.entity);
    }
    case 'drop entity': {
      const entity = findEntity(paper, decision.entity);
      if (entity) return { paper: dropEntity(paper, entity.name) };
      // The reader no longer finds it either.
      return stands(paper.document, decision.entity) ? { paper } : gone(decision.entity);
    }
    case 'drop relation':
    case 'add relation':
      return changeRelation(paper, decision);
    case 'drop result':
    case 'value':
    case 'add result':
      return changeResult(paper, decision);
  }
}

/** Relations and slots that the new type does not allow go with the old one. */
function retype(paper: Extraction, name: string, type: EntityType): Extraction {
  const entities = paper.entities.map((entity) =>
    entity.name === name ? { ...entity, type } : entity,
  );
  const types = new Map(entities.map((entity) => [entity.name, entity.type]));
  return {
    ...paper,
    entities,
    relations: paper.relations.filter(({ source, type: relation, target }) => {
      const from = source === 'Paper' ? 'Paper' : types.get(source);
      const to = types.get(target);
      return from && to && allows(relation, from, to);
    }),
    results: emptySlots(
      paper.results,
      (slot, result) => result[slot] === name && !fits(slot, type),
    ),
  };
}

function dropEntity(paper: Extraction, name: string): Extraction {
  return {
    ...paper,
    entities: paper.entities.filter((entity) => entity.name !== name),
    relations: paper.relations.filter(({ source, target }) => source !== name && target !== name),
    results: emptySlots(paper.results, (slot, result) => result[slot] === name),
    statistics: paper.statistics.filter(({ entity }) => entity !== name),
  };
}
