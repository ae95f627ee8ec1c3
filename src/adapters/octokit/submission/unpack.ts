import { Transform, Writable } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Parser } from 'tar';
import { submissionError } from '../../../domain/errors/submission.ts';

/** In bytes. */
export interface UnpackLimits {
  compressedBytes: number;
  /** Of the whole archive, headers and padding included. */
  unpackedBytes: number;
  /** Paths of the wanted files, without the archive's first folder; nothing else is kept. */
  wanted: ReadonlySet<string>;
  /** Of one file; a larger one is skipped. */
  fileBytes: number;
}

class TooMuch extends Error {}

/** Passes on what it gets, up to `most` bytes. */
function upTo(most: number, what: string): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.byteLength;
      if (seen > most)
        done(new TooMuch(`${what} is larger than the ${most} bytes that its list of files allows`));
      else done(null, chunk);
    },
  });
}

/** The first folder of GitHub's archives is named after repository and commit. */
const withoutFirstFolder = (path: string) => path.slice(path.indexOf('/') + 1);

/**
 * Unpacks a gzipped tar archive in memory and keeps the wanted files. It writes nothing to disk and makes no link. The
 * limits hold while it streams, so that a small archive cannot unpack into a large one.
 *
 * @throws TouchstoneError `submission.bad-archive`, or the signal's reason
 */
export async function unpack(
  archive: Readable,
  limits: UnpackLimits,
  signal?: AbortSignal,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const parser = new Parser({
    // Entries of any other type than a file are skipped by it, and so is what nobody asked for.
    filter: (path, entry) =>
      'type' in entry &&
      (entry.type === 'File' || entry.type === 'OldFile') &&
      limits.wanted.has(withoutFirstFolder(path)) &&
      entry.size <= limits.fileBytes,
    onReadEntry: (entry) => {
      const chunks: Buffer[] = [];
      entry.on('data', (chunk: Buffer) => chunks.push(chunk));
      entry.on('end', () => files.set(withoutFirstFolder(entry.path), new Uint8Array(Buffer.concat(chunks))));
    },
  });
  const failed = new Promise<never>((_resolve, reject) => {
    parser.on('error', reject);
  });
  // Its rejection is awaited below or, where the pipeline fails first, is of no more interest.
  failed.catch(() => undefined);
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (parser.write(chunk)) done();
      else
        parser.once('drain', () => {
          done();
        });
    },
    final(done) {
      parser.once('end', () => {
        done();
      });
      parser.end();
    },
  });
  try {
    await Promise.race([
      pipeline(
        archive,
        upTo(limits.compressedBytes, 'the archive'),
        createGunzip(),
        upTo(limits.unpackedBytes, 'the unpacked archive'),
        sink,
        signal === undefined ? {} : { signal },
      ),
      failed,
    ]);
  } catch (error) {
    signal?.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    throw submissionError('submission.bad-archive', { reason }, { cause: error });
  }
  return files;
}
