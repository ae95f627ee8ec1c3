import { createReader, type Reader } from '../../../src/similarity/reading/read-files.ts';
import type { LanguageName } from '../../../src/similarity/reading/language.ts';
import type { Token } from '../../../src/similarity/reading/token.ts';

let reader: Promise<Reader> | undefined;

/** Reads files in this process. */
export async function read(
  files: Readonly<Record<string, string>>,
  { only = null, tokens = 10_000 }: { only?: LanguageName | null; tokens?: number } = {},
) {
  reader ??= createReader();
  const bytes = Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  return (await reader).read(bytes, { only, asWords: new Set(), tokens, onFile: () => undefined });
}

/** Tokens as one text; names of the submission's own say nothing. */
export const saying = (tokens: readonly Token[]): string =>
  tokens
    .map(({ symbol, word }) =>
      word === '' || symbol === 'v' || symbol === 'p' ? symbol : `${symbol}:${word}`,
    )
    .join(' ');

/** What a program says in its canonical form. */
export async function canonical(path: string, text: string): Promise<string> {
  const { files } = await read({ [path]: text });
  return saying(files[0]?.tokens ?? []);
}
