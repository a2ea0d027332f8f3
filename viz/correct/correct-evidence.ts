import {
  type EdgeAttributes,
  RELATION_TYPES,
  RESULT_KINDS,
  type ResultNode,
  resultKind,
  UNITS,
  unit,
} from '../../graph/schema.ts';
import { element } from '../element.ts';
import { resultsOfNumber } from '../facts/numbers.ts';
import type { PanelContext } from '../panel/context.ts';
import { unfolding } from '../panel/unfolding.ts';
import type { Correcting } from './correcting.ts';
import { input, saying, select } from './saying.ts';

/**
 * What a reader can put right about a sentence that stands behind a relation or a number; nothing where corrections go
 * nowhere, or where the claim follows from others.
 * @param keys the nodes that the sentence is about
 */
export function correctEvidence(
  { correcting, library: { graph } }: PanelContext,
  claim: EdgeAttributes,
  keys: ReadonlySet<string>,
): HTMLElement | undefined {
  if (!correcting) return undefined;
  const [edge] = [...keys]
    .filter((key) => graph.hasNode(key))
    .flatMap((key) => graph.filterEdges(key, (_edge, attributes) => attributes === claim));
  if (edge === undefined) return undefined;
  const source = graph.getNodeAttributes(graph.source(edge));
  const isRelation = RELATION_TYPES.some((type) => type === claim.type);
  if (!isRelation && source.type !== 'Result') return undefined;
  const details = unfolding(['Put right'], () => {
    if (source.type !== 'Result') return [wrongRelation(correcting, edge)];
    const key = graph.source(edge);
    const isShared = resultsOfNumber(graph, key).length > 1;
    return [
      ...(isShared ? [element('p', { class: 'note', text: SHARED })] : []),
      wrongNumber(correcting, key, source),
      noNumber(correcting, key),
    ];
  });
  details.classList.add('correct');
  return details;
}

const SHARED = 'The number is said of several things; this holds for all of them.';

const wrongRelation = (correcting: Correcting, edge: string): HTMLElement =>
  saying(correcting, {
    label: 'Wrong relation',
    fields: ['The paper does not say so here.'],
    button: 'Drop the relation',
    read: () => ({ kind: 'drop', what: edge }),
  });

const NO_UNIT = 'none';

function wrongNumber(correcting: Correcting, key: string, result: ResultNode): HTMLElement {
  const value = input('The number', String(result.value));
  value.inputMode = 'decimal';
  const units = [[NO_UNIT, 'no unit'] as const, ...UNITS.map((name) => [name, name] as const)];
  const unitChoice = select('Its unit', units, result.unit ?? NO_UNIT);
  const kinds = RESULT_KINDS.map((name) => [name, name] as const);
  const kindChoice = select('Its kind', kinds, result.kind);
  return saying(correcting, {
    label: 'Wrong number',
    fields: [value, unitChoice, kindChoice],
    button: 'Put it right',
    read: () => {
      const number = Number(value.value.replace(/,(?=\d{3})/g, ''));
      if (value.value.trim() === '' || !Number.isFinite(number)) {
        return `“${value.value}” is no number. Write it like 31.6.`;
      }
      return {
        kind: 'value',
        result: key,
        value: number,
        unit: unitChoice.value === NO_UNIT ? null : unit.parse(unitChoice.value),
        resultKind: resultKind.parse(kindChoice.value),
      };
    },
  });
}

const noNumber = (correcting: Correcting, key: string): HTMLElement =>
  saying(correcting, {
    label: 'No result',
    fields: ['It is no result of this paper.'],
    button: 'Drop the number',
    read: () => ({ kind: 'drop', what: key }),
  });
