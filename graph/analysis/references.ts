/**
 * Whether a name says what methods are held against, and is of no method that competes: chance, people, an oracle, a
 * baseline. `human experts`, `no-skill baseline`, `ensemble oracle` -> true; `Humans-Junior`, `random forest` -> false
 */
export function isReference(name: string): boolean {
  return REFERENCES.some((pattern) => pattern.test(name));
}

const REFERENCES = [
  // Whoever it is of.
  /^(?:.*[\s-])?(?:baselines?|oracles?|upper[\s-]bounds?|lower[\s-]bounds?|ceiling)$/i,
  /^oracle\s/i,
  /^(?:random|chance)(?:[\s-](?:guess|guesses|guessing|chance|level|choice|selection|policy|agent))*$/i,
  /^(?:humans?|people)$/i,
  /^human[\s-](?:performance|level|subjects|experts?|readers?|annotators?|raters?|evaluators?|participants?)$/i,
  /^(?:\p{L}+\s)*(?:annotators|participants|physicians|clinicians|doctors|radiologists|pathologists)$/iu,
  /^(?:domain|medical|clinical|subject[\s-]matter) experts?$/i,
];
