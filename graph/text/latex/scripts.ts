export type Script = '^' | '_';

/**
 * The text as superscript or subscript, `toScript('^', '2')` is ², where Unicode has every
 * character of it; else undefined. As many characters come out as go in.
 */
export function toScript(script: Script, text: string): string | undefined {
  const table = script === '^' ? SUPERSCRIPTS : SUBSCRIPTS;
  let raised = '';
  for (const character of text) {
    const found = table.get(character);
    if (found === undefined) return undefined;
    raised += found;
  }
  return raised;
}

const SUPERSCRIPTS = zip(
  "0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW∘⊤'′*∗†‡⋆−βγδθφχ",
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ°ᵀ′′**†‡⋆⁻ᵝᵞᵟᶿᵠᵡ',
);
const SUBSCRIPTS = zip(
  '0123456789+-=()aehijklmnoprstuvxβγρφχ−',
  '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ₋',
);

function zip(plain: string, raised: string): ReadonlyMap<string, string> {
  const to = [...raised];
  return new Map([...plain].map((character, index) => [character, to[index] ?? character]));
}
