import type { Anchor, Decision } from '../../graph/schema.ts';
import { relationWords, typeWord } from '../words.ts';

/** What was decided, as one says it: `“SimSD” (2601.00001) and “Sim” (2602.00002) are one thing`. */
export function decisionWords(decision: Decision): string {
  switch (decision.kind) {
    case 'same':
      return `${quote(decision.a)} and ${quote(decision.b)} are one thing`;
    case 'different':
      return `${quote(decision.a)} and ${quote(decision.b)} are two things`;
    case 'rename':
      return `${quote(decision.entity)} is called “${decision.name}”`;
    case 'type':
      return `${quote(decision.entity)} is a ${typeWord(decision.type)}`;
    case 'drop entity':
      return `${quote(decision.entity)} is nothing to keep`;
    case 'drop relation':
      return `It is not said that ${claimWords(decision)}`;
    case 'add relation':
      return `It is said that ${claimWords(decision)}`;
    case 'drop result':
      return `${quote(decision.number)} is no result`;
    case 'value':
      return `${quote(decision.number)} is ${decision.value}${decision.unit ? ` ${decision.unit}` : ''}`;
    case 'add result':
      return `${quote(decision.number)} is a result`;
  }
}

const quote = ({ words, paper }: Anchor): string => `“${words}” (${paper})`;

type Claim = Extract<Decision, { kind: 'drop relation' | 'add relation' }>;

const claimWords = ({ source, type, target, evidence }: Claim): string => {
  const from = source ? `“${source.words}”` : `paper ${evidence.paper}`;
  return `${from} ${relationWords(type, 'forward')} ${quote(target)}`;
};
