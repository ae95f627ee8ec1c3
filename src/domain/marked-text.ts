import { visibleLine } from './visible-text.ts';

/**
 * A piece of marked text. Marked text is a line or more of prose in which backticks hold code, as in CommonMark, and
 * nothing else has a meaning. Authors write it in rubrics; `Feedback.what` quotes foreign values in it.
 */
export interface TextPart {
  kind: 'prose' | 'code';
  value: string;
}

// A run of backticks, the shortest text up to a run of the same length, with no backtick beside either.
const CODE = /(?<!`)(`+)(?!`)([\s\S]+?)(?<!`)\1(?!`)/g;

// CommonMark takes one space off each side where both are there and something else is between them.
const unpadded = (code: string) => (/^ .*[^ ].* $/s.test(code) ? code.slice(1, -1) : code);

/** Quotes a foreign value for marked text: in backticks, however many it needs, on one line, with nothing hidden. */
export function quoted(value: string): string {
  const line = visibleLine(value);
  if (line === '') return '(empty)';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  // Padding keeps a backtick at an end apart from the fence, and outer spaces from being taken off.
  const pad = /^[` ]|[` ]$/.test(line) && line.trim() !== '' ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Takes marked text apart. Code that stands side by side becomes one piece, as it would when printed. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = [];
  const add = (kind: TextPart['kind'], value: string) => {
    const last = parts.at(-1);
    if (value === '') return;
    if (last?.kind === kind) last.value += value;
    else parts.push({ kind, value });
  };
  let from = 0;
  for (const match of text.matchAll(CODE)) {
    add('prose', text.slice(from, match.index));
    add('code', unpadded(match[2] ?? ''));
    from = match.index + match[0].length;
  }
  add('prose', text.slice(from));
  return parts;
}

/** Marked text without its marks, for places that show plain text, such as the title of a check. */
export function unmarked(text: string): string {
  return partsOf(text)
    .map((part) => visibleLine(part.value))
    .join('');
}
