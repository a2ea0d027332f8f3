/** The archives of arXiv, past and present: what may stand before the `/` of an old id or begin a category. */
const ARCHIVES =
  'acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|econ|eess|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|q-fin|quant-ph|solv-int|stat|supr-con';

const BEFORE =
  /^(?:arxiv:\s*|oai:arxiv\.org:|(?:https?:\/\/)?(?:[a-z]+\.)?arxiv\.org\/[a-z-]+\/|10\.48550\/arxiv\.)/i;
const AFTER = /(?:\.pdf)?\/?(?:[?#].*)?$/i;
const NEW_ID = /^(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?$/i;
const OLD_ID = new RegExp(`^(${ARCHIVES})(?:\\.[a-z]{2})?/(\\d{7})(?:v\\d+)?$`, 'i');
const CATEGORY = new RegExp(`^(?:${ARCHIVES})(?:\\.[A-Za-z-]+)?$`);

/**
 * The arXiv id that a reference bears, without version and subject class, or undefined where it bears none:
 * `https://arxiv.org/pdf/2507.12795v2.pdf` is `2507.12795`, `math.GT/0309136v1` is `math/0309136`.
 */
export function findArxivId(reference: string): string | undefined {
  const bare = reference.replace(BEFORE, '').replace(AFTER, '');
  const [, archive, number] = OLD_ID.exec(bare) ?? [];
  return archive ? `${archive.toLowerCase()}/${number}` : NEW_ID.exec(bare)?.[1];
}

/** Whether a word is a category of arXiv: `cs.AI`, `hep-th`, `cond-mat.mes-hall`. */
export function isArxivCategory(word: string): boolean {
  return CATEGORY.test(word);
}
