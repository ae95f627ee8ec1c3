import type { Nodes, Paragraph, Root, RootContent } from 'mdast';
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
/** A tag of HTML; comments, and what is in them, are none. */
const TAG = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z\d-]*)\b[^>]*>/gi;
/** Elements that hold nothing, so that nothing ends them. */
const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
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
  return children.flatMap((node, at) =>
    node.type === 'paragraph' && !isInHtml(children.slice(0, at)) ? [node] : [],
  );
}

/** Blank lines end a piece of HTML for Markdown, and do not end the element that it has begun. */
function isInHtml(before: readonly RootContent[]): boolean {
  const html = before.flatMap((node) => (node.type === 'html' ? [node.value] : [])).join('\n');
  const open: string[] = [];
  for (const [, end, name = ''] of html.matchAll(TAG)) {
    const tag = name.toLowerCase();
    if (end === '') open.push(tag);
    else if (open.includes(tag)) open.splice(open.lastIndexOf(tag));
  }
  return open.some((tag) => !VOID.has(tag));
}

/**
 * As it was written: what somebody says about their work may have Markdown in it. Code and HTML that go over several lines are put
 * on one, so that no line of them is a line of the comment's own.
 */
function textOf(comment: string, paragraph: Paragraph): string {
  const [start, end] = placeOf(paragraph);
  const text = comment.slice(start, end);
  return talkIn(paragraph)
    .map(placeOf)
    .reduce(
      (whole, [from, to]) =>
        whole.slice(0, from - start) +
        whole.slice(from - start, to - start).replace(/[\r\n]/g, ' ') +
        whole.slice(to - start),
      text,
    );
}

const placeOf = ({ position }: Nodes): [start: number, end: number] => [
  position?.start.offset ?? 0,
  position?.end.offset ?? 0,
];

/** The code and the HTML in a paragraph. A comment of HTML is one piece, and so is each tag. */
function talkIn(node: Nodes): Nodes[] {
  if (node.type === 'inlineCode' || node.type === 'html') return [node];
  return 'children' in node ? node.children.flatMap(talkIn) : [];
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
  const { name, word, behind } = nameIn(call);
  if (!isCommand(name)) return { kind: 'unknown', name: word, nearest: nearestTo(name) };
  const given = COMMANDS[name].arguments.safeParse(behind);
  if (!given.success)
    return { kind: 'incomplete', name, expected: given.error.issues[0]?.message ?? COMMANDS[name].usage };
  return { kind: 'command', command: { name, ...given.data } as Command };
}

/** `approve,` and `` `approve` `` are approve, and so is `please approve`; `request changes` is `request-changes`. */
function nameIn(call: string): { name: string; word: string; behind: string } {
  const [, word = '', rest = ''] = /^(?:please[ ,]+)?(\S*)([\s\S]*)$/i.exec(call) ?? [];
  // Who only calls wants to know what there is.
  const name = word === '' ? 'help' : bare(word);
  const [, second = ''] = /^[ \t]+(\S+)/.exec(rest) ?? [];
  const both = `${name}-${bare(second)}`;
  if (!isCommand(name) && isCommand(both))
    return { name: both, word, behind: rest.slice(rest.indexOf(second) + second.length) };
  return { name, word, behind: rest };
}

const bare = (word: string): string => word.toLowerCase().replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '');

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

function nearestTo(name: string): CommandName {
  const names = Object.keys(COMMANDS) as CommandName[];
  return names.toSorted((a, b) => leven(name, a) - leven(name, b))[0] ?? 'help';
}
