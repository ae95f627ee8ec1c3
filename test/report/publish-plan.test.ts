import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation, CheckReport } from '../../src/domain/report.ts';
import { COMMENT_MARKER } from '../../src/report/marker.ts';
import { planCheck, planComment, shownCheck } from '../../src/report/publish-plan.ts';
import type { WrittenCheck } from '../../src/report/pull-request-writer.ts';

const check: CheckReport = {
  status: 'completed',
  conclusion: 'failure',
  title: 'Not yet: two things to do next',
  summary: 'One.\nTwo.',
  text: 'More.',
  annotations: [],
};
const { annotations: none, ...said } = check;
const written: WrittenCheck = { id: 1, ...said, annotations: none.length };

const remark = (line: number, message = 'Find out about off-by-one errors.'): Annotation => ({
  path: 'index.js',
  startLine: line,
  endLine: line,
  level: 'warning',
  title: 'Count to the end',
  message,
});

const remarks = (count: number) => Array.from({ length: count }, (_, i) => remark(i + 1));

describe('a check run', () => {
  it('is created where there is none', () => {
    expect(planCheck(check, null, [])).toEqual([check]);
  });

  it('is left alone where it says the same', () => {
    expect(planCheck(check, written, [])).toEqual([]);
    expect(planCheck(check, { ...written, summary: 'One.\r\nTwo.\n' }, [])).toEqual([]);
    expect(planCheck({ ...check, text: null }, { ...written, text: '' }, [])).toEqual([]);
  });

  it.each<[string, Partial<WrittenCheck>]>([
    ['its status', { status: 'in_progress', conclusion: null }],
    ['its conclusion', { conclusion: 'success' }],
    ['its title', { title: 'Running' }],
    ['its summary', { summary: null }],
    ['its text', { text: 'Other.' }],
  ])('is edited in one request where %s differs', (_name, changed) => {
    expect(planCheck(check, { ...written, ...changed }, [])).toEqual([check]);
  });

  it('takes 50 annotations a request', () => {
    const requests = planCheck({ ...check, annotations: remarks(120) }, null, []);
    expect(requests.map(({ annotations }) => annotations.length)).toEqual([50, 50, 20]);
    expect(requests.flatMap(({ annotations }) => annotations)).toEqual(remarks(120));
    expect(requests.every(({ conclusion }) => conclusion === 'failure')).toBe(true);
  });

  it('is not given an annotation that it has', () => {
    const report = { ...check, annotations: remarks(120) };
    const [only, ...more] = planCheck(report, written, remarks(100));
    expect(more).toEqual([]);
    expect(only?.annotations).toEqual(remarks(120).slice(100));
    expect(planCheck(report, written, remarks(120))).toEqual([]);
  });

  it('is given two annotations that are alike where it has one of them', () => {
    const report = { ...check, annotations: [remark(1), remark(1), remark(2)] };
    expect(planCheck(report, written, [remark(1)])).toEqual([
      { ...check, annotations: [remark(1), remark(2)] },
    ]);
  });

  it('gets each annotation exactly once, wherever a publication broke off', () => {
    const anyRemark = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom('a', 'b'))
      .map(([l, m]) => remark(l, m));
    fc.assert(
      fc.property(fc.array(anyRemark, { maxLength: 130 }), fc.nat(3), (annotations, done) => {
        const report = { ...check, annotations };
        const there = planCheck(report, null, [])
          .slice(0, done)
          .flatMap((request) => request.annotations);
        const rest = planCheck(report, done === 0 ? null : written, there).flatMap(
          (request) => request.annotations,
        );
        const key = (each: Annotation) => JSON.stringify(each);
        expect([...there, ...rest].map(key).sort()).toEqual(annotations.map(key).sort());
      }),
    );
  });

  it('of several is the newest, which GitHub shows', () => {
    const older = { ...written, id: 3 };
    const newer = { ...written, id: 12 };
    expect(shownCheck([newer, older])).toBe(newer);
    expect(shownCheck([])).toBeNull();
  });
});

describe('the comment', () => {
  const body = `${COMMENT_MARKER}\nWell done.`;

  it('is created where there is none of ours', () => {
    expect(planComment(body, [])).toEqual([{ do: 'create-comment', body }]);
    expect(planComment(body, [{ id: 1, body: 'Something else that we said.' }])).toEqual([
      { do: 'create-comment', body },
    ]);
  });

  it('is left alone where it says the same', () => {
    expect(planComment(body, [{ id: 1, body: `${body}\r\n` }])).toEqual([]);
  });

  it('is edited where it says something else', () => {
    expect(planComment(body, [{ id: 1, body: `${COMMENT_MARKER}\nRunning.` }])).toEqual([
      { do: 'update-comment', id: 1, body },
    ]);
  });

  it('of several is the oldest; the others go', () => {
    const ours = [9, 4, 7].map((id) => ({ id, body: `${COMMENT_MARKER}\nRunning.` }));
    expect(planComment(body, ours)).toEqual([
      { do: 'update-comment', id: 4, body },
      { do: 'delete-comment', id: 7 },
      { do: 'delete-comment', id: 9 },
    ]);
  });

  it('is not a comment that only quotes the marker', () => {
    expect(planComment(body, [{ id: 1, body: `Look: ${body}` }])).toEqual([{ do: 'create-comment', body }]);
  });
});
