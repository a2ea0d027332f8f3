import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { findNode } from '../find-node.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { TYPE_GROUP } from '../resolve/type-group.ts';
import {
  type Anchor,
  type Decision,
  type EdgeAttributes,
  ENTITY_TYPES,
  type EntityType,
  entityType,
  RELATION_TYPES,
  resultKind,
  unit,
} from '../schema.ts';
import { slug } from '../slug.ts';
import type { Anchors } from './anchors.ts';

const reference = z.string().min(1).max(1_000);

/**
 * What a person says of a graph that is before them: things by their keys or names, `scale@2602.00002` for what that
 * paper calls so, relations and results by their keys.
 */
export const amendment = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('same'), a: reference, b: reference }),
  z.object({ kind: z.literal('different'), a: reference, b: reference }),
  z.object({ kind: z.literal('split'), thing: reference, spelling: reference }),
  z.object({ kind: z.literal('rename'), thing: reference, name: reference }),
  z.object({ kind: z.literal('type'), thing: reference, type: entityType }),
  z.object({ kind: z.literal('drop'), what: reference }),
  z.object({
    kind: z.literal('value'),
    result: reference,
    value: z.number(),
    unit: unit.nullable().optional(),
    resultKind: resultKind.optional(),
  }),
]);
export type Amendment = z.infer<typeof amendment>;

/** A decision before it is signed. */
export type UnsignedDecision = Decision extends infer D
  ? D extends Decision
    ? Omit<D, 'schema' | 'at' | 'author'>
    : never
  : never;

/** What a person wants decided, before it hangs on words of papers. */
export interface Proposal {
  /** The keys and names that it speaks of. */
  readonly about: readonly string[];
  /**
   * @param graph in which these lead to the nodes that they mean, with all their edges
   * @throws UsageError for what is not in the graph, or cannot be said of it
   */
  readonly make: (anchors: Anchors, graph: KnowledgeGraph) => readonly UnsignedDecision[];
}

/** What somebody says of a graph as a proposal. */
export function proposalOf(said: Amendment): Proposal {
  const { kind, ...references } = said;
  const about = Object.values(references).filter((value) => typeof value === 'string');
  return { about, make: (anchors, graph) => decisionsFor(said, anchors, graph) };
}

/**
 * The decisions that make a library say what a person says of its graph, each on words of a paper.
 * @throws UsageError for what is not in the graph, or cannot be said of it
 */
export function decisionsFor(
  said: Amendment,
  anchors: Anchors,
  graph: KnowledgeGraph,
): UnsignedDecision[] {
  switch (said.kind) {
    case 'same': {
      const mentions = twoMentions(said, anchors);
      expectOneGroup(said, graph);
      return [{ kind: 'same', ...mentions }];
    }
    case 'different':
      return [{ kind: 'different', ...twoMentions(said, anchors) }];
    case 'split':
      return splitOff(said, anchors, graph);
    case 'rename':
      return [{ kind: 'rename', entity: anchors.entity(said.thing), name: said.name }];
    case 'type': {
      const { type } = said;
      return anchors.entities(said.thing).map((entity) => ({ kind: 'type', entity, type }));
    }
    case 'drop':
      return drop(said.what, anchors, graph);
    case 'value': {
      const { result, kind, ...right } = said;
      return [{ kind, number: anchors.number(result), ...right }];
    }
  }
}

/** Where a paper mentions a thing. @throws UsageError where it does not */
export function mentionIn(anchors: Anchors, thing: string, paper: string): Anchor {
  const found = anchors.entities(thing).find((anchor) => anchor.paper === paper);
  if (found) return found;
  throw new UsageError(`paper ${paper} does not mention "${thing}"`);
}

function twoMentions({ a, b }: { a: string; b: string }, anchors: Anchors) {
  const [one, other] = [anchors.entity(a), anchors.entity(b)];
  if (one.paper !== other.paper || one.start !== other.start) return { a: one, b: other };
  throw new UsageError(
    `"${a}" and "${b}" are the same words of one paper; name two things, or two papers as in ${a}@PAPER`,
  );
}

/**
 * What is measured, say, is no method: as one, they would be joined to what their types do not allow.
 * @throws UsageError for two of types that never name one thing
 */
function expectOneGroup({ a, b }: { a: string; b: string }, graph: KnowledgeGraph): void {
  const [one, other] = [typeOf(a, graph), typeOf(b, graph)];
  if (!one || !other || TYPE_GROUP[one] === TYPE_GROUP[other]) return;
  throw new UsageError(
    `"${a}" is a ${one} and "${b}" a ${other}, which cannot be one thing; where one of the types was read wrongly, put it right first (\`sotagraph correct type "${b}" ${one}\`, or \`sotagraph correct type "${a}" ${other}\`)`,
  );
}

function typeOf(thing: string, graph: KnowledgeGraph): EntityType | undefined {
  const key = findNode(graph, thing);
  return ENTITY_TYPES.find(
    (type) => key !== undefined && graph.getNodeAttribute(key, 'type') === type,
  );
}

/** One decision for each other spelling of the papers that spell a thing so. */
function splitOff(
  { thing, spelling }: { thing: string; spelling: string },
  anchors: Anchors,
  graph: KnowledgeGraph,
): UnsignedDecision[] {
  const wanted = slug(spelling);
  const key = findNode(graph, thing);
  if (key !== undefined && slug(graph.getNodeAttribute(key, 'name')) === wanted) {
    throw new UsageError(`"${spelling}" is how "${thing}" is called; name the other spelling`);
  }
  const decisions = anchors.spellings(thing).flatMap((mentions) => {
    const first = new Map([...mentions].reverse().map((own) => [own.spelling, own.anchor]));
    const b = first.get(wanted);
    first.delete(wanted);
    return b ? [...first.values()].map((a) => ({ kind: 'different' as const, a, b })) : [];
  });
  if (decisions.length > 0) return decisions;
  throw new UsageError(
    `no paper calls "${thing}" both "${spelling}" and something else; where two papers mean two things by one name, say that these are not the same`,
  );
}

function drop(what: string, anchors: Anchors, graph: KnowledgeGraph): UnsignedDecision[] {
  if (graph.hasEdge(what)) return [dropRelation(what, anchors, graph)];
  const paper = /^paper:(.+)$/.exec(what)?.[1];
  if (paper !== undefined && graph.hasNode(what)) {
    throw new UsageError(`${what} is a paper; \`sotagraph remove ${paper}\` takes it out`);
  }
  if (what.startsWith('result:')) return [{ kind: 'drop result', number: anchors.number(what) }];
  return anchors.entities(what).map((entity) => ({ kind: 'drop entity', entity }));
}

function dropRelation(edge: string, anchors: Anchors, graph: KnowledgeGraph): UnsignedDecision {
  const attributes: EdgeAttributes = graph.getEdgeAttributes(edge);
  const type = RELATION_TYPES.find((relation) => relation === attributes.type);
  if (!type) {
    throw new UsageError(
      `a ${attributes.type} edge follows from others; drop the thing or the result instead`,
    );
  }
  const [source, target] = graph.extremities(edge);
  return {
    kind: 'drop relation',
    source: type === 'PROPOSES' ? null : mentionIn(anchors, source, attributes.paper),
    type,
    target: mentionIn(anchors, target, attributes.paper),
    evidence: anchors.at(attributes.paper, attributes),
  };
}
