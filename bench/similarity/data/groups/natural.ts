import type { Files } from '../pairs/copy-script.ts';
import type { Span } from './spans.ts';

const linesOf = (files: Files): { file: string; line: number; said: string }[] =>
  Object.entries(files).flatMap(([file, text]) =>
    text.split('\n').map((one, at) => ({ file, line: at + 1, said: one.trim().replace(/[;'"`\s]/g, '') })),
  );

/** Real people who share four rare lines or more before anything was planted: three or more of them, tied in pairs. */
export const naturalGroups = (
  members: readonly { id: string; files: Files }[],
  given: ReadonlySet<string>,
): { members: string[]; spans: (Span & { member: string })[] }[] => {
  const all = members.map(({ files }) =>
    linesOf(files).filter(({ said }) => said.length >= 18 && /[a-z]/i.test(said) && !given.has(said)),
  );
  const holders = new Map<string, Set<number>>();
  all.forEach((lines, at) => {
    for (const { said } of lines) holders.set(said, (holders.get(said) ?? new Set()).add(at));
  });
  const rare = new Set(
    [...holders]
      .filter(([, who]) => who.size >= 3 && who.size <= Math.max(3, members.length / 8))
      .map(([said]) => said),
  );
  const tied = (a: number, b: number) =>
    [...rare].filter((said) => holders.get(said)?.has(a) === true && holders.get(said)?.has(b) === true)
      .length >= 4;
  const group = members.map((_, at) => at);
  for (let a = 0; a < members.length; a += 1) {
    for (let b = a + 1; b < members.length; b += 1) {
      if (group[a] !== group[b] && tied(a, b)) {
        const [from, to] = [group[b], group[a]];
        group.forEach((one, at) => {
          if (one === from && to !== undefined) group[at] = to;
        });
      }
    }
  }
  const sets = [...new Set(group)]
    .map((one) => members.flatMap((_, at) => (group[at] === one ? [at] : [])))
    .filter((set) => set.length >= 3);
  return sets.map((set) => ({
    members: set.map((at) => members[at]?.id ?? ''),
    spans: set.flatMap((at) => {
      const own = (all[at] ?? []).filter(({ said }) => rare.has(said));
      const [first] = own;
      return first === undefined
        ? []
        : [
            {
              member: members[at]?.id ?? '',
              file: first.file,
              start: first.line,
              end: own.filter(({ file }) => file === first.file).at(-1)?.line ?? first.line,
            },
          ];
    }),
  }));
};
