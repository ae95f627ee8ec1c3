/** What ends a line of a program, to those who read JavaScript. */
const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;

/** Leads from a place of a text, whose line and column are counted from 0 and in UTF-16 units, to its byte in UTF-8. */
export function offsets(text: string): (place: { line: number; column: number }) => number {
  const starts = [0, ...[...text.matchAll(LINE_END)].map((end) => end.index + end[0].length)];
  return ({ line, column }) => Buffer.byteLength(text.slice(0, (starts[line] ?? 0) + column));
}
