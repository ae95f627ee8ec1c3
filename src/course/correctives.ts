import type { Criterion } from '../domain/course/criterion.ts';
import type { Remark } from './finding.ts';
import { repeated } from './repeated.ts';

interface Placed {
  criterion: Criterion;
  path: PropertyKey[];
}

/** Whether each further corrective is another way: of another kind than the one before it, and in words that no other has. */
export function checkCorrectives(criteria: readonly Placed[]): Remark[] {
  const all = criteria.flatMap(({ criterion, path }) =>
    criterion.correctives.map(({ text }, at) => ({
      name: text,
      key: text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
      path: [...path, 'correctives', at, 'text'],
    })),
  );
  return [...repeated(all, 'corrective'), ...criteria.flatMap(sameKindAgain)];
}

function sameKindAgain({ criterion: { correctives }, path }: Placed): Remark[] {
  return correctives.flatMap(({ kind }, at): Remark[] =>
    at === 0 || correctives[at - 1]?.kind !== kind
      ? []
      : [
          {
            level: 'warning',
            path: [...path, 'correctives', at, 'kind'],
            message: 'this corrective is of the same kind as the one before it, which did not help',
            found: kind,
            expected: 'another kind',
          },
        ],
  );
}
