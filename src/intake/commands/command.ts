import { z } from 'zod';
import { Day, Days } from '../../domain/people/calendar.ts';

interface Entry<Arguments extends z.ZodType> {
  /** As it is typed, with what belongs behind it. */
  usage: string;
  does: string;
  /** What belongs behind the name, from its text. */
  arguments: Arguments;
}

/** What stands behind the name. */
const text = z.string().trim();

/** A session longer than a day's work is a slip of the pen. */
const Minutes = z
  .string()
  .regex(/^\d+$/, { error: 'a number of minutes, such as 30' })
  .transform(Number)
  .pipe(z.int().min(1, { error: 'at least one minute' }).max(480, { error: 'at most 480 minutes' }));

/** Politeness, signs and smileys are no part of a command; nor is what somebody goes on to say on the next line. */
const POLITE = new Set([
  'please',
  'pls',
  'thanks',
  'thank',
  'you',
  'thx',
  'now',
  'again',
  'me',
  'this',
  'it',
]);
const isPolite = (given: string): boolean =>
  (given.split('\n', 1)[0] ?? '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => word === '' || POLITE.has(word));

const nothing = z
  .string()
  .refine(isPolite, { error: 'nothing, as it stands alone on its line' })
  .transform(() => ({}));

/** By what they are called in the course, or by their titles; who gives it finds out which one is meant. */
const nameOf = (what: string) =>
  text.min(1, { error: `the name of ${what}` }).max(200, { error: `the name of ${what}` });

/** A text of one's own; Markdown is kept as it was written. */
const words = (what: string) => text.min(1, { error: what });

/** The first word, and all that comes after it. */
const firstWord = (given: string): [string, string] => {
  const [, first = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(given) ?? [];
  return [first, rest];
};

const entry = <Arguments extends z.ZodType>(given: Entry<Arguments>): Entry<Arguments> => given;

/** Every command that can be given in a comment, by its name. */
export const COMMANDS = {
  help: entry({
    usage: 'help',
    does: 'shows these commands',
    arguments: nothing,
  }),
  mark: entry({
    usage: 'mark',
    does: 'marks this commit once more; it is no new attempt',
    arguments: nothing,
  }),
  explain: entry({
    usage: 'explain <criterion>',
    does: 'shows what a criterion asks for, why, and what was found',
    arguments: nameOf('a criterion').transform((criterion) => ({ criterion })),
  }),
  approve: entry({
    usage: 'approve',
    does: 'signs this commit off as mastered',
    arguments: text.transform((why) => ({ why: why === '' ? null : why })),
  }),
  'request-changes': entry({
    usage: 'request-changes <why>',
    does: 'says of this commit: not yet',
    arguments: words('what is missing, and why it matters').transform((why) => ({ why })),
  }),
  'request-review': entry({
    usage: 'request-review',
    does: 'asks peers for a look at this, where the project has one; again where they have looked already',
    arguments: nothing,
  }),
  appeal: entry({
    usage: 'appeal <why>',
    does: 'asks for a person to look at a ‘not yet’',
    arguments: words('why a person should look at it').transform((why) => ({ why })),
  }),
  challenge: entry({
    usage: 'challenge <unit>',
    does: 'opens a unit at once for somebody who knows it already',
    arguments: nameOf('a unit').transform((unit) => ({ unit })),
  }),
  start: entry({
    usage: 'start <unit>',
    does: 'makes your repository for a unit that is open to you',
    arguments: nameOf('a unit').transform((unit) => ({ unit })),
  }),
  retake: entry({
    usage: 'retake',
    does: 'lets a unit that is mastered be shown once more, in another form; it stays mastered',
    arguments: nothing,
  }),
  leave: entry({
    usage: 'leave <from> <to>',
    does: 'says on which days the learner is away, both included',
    arguments: text
      .transform((given) =>
        given.split(/[\s,.]+/).filter((word) => !/^(?:|from|to|until|till|and|[-–]|please)$/i.test(word)),
      )
      .pipe(z.tuple([Day, Day], { error: 'two days, such as 2026-09-01 2026-09-14' }))
      .transform(([from, to]) => ({ from, to }))
      .pipe(Days),
  }),
  claim: entry({
    usage: 'claim [@login]',
    does: 'says that you look at this pull request, or that a colleague does',
    arguments: text
      .transform((given) => (isPolite(given) ? '' : given))
      .pipe(
        z.string().regex(/^(?:@[\w-]+)?$/, { error: 'nothing, or the login of a colleague, such as @grace' }),
      )
      .transform((login) => ({ login: login === '' ? null : login.slice(1) })),
  }),
  snooze: entry({
    usage: 'snooze <day> <why>',
    does: 'takes this pull request out of the queue until a day',
    arguments: text
      .transform(firstWord)
      .pipe(z.tuple([Day, words('a day, and why not before')]))
      .transform(([day, why]) => ({ day, why })),
  }),
  session: entry({
    usage: 'session <minutes> <criterion or topic>',
    does: 'notes the time that you have spent with the learner, and what it was about',
    arguments: text
      .transform(firstWord)
      .pipe(z.tuple([Minutes, words('minutes, and a criterion or what it was about')]))
      .transform(([minutes, about]) => ({ minutes, about })),
  }),
  useful: entry({
    usage: 'useful yes|no',
    does: 'says whether what you were told here was of use',
    arguments: text
      .toLowerCase()
      .transform((given) => /^\p{L}*/u.exec(given)?.[0] ?? '')
      .pipe(z.enum(['yes', 'no'], { error: 'yes or no' }))
      .transform((answer) => ({ useful: answer === 'yes' })),
  }),
};

export type CommandName = keyof typeof COMMANDS;

/** A command that somebody gave, with what belongs to it. */
export type Command = {
  [Name in CommandName]: { name: Name } & z.output<(typeof COMMANDS)[Name]['arguments']>;
}[CommandName];
