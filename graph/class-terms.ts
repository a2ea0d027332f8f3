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
