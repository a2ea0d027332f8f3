import { describe, expect, it } from 'vitest';
import { findChanges, type Stored } from '../../../graph/neo4j/changes.ts';
import { digest, fingerprint, withFingerprints } from '../../../graph/neo4j/fingerprint.ts';
import { toSteps } from '../../../graph/neo4j/steps.ts';
import { claimKey, type PropertyGraph } from '../../../graph/property-graph/property-graph.ts';

const graph: PropertyGraph = withFingerprints({
  nodes: [
    { key: 'a', type: 'Method', properties: { name: 'A' } },
    { key: 'b', type: 'Model', properties: { name: 'B' } },
  ],
  relationships: [
    { source: 'a', type: 'OUTPERFORMS', target: 'b', paper: 'p', properties: { start: 1n } },
  ],
});
const EMPTY: Stored = { nodes: new Map(), relationships: new Map(), repeated: [] };

describe('findChanges(graph, stored)', () => {
  it('finds all new where nothing is stored', () => {
    expect(findChanges(graph, EMPTY)).toEqual({
      newNodes: graph.nodes,
      changedNodes: [],
      newRelationships: graph.relationships,
      changedRelationships: [],
      goneNodes: [],
      goneRelationships: [],
    });
  });

  it('finds what has another hash, what is gone and what is there twice', () => {
    const [claim] = graph.relationships;
    const stored: Stored = {
      nodes: new Map([
        ['a', String(graph.nodes[0]?.properties.hash)],
        ['b', null],
        ['c', 'x'],
      ]),
      relationships: new Map([
        [claim ? claimKey(claim) : '', { id: '1', hash: 'other' }],
        ['gone', { id: '2', hash: 'x' }],
      ]),
      repeated: ['3'],
    };
    expect(findChanges(graph, stored)).toEqual({
      newNodes: [],
      changedNodes: [graph.nodes[1]],
      newRelationships: [],
      changedRelationships: graph.relationships,
      goneNodes: ['c'],
      goneRelationships: ['2', '3'],
    });
  });
});

describe('toSteps(library, changes, batchSize)', () => {
  it('writes nodes before claims, removes claims before nodes, a type at a time', () => {
    const changes = {
      ...findChanges(graph, EMPTY),
      goneNodes: ['x', 'y', 'z'],
      goneRelationships: ['1'],
    };
    expect(toSteps('lib', changes, 2).map(({ counter, rows }) => [counter, rows])).toEqual([
      ['nodesCreated', 1],
      ['nodesCreated', 1],
      ['relationshipsCreated', 1],
      ['relationshipsDeleted', 1],
      ['nodesDeleted', 2],
      ['nodesDeleted', 1],
      ['nodesRetired', 2],
      ['nodesRetired', 1],
    ]);
  });

  it('puts values into parameters and only types of the schema into the text', () => {
    const [step] = toSteps('`lib`', findChanges(graph, EMPTY), 10);
    expect(step?.statement).toEqual({
      text: `UNWIND $rows AS row
MERGE (n:Sotagraph {library: $library, key: row.key})
ON CREATE SET n:Entity:Method, n += row.properties`,
      parameters: { library: '`lib`', rows: [graph.nodes[0]] },
    });
  });
});

describe('fingerprint(properties)', () => {
  it('is the same whatever the order of the names and the kind of whole numbers', () => {
    expect(fingerprint({ a: 1n, b: 'x' })).toBe(fingerprint({ b: 'x', a: 1 }));
    expect(fingerprint({ a: 1 })).not.toBe(fingerprint({ a: '1' }));
  });

  it('makes a digest that any change changes', () => {
    expect(digest(graph)).not.toBe(digest({ ...graph, relationships: [] }));
  });
});
