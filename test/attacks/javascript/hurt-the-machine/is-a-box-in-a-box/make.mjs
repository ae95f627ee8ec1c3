import { gzipSync } from 'node:zlib';

/** Small files that are large when they are unpacked. */
export function* files() {
  yield ['bomb.gz', gzipSync(gzipSync(Buffer.alloc(200 * 1024 * 1024)))];
  yield ['big.json', '['.repeat(900_000) + ']'.repeat(900_000)];
}
