import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { schemaTexts } from '../../scripts/schemas/schema-text.ts';

const root = new URL('../../', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, root), 'utf8');

test.each(schemaTexts())(
  '%s is made from the zod schema as it is now (npx tsx scripts/make-schemas.ts)',
  (path, text) => {
    expect(textOf(path)).toBe(text);
  },
);

function validator(path: string): (value: unknown) => string[] {
  const ajv = new Ajv({ allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(textOf(path)) as object);
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  };
}

describe('an editor', () => {
  const course = validator('schemas/course.schema.json');
  const rubric = validator('schemas/rubric.schema.json');
  const projects = readdirSync(new URL('rubrics/', root), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );

  test('finds nothing wrong with the sample course', () => {
    expect(course(parse(textOf('rubrics/course.yml')))).toEqual([]);
    expect(projects.length).toBeGreaterThan(3);
    for (const { name } of projects)
      expect(rubric(parse(textOf(`rubrics/${name}/rubric.yml`))), name).toEqual([]);
  });

  test('is pointed to the schema by each file of it', () => {
    const schemaOf = (path: string) => /^# yaml-language-server: \$schema=(\S+)$/m.exec(textOf(path))?.[1];
    for (const [path, made] of [
      ['rubrics/course.yml', 'schemas/course.schema.json'],
      ...projects.map(({ name }) => [`rubrics/${name}/rubric.yml`, 'schemas/rubric.schema.json']),
    ] as [string, string][]) {
      const named = new URL(schemaOf(path) ?? 'nothing', new URL(path, root));
      expect(named.href, path).toBe(new URL(made, root).href);
    }
  });

  test.each<[what: string, change: (rubric: Rubric) => void, says: string]>([
    ['an unknown key', (wrong) => (wrong['dueDate'] = '2027-01-01'), ' must NOT have additional properties'],
    ['a threshold of 0.6', (wrong) => (wrong.stages[0].threshold = 0.6), '/stages/0/threshold must be > 0.6'],
    ['a missing why', (wrong) => delete wrong.stages[0].criteria[0].why, "must have required property 'why'"],
    ['a name with capitals', (wrong) => (wrong.grader = 'Node'), '/grader must match pattern'],
    [
      'an address that is none',
      (wrong) => (wrong.stages[0].criteria[0].correctives[0].link = 'here'),
      '/link',
    ],
  ])('marks %s', (_what, change, says) => {
    const wrong = parse(textOf('rubrics/shopping-basket/rubric.yml')) as Rubric;
    change(wrong);
    expect(rubric(wrong).join('\n')).toContain(says);
  });

  test('lets everything be left out that has a default', () => {
    const small = parse(textOf('rubrics/shopping-basket/rubric.yml')) as Rubric;
    delete small['examples'];
    expect(rubric(small)).toEqual([]);
  });
});

interface Rubric extends Record<string, unknown> {
  grader: string;
  stages: [{ threshold: number; criteria: [{ why?: string; correctives: [{ link: string }] }] }];
}
