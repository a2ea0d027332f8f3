import type { Span } from './read.ts';
import type { TaggedSpan } from './tag.ts';

/**
 * Gives names that end in an adjective the noun that follows: "factuality-oriented" of "factuality-oriented metrics",
 * "GhostConv-based" of "GhostConv-based backbone". Without one they stay: "LLM-only and RAG baselines".
 * @param spans in the order of the text
 */
export function addNouns(spans: readonly TaggedSpan[], source: string): TaggedSpan[] {
  return spans.map((tagged, index) => {
    const [start, end] = tagged.span;
    if (!ADJECTIVE.test(source.slice(start, end))) return tagged;
    const most = spans[index + 1]?.span[0] ?? source.length;
    const [noun] = NOUN.exec(source.slice(end, end + REACH)) ?? [];
    const span: Span = [start, end + (noun?.length ?? 0)];
    return noun && span[1] <= most ? { ...tagged, span } : tagged;
  });
}

/** Characters after a name that are looked at. */
const REACH = 30;
const ADJECTIVE =
  /\S-(?:based|level|aware|driven|optimi[sz]ed|specific|guided|enhanced|augmented|centric|agnostic|oriented|tuned|trained|efficient|powered|assisted|conditioned|wise|only)$/i;
const NOUN =
  /^\s(?:metrics?|methods?|approach(?:es)?|models?|evaluations?|benchmarks?|datasets?|operations?|backbones?|frameworks?|techniques?|architectures?|networks?|strateg(?:y|ies)|modules?|baselines?|loss(?:es)?|algorithms?|agents?|systems?|pipelines?|detectors?|encoders?|tasks?|scores?)(?![\p{L}\p{N}-])/u;
