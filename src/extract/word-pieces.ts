/** Longer words are unknown to the vocabulary. */
const MAX_WORD = 100;
/** Most words are spelled so and stand in the vocabulary. */
const PLAIN = new RegExp(`^[A-Za-z0-9]{1,${MAX_WORD}}$`);
const MARKS = /\p{Mn}/gu;
const CONTROLS = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\ufffd]/gu;
const PUNCTUATION = /[!-/:-@[-`{-~\p{P}]/u;

/**
 * The ids of a word's pieces: lower-cased, without accents, longest pieces first (WordPiece as in BERT;
 * Devlin et al., 2019, https://arxiv.org/abs/1810.04805). A word that the vocabulary cannot spell is `[UNK]`.
 */
export function toPieces(word: string, vocabulary: ReadonlyMap<string, number>): number[] {
  const whole = PLAIN.test(word) ? vocabulary.get(word.toLowerCase()) : undefined;
  if (whole !== undefined) return [whole];
  const unknown = vocabulary.get('[UNK]') ?? 0;
  const bare = word.replace(CONTROLS, '').normalize('NFD').replace(MARKS, '').toLowerCase();
  const pieces = splitPunctuation(bare).flatMap((part) => spell(part, vocabulary) ?? [unknown]);
  return pieces.length > 0 ? pieces : [unknown];
}

/** `\textbf` is read as `\` and `textbf`. */
function splitPunctuation(text: string): string[] {
  const parts: string[] = [];
  let open = false;
  for (const sign of text) {
    if (PUNCTUATION.test(sign) || !open) parts.push(sign);
    else parts[parts.length - 1] += sign;
    open = !PUNCTUATION.test(sign);
  }
  return parts;
}

function spell(word: string, vocabulary: ReadonlyMap<string, number>): number[] | undefined {
  const signs = [...word];
  if (signs.length > MAX_WORD) return undefined;
  const ids: number[] = [];
  for (let start = 0; start < signs.length; ) {
    const prefix = start > 0 ? '##' : '';
    let end = signs.length;
    let id: number | undefined;
    for (; end > start && id === undefined; end--) {
      id = vocabulary.get(prefix + signs.slice(start, end).join(''));
    }
    if (id === undefined) return undefined;
    ids.push(id);
    start = end + 1;
  }
  return ids;
}
