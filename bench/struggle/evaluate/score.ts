import { median } from '../../../src/domain/median.ts';
import type { Judgement, Trouble, Verdict } from './judge.ts';

/** How good what was said was. Shares are from 0 to 1, and null of none. */
export interface Score {
  learners: number;
  /** Messages a learner. */
  messages: number;
  recall: number | null;
  /** By causes, as they followed one another. */
  byCause: ReadonlyMap<string, { found: number; all: number }>;
  /** By what learners do when they are stuck, and by their rhythm. */
  byStyle: ReadonlyMap<string, { found: number; all: number }>;
  byRhythm: ReadonlyMap<string, { found: number; all: number }>;
  precision: number | null;
  verdicts: ReadonlyMap<Verdict, number>;
  /** Of each signal: how much of what it said was true, and how much it said. */
  bySignal: ReadonlyMap<string, { found: number; all: number }>;
  /** Days of the school by which half of what was found was found sooner than by the plain rule. */
  lead: number | null;
  /** Of that, how much the plain rule had found as well; for it alone the lead is certain, for the rest it is the least that it can be. */
  both: { lead: number | null; found: number };
  /** Troubles that the plain rule found and this did not. */
  plainAlone: number;
}

export function scoreOf(judgements: readonly Judgement[]): Score {
  const troubles = judgements.flatMap((each) => each.troubles);
  const verdicts = judgements.flatMap((each) => each.verdicts);
  const isFound = ({ told }: Trouble) => told !== null;
  const found = troubles.filter(isFound);
  const both = found.filter(({ plain }) => plain !== null);
  const isTrue = ({ verdict }: { verdict: Verdict }) => verdict === 'true';
  return {
    learners: judgements.length,
    messages: verdicts.length / judgements.length,
    recall: share(found.length, troubles.length),
    byCause: counted(troubles, ({ episode }) => episode.causes.join(', then '), isFound),
    byStyle: counted(troubles, ({ kind }) => kind.style, isFound),
    byRhythm: counted(troubles, ({ kind }) => kind.rhythm, isFound),
    precision: share(verdicts.filter(isTrue).length, verdicts.length),
    verdicts: new Map(
      [...counted(verdicts, ({ verdict }) => verdict, isTrue)].map(([verdict, { all }]) => [verdict, all]),
    ),
    bySignal: counted(verdicts, ({ alert }) => alert.cause, isTrue),
    lead: median(leadsOf(found)),
    both: { lead: median(leadsOf(both)), found: both.length },
    plainAlone: troubles.filter(({ told, plain }) => told === null && plain !== null).length,
  };
}

const leadsOf = (troubles: readonly Trouble[]): number[] => troubles.flatMap(({ lead }) => lead ?? []);

const share = (some: number, all: number): number | null => (all === 0 ? null : some / all);

function counted<Each, Name extends string>(
  all: readonly Each[],
  nameOf: (each: Each) => Name,
  isFound: (each: Each) => boolean,
): Map<Name, { found: number; all: number }> {
  const groups = new Map<Name, { found: number; all: number }>();
  for (const each of all) {
    const name = nameOf(each);
    const group = groups.get(name) ?? { found: 0, all: 0 };
    groups.set(name, { found: group.found + (isFound(each) ? 1 : 0), all: group.all + 1 });
  }
  return groups;
}
