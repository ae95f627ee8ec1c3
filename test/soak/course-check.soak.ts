import { expect, test } from 'vitest';
import { touchstone } from '../cli/run.ts';

test('the sample course has nothing to mend, and its tests notice every fault that was planted', async () => {
  const { code, out } = await touchstone(['course', 'check', 'rubrics', '--format', 'json']);
  const { projects, findings } = JSON.parse(out) as {
    projects: { project: string; variants: { right: number; of: number } }[];
    findings: unknown[];
  };
  for (const { project, variants } of projects) {
    console.log(`course check: ${project}: ${variants.right} of ${variants.of} variants caught`);
    expect(variants.of, project).toBeGreaterThan(5);
  }
  expect(findings).toEqual([]);
  expect(code).toBe(0);
});
