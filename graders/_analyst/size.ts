/** A file written by hand is far below all of these; what is above them is not worth a parser's risk. */
const MOST_BYTES = 1024 * 1024;
const MOST_LINES = 50_000;
const LONGEST_LINE = 100_000;

const LINE_FEED = 0x0a;

/** Lines of a file, and which limit on its size it is above, if any. */
export function measure(bytes: Uint8Array): {
  lines: number;
  tooLarge: 'bytes' | 'lines' | 'line-length' | null;
} {
  let lines = 0;
  let longest = 0;
  for (let at = 0; at < bytes.byteLength; lines += 1) {
    const found = bytes.indexOf(LINE_FEED, at);
    const end = found === -1 ? bytes.byteLength : found;
    longest = Math.max(longest, end - at);
    at = end + 1;
  }
  if (bytes.byteLength > MOST_BYTES) return { lines, tooLarge: 'bytes' };
  if (lines > MOST_LINES) return { lines, tooLarge: 'lines' };
  return { lines, tooLarge: longest > LONGEST_LINE ? 'line-length' : null };
}
