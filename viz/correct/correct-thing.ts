import { TYPE_GROUP } from '../../graph/resolve/type-group.ts';
import { ENTITY_TYPES, type EntityNode, type EntityType, entityType } from '../../graph/schema.ts';
import { slug } from '../../graph/slug.ts';
import { createSearchBox } from '../chrome/search-box.ts';
import { element } from '../element.ts';
import type { PanelContext } from '../panel/context.ts';
import { nodeLink } from '../panel/node-link.ts';
import { unfolding } from '../panel/unfolding.ts';
import type { Correcting } from './correcting.ts';
import { input, saying, select } from './saying.ts';

/** What a reader can put right about a thing; nothing where corrections go nowhere. */
export function correctThing(
  context: PanelContext,
  key: string,
  node: EntityNode,
): HTMLElement | undefined {
  const { correcting } = context;
  if (!correcting) return undefined;
  const parts = () => [
    sameAs(context, correcting, key, node),
    ...notTheSame(context, correcting, key, node),
    ...notCalledSo(correcting, key, node),
    rename(correcting, key, node),
    otherType(correcting, key, node),
    notAThing(correcting, key, node),
  ];
  const details = unfolding(['Put right'], parts);
  details.classList.add('correct');
  return details;
}

/** Things of other groups of types never bear one name. */
function sameAs(
  context: PanelContext,
  correcting: Correcting,
  key: string,
  { type, name }: EntityNode,
): HTMLElement {
  let other: string | undefined;
  const chosen = element('span', { class: 'chosen' });
  const box = element('div', { class: 'search small' });
  const dispose = createSearchBox(
    box,
    context.search,
    (found) => {
      other = found;
      chosen.replaceChildren(nodeLink(context, found));
    },
    {
      id: 'same-as',
      label: 'Same as…',
      isMain: false,
      accepts: (hit) =>
        hit.key !== key && isEntityType(hit.type) && TYPE_GROUP[hit.type] === TYPE_GROUP[type],
    },
  );
  context.onLeave(dispose);
  return saying(correcting, {
    label: `${name} is the same as`,
    fields: [box, chosen],
    button: 'They are one',
    read: () =>
      other === undefined ? 'Choose the other thing first.' : { kind: 'same', a: key, b: other },
  });
}

const isEntityType = (type: string): type is EntityType => entityType.safeParse(type).success;

/** A thing that one paper alone names cannot be two. */
function notTheSame(
  { library: { graph } }: PanelContext,
  correcting: Correcting,
  key: string,
  { name }: EntityNode,
): HTMLElement[] {
  const papers = graph
    .filterInEdges(key, (_edge, { type }) => type === 'MENTIONS')
    .map((edge) => ({ id: graph.getEdgeAttribute(edge, 'paper'), page: graph.source(edge) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const [first, second] = papers;
  if (!first || !second) return [];
  const words = papers.map(({ id, page }) => [id, graph.getNodeAttribute(page, 'name')] as const);
  const choice = select('The paper that means another thing', words, second.id);
  return [
    saying(correcting, {
      label: `Not the same ${name}`,
      fields: ['Another thing in', choice],
      button: 'They are two',
      read: () => {
        const stays = choice.value === first.id ? second.id : first.id;
        return { kind: 'different', a: `${key}@${stays}`, b: `${key}@${choice.value}` };
      },
    }),
  ];
}

/** A spelling that papers use beside others may be of another thing. */
function notCalledSo(correcting: Correcting, key: string, { name, aliases }: EntityNode) {
  const others = aliases.filter((alias) => slug(alias) !== slug(name));
  const [first] = others;
  if (first === undefined) return [];
  const choice = select(
    'The name that another thing bears',
    others.map((alias) => [alias, alias] as const),
    first,
  );
  return [
    saying(correcting, {
      label: `What is not ${name}`,
      fields: [choice, 'is another thing'],
      button: 'They are two',
      read: () => ({ kind: 'split', thing: key, spelling: choice.value }),
    }),
  ];
}

function rename(correcting: Correcting, key: string, { name }: EntityNode): HTMLElement {
  const field = input('Its name', name);
  return saying(correcting, {
    label: `Rename ${name}`,
    fields: [field],
    button: 'Rename',
    read: () => {
      const given = field.value.trim();
      if (given === '') return 'Give it a name.';
      return given === name
        ? 'It is called that already.'
        : { kind: 'rename', thing: key, name: given };
    },
  });
}

function otherType(correcting: Correcting, key: string, { name, type }: EntityNode): HTMLElement {
  const choice = select(
    'Its type',
    ENTITY_TYPES.map((other) => [other, other] as const),
    type,
  );
  return saying(correcting, {
    label: `Other type of ${name}`,
    fields: [choice],
    button: 'Change type',
    read: () =>
      choice.value === type
        ? `It is a ${type.toLowerCase()} already.`
        : { kind: 'type', thing: key, type: entityType.parse(choice.value) },
  });
}

const notAThing = (correcting: Correcting, key: string, { name }: EntityNode): HTMLElement =>
  saying(correcting, {
    label: `${name} is nothing to keep`,
    fields: [element('span', { class: 'note', text: 'A phrase, not a thing?' })],
    button: 'Drop it',
    read: () => ({ kind: 'drop', what: key }),
  });
