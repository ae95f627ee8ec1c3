import { createHash } from 'node:crypto';

/**
 * The name that git gives to a file's content: the hash of a short header and the bytes. SHA-1, or SHA-256 where the
 * repository's names have 64 digits. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
 */
export function blobName(bytes: Uint8Array, digits: number): string {
  const hash = createHash(digits === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.byteLength}\0`).update(bytes).digest('hex');
}

/** The same bytes with every CR LF as LF, as git stores text that `eol=crlf` gives out. */
function withLineFeeds(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.byteLength);
  let length = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte === 0x0d && bytes[at + 1] === 0x0a) continue;
    result[length] = byte;
    length += 1;
  }
  return result.slice(0, length);
}

/**
 * The content that git has under `name`, if `bytes` are it, or are it with line ends changed on the way; else null.
 */
export function asCommitted(bytes: Uint8Array, name: string): Uint8Array | null {
  if (blobName(bytes, name.length) === name) return bytes;
  const unixed = withLineFeeds(bytes);
  return unixed.byteLength < bytes.byteLength && blobName(unixed, name.length) === name ? unixed : null;
}
