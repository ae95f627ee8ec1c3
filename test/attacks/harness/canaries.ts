import type { FileMap } from '../../../src/domain/course/file-map.ts';

const CANARY = /canary[-_][0-9a-f]{8}/gi;

/** Words that stand in the hidden tests (their names included) and nowhere else. */
export function canariesOf(hidden: FileMap): string[] {
  const texts = [...hidden].flatMap(([path, bytes]) => [path, Buffer.from(bytes).toString()]);
  return [...new Set(texts.flatMap((text) => text.match(CANARY) ?? []).map((word) => word.toLowerCase()))];
}

/** Which of the words a text tells, as they are or in one of the disguises that a submission may choose. */
export function told(text: string, words: readonly string[]): string[] {
  const lower = text.toLowerCase();
  return words.filter((word) => disguises(word).some(({ as, exact }) => (exact ? text : lower).includes(as)));
}

function disguises(word: string): { as: string; exact: boolean }[] {
  const lower = word.toLowerCase();
  const bytes = Buffer.from(lower);
  const inBase64 = [0, 1, 2].map((shift) => {
    const shifted = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    // The first and the last characters depend on what stands around.
    return shifted.slice(shift === 0 ? 0 : 4, -4);
  });
  return [
    ...[
      lower,
      lower.slice('canary-'.length),
      Array.from(lower).reverse().join(''),
      bytes.toString('hex'),
    ].map((as) => ({
      as,
      exact: false,
    })),
    { as: [...bytes].join(','), exact: true },
    { as: Array.from(lower).join(' '), exact: false },
    ...inBase64.map((as) => ({ as, exact: true })),
  ];
}
