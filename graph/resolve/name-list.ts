import { NAME_PARTS, type ParsedName, partOf } from './parsed-name.ts';
import type { TypeGroup } from './type-group.ts';

/**
 * The names of which one name lists what tells them apart, numbers of one kind; undefined where it lists none.
 * `AIME 24/25` -> `AIME 24`, `AIME 25`; `Qwen2.5-3/7B` -> `Qwen2.5-3B`, `Qwen2.5-7B`; none in `ViT-B/16` or `3D/4D generation`
 */
export function listed(name: string, group: TypeGroup): string[] | undefined {
  if (group === 'task' || !SIGN.test(name)) return undefined;
  const [, head = '', items = '', tail = ''] = LIST.exec(name) ?? [];
  if (!/\p{L}/u.test(head) || head.endsWith('/')) return undefined;
  const own = items.split(/\s?[/&]\s?['’]?/u);
  const [unit = ''] = /[BMKT]$/i.exec(own.at(-1) ?? '') ?? [];
  return own.map((item) => head + (/\d$/.test(item) ? item + unit : item) + tail);
}

const SIGN = /\d\S?\s?[/&]/;
const LIST = (() => {
  const item = String.raw`(?:(?<!\p{L})\p{L})?\d[\d.]*\p{L}?`;
  return new RegExp(String.raw`^(.*?)(${item}(?:\s?[/&]\s?['’]?${item})+)(?![\p{L}\d.])(.*)$`, 'u');
})();

/** Names in a list as one, which says all that tells them apart at once; undefined where they differ in more. */
export function toList(names: readonly ParsedName[]): ParsedName | undefined {
  const [first] = names;
  if (!first) return undefined;
  const parts = NAME_PARTS.filter((part) =>
    names.some((name) => partOf(name, part) !== partOf(first, part)),
  );
  const [part, ...more] = parts;
  if (part === undefined || part === 'family' || more.length > 0) return undefined;
  const texts = [...new Set(names.map((name) => partOf(name, part)))].sort();
  const at = first.pieces.findIndex((piece) => piece.part === part);
  const { pieces } = first;
  const [place] = pieces.slice(at);
  if (at < 0 || !place) return undefined;
  const others = pieces.filter((piece, index) => index < at || piece.part !== part);
  return { ...first, pieces: others.toSpliced(at, 0, { ...place, text: texts.join('/') }) };
}
