import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../viz/share/snapshot.ts';
import { toSvg } from '../../viz/share/to-svg.ts';
import { SHAPE_NAMES } from '../../viz/stage/shapes.ts';

const EMPTY: Snapshot = {
  width: 200,
  height: 100,
  surface: '#ffffff',
  ink: '#000000',
  edges: [],
  nodes: [],
  labels: [],
  legend: [],
};

describe('toSvg(snapshot)', () => {
  it('draws edges below nodes and nodes below names', () => {
    const svg = toSvg({
      ...EMPTY,
      edges: [
        {
          from: { x: 0, y: 0 },
          control: { x: 5, y: 1 },
          to: { x: 10, y: 0 },
          width: 1,
          color: '#111111',
        },
      ],
      nodes: [{ x: 10, y: 0, radius: 3.456, shape: 'disc', color: '#222222' }],
      labels: [{ x: 15, y: 0, text: 'SimSD', font: '600 12px system-ui', color: '#333333' }],
    });
    expect(svg.split('\n').slice(2, 5)).toEqual([
      '<path d="M0,0Q5,1 10,0" fill="none" stroke="#111111" stroke-width="1"/>',
      '<circle cx="10" cy="0" r="3.46" fill="#222222"/>',
      expect.stringMatching(
        /^<text x="15" y="0" style="font:600 12px system-ui" .*>SimSD<\/text>$/,
      ),
    ]);
  });

  it('takes names for text', () => {
    const label = { x: 0, y: 0, font: '"Segoe UI"', color: '#000000' };
    const svg = toSvg({ ...EMPTY, labels: [{ ...label, text: '</text><script>&"\u0000' }] });
    expect(svg).toContain('>&lt;/text&gt;&lt;script&gt;&amp;&quot;</text>');
    expect(svg).toContain('style="font:&quot;Segoe UI&quot;"');
  });

  it.each(SHAPE_NAMES)('draws a %s in the legend', (shape) => {
    const svg = toSvg({ ...EMPTY, legend: [{ name: 'Methods', shape, color: '#444444' }] });
    expect(svg).toMatch(/fill="#444444"/);
    expect(svg).toContain('>Methods</text>');
  });
});
