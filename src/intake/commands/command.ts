import { z } from 'zod';
import type { Whose } from '../../domain/command-reply.ts';
import { Slug } from '../../domain/course/slug.ts';

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

const entry = <Arguments extends z.ZodType>(given: Entry<Arguments>): Entry<Arguments> => given;

/** Every command that can be given in a comment, by its name. */
export const COMMANDS = {
  help: entry({
    usage: 'help',
    does: 'shows these commands',
    whose: ['author', 'staff'],
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
    whose: ['author', 'staff'],
    arguments: z
      .string()
      .pipe(Slug)
      .transform((criterion) => ({ criterion })),
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
};

export type CommandName = keyof typeof COMMANDS;

/** A command that somebody gave, with what belongs to it. */
export type Command = {
  [Name in CommandName]: { name: Name } & z.output<(typeof COMMANDS)[Name]['arguments']>;
}[CommandName];
