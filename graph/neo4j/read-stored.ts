import type { Session } from 'neo4j-driver';
import { z } from 'zod';
import type { StoredGraph } from '../property-graph/from-property-graph.ts';
import { claimKey } from '../property-graph/property-graph.ts';
import { EDGE_TYPES, edgeType, nodeType } from '../schema.ts';
import type { Stored, StoredRelationship } from './changes.ts';
import { fingerprint } from './fingerprint.ts';
import { CLAIM_PROPERTIES, NODE_PROPERTIES, OWN_LABEL, type Statement } from './statements.ts';

/** What a database holds of a library, by the hashes that were stored with it. */
export async function readStored(session: Session, library: string): Promise<Stored> {
  const { nodes, claims } = await readRows(session, library, HASHED_NODE, HASHED_CLAIM);
  return { nodes: new Map(nodes.map(({ key, hash }) => [key, hash])), ...byClaim(claims) };
}

/** What a database holds of a library, hashed anew, so that what others have changed in it is found. */
export async function readStoredContent(session: Session, library: string): Promise<Stored> {
  const { nodes, claims } = await readRows(session, library, WHOLE_NODE, WHOLE_CLAIM);
  return {
    nodes: new Map(
      nodes.map(({ key, labels, retired, properties: content }) => {
        const whole = !retired && labels.includes(String(content.type));
        return [key, whole ? fingerprint(ownOf(content, NODE_PROPERTIES)) : null];
      }),
    ),
    ...byClaim(
      claims.map(({ properties, ...claim }) => ({
        ...claim,
        hash: fingerprint(ownOf(properties, CLAIM_PROPERTIES)),
      })),
    ),
  };
}

/** A library as a database holds it, without what is retired: `fromPropertyGraph` makes the graph of it. */
export async function readStoredGraph(session: Session, library: string): Promise<StoredGraph> {
  const { nodes, claims } = await readRows(session, library, WHOLE_NODE, WHOLE_CLAIM);
  return {
    nodes: nodes
      .filter(({ retired }) => !retired)
      .map(({ key, properties }) => ({ key, type: nodeType.parse(properties.type), properties })),
    relationships: claims,
  };
}

/** What is asked of a node or a claim beyond its key, and the shape of the rows that come. */
interface Part<Row> {
  readonly content: string;
  readonly row: z.ZodType<Row>;
}

const hash = z.string().nullable();
const properties = z.record(z.string(), z.unknown());
const claim = z.object({
  id: z.string(),
  source: z.string(),
  type: edgeType,
  target: z.string(),
  paper: z.string(),
});

const HASHED_NODE = { content: 'n.hash AS hash', row: z.object({ key: z.string(), hash }) };
const HASHED_CLAIM = { content: 'r.hash AS hash', row: claim.extend({ hash }) };
const WHOLE_NODE = {
  content:
    'labels(n) AS labels, coalesce(n.retired, false) AS retired, properties(n) AS properties',
  row: z.object({
    key: z.string(),
    labels: z.array(z.string()),
    retired: z.boolean(),
    properties,
  }),
};
const WHOLE_CLAIM = { content: 'properties(r) AS properties', row: claim.extend({ properties }) };

/** The nodes of a library and the claims between them, which are not asked for where there is no node. */
async function readRows<Node, Claim>(
  session: Session,
  library: string,
  node: Part<Node>,
  claim: Part<Claim>,
): Promise<{ nodes: Node[]; claims: Claim[] }> {
  const nodes = await read(session, nodesOf(library, node.content), node.row);
  if (nodes.length === 0) return { nodes, claims: [] };
  return { nodes, claims: await read(session, claimsOf(library, claim.content), claim.row) };
}

// Without a word about the key the index, which is on both, would be passed over for a scan of all libraries.

function nodesOf(library: string, content: string): Statement {
  const text = `MATCH (n:${OWN_LABEL} {library: $library}) WHERE n.key IS NOT NULL
RETURN n.key AS key, ${content}`;
  return { text, parameters: { library } };
}

function claimsOf(library: string, content: string): Statement {
  const text = `MATCH (source:${OWN_LABEL} {library: $library})-[r]->(target:${OWN_LABEL})
WHERE source.key IS NOT NULL AND r.library = $library AND r.paper IS NOT NULL AND type(r) IN $types
RETURN elementId(r) AS id, source.key AS source, type(r) AS type, target.key AS target,
  r.paper AS paper, ${content}`;
  return { text, parameters: { library, types: EDGE_TYPES } };
}

async function read<T>(
  session: Session,
  { text, parameters }: Statement,
  row: z.ZodType<T>,
): Promise<T[]> {
  return session.executeRead(async (transaction) => {
    const { records } = await transaction.run(text, parameters);
    return records.map((record) => row.parse(record.toObject()));
  });
}

function byClaim(
  claims: readonly z.infer<(typeof HASHED_CLAIM)['row']>[],
): Pick<Stored, 'relationships' | 'repeated'> {
  const relationships = new Map<string, StoredRelationship>();
  const repeated: string[] = [];
  for (const { id, hash, ...row } of claims) {
    const key = claimKey(row);
    if (relationships.has(key)) repeated.push(id);
    else relationships.set(key, { id, hash });
  }
  return { relationships, repeated };
}

/** Properties without those that somebody else has added. */
function ownOf(
  all: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}
