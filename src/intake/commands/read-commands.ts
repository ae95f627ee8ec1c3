import type { Paragraph, Root } from 'mdast';
import leven from 'leven';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type Command, type CommandName, COMMANDS } from './command.ts';

/** What somebody asked for in a comment, as far as it can be understood. */
export type Reading =
  | { kind: 'command'; command: Command }
  /** There is no such command; `nearest` is the one whose name is most like it. */
  | { kind: 'unknown'; name: string; nearest: CommandName }
  /** What belongs behind it is missing or wrong. */
  | { kind: 'incomplete'; name: CommandName; expected: string };

/** A line of a comment that begins so is a command. */
const CALL = /^\/touchstone(?:[ \t]+|$)/i;
/** A comment that holds more commands than this is no list of wishes. */
const AT_MOST = 5;

/**
 * The commands in a comment, in their order, at most five. A command stands at the beginning of a line of its own, and goes on
 * to the end of its paragraph or to the next command. What is quoted, code, in a list, or in HTML is talk about commands and no
 * command: only the comment's own paragraphs count.
 */
export function readCommands(comment: string): Reading[] {
  const tree = fromMarkdown(comment, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return paragraphs(tree)
    .flatMap((paragraph) => callsIn(textOf(comment, paragraph)))
    .slice(0, AT_MOST)
    .map(read);
}

function paragraphs({ children }: Root): Paragraph[] {
  return children.filter((node) => node.type === 'paragraph');
}

/** As it was written: what somebody says about their work may have Markdown in it. */
function textOf(comment: string, { position }: Paragraph): string {
  return comment.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

function callsIn(text: string): string[] {
  const calls: string[] = [];
  for (const line of text.split(/\r?\n|\r/)) {
    if (CALL.test(line.trimStart())) calls.push(line.trimStart().replace(CALL, ''));
    else if (calls.length > 0) calls.push(`${calls.pop() ?? ''}\n${line}`);
  }
  return calls.map((call) => call.trim());
}

function read(call: string): Reading {
  const word = call.split(/\s+/, 1)[0] ?? '';
  // Who only calls wants to know what there is.
  const name = word === '' ? 'help' : word.toLowerCase();
  if (!isCommand(name)) return { kind: 'unknown', name: word, nearest: nearestTo(name) };
  const behind = call.slice(word.length).trim();
  const given = COMMANDS[name].arguments.safeParse(behind);
  if (!given.success)
    return { kind: 'incomplete', name, expected: given.error.issues[0]?.message ?? COMMANDS[name].usage };
  return { kind: 'command', command: { name, ...given.data } as Command };
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

function nearestTo(name: string): CommandName {
  const names = Object.keys(COMMANDS) as CommandName[];
  return names.toSorted((a, b) => leven(name, a) - leven(name, b))[0] ?? 'help';
}
