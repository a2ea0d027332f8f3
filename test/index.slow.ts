import { describe, expect, it } from 'vitest';

// The package as it is built and imported by its own name.
const sotagraph = (await import('sotagraph' as string)) as typeof import('../src/index.ts');

describe('import "sotagraph"', () => {
  it('reads an abstract and derives its graph', async () => {
    const document = { id: 'a', text: 'We propose SimSD, which reaches 31.6% on MATH-500.' };
    const extractor = await sotagraph.extractorVersion();
    const facts = [];
    for await (const paper of sotagraph.extractDocuments([document], { extractor }))
      facts.push(paper);
    const { graph } = sotagraph.derive(sotagraph.unite(facts).facts);
    expect(graph.hasNode('simsd')).toBe(true);
    expect([...sotagraph.toEdgesCsv(graph)].join('')).toContain('paper:a,simsd,PROPOSES,1');
  });
});
