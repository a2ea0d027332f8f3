import type { NodeType } from '../../graph/schema.ts';

export type Theme = 'light' | 'dark';

/** The colours that the canvas is painted in; the style sheet has the same ones for the page. */
export interface Palette {
  readonly surface: string;
  readonly ink: string;
  readonly quiet: string;
  readonly accent: string;
  readonly types: Readonly<Record<NodeType, string>>;
}

/** Told apart by eyes of every kind: after Okabe and Ito, darkened or lightened for text contrast. */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    surface: '#fbfbfa',
    ink: '#1b1f24',
    quiet: '#59616b',
    accent: '#0072b2',
    types: {
      Method: '#0072b2',
      Model: '#9b4f96',
      Benchmark: '#c2410c',
      Dataset: '#a07900',
      Metric: '#00795b',
      Task: '#4b5563',
      Paper: '#8a8f98',
      Result: '#8a8f98',
    },
  },
  dark: {
    surface: '#111418',
    ink: '#e8eaed',
    quiet: '#a3abb5',
    accent: '#5aa9e6',
    types: {
      Method: '#5aa9e6',
      Model: '#d09bd6',
      Benchmark: '#ff9a62',
      Dataset: '#e8c547',
      Metric: '#4fd1a5',
      Task: '#a9b4c2',
      Paper: '#7c838f',
      Result: '#7c838f',
    },
  },
};

/**
 * The colour that `color` has on `ground` when it is `share` opaque (in steps of a hundredth), as an opaque
 * colour, so that what is faded never shines through what is not: `('#000000', '#ffffff', 0.25)` -> `#bfbfbf`.
 */
export function fade(color: string, ground: string, share: number): string {
  if (share >= 1) return color;
  const hundredths = Math.round(share * 100);
  const key = `${color}${ground}${hundredths}`;
  const known = faded.get(key);
  if (known) return known;
  const mixed = mix(color, ground, hundredths / 100);
  faded.set(key, mixed);
  return mixed;
}

/** Each of tens of thousands of nodes and edges asks for one of a few hundred colours, in every frame. */
const faded = new Map<string, string>();

function mix(color: string, ground: string, share: number): string {
  const [front, back] = [channels(color), channels(ground)];
  const mixed = front.map((value, index) => {
    const under = back[index] ?? 0;
    return Math.round(under + (value - under) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}

const channels = (color: string): number[] =>
  [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
