import type { Corrective } from '../domain/course/corrective.ts';
import type { LearnerHistory } from '../domain/history.ts';
import type { Criterion } from '../domain/course/criterion.ts';

/** What a learner has been given so far, and what this is for. */
export interface CorrectiveHistory extends Pick<LearnerHistory, 'given'> {
  /** Practice is no attempt: it uses up no corrective. */
  practice: boolean;
}

/** `number` is counted from 1, in the rubric's order. */
export type NextCorrective =
  { kind: 'corrective'; corrective: Corrective; number: number } | { kind: 'staff' };

/**
 * What to do after a miss of a criterion. Each further miss moves to the next corrective, of another kind, since repeating the
 * same words to somebody whom they did not help does not help (brief, 'the cycle'); no text is given to a learner twice,
 * in whichever project it was. When all have been given a person is called. In practice the one that was given last still stands.
 */
export function nextCorrective(
  { correctives }: Pick<Criterion, 'correctives'>,
  { given, practice }: CorrectiveHistory,
): NextCorrective {
  const numbered = correctives.map((corrective, at) => ({
    kind: 'corrective' as const,
    corrective,
    number: at + 1,
  }));
  const wasGiven = ({ corrective }: (typeof numbered)[number]): boolean => given.includes(corrective.text);
  const last = numbered.toSorted(
    (a, b) => given.lastIndexOf(b.corrective.text) - given.lastIndexOf(a.corrective.text),
  )[0];
  if (practice && last !== undefined && wasGiven(last)) return last;
  return numbered.find((each) => !wasGiven(each)) ?? { kind: 'staff' };
}
