import { z } from 'zod';
import { Slug } from '../../domain/course/slug.ts';
import { Day } from '../../domain/people/calendar.ts';

/**
 * Whose command it is. `author`: the learner whose pull request it is. `reviewer`: a peer who was asked to review it. `staff`: leads
 * too. `anyone`: every person of the school.
 */
export type Whose = 'anyone' | 'author' | 'reviewer' | 'staff';

interface Entry<Arguments extends z.ZodType> {
  /** As it is typed, with what belongs behind it. */
  usage: string;
  does: string;
  whose: readonly Whose[];
  /** What belongs behind the name, from its text. */
  arguments: Arguments;
}

const nothing = z.literal('', { error: 'nothing belongs behind it' }).transform(() => ({}));

/** A text of one's own; Markdown is kept as it was written. */
const words = (what: string) => z.string().min(1, { error: what });

/** The first word, and the rest. */
const firstWord = z
  .string()
  .transform((text) => ({ first: text.split(/\s+/, 1)[0] ?? '', rest: text.replace(/^\S+\s*/, '') }));

const entry = <Arguments extends z.ZodType>(given: Entry<Arguments>): Entry<Arguments> => given;

/** A session has an end: nobody sits with a learner for longer than a working day. */
const MINUTES_MOST = 480;
const minutes = z
  .string()
  .regex(/^\d+$/, { error: 'a whole number of minutes' })
  .transform(Number)
  .pipe(
    z
      .number()
      .min(1, { error: 'at least one minute' })
      .max(MINUTES_MOST, { error: `at most ${MINUTES_MOST} minutes` }),
  );

const ofUnit = z
  .string()
  .pipe(Slug)
  .transform((unit) => ({ unit }));

/** Every command that can be given in a comment, by its name. */
export const COMMANDS = {
  help: entry({
    usage: 'help',
    does: 'shows these commands',
    whose: ['anyone'],
    arguments: nothing,
  }),
  mark: entry({
    usage: 'mark',
    does: 'marks this commit once more; it is no new attempt',
    whose: ['author', 'staff'],
    arguments: nothing,
  }),
  explain: entry({
    usage: 'explain <criterion>',
    does: 'shows what a criterion asks for, why, and what was found',
    whose: ['author', 'reviewer', 'staff'],
    arguments: z
      .string()
      .pipe(Slug)
      .transform((criterion) => ({ criterion })),
  }),
  'request-review': entry({
    usage: 'request-review',
    does: 'asks for the review that this project needs',
    whose: ['author', 'staff'],
    arguments: nothing,
  }),
  appeal: entry({
    usage: 'appeal <why>',
    does: 'asks for a person to look at the decision',
    whose: ['author'],
    arguments: words('why a person should look').transform((why) => ({ why })),
  }),
  approve: entry({
    usage: 'approve',
    does: 'signs this commit off as mastered',
    whose: ['staff'],
    arguments: z.string().transform((why) => ({ why: why === '' ? null : why })),
  }),
  'request-changes': entry({
    usage: 'request-changes <why>',
    does: 'says of this commit: not yet',
    whose: ['staff'],
    arguments: words('what is missing, and why it matters').transform((why) => ({ why })),
  }),
  leave: entry({
    usage: 'leave <from> <to>',
    does: 'records days on which nothing is expected of you, such as 2026-11-02 2026-11-13',
    whose: ['author', 'staff'],
    arguments: firstWord
      .pipe(z.object({ first: Day, rest: Day }))
      .refine(({ first, rest }) => first <= rest, { error: 'the first day cannot come after the last' })
      .transform(({ first, rest }) => ({ from: first, to: rest })),
  }),
  challenge: entry({
    usage: 'challenge <unit>',
    does: 'opens a unit that you know already, without what comes before it',
    whose: ['author', 'staff'],
    arguments: ofUnit,
  }),
  start: entry({
    usage: 'start <unit>',
    does: 'makes your repository for a unit that is open to you',
    whose: ['author', 'staff'],
    arguments: ofUnit,
  }),
  retake: entry({
    usage: 'retake',
    does: 'asks for this commit to be assessed in another form',
    whose: ['staff'],
    arguments: nothing,
  }),
  claim: entry({
    usage: 'claim',
    does: 'says that you are looking at it, so that nobody else does',
    whose: ['staff'],
    arguments: nothing,
  }),
  session: entry({
    usage: 'session <minutes> <what about>',
    does: 'records time that you spent with the learner, and the criterion or topic',
    whose: ['staff'],
    arguments: firstWord
      .pipe(z.object({ first: minutes, rest: words('the criterion or topic that it was about') }))
      .transform(({ first, rest }) => ({ minutes: first, about: rest })),
  }),
  snooze: entry({
    usage: 'snooze <until> <why>',
    does: 'puts an alert about this learner off until a day',
    whose: ['staff'],
    arguments: firstWord
      .pipe(z.object({ first: Day, rest: words('why') }))
      .transform(({ first, rest }) => ({ until: first, why: rest })),
  }),
  useful: entry({
    usage: 'useful yes | no',
    does: 'says whether an alert about this learner was of use',
    whose: ['staff'],
    arguments: z
      .enum(['yes', 'no'], { error: 'yes or no' })
      .transform((said) => ({ useful: said === 'yes' })),
  }),
};

export type CommandName = keyof typeof COMMANDS;

/** A command that somebody gave, with what belongs to it. */
export type Command = {
  [Name in CommandName]: { name: Name } & z.output<(typeof COMMANDS)[Name]['arguments']>;
}[CommandName];
