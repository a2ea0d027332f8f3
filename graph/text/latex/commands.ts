/** How a command reads: how many arguments it takes, which of them are shown, and what stands around them. */
export interface Reading {
  readonly takes: number;
  /** Positions of the arguments that are shown. */
  readonly shows: readonly number[];
  readonly before?: string;
  readonly between?: string;
  readonly after?: string;
}

/** The reading of a command, or undefined where it is not known. */
export function readingOf(command: string): Reading | undefined {
  return READINGS.get(command);
}

/** Whether what stands before it is closed up: `as GPT \cite{gpt}.` reads `as GPT.` */
export function isReference(command: string): boolean {
  return REFERENCES.includes(command);
}

const REFERENCES = words(
  `cite citep citet citealp citealt citeauthor citeyear autocite parencite
  ref cref Cref eqref autoref label`,
);

const FONTS = words(
  `textbf textit texttt textsc textsf textrm textnormal textup textmd textsl textin emph underline uline ul
  mathrm mathcal mathbf mathbb mathsf mathtt mathit mathfrak mathscr boldsymbol bm pmb operatorname
  text mbox hbox makebox fbox smash overline overbrace underbrace ensuremath mathop mathbin mathrel
  url path num gls glspl ac acs acl acf acrfull acrshort enquote textquote textsuperscript textsubscript`,
);

const DECLARATIONS = words(
  `em bf it tt sc rm sf sl cal bfseries itshape ttfamily scshape sffamily rmfamily normalfont
  tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge displaystyle textstyle
  left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr noindent par protect relax
  newline bigskip medskip smallskip limits nolimits centering item footnotemark`,
);

const HIDDEN = words(
  `vspace hspace begin end color hypersetup phantom vphantom hphantom deleted marginpar thanks input`,
);

const LINKS = words('href hyperlink hyperref textcolor colorbox foreignlanguage scalebox raisebox');
const FRACTIONS = words('frac tfrac dfrac cfrac nicefrac sfrac');

const READINGS: ReadonlyMap<string, Reading> = new Map([
  ...each(FONTS, { takes: 1, shows: [0] }),
  ...each(DECLARATIONS, { takes: 0, shows: [] }),
  ...each([...REFERENCES, ...HIDDEN], { takes: 1, shows: [] }),
  ...each(LINKS, { takes: 2, shows: [1] }),
  ...each(FRACTIONS, { takes: 2, shows: [0, 1], between: '/' }),
  ...each(['sqrt'], { takes: 1, shows: [0], before: '√' }),
  ...each(['binom'], { takes: 2, shows: [0, 1], before: '(', between: ' over ', after: ')' }),
  ...each(['pmod'], { takes: 1, shows: [0], before: '(mod ', after: ')' }),
  ...each(['SI', 'qty'], { takes: 2, shows: [0, 1], between: ' ' }),
  ...each(['replaced', 'texorpdfstring'], { takes: 2, shows: [0] }),
  ...each(['footnote'], { takes: 1, shows: [0], before: ' (', after: ')' }),
]);

function each(commands: readonly string[], reading: Reading): [string, Reading][] {
  return commands.map((command) => [command, reading]);
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
