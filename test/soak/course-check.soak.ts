import { expect, test } from 'vitest';
import { touchstone } from '../cli/run.ts';

interface Count {
  right: number;
  of: number;
}

test('the sample course has nothing to mend, and its tests notice every fault that was planted', async () => {
  const { code, out } = await touchstone(['course', 'check', 'rubrics', '--format', 'json']);
  const { projects, findings, unnoticed } = JSON.parse(out) as {
    projects: { project: string; variants: Count; mutants: Count }[];
    unnoticed: { file: string; line: number; message: string }[];
    findings: unknown[];
  };
  for (const { project, variants, mutants } of projects) {
    const caught = `${variants.right} of ${variants.of} variants, ${mutants.right} of ${mutants.of} mutants`;
    console.log(`course check: ${project}: ${caught} caught`);
    // Those that a learner’s own tests have to notice are not counted here.
    expect(variants.of, project).toBeGreaterThan(0);
  }
  for (const { file, line, message } of unnoticed) console.log(`course check: ${file}:${line}: ${message}`);
  expect(findings).toEqual([]);
  expect(code).toBe(0);
});
