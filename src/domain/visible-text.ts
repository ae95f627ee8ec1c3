// Characters that show nothing, or make a text look like another, or speak to a terminal: controls, format characters
// (bidirectional and zero-width marks, tags), line and paragraph separators, halves of surrogate pairs, and whatever
// else Unicode says may be left out of a display. See Unicode Technical Reports 36 and 51.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const KEPT = new Set(['\t', '\n']);

// Between two pictures it makes one of them, as in most emoji of people.
const JOINS =
  /(?<=\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)\u200d(?=\p{Extended_Pictographic})/gu;

// They only choose between two looks of the character before them, as in most emoji.
const isVariationSelector = (character: string) => character >= '\ufe00' && character <= '\ufe0f';

const escaped = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
};

/**
 * Makes every character of a foreign text visible: hidden ones become escapes such as `\u202e`, line ends become
 * `\n`. Tabs and line feeds stay. The result is well-formed Unicode and safe to print on a terminal.
 */
export function visible(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .split(JOINS)
    .map((part) =>
      part.replace(HIDDEN, (character) =>
        KEPT.has(character) || isVariationSelector(character) ? character : escaped(character),
      ),
    )
    .join('\u200d');
}

/** As {@link visible}, on one line: line feeds and tabs are shown as `\n` and `\t`. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}

/** Keeps at most `most` characters (UTF-16 units), never half of a pair, and ends a text that was cut with `…`. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = Math.max(0, most - 1);
  const last = text.charCodeAt(end - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, splitsPair ? end - 1 : end)}…`;
}
