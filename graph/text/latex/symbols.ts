/** What a command stands for, and how it stands among others. */
export interface CommandSymbol {
  readonly text: string;
  /** A letter draws near what follows (`\lambda x` reads λx), a sign does if it is near what precedes, a word never. */
  readonly kind: 'letter' | 'sign' | 'word';
}

/** What a command stands for, `\beta` for β, or undefined. */
export function symbolOf(command: string): CommandSymbol | undefined {
  return SYMBOLS.get(command);
}

const LETTERS = table(
  'letter',
  `alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
  lambda λ mu μ upmu μ textmu μ micro μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ
  upsilon υ phi φ varphi φ chi χ psi ψ omega ω
  Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
  ell ℓ hbar ℏ nabla ∇ partial ∂ aleph ℵ forall ∀ exists ∃ neg ¬ lnot ¬ imath ı jmath ȷ
  ss ß o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ S § P ¶`,
);

const SIGNS = table(
  'sign',
  `times × cdot · div ÷ pm ± mp ∓ sim ~ approx ≈ simeq ≃ cong ≅ equiv ≡ propto ∝ doteq ≐
  neq ≠ ne ≠ le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ll ≪ gg ≫ lesssim ≲ gtrsim ≳ lt < gt >
  prec ≺ succ ≻ preceq ⪯ succeq ⪰ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ sqsubseteq ⊑
  in ∈ notin ∉ ni ∋ cup ∪ cap ∩ setminus ∖ emptyset ∅ varnothing ∅ wedge ∧ land ∧ vee ∨ lor ∨
  to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← leftrightarrow ↔ uparrow ↑ downarrow ↓ updownarrow ↕
  Rightarrow ⇒ implies ⇒ Longrightarrow ⟹ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦ nrightarrow ↛
  nearrow ↗ searrow ↘ hookrightarrow ↪ textrightarrow → textleftarrow ← rightharpoonup ⇀
  infty ∞ sum ∑ prod ∏ int ∫ oint ∮ otimes ⊗ oplus ⊕ ominus ⊖ odot ⊙ boxtimes ⊠ circ ∘ bullet • star ⋆ ast ∗
  top ⊤ bot ⊥ perp ⊥ parallel ∥ mid | vert | Vert ‖ lVert ‖ rVert ‖ vDash ⊨ models ⊨ vdash ⊢
  langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lbrace { rbrace } lbrack [ rbrack ]
  prime ′ dagger † ddagger ‡ checkmark ✓ square □ Box □ triangle △ diamond ⋄ clubsuit ♣ heartsuit ♥
  ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ textellipsis … colon : slash / backslash \\ textbackslash \\
  deg ° degree ° textdegree ° percent % textpercent % textperthousand ‰ textregistered ® circledR ®
  texttrademark ™ textcopyright © copyright © pounds £ euro € texteuro €
  textasciitilde ~ textasciicircum ^ textunderscore _ textbar | textless < textgreater > textdollar $
  textendash – textemdash — textquoteright ’ textquoteleft ‘ textquotedblleft “ textquotedblright ”
  textquotesingle ' and ·`,
);

/** Abbreviations that authors define for themselves, and names that are set as words. */
const WORDS = table(
  'word',
  `eg e.g. ie i.e. etc etc. cf cf. vs vs. aka a.k.a. wrt w.r.t. iid i.i.d.
  TeX TeX LaTeX LaTeX meter m kilo k`,
);

const SYMBOLS: ReadonlyMap<string, CommandSymbol> = new Map([...LETTERS, ...SIGNS, ...WORDS]);

function table(kind: CommandSymbol['kind'], pairs: string): [string, CommandSymbol][] {
  const words = pairs.trim().split(/\s+/);
  const commands = words.filter((_, index) => index % 2 === 0);
  return commands.map((command, index) => [command, { kind, text: words[2 * index + 1] ?? '' }]);
}
