import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { z } from 'zod';
import type { FileMap } from '../../domain/course/file-map.ts';
import { howToRead } from '../reading/language.ts';
import { readingLimits, type ReadingLimits } from '../reading/limits.ts';
import { isForeign } from '../reading/not-own.ts';

const Files = z.array(z.tuple([z.string(), z.base64()]));

/** What of a submission is compared: files in a language that is read, which nobody else has made, within bounds. */
export function comparedFiles(files: FileMap, limits: ReadingLimits = readingLimits): FileMap {
  let left = limits.totalBytes;
  const wanted = [...files].filter(([path, bytes]) => {
    if (howToRead(path, null) === null || isForeign(path) || bytes.length > limits.fileBytes) return false;
    left -= bytes.length;
    return left >= 0;
  });
  return new Map(wanted.slice(0, limits.files));
}

/** Files as they are kept until their turn comes: compressed, in signs that every database takes. Beside whatever else goes on. */
export async function packFiles(files: FileMap): Promise<string> {
  const texts = [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]);
  return (await promisify(deflateRaw)(JSON.stringify(texts))).toString('base64');
}

/** @throws where they are none. */
export async function unpackFiles(packed: string): Promise<FileMap> {
  const text = (await promisify(inflateRaw)(Buffer.from(packed, 'base64'))).toString();
  return new Map(Files.parse(JSON.parse(text)).map(([path, bytes]) => [path, Buffer.from(bytes, 'base64')]));
}
