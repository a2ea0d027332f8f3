/**
 * The spelling key of a name: what stays when case, spaces, hyphens and the s of a plural or of an owner are taken away.
 * It keeps whatever tells two names apart: letters of every script, `+`, `@`, `#`, `^`, and digits with
 * the dots and the gaps between them, so `1.7B` is not `17B` and `Llama-3-8B` not `Llama-38B`.
 *
 * `Qwen2.5-VL 7B` -> `qwen2.5vl7b`, `LLMs` -> `llm`, `AIMS` -> `aims`, `FG²-GDN+` -> `fg^2gdn+`, `mAP@.5` -> `map@0.5`
 */
export function slug(name: string): string {
  const singular = name.trim().replace(OWNER, '').replace(PLURAL, '');
  // Most names are words: there is nothing to keep but letters.
  if (WORDS.test(singular)) return usable(singular.toLowerCase().replace(/[ -]/g, ''), name);
  const kept = (ASCII.test(singular) ? singular : withoutVariants(singular))
    .replace(/\^+/g, '^')
    .toLowerCase()
    .normalize('NFC')
    .replace(/(?<![\p{L}\p{N}.])\.(?=\p{N})/gu, '0.')
    .replace(/(?<=\p{N}),(?=\p{N})/gu, '')
    .replace(/(?<=\p{N})[\s\p{Pd}_/:([]+(?=\p{N})/gu, '-')
    .replace(/[^\p{L}\p{M}\p{N}+@#^.-]/gu, '')
    .replace(/(?<!\p{N})[.-]|[.-](?!\p{N})/gu, '');
  return usable(kept, name);
}

/** One code point for those that differ only in how they are drawn. */
const withoutVariants = (name: string): string =>
  name
    .replace(SUPERSCRIPT, (digit) => `^${digit.normalize('NFKC')}`)
    .replaceAll('×', 'x')
    .normalize('NFKC');

/** Keys become properties of plain objects in graph libraries, where `constructor` means something already. */
const usable = (key: string, name: string): string =>
  key !== '' && !TAKEN.has(key) ? key : [...name].map(codePoint).join('-');
const TAKEN: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));
const codePoint = (sign: string) => `u${sign.codePointAt(0)?.toString(16)}`;

/**
 * A small s after a word or capitals, but not in `loss`, `focus`, `analysis`, `bias`, `Fps`; never a capital: AIMS is
 * not AIM.
 */
const PLURAL = /(?<=\p{L}{3}|\p{Lu}{2})(?<![sSui]|bia)s$/u;
/** ViT's is ViT; without its sign it would be ViT-S. */
const OWNER = /(?<=\p{L}{2})['’]s?$/u;
const WORDS = /^[A-Za-z -]+$/;
const ASCII = /^[\x20-\x7E]*$/;
const SUPERSCRIPT = /[⁰¹²³⁴⁵⁶⁷⁸⁹]/g;
