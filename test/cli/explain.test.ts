import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { touchstone } from './run.ts';

const Explained = z.object({
  decision: z.string().nullable(),
  explain: z.array(
    z.looseObject({ stage: z.literal('functionality'), atMs: z.number().min(0), what: z.string() }),
  ),
});

const mark = (work: string, ...more: string[]) =>
  touchstone(['mark', `rubrics/shopping-basket/${work}`, '--project', 'shopping-basket', ...more]);

describe('touchstone mark --explain', () => {
  it('tells in order how the run went, beside the result', async () => {
    const { code, out } = await mark('solutions/array-methods', '--explain', '--format', 'json');
    expect(code).toBe(0);
    const { decision, explain } = Explained.parse(JSON.parse(out));
    expect(decision).toBe('mastered');
    expect(explain.map(({ atMs }) => atMs)).toEqual(explain.map(({ atMs }) => atMs).sort((a, b) => a - b));
    const kinds = explain.map(({ what }) => what);
    expect(kinds[0]).toBe('place');
    expect(new Set(kinds)).toEqual(
      new Set(['place', 'container', 'files', 'test', 'report', 'tests', 'used']),
    );
    const tests = explain.find(({ what }) => what === 'tests');
    expect(tests).toMatchObject({
      tests: expect.arrayContaining([expect.objectContaining({ status: 'passed' })]) as unknown,
    });
  });

  it('tells which limit cost which test what, and that a fresh container took over', async () => {
    const { code, out } = await mark('examples/endless-loop', '--explain');
    expect(code).toBe(1);
    expect(out).toContain('How it went');
    expect(out).toMatch(/The learner's container was lost \(cpu-time\) with 1 call open/);
    expect(out).toMatch(/The learner's container no\. 2 was started in \d+ ms/);
    expect(out).toMatch(/timeout +[\d.]+ s {2}.+\(cpu-time\)/);
    expect(out).toMatch(/it had used [2-9]\.\d+ s of CPU time/);
  });

  it('tells what a hidden test said that failed, which nobody is told otherwise', async () => {
    const said = /^failed .*\n {20}\S+/m;
    expect((await mark('examples/half-right', '--explain')).out).toMatch(said);
    expect((await mark('examples/half-right')).out).not.toMatch(said);
  });

  it('says nothing of it unasked', async () => {
    const { out } = await mark('solutions/array-methods', '--format', 'json');
    expect(JSON.parse(out)).not.toHaveProperty('explain');
  });
});
