import type { ExtractedResult, Place, ResultKind } from '../../../graph/schema.ts';
import type { Views } from '../views.ts';
import { readDifference } from './difference.ts';
import { readDirection } from './direction.ts';
import { readQualifier } from './qualifier.ts';
import { readSetting } from './setting.ts';

/** What the words beside a number say of it: how exactly it is meant, which way it goes, under which condition. */
export function describeNumber(
  number: Place,
  kind: ResultKind,
  views: Views,
): Pick<ExtractedResult, 'qualifier' | 'direction' | 'difference' | 'setting'> {
  const text = views.view(number);
  const span = views.seen(number);
  const difference = readDifference(text, span, kind);
  const setting = readSetting(text, span);
  return {
    qualifier: readQualifier(text, span),
    direction: readDirection(text, span, kind),
    ...(difference && { difference }),
    ...(setting && { setting: views.unsee(number.field, setting) }),
  };
}
