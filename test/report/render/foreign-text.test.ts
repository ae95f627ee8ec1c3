import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence, Marking } from '../../../src/domain/results.ts';
import type { Report } from '../../../src/domain/report.ts';
import { renderMarking } from '../../../src/report/render/marking.ts';
import { renderGivenUp, renderRefused } from '../../../src/report/render/trouble.ts';
import { renderMarkdown } from '../../../src/standin/pages/markdown.ts';
import { failed, greetingCard, markingOf } from './greeting-card.ts';
import { ALIVE_ON_GITHUB, readBack } from './read-back.ts';

/** Enough to find each of the faults that were planted to try it. */
const RUNS = 100;

const headSha = '1f0c9a5e2b7d4c3a8e6f1b2d3c4a5e6f7a8b9c0d';

const attack = fc.constantFrom(
  '@octocat',
  '@school/staff',
  '#1',
  'GH-12',
  'octo/repo#3',
  '1f0c9a5e2b7d4c3a8e6f1b2d3c4a5e6f7a8b9c0d',
  'https://evil.example/x?y=z',
  'www.evil.example',
  'ada@evil.example',
  '![x](https://evil.example/pixel.png)',
  '[click](https://evil.example)',
  '<https://evil.example>',
  '<img src=x onerror=alert(1)>',
  '</details>',
  '<!-- touchstone:report -->',
  '-->',
  '<script>',
  '&#64;octocat',
  '&lt;b&gt;',
  ':rocket:',
  '$x^2$',
  '`',
  '``',
  '```',
  '~~~',
  '```mermaid',
  '\n',
  '\r\n',
  '\n\n',
  '\t',
  ' ',
  '    ',
  '\\',
  '|',
  '\n| a |\n| - |\n',
  '# heading',
  '\n---\n',
  '- [ ] task',
  '> [!NOTE]',
  '[^1]: note',
  '**bold**',
  '\u001b[31m',
  '\u001b]8;;https://evil.example\u0007',
  '\u202e',
  '\u200b',
  '\0',
  '\ud800',
  '\u2028',
);

/** Strings of every kind, and some put together of what has a meaning somewhere. */
const foreign = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.oneof(attack, fc.string({ maxLength: 5 })), { maxLength: 8 }).map((parts) => parts.join('')),
);

const seen = fc.record<Partial<Evidence>>(
  {
    status: fc.constantFrom('failed' as const, 'error' as const),
    message: fc.option(foreign),
    expected: fc.option(foreign),
    actual: fc.option(foreign),
    file: fc.option(foreign),
    line: fc.option(fc.integer({ min: 1, max: 9999 })),
  },
  { requiredKeys: ['status'] },
);

const marking: fc.Arbitrary<Marking> = fc
  .record({
    outcomes: fc.dictionary(
      fc.constantFrom(
        'The brief > greets Ada and Grace',
        'Names > greets every guest, the last too',
        'The brief > frames one line',
        'Nobody > gives an empty card',
      ),
      seen,
    ),
    partial: fc.boolean(),
    dropped: fc.array(fc.record({ path: foreign, reason: fc.constant('it is a link') }), { maxLength: 3 }),
    name: foreign,
  })
  .map(({ outcomes, partial, dropped, name }) => {
    const made = markingOf(outcomes, { partial, dropped });
    // A test that is not in the rubric: its name was made while it ran.
    made.stages[0]!.criteria[0]!.evidence.push({
      id: name,
      status: 'failed',
      message: name,
      expected: null,
      actual: null,
      file: null,
      line: null,
    });
    return made;
  });

const HTML = /^<details>\n<summary>[A-Za-z0-9 ()]+<\/summary>$|^<\/details>$|^<!-- touchstone:report -->$/;
const READING = 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Guide/Loops_and_iteration';

function expectLifeless(markdown: string): void {
  const { links, html, strange, prose } = readBack(markdown);
  expect(strange).toEqual([]);
  expect(links.filter((url) => url !== READING)).toEqual([]);
  expect(html.filter((value) => !HTML.test(value))).toEqual([]);
  expect(prose.filter((text) => ALIVE_ON_GITHUB.test(text))).toEqual([]);
  expect(markdown).not.toMatch(/[\p{Cf}\p{Cs}]|(?![\n\t])\p{Cc}/u);
}

const textsOf = ({ check, comment }: Report) =>
  [check.summary, check.text, comment].filter((text) => text !== null);

describe('text from a submission', { timeout: 240_000 }, () => {
  it('never comes alive, whatever it is', () => {
    fc.assert(
      fc.property(marking, fc.boolean(), (made, draft) => {
        textsOf(renderMarking({ project: greetingCard, marking: made, headSha, draft })).forEach(
          expectLifeless,
        );
      }),
      { numRuns: RUNS },
    );
  });

  it("calls nobody and refers to nothing on a page like GitHub's, where everybody and everything exists", () => {
    const known = { account: () => 'everybody', pull: () => 'everything', commit: () => 'everything' };
    fc.assert(
      fc.property(marking, (made) => {
        const report = renderMarking({ project: greetingCard, marking: made, headSha, draft: false });
        for (const markdown of textsOf(report)) {
          const html = renderMarkdown(markdown, known);
          expect(html).not.toMatch(/class="(mention|reference)"|<img|<script|javascript:/);
          expect(
            [...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url).filter((url) => url !== READING),
          ).toEqual([]);
        }
      }),
      { numRuns: RUNS },
    );
    expect(renderMarkdown('@octocat', known)).toContain('class="mention"');
  });

  it('changes nothing of what stands outside of code', () => {
    const proseOf = (actual: string) => {
      const made = markingOf({
        'The brief > frames one line': { expected: 'x', actual, file: 'card.js', line: 2 },
      });
      const { comment } = renderMarking({ project: greetingCard, marking: made, headSha, draft: false });
      return readBack(comment ?? '').prose;
    };
    const harmless = proseOf('y');
    fc.assert(
      fc.property(
        foreign.filter((text) => text !== ''),
        (actual) => {
          expect(proseOf(actual)).toEqual(harmless);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('is shown whole, as code', () => {
    const actual = '```\n</details>\n@octocat ![x](https://evil.example)';
    const made = markingOf({ 'The brief > frames one line': { actual } });
    const { comment } = renderMarking({ project: greetingCard, marking: made, headSha, draft: false });
    expect(readBack(comment ?? '').code).toContain(actual);
  });

  it('is code where it names a test that the rubric does not name', () => {
    const made = markingOf({});
    made.stages[0]!.criteria[0]!.evidence.push(failed('made while it ran'));
    const { comment } = renderMarking({ project: greetingCard, marking: made, headSha, draft: false });
    expect(readBack(comment ?? '').code).toContain('made while it ran');
  });

  it('does not come alive in what is refused or given up', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const error = {
          code: 'submission.too-large',
          audience: 'learner',
          message: text,
          fix: text,
        } as const;
        textsOf(renderRefused({ error })).forEach(expectLifeless);
        textsOf(renderGivenUp({ reasonCode: text })).forEach(expectLifeless);
      }),
      { numRuns: RUNS },
    );
  });

  it('stands beside lines of code without hidden characters', () => {
    fc.assert(
      fc.property(marking, (made) => {
        const { check } = renderMarking({ project: greetingCard, marking: made, headSha, draft: false });
        for (const { path, title, message } of check.annotations)
          for (const text of [path, title, message])
            expect(text).not.toMatch(/[\p{Cf}\p{Cs}]|(?![\n\t])\p{Cc}/u);
      }),
    );
  });
});

describe("an author's text", { timeout: 240_000 }, () => {
  const withWhy = (why: string) => {
    const [stage] = greetingCard.rubric.stages;
    const [first, ...others] = stage!.criteria;
    const criteria = [{ ...first!, why, title: why === '' ? 'x' : why }, ...others];
    return { ...greetingCard, rubric: { ...greetingCard.rubric, stages: [{ ...stage!, criteria }] } };
  };

  it('has no meaning but for its code', () => {
    fc.assert(
      fc.property(foreign, (why) => {
        const project = withWhy(why);
        const made = markingOf({ 'Names > greets every guest, the last too': {} });
        const stages = made.stages.map((stage) => ({
          ...stage,
          criteria: stage.criteria.map((criterion) =>
            criterion.id === 'names' ? { ...criterion, title: why } : criterion,
          ),
        }));
        const feedback = made.feedback.map((entry) => ({ ...entry, title: why, what: why, why, next: why }));
        const report = renderMarking({
          project,
          marking: { ...made, stages, feedback },
          headSha,
          draft: false,
        });
        textsOf(report).forEach(expectLifeless);
      }),
      { numRuns: RUNS },
    );
  });

  it.each([
    ['use @media (min-width)', ['@media']],
    ['costs $5, or (www.example.org).', ['$5', 'www.example.org']],
    ['see #12 and `const x`', ['#12', 'const x']],
    ['code beside code ``a`b``@octocat', ['a`b@octocat']],
  ])('shows %s with code', (why, code) => {
    const made = markingOf({ 'Names > greets every guest, the last too': {} });
    const feedback = made.feedback.map((entry) => ({ ...entry, why }));
    const { check } = renderMarking({
      project: greetingCard,
      marking: { ...made, feedback },
      headSha,
      draft: false,
    });
    expect(readBack(check.summary).code).toEqual(expect.arrayContaining(code));
  });

  it('leads to web pages only', () => {
    const made = markingOf({ 'Names > greets every guest, the last too': {} });
    const feedback = made.feedback.map((entry) => ({ ...entry, read: 'javascript:alert(1)' }));
    const { check } = renderMarking({
      project: greetingCard,
      marking: { ...made, feedback },
      headSha,
      draft: false,
    });
    expect(readBack(check.summary).links).toEqual([]);
  });
});
