import type { WordingSlip } from './wording.ts';

/** A title is read as a part of a sentence, and in the one line of a check. */
const TITLE_MOST = 100;

const RULES: readonly (Omit<WordingSlip, 'found'> & { pattern: RegExp })[] = [
  {
    pattern: /\[[^\]]*\]\([^)]*\)|\*\*[^*]+\*\*|<\/?[a-z]+>/gi,
    because: 'it is shown as it stands, as nothing but backticks has a meaning',
    expected: 'plain words',
  },
  {
    pattern: /\bhttps?:\/\/\S+/gi,
    because: 'an address in a text cannot be followed',
    expected: 'the "link" of a corrective',
  },
  {
    pattern: /\b(?:deadline|due (?:by|on|date)|hand(?:ed)? in (?:by|before|until)|no later than)\b/gi,
    because: 'a project has no fixed date: time may differ, the level may not',
    expected: 'effortHours of the unit, as a guide',
  },
];

/** What authors write in a text of a course that is no plain text, or no guide. What stands between backticks is left alone. */
export function plainTextSlips(text: string): WordingSlip[] {
  const prose = text.replace(/`[^`]*`/g, ' ');
  return RULES.flatMap(({ pattern, because, expected }) =>
    [...prose.matchAll(pattern)].map(({ 0: found }) => ({ found, because, expected })),
  );
}

/** A title that is no title any more. */
export function titleSlips(title: string): WordingSlip[] {
  return title.length <= TITLE_MOST
    ? []
    : [
        {
          found: `${title.slice(0, 40)}…`,
          because: `a title of ${title.length} characters has no room where it is shown`,
          expected: `at most ${TITLE_MOST}, and the rest in "why"`,
        },
      ];
}
