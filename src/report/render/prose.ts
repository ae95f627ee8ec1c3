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
 * @param most characters to keep; a longer text ends with its last whole sentence, or between words with `…`
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

// A text that is cut after a whole sentence reads as if it had been written so; one sentence must be worth reading.
const SENTENCE_LEAST = 30;

function shortened(parts: readonly TextPart[], most: number): TextPart[] {
  const shown = parts.map(({ kind, value }) => ({ kind, value: visibleLine(value) }));
  if (lengthOf(shown) <= most) return shown;
  const sentence = lastSentenceEnd(shown, most);
  if (sentence >= SENTENCE_LEAST) return firstCharacters(shown, sentence).parts;
  const { parts: kept, dropped } = firstCharacters(shown, most - 1);
  const last = kept.at(-1);
  if (last !== undefined && dropped)
    last.value = last.kind === 'prose' ? betweenWords(last.value) : last.value;
  return [...kept, { kind: 'prose', value: '…' }];
}

const lengthOf = (parts: readonly TextPart[]) => parts.reduce((sum, { value }) => sum + value.length, 0);

function lastSentenceEnd(parts: readonly TextPart[], most: number): number {
  let before = 0;
  let end = 0;
  for (const { kind, value } of parts) {
    if (kind === 'prose')
      for (const { index, 0: stop } of value.matchAll(/[.!?][”"')]?(?= |$)/g))
        if (before + index + stop.length <= most) end = before + index + stop.length;
    before += value.length;
  }
  return end;
}

function firstCharacters(parts: readonly TextPart[], most: number): { parts: TextPart[]; dropped: boolean } {
  const kept: TextPart[] = [];
  let room = most;
  for (const { kind, value } of parts) {
    if (room <= 0) break;
    // `cut` never leaves half of a pair; its own ellipsis is not wanted here.
    kept.push({ kind, value: value.length <= room ? value : cut(value, room + 1).slice(0, -1) });
    room -= value.length;
  }
  return { parts: kept, dropped: room < 0 };
}

function betweenWords(text: string): string {
  const space = text.lastIndexOf(' ');
  return (space > text.length / 2 ? text.slice(0, space) : text).replace(/[\s,;:–-]+$/, '');
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
