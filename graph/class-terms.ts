import type { EntityType } from './schema.ts';
import { slug } from './slug.ts';

const ACRONYMS = new Set(
  'llm vlm mllm lvlm lmm vla lrm slm lm dllm cnn rnn gnn dnn gan ai ml dl nlp rl rag moe'.split(
    ' ',
  ),
);
const HEADS = new Set(
  'model agent network llm vlm mllm lvlm lmm lrm slm vla encoder decoder transformer system framework approach method'.split(
    ' ',
  ),
);
/** Terms for fields and virtues that many abstracts name in passing. */
const GENERAL = new Set(
  [
    'deep learning',
    'machine learning',
    'computer vision',
    'natural language processing',
    'generative AI',
    'embodied AI',
    'fine-tuning',
    'pre-training',
    'post-training',
    'prompting',
    'attention',
    'diffusion',
    'reasoning',
    'robustness',
    'generalization',
    'interpretability',
    'efficiency',
    'computational efficiency',
    'computational cost',
    'computational overhead',
    'performance',
    'hallucination',
    'zero-shot',
    'few-shot',
  ].map(slug),
);

/** Longer than any general term, however it is spelled. */
const LONGEST = 40;

/**
 * Whether a name stands for a class of things ("LLMs", "vision-language models", "deep learning") and not for one of
 * its own ("LLaMA", "Mamba"). Class terms touch everything, so that they are drawn faintly and join nothing.
 * @param key the name's slug, if it is at hand
 */
export function isClassTerm(
  name: string,
  type: EntityType,
  key = name.length <= LONGEST ? slug(name) : '',
): boolean {
  if (ACRONYMS.has(key) || GENERAL.has(key)) return true;
  if (type === 'Benchmark' || type === 'Dataset') return false;
  const words = name.split(/[\s\-/]+/).filter(Boolean);
  const head = slug(words.at(-1) ?? '');
  return HEADS.has(head) && words.every(isPlain);
}

/** A word of the language or a known acronym: no coined capitals inside, no digits. */
function isPlain(word: string): boolean {
  const bare = word.replace(/[()]/g, '');
  return /^\p{Lu}?\p{Ll}+$/u.test(bare) || ACRONYMS.has(slug(bare));
}

/**
 * Whether one of a proposed thing's names is its own although it ends as terms for classes do: a capitalised word that
 * is no ordinary attribute, before the head. `Youtu-Agent`, `Pose-VLA`, `Athena framework` -> true; `Vision-LLM`,
 * `Self-Verifying Agents`, `Agentic System` -> false. It can be asked only of what a paper proposes as its own: others write
 * `Web-Agent` for any.
 */
export function isCoinedTerm(names: readonly string[]): boolean {
  return names.some((name) => {
    const [, word = '', joint = '', head = ''] = /^(\p{Lu}\p{L}+)([\s-])(\S+)$/u.exec(name) ?? [];
    if (!HEADS.has(slug(head)) || isAttribute(word)) return false;
    // A title capitalises every word: only `Athena framework` tells its own word from the head.
    return joint === '-' ? !head.includes('-') : /^\p{Ll}/u.test(head) && !ACRONYMS.has(slug(head));
  });
}

const isAttribute = (word: string): boolean =>
  ATTRIBUTES.has(word.toLowerCase()) || ATTRIBUTE_ENDINGS.test(word) || ACRONYMS.has(slug(word));

const ATTRIBUTES = new Set(
  'multi vision video self meta med auto image audio speech text voice language code math web mobile search tool task memory agent data graph world human chat base co sub cross semi mini tiny small large long short deep open edge cloud robot driving game science bio geo news expert student teacher judge reward policy planner mask rule hybrid smart general'.split(
    ' ',
  ),
);
const ATTRIBUTE_ENDINGS = /(?:al|ive|ed|ic|ing|ous|ory|ary|able|ible|less|based)$/;
