import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence, Marking } from '../../../src/domain/results.ts';
import { COMMENT_MARKER } from '../../../src/report/marker.ts';
import { renderMarking } from '../../../src/report/render/marking.ts';
import type { Subject } from '../../../src/report/render/outcome.ts';
import { failed, greetingCard, markingOf } from './greeting-card.ts';
import { readBack } from './read-back.ts';

const headSha = '1f0c9a5e2b7d4c3a8e6f1b2d3c4a5e6f7a8b9c0d';

const render = (marking: Marking, project = greetingCard, more: Partial<Subject> = {}) =>
  renderMarking({ project, marking, headSha, draft: false, ...more });

const firstScreenOf = (comment: string | null) => comment?.split('<details>')[0] ?? '';

/** A marking in which one criterion has very many failing tests with long values. */
function flood(tests: number, length: number): Marking {
  const marking = markingOf({ 'The brief > frames one line': {} });
  const evidence: Evidence[] = Array.from({ length: tests }, (_, index) =>
    failed(`test ${index}`, {
      message: `message ${index} ${'m'.repeat(length)}`,
      expected: '`'.repeat(length),
      actual: `${'line\n'.repeat(length / 5)}${index}`,
      file: `src/file-${index}.js`,
      line: index + 1,
    }),
  );
  marking.stages[0]!.criteria[1]!.evidence.push(...evidence);
  return marking;
}

describe('the first screen', { timeout: 240_000 }, () => {
  const text = fc.oneof(
    fc.lorem({ maxCount: 80 }),
    fc.string({ unit: 'binary', maxLength: 900 }),
    fc.constantFrom('`'.repeat(700), '*'.repeat(700), '@a '.repeat(300), 'x'.repeat(3000)),
  );

  it('has at most 1,500 characters, however long the texts of the author are', () => {
    fc.assert(
      fc.property(text, text, text, text, fc.webUrl({ size: 'large' }), (title, what, why, next, read) => {
        const made = markingOf({
          'Names > greets every guest, the last too': {},
          'The brief > frames one line': {},
          'Nobody > gives an empty card': {},
        });
        const stages = made.stages.map((stage) => ({
          ...stage,
          criteria: stage.criteria.map((criterion, index) => ({ ...criterion, title, met: index === 0 })),
        }));
        const feedback = made.feedback.map((entry) => ({ ...entry, title, what, why, next, read }));
        const project = { ...greetingCard, rubric: { ...greetingCard.rubric, title, summary: why } };
        const marking = { ...made, stages, feedback };
        for (const seen of [
          {},
          { untouchedStarter: true },
          { regraded: { before: 'mastered' as const } },
          { untouchedStarter: true, regraded: { before: 'not-yet' as const } },
        ]) {
          const { comment } = render({ ...marking, ...seen }, project);
          expect(firstScreenOf(comment).length).toBeLessThanOrEqual(1500);
        }
        const unit = { id: 'u', title, effortHours: 1 };
        const offer = { kind: 'enrichment' as const, unit, project: { slug: 'x'.repeat(60), title } };
        const open = { occasion: 'missed' as const, offers: [offer, offer, offer] };
        for (const says of ['mastered', 'not-yet'] as const) {
          const signed = { says, why: what, by: 'x'.repeat(39), holds: true };
          const { comment } = render(marking, project, { open, signed });
          expect(firstScreenOf(comment).length).toBeLessThanOrEqual(1500);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('names three steps where they are short, and two that can be understood where they are not', () => {
    const made = markingOf({
      'Names > greets every guest, the last too': {},
      'The brief > frames one line': {},
      'Nobody > gives an empty card': {},
    });
    const steps = (marking: Marking) => firstScreenOf(render(marking).comment).match(/^\d\. /gm)?.length;
    expect(steps(made)).toBe(3);
    const long =
      'This sentence says a great deal about what there is to find out, and why it matters. '.repeat(4);
    const read = `https://example.org/${'x'.repeat(80)}`;
    const feedback = made.feedback.map((entry) => ({ ...entry, what: long, why: long, next: long, read }));
    expect(steps({ ...made, feedback })).toBe(2);
  });

  it('says what is met now and was not the last time', () => {
    const previous = markingOf({ 'Nobody > gives an empty card': {}, 'The brief > frames one line': {} });
    const marking = markingOf({ 'The brief > frames one line': {} });
    const { comment } = renderMarking({ project: greetingCard, marking, headSha, draft: false, previous });
    expect(firstScreenOf(comment)).toContain('**New since last time:** A card for nobody is empty\n');
  });

  it('does not say so of a criterion of which practice saw what was met before as well', () => {
    const hidden = 'Names > greets every guest, the last too';
    const open = 'The brief > greets Ada and Grace';
    const newIn = (previous: Marking): boolean => {
      const whole = markingOf({});
      const stages = whole.stages.map((stage) => ({
        ...stage,
        criteria: stage.criteria.map((criterion) => ({
          ...criterion,
          evidence: criterion.evidence.filter(({ id }) => id !== hidden),
        })),
      }));
      const marking = { ...whole, stages, partial: true, decision: null };
      const subject = { project: greetingCard, marking, headSha, draft: true, previous };
      return firstScreenOf(renderMarking(subject).comment).includes('**New since last time:**');
    };
    expect(newIn(markingOf({ [hidden]: {} }))).toBe(false);
    expect(newIn(markingOf({ [open]: {} }))).toBe(true);
  });
});

describe("GitHub's limits", { timeout: 240_000 }, () => {
  it.each([
    [40, 2000],
    [400, 40],
    [3000, 400],
  ])('hold for %i failing tests with values of %i characters', (tests, length) => {
    const { check, comment } = render(flood(tests, length));
    expect(check.summary.length).toBeLessThanOrEqual(65_535);
    expect(check.text?.length).toBeLessThanOrEqual(65_535);
    expect(comment?.length).toBeLessThanOrEqual(65_536);
    expect(check.annotations).toHaveLength(Math.min(50, tests));
  });

  it('leave out whole tests only, and say how many', () => {
    const { check, comment } = render(flood(400, 400));
    for (const markdown of [check.text, comment]) {
      const { code, html, prose, strange } = readBack(markdown ?? '');
      expect(strange).toEqual([]);
      // Each value that is shown is shown whole, so each fence is closed.
      expect(
        code.filter((value) => value.startsWith('line\n')).every((value) => /line\n\d+$/.test(value)),
      ).toBe(true);
      expect(html.filter((value) => value === '</details>')).toHaveLength(markdown === comment ? 2 : 0);
      expect(prose.join(' ')).toMatch(/\d+ more tests are not shown here/);
    }
  });

  it('leave a comment near its limit rather than nearly empty', () => {
    expect(render(flood(3000, 400)).comment?.length).toBeGreaterThan(60_000);
  });

  it('hold for thousands of files that were left out', () => {
    const dropped = Array.from({ length: 3000 }, (_, index) => ({
      path: `folder/${'x'.repeat(200)}${index}`,
      reason: 'it is a link',
    }));
    const { comment } = render(markingOf({}, { dropped }));
    expect(comment?.length).toBeLessThanOrEqual(65_536);
    expect(comment).toMatch(/\d+ more files are not shown here/);
    expect(comment).toContain('Files that were left out (3000)');
    expect(comment).toContain('How marking works');
  });

  it('cut a title at 255 characters', () => {
    const long = 'A very long title '.repeat(40);
    const project = { ...greetingCard, rubric: { ...greetingCard.rubric, title: long } };
    expect(render(markingOf({}), project).check.title).toHaveLength(255);
  });

  it('keep 2 kB of one value', () => {
    const { comment } = render(markingOf({ 'The brief > frames one line': { actual: '語'.repeat(5000) } }));
    const shown = readBack(comment ?? '').code.find((value) => value.length > 300) ?? '';
    expect(shown).toMatch(/^語+…$/);
    expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(2048 + 3);
    expect(Buffer.byteLength(shown)).toBeGreaterThan(2000);
  });
});

describe('remarks beside lines', () => {
  const at = (file: string, line: number, message = 'It stopped.') => ({ file, line, message });

  it('name the criterion, the test and what was seen', () => {
    const { check } = render(
      markingOf({
        'The brief > frames one line': { ...at('card.js', 3), expected: 'a', actual: 'b' },
        'Nobody > gives an empty card': {},
      }),
    );
    expect(check.annotations).toEqual([
      {
        path: 'card.js',
        startLine: 3,
        endLine: 3,
        level: 'warning',
        title: 'The frame fits the text',
        message: 'The brief: frames one line: does not pass yet.\nIt stopped.\nExpected: a\nGot: b',
      },
    ]);
  });

  it('are only there where the place is known', () => {
    const { check } = render(
      markingOf({
        'The brief > frames one line': { message: 'no place' },
        'Nobody > gives an empty card': { file: 'card.js', message: 'no line' },
      }),
    );
    expect(check.annotations).toEqual([]);
  });

  it('are quieter in practice', () => {
    const marking = markingOf({ 'The brief > frames one line': at('card.js', 3) }, { partial: true });
    const { check } = renderMarking({ project: greetingCard, marking, headSha, draft: true });
    expect(check.annotations.map(({ level }) => level)).toEqual(['notice']);
  });

  it('leave out a file whose name cannot be shown as it is', () => {
    const { check } = render(markingOf({ 'The brief > frames one line': at('ca\u202erd.js', 3) }));
    expect(check.annotations).toEqual([]);
  });
});

describe('the check', () => {
  const conclusions = (marking: Marking, draft = false) => {
    const { check } = renderMarking({ project: greetingCard, marking, headSha, draft });
    return [check.status, check.conclusion, check.title];
  };
  const notYet = markingOf({ 'Names > greets every guest, the last too': {} });

  it.each<[string, Marking, boolean, string, string]>([
    ['mastered', markingOf({}), false, 'success', 'Mastered: A greeting card'],
    ['not yet', notYet, false, 'failure', 'Not yet: Each guest is greeted by name'],
    [
      'awaiting review',
      { ...markingOf({}), decision: 'awaiting-review' },
      false,
      'action_required',
      'Awaiting review: A greeting card',
    ],
    [
      'practice',
      markingOf({}, { partial: true }),
      true,
      'action_required',
      'Practice: 3 of 3 criteria met by the public tests',
    ],
    [
      'practice even with a decision in the marking',
      markingOf({}),
      true,
      'action_required',
      'Practice: 3 of 3 criteria met by the public tests',
    ],
    [
      'our problem when there is no decision',
      { ...notYet, decision: null },
      false,
      'cancelled',
      'A problem on our side: this commit could not be marked',
    ],
    [
      'our problem when a stage broke, in practice too',
      { ...notYet, stages: notYet.stages.map((stage) => ({ ...stage, status: 'broken' as const })) },
      true,
      'cancelled',
      'A problem on our side: this commit could not be marked',
    ],
  ])('says %s', (_, marking, draft, conclusion, title) => {
    expect(conclusions(marking, draft)).toEqual(['completed', conclusion, title]);
  });

  it('has a comment with our marker once', () => {
    const { comment } = render(markingOf({ 'The brief > frames one line': { actual: COMMENT_MARKER } }));
    expect(readBack(comment ?? '').html.filter((html) => html.includes('touchstone:report'))).toHaveLength(1);
  });
});
