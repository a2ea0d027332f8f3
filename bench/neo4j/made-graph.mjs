/**
 * Methods, each with three claims about others, with sentences of the usual length.
 * @param {number} count
 */
export function makeGraph(count) {
  const nodes = Array.from({ length: count }, (_, at) => ({
    key: `method${at}`,
    type: /** @type {const} */ ('Method'),
    properties: {
      type: 'Method',
      name: `Method ${at}`,
      aliases: [`M-${at}`],
      papers: 3n,
      votesJson: '{"Method":3}',
      classTerm: false,
      statisticsJson: '[]',
    },
  }));
  const relationships = Array.from({ length: 3 * count }, (_, at) => {
    const paper = `26${String(at % 97).padStart(2, '0')}.${String(at).padStart(6, '0')}`;
    return {
      source: `method${at % count}`,
      type: /** @type {const} */ ('BUILDS_ON'),
      target: `method${(at * 7919 + 1) % count}`,
      paper,
      properties: {
        paper,
        date: '2026-01-05',
        sentence: `In this work, sentence ${at}, we extend it and show that it holds for more, as sentences of abstracts say at some length.`,
        field: 'text',
        start: BigInt(at % 1000),
        end: BigInt((at % 1000) + 130),
        by: 'model',
        confidence: 0.9,
      },
    };
  });
  return { nodes, relationships };
}

/** @typedef {ReturnType<typeof makeGraph>} MadeGraph */
