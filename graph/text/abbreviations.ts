/** What a full stop after a word may be: the end of a sentence always, never, or only where what follows begins one. */
export type Stop =
  | 'ends'
  | 'goes on'
  | 'ends before a capital'
  | 'ends before an opener'
  | 'ends but for a number';

/** Judges the full stop after a word, without its stop: `etc`, `U.S`, `Fig`, `model`. */
export function judgeStop(word: string): Stop {
  // `SR` is no Sr.
  if (/^\p{Lu}{2,}$/u.test(word)) return 'ends';
  const plain = word.toLowerCase();
  if (MIDDLE.has(plain)) return 'goes on';
  if (NUMBERED.has(plain)) return 'ends but for a number';
  if (EITHER.has(plain)) return 'ends before a capital';
  // An initial or U.S., which a name or a new sentence may follow.
  return /^(?:\p{L}\.)*\p{Lu}$|^(?:\p{L}\.)+\p{L}$/u.test(word) ? 'ends before an opener' : 'ends';
}

/** Whether a word opens sentences rather than going on after an initial: `in the U.S. We`, `the U.S. Senate`. */
export function isOpener(word: string): boolean {
  return OPENERS.has(word);
}

/** What they shorten goes on after them. */
const MIDDLE = set(
  `e.g i.e eg ie cf vs viz resp approx aka a.k.a w.r.t wrt s.t c.f incl esp
  dr prof mr mrs ms st sr mt`,
);

/** With a number they point somewhere. */
const NUMBERED = set(
  `fig figs eq eqs eqn sec sect ref refs tab app alg thm lem prop def ch vol no nr art pp p
  jan feb mar apr jun jul aug sep sept oct nov dec`,
);

const EITHER = set('etc al inc ltd corp co jr ca avg std dept univ');

const OPENERS = set(
  `A Across Additionally After All Although An And Are As At Based Because Beyond Both Building But By
  Can Code Compared Consequently Conversely Current Data Despite Does Due During Each Empirical Empirically
  Evaluated Evaluation Evaluations Existing Experimental Experiments Extensive Finally First Firstly Following For
  From Further Furthermore Given Hence Here How However If In Inspired Instead Is It Its Lastly Leveraging Many
  Meanwhile Moreover Motivated Most Nevertheless Next No Notably On Once One Our Overall Prior Previous
  Project Rather Recent Recently Results Second Secondly Several Since Some Specifically Such Taken Thanks That Thirdly
  The Their Then There Therefore These They This Third Those Though Through Thus To Together Traditional Two
  Under Unfortunately Unlike Using We What When Where Whereas Whether Which While With Within Without Yet`,
);

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
