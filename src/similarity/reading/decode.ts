/** A file's text, or why it has none. */
export type Decoded = { text: string } | { fault: string };

/** So much of a file tells what it is, in bytes. */
const LOOKED_AT = 8 * 1024;
/** Of the bytes at odd or at even places: text in UTF-16 has zeros in one half of them, in most alphabets. */
const MANY = 0.3;
/** Tab, line feed, form feed, carriage return, escape: control characters that texts have. */
const IN_TEXTS = new Set([9, 10, 12, 13, 27]);

/**
 * Reads bytes as text: UTF-8, UTF-16 with or without its mark, and, where they are no UTF-8, as Windows in western Europe writes them. Line ends
 * become `\n`, so that lines are counted as an editor counts them.
 */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  if (encoding === null) return { fault: 'it is no text' };
  const text = new TextDecoder(encoding).decode(bytes);
  return { text: text.replace(/\r\n?/g, '\n') };
}

function encodingOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, LOOKED_AT);
  let [even, odd, controls] = [0, 0, 0];
  for (let at = 0; at < head.length; at += 1) {
    const byte = head[at] ?? 0;
    if (byte === 0 && at % 2 === 0) even += 1;
    else if (byte === 0) odd += 1;
    else if (byte < 32 && !IN_TEXTS.has(byte)) controls += 1;
  }
  const many = (head.length / 2) * MANY;
  if (odd > many && even === 0) return 'utf-16le';
  if (even > many && odd === 0) return 'utf-16be';
  if (bytes.includes(0) || controls > head.length / 100) return null;
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
