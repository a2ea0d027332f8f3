import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../viz/library.ts';
import { fade, PALETTES } from '../../viz/stage/palette.ts';
import { createPicture } from '../../viz/stage/picture.ts';
import { reduceEdge, reduceNode } from '../../viz/stage/reducers.ts';
import { createScenes } from '../../viz/stage/scene.ts';
import { createView } from '../../viz/stage/view.ts';
import {
  hover,
  initialState,
  type State,
  select,
  toggleLayer,
  toggleType,
} from '../../viz/state.ts';
import { createPathFinder } from '../../viz/walk/path-finder.ts';
import { smallLibrary } from './small-library.ts';

const palette = PALETTES.light;
const library = openLibrary(smallLibrary());
const everything = { nodes: new Set(library.graph.nodes()), links: library.index.links };
const picture = createPicture(library, everything, library.planes.whole);
const look = (state: State) => {
  const scene = createScenes(library, createPathFinder(library))(state);
  const view = createView(picture, state, scene.focus, { palette, scale: 1, fading: 1 });
  return {
    isDrawn: (key: string) => scene.picture.hasNode(key),
    hasLine: (line: string) => scene.picture.hasEdge(line.replaceAll(' ', '\n')),
    node: (key: string) => reduceNode(view, key, picture.getNodeAttributes(key)),
    edge: (source: string, relation: string, target: string) => {
      const edge = picture
        .directedEdges(source, target)
        .find((key) => picture.getEdgeAttribute(key, 'relation') === relation);
      const tail = picture.getNodeAttributes(source);
      return reduceEdge(view, picture.getEdgeAttributes(edge), { source, target }, tail);
    },
  };
};

describe('createPicture(library)', () => {
  it('draws one edge for what several papers say', () => {
    const edges = picture.filterDirectedEdges(
      (_edge, { relation }, source, target) =>
        relation === 'EVALUATED_ON' && source === 'simsd' && target === 'math-500',
    );
    expect(edges.map((edge) => picture.getEdgeAttribute(edge, 'papers'))).toEqual([2]);
  });

  it('bends parallel edges apart', () => {
    const bends = picture
      .directedEdges('simsd', 'eagle-3')
      .map((edge) => picture.getEdgeAttribute(edge, 'curvature'));
    expect(bends).toHaveLength(2);
    expect(new Set(bends).size).toBe(2);
  });

  it('puts what the layout does not know in the middle, whatever it is called', () => {
    const { nodes } = smallLibrary();
    const node = nodes.find(({ key }) => key === 'simsd');
    const data = { schema: 1 as const, edges: [], positions: {}, top: {}, communities: [] };
    const unknown = openLibrary({ ...data, nodes: node ? [{ ...node, key: 'constructor' }] : [] });
    const shown = { nodes: new Set(['constructor']), links: [] };
    expect(
      createPicture(unknown, shown, unknown.planes.whole).getNodeAttributes('constructor'),
    ).toMatchObject({
      x: 0,
      y: 0,
    });
  });

  it('draws no mention where the paper proposes the same thing', () => {
    const relations = picture
      .directedEdges('paper:2601.00001', 'simsd')
      .map((edge) => picture.getEdgeAttribute(edge, 'relation'));
    expect(relations).toEqual(['PROPOSES']);
  });
});

describe('reduceNode(view, key, node)', () => {
  it('draws entities in the colour and the shape of their type', () => {
    const { color, shape, size } = look(initialState).node('math-500');
    expect({ color, shape }).toEqual({ color: palette.types.Benchmark, shape: 'square' });
    expect(size).toBe(picture.getNodeAttribute('math-500', 'size'));
  });

  it('hides papers and results until their layer is on', () => {
    expect(look(initialState).isDrawn('paper:lost')).toBe(false);
    expect(look(toggleLayer(initialState, 'Paper')).isDrawn('paper:lost')).toBe(true);
  });

  it('shows what is selected whatever the filters say', () => {
    const filtered = toggleType(initialState, 'Benchmark');
    expect(look(filtered).isDrawn('math-500')).toBe(false);
    expect(look(select(filtered, 'math-500')).isDrawn('math-500')).toBe(true);
  });

  it('dims class terms until they matter', () => {
    expect(look(initialState).node('llm').color).not.toBe(palette.types.Model);
    expect(look(select(initialState, 'llm')).node('llm').color).toBe(palette.types.Model);
  });

  it('lets all but the neighbourhood of the hovered node stand back', () => {
    const { node } = look(hover(initialState, 'math-500'));
    expect(node('simsd').color).toBe(palette.types.Method);
    expect(node('hostile').color).toBe(fade(palette.types.Model, palette.surface, 0.12));
  });

  it('gives a number the colour of its subject', () => {
    const result = picture.findNode((_key, { kind }) => kind === 'Result') ?? '';
    expect(look(initialState).node(result).color).toBe(palette.types.Method);
  });
});

describe('reduceEdge(view, edge, ends, source)', () => {
  it('draws thin tinted lines at rest', () => {
    const edge = look(initialState).edge('simsd', 'EVALUATED_ON', 'math-500');
    expect(edge).toMatchObject({
      type: 'curve',
      hidden: false,
      color: fade(palette.types.Method, palette.surface, 0.35),
    });
  });

  it('shows all edges of the selection with their direction', () => {
    const edge = look(select(initialState, 'simsd')).edge('hostile', 'BUILDS_ON', 'simsd');
    expect(edge).toMatchObject({ type: 'arrow', hidden: false, color: palette.types.Model });
  });

  it('draws the lines of what has very many of them fainter', () => {
    const scene = createScenes(library, createPathFinder(library))(select(initialState, 'simsd'));
    const view = createView(picture, select(initialState, 'simsd'), scene.focus, {
      ...{ palette, scale: 1, fading: 1 },
    });
    expect(view.crowd).toBe(picture.degree('simsd'));
    const edge = picture.getEdgeAttributes(picture.edges('hostile', 'simsd')[0]);
    const tail = picture.getNodeAttributes('hostile');
    const color = (crowd: number) =>
      reduceEdge({ ...view, crowd }, edge, { source: 'hostile', target: 'simsd' }, tail).color;
    expect(color(40)).toBe(palette.types.Model);
    expect(color(160)).toBe(fade(palette.types.Model, palette.surface, 0.5));
    expect(color(10_000)).toBe(fade(palette.types.Model, palette.surface, 0.3));
  });

  it('hides an edge with an end that is hidden', () => {
    const filtered = look(toggleType(initialState, 'Benchmark'));
    expect(filtered.hasLine('simsd EVALUATED_ON math-500')).toBe(false);
  });

  it('shows what a selected paper is about though its layer is off, and mentions quietly', () => {
    const { edge } = look(select(initialState, 'paper:2601.00001'));
    expect(edge('paper:2601.00001', 'PROPOSES', 'simsd')).toMatchObject({
      type: 'arrow',
      hidden: false,
    });
    expect(edge('paper:2601.00001', 'MENTIONS', 'eagle-3')).toMatchObject({
      type: 'curve',
      hidden: false,
    });
  });
});

describe('fade(color, ground, share)', () => {
  it.each([
    [1, '#000000'],
    [0.25, '#bfbfbf'],
    [0, '#ffffff'],
  ])('mixes %d', (share, mixed) => {
    expect(fade('#000000', '#ffffff', share)).toBe(mixed);
  });
});

describe('PALETTES', () => {
  const luminance = (color: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
      const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a: string, b: string) => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };

  it.each(['light', 'dark'] as const)('writes names legibly in the %s one', (theme) => {
    const { ink, quiet, accent, surface } = PALETTES[theme];
    for (const color of [ink, quiet, accent]) expect(contrast(color, surface)).toBeGreaterThan(4.5);
  });

  it.each(['light', 'dark'] as const)('draws every type visibly in the %s one', (theme) => {
    const { types, surface } = PALETTES[theme];
    for (const color of Object.values(types)) expect(contrast(color, surface)).toBeGreaterThan(3);
  });
});
