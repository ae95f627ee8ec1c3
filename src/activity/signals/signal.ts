/** `watch`: staff see it where they look. `nudge`: the learner gets a kind word. `alert`: staff are told. `person`: somebody must talk with them. */
export type Level = 'watch' | 'nudge' | 'alert' | 'person';

const ORDER: readonly Level[] = ['watch', 'nudge', 'alert', 'person'];

/** Below zero where `a` is less urgent than `b`. */
export const compareLevels = (a: Level, b: Level): number => ORDER.indexOf(a) - ORDER.indexOf(b);

export type SignalName = 'duration' | 'attempts' | 'repeated' | 'rapid' | 'silence' | 'pace';

/** That a learner may be stuck, and by what it shows. */
export interface Signal {
  signal: SignalName;
  level: Level;
  project: string;
  /** What was measured, and what it was measured against, by name. */
  numbers: Readonly<Record<string, number>>;
  /** The same in one sentence, for staff. */
  sentence: string;
}

/** A number as people write it: at most one digit after the point. */
export const shown = (value: number): string => String(Math.round(value * 10) / 10);

/** `1 attempt`, `2 attempts`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${shown(count)} ${shown(count) === '1' ? one : many}`;
