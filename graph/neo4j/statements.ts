import { CLAIM_COLUMNS, NODE_COLUMNS, propertyNames } from '../property-graph/columns.ts';
import type { Properties } from '../property-graph/properties.ts';
import { type EdgeType, ENTITY_TYPES, NODE_TYPES, type NodeType } from '../schema.ts';

/** Cypher with its parameters. Values are always parameters; labels and types come from the schema alone. */
export interface Statement {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A node to write; `properties` bear the `hash` of the content. */
export interface NodeWrite {
  readonly key: string;
  readonly properties: Properties;
}

/** A claim to write; `properties` bear the `hash` of the content. */
export interface RelationshipWrite {
  readonly source: string;
  readonly target: string;
  readonly paper: string;
  readonly properties: Properties;
}

/**
 * The label that every node of Sotagraph's bears besides `:Entity:Method`, `:Paper` or `:Result`, so that a `:Paper` of
 * somebody else's is never taken for one of ours.
 */
export const OWN_LABEL = 'Sotagraph';
/** The label of the node that says in which state a library was pushed. */
export const LIBRARY_LABEL = 'SotagraphLibrary';

/** Constraints and indexes; each is passed over where it is there already. */
export const SCHEMA_STATEMENTS: readonly string[] = [
  `CREATE CONSTRAINT sotagraph_key IF NOT EXISTS FOR (n:${OWN_LABEL}) REQUIRE (n.library, n.key) IS UNIQUE`,
  `CREATE CONSTRAINT sotagraph_library IF NOT EXISTS FOR (n:${LIBRARY_LABEL}) REQUIRE n.library IS UNIQUE`,
  'CREATE FULLTEXT INDEX sotagraph_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases]',
  'CREATE INDEX sotagraph_values IF NOT EXISTS FOR (n:Result) ON (n.value)',
];

type WriteNodes = (library: string, type: NodeType, rows: readonly NodeWrite[]) => Statement;
type WriteRelationships = (
  library: string,
  type: EdgeType,
  rows: readonly RelationshipWrite[],
) => Statement;

/** Makes nodes of one type; those that are there already stay as they are. */
export const createNodes: WriteNodes = (library, type, rows) =>
  forEach(
    { library, rows },
    `MERGE ${own('n', 'row.key')}
ON CREATE SET n${labels(type)}, n += row.properties`,
  );

/** Brings nodes up to date and gives them the labels of their type; labels and properties of others' stay. */
export const updateNodes: WriteNodes = (library, type, rows) =>
  forEach(
    { library, rows, none: NO_NODE_PROPERTIES },
    `MATCH ${own('n', 'row.key')}
REMOVE n:${ENTITY_TYPES.join(':')}
SET n${labels(type)}, n += $none, n += row.properties
RETURN count(*) AS updated`,
  );

/** Makes claims of one type between nodes that are there. */
export const createRelationships: WriteRelationships = (library, type, rows) =>
  forEach(
    { library, rows },
    `${ENDS}
MERGE ${claim(type)}
ON CREATE SET r += row.properties`,
  );

/** Brings claims of one type up to date; properties of others' stay. */
export const updateRelationships: WriteRelationships = (library, type, rows) =>
  forEach(
    { library, rows, none: NO_CLAIM_PROPERTIES },
    `${ENDS}
MATCH ${claim(type)}
SET r += $none, r += row.properties
RETURN count(*) AS updated`,
  );

/** Removes claims by the identifiers that the database gave them. */
export const removeRelationships = (library: string, rows: readonly string[]): Statement =>
  forEach(
    { library, rows },
    `MATCH ()-[r]->() WHERE elementId(r) = row AND r.library = $library
DELETE r`,
  );

/** Removes nodes by their keys, but for those that bear relationships of somebody else's. */
export const removeNodes = (library: string, rows: readonly string[]): Statement =>
  forEach(
    { library, rows },
    `MATCH ${own('n', 'row')} WHERE NOT EXISTS { (n)--() }
DELETE n`,
  );

/** Marks what `removeNodes` has left. */
export const retireNodes = (library: string, rows: readonly string[]): Statement =>
  forEach(
    { library, rows },
    `MATCH ${own('n', 'row')} WHERE n.retired IS NULL
SET n.retired = true, n.hash = null
RETURN count(*) AS retired`,
  );

function forEach(
  parameters: Statement['parameters'] & { readonly rows: readonly unknown[] },
  clauses: string,
): Statement {
  return { text: `UNWIND $rows AS row\n${clauses}`, parameters };
}

/** The pattern of a node of the library by its key. */
function own(variable: string, key: string): string {
  return `(${variable}:${OWN_LABEL} {library: $library, key: ${key}})`;
}

const ENDS = `MATCH ${own('source', 'row.source')}
MATCH ${own('target', 'row.target')}`;

function claim(type: EdgeType): string {
  return `(source)-[r:\`${type}\` {library: $library, paper: row.paper}]->(target)`;
}

/** The digest of the library as it was last pushed whole; null while a push is under way, after a broken one or a script. */
export function readDigest(library: string): Statement {
  const text = `MATCH (n:${LIBRARY_LABEL} {library: $library}) RETURN n.digest AS digest`;
  return { text, parameters: { library } };
}

export function writeDigest(library: string, digest: string | null): Statement {
  const text = `MERGE (n:${LIBRARY_LABEL} {library: $library}) SET n.digest = $digest`;
  return { text, parameters: { library, digest } };
}

/** `:Entity:Method`, `:Paper`, `:Result` */
export function labels(type: NodeType): string {
  return type === 'Paper' || type === 'Result' ? `:${type}` : `:Entity:${type}`;
}

/** The names of all properties that are Sotagraph's own. */
export const NODE_PROPERTIES: readonly string[] = [
  'retired',
  ...new Set(NODE_TYPES.flatMap((type) => propertyNames(NODE_COLUMNS[type]))),
];
export const CLAIM_PROPERTIES: readonly string[] = propertyNames(CLAIM_COLUMNS);

/** What takes a property away when it is set: null for each that may be there. */
const NO_NODE_PROPERTIES = nulls(NODE_PROPERTIES);
const NO_CLAIM_PROPERTIES = nulls(CLAIM_PROPERTIES);

function nulls(names: readonly string[]): Readonly<Record<string, null>> {
  return Object.fromEntries(names.map((name) => [name, null]));
}
