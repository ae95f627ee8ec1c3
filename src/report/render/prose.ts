import type { InlineCode, PhrasingContent, Text } from 'mdast';
import { partsOf, type TextPart } from '../../domain/marked-text.ts';
import { cut, visibleLine } from '../../domain/visible-text.ts';

// What GitHub makes something of in ordinary text: mentions and e-mail addresses, references to issues and commits,
// addresses, emoji names and formulas. Backslashes and character references do not stop it; code does.
const ALIVE = [
  /@[\p{L}\p{N}]/u,
  /#\d/,
  /\bgh-\d/i,
  /\b(?=[a-f]*\d)[0-9a-f]{7,64}\b/i,
  /:\/\/|\bwww\.|\b(?:mailto|xmpp):/i,
  /:[\w+-]+:/,
  /\$/,
];

// Brackets, quotes and stops around a word are not part of it.
const WORD = /^([([{"'“‘]*)(.*?)([)\]}"'”’.,;!?]*)$/s;

/**
 * Turns marked text into Markdown nodes in which nothing but the author's code spans has a meaning. Words that GitHub
 * would bring to life (`@media` would call a person of that name) become code.
 *
 * @param most characters to keep; a longer text ends with `…`, between words where there is a space near
 */
export function prose(text: string, most = Infinity): PhrasingContent[] {
  return merged(shortened(partsOf(text.replace(/\s+/g, ' ').trim()), most).flatMap(lifeless)).map(nodeOf);
}

/** A foreign value on one line: as code, so that nothing in it has a meaning. */
export function inlineCode(value: string, most = Infinity): PhrasingContent {
  const line = cut(visibleLine(value), most);
  return line === '' ? { type: 'text', value: '(empty)' } : { type: 'inlineCode', value: line };
}

function nodeOf({ kind, value }: TextPart): Text | InlineCode {
  return kind === 'code' ? { type: 'inlineCode', value } : { type: 'text', value };
}

function shortened(parts: readonly TextPart[], most: number): TextPart[] {
  const kept: TextPart[] = [];
  let room = most;
  for (const part of parts) {
    if (room <= 0) break;
    const value = visibleLine(part.value);
    kept.push({ kind: part.kind, value: value.length <= room ? value : cutBetweenWords(value, room) });
    room -= value.length;
  }
  return kept;
}

function cutBetweenWords(text: string, most: number): string {
  const short = cut(text, most);
  const space = short.lastIndexOf(' ');
  return space > most / 2 ? `${short.slice(0, space)}…` : short;
}

function lifeless(part: TextPart): TextPart[] {
  if (part.kind === 'code') return [part];
  return part.value.split(/( )/).flatMap((word): TextPart[] => {
    if (!ALIVE.some((pattern) => pattern.test(word))) return [{ kind: 'prose', value: word }];
    const [, before = '', core = word, after = ''] = WORD.exec(word) ?? [];
    return [
      { kind: 'prose', value: before },
      { kind: 'code', value: core },
      { kind: 'prose', value: after },
    ];
  });
}

// Neighbouring code spans would print as one with backticks inside; neighbouring texts read better as one.
function merged(parts: readonly TextPart[]): TextPart[] {
  const result: TextPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.value === '') continue;
    if (last?.kind === part.kind) last.value += part.value;
    else result.push({ ...part });
  }
  return result;
}
