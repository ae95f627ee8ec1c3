import { describe, expect, test } from 'vitest';
import { Form } from '../../../src/domain/course/form.ts';
import { formProblems } from '../../../src/intake/form/check-form.ts';
import { formId } from '../../../src/intake/form/form-id.ts';
import { otherProject } from '../../../src/intake/form/other-project.ts';

const pull = {
  branch: 'feature/basket',
  into: 'main',
  title: 'Shopping basket: totals',
  description: '## What I did\n\nI added the totals.\n\n## What I am unsure about\n\n- The rounding.\n',
};
const form = Form.parse({
  branch: 'feature/*',
  title: 'Shopping basket: *',
  template: ['What I did', 'What I am unsure about'],
  files: ['src/**', '*.md'],
});
const problems = (change: Partial<typeof pull>, changed = ['src/a/b.js', 'README.md'], asked = form) =>
  formProblems(asked, { ...pull, ...change }, changed);

test('a pull request that looks as the rubric asks for has nothing to change', () => {
  expect(problems({})).toEqual([]);
  expect(problems({ title: '  shopping BASKET: x ' })).toEqual([]);
  expect(formProblems(Form.parse({}), { ...pull, title: '', description: '' }, ['anything'])).toEqual([]);
});

describe('says what to do about', () => {
  test.each<[string, string[], string]>([
    [
      'a branch of another name',
      problems({ branch: 'main' }),
      'Open the pull request from a branch named "feature/*"; this one comes from "main".',
    ],
    [
      'a title without anything of one’s own',
      problems({ title: 'Shopping basket: ' }),
      'Give the pull request a title like "Shopping basket: *"; it is "Shopping basket: " now.',
    ],
    [
      'a heading that is not there',
      problems({ description: '## What I did\n\nAll.' }),
      'Give the description a heading "What I am unsure about", and write something below it.',
    ],
    [
      'a template that was not filled in',
      problems({
        description: pull.description.replace('- The rounding.', '<!-- One or two things. -->\n\n---'),
      }),
      'Write something below the heading "What I am unsure about" of the description.',
    ],
    [
      'files of something else',
      problems({}, ['src/a.js', 'node_modules/x.js', '.env']),
      'Leave as they were the files that are no part of this project: "node_modules/x.js", ".env".',
    ],
    [
      'many of them',
      problems(
        {},
        Array.from({ length: 9 }, (_, at) => `lib/${at}.js`),
      ),
      'Leave as they were the files that are no part of this project: "lib/0.js", "lib/1.js", "lib/2.js", "lib/3.js", "lib/4.js" and 4 more.',
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual([expected]);
  });
});

test.each([
  ['a*c', 'abc', true],
  ['a*c', 'ac', false],
  ['*', 'x', true],
  ['*', '', false],
  ['a*b*c', 'a1b2c', true],
  ['a*b*c', 'abbc', false],
  ['a*b*c', 'a1b2', false],
  ['a.c', 'abc', false],
])('%s and "%s": %s', (title, given, fits) => {
  expect(problems({ title: given }, [], Form.parse({ title })).length === 0).toBe(fits);
});

test('code, lists, pictures and deeper headings with words are something written; a heading alone is nothing', () => {
  const below = (text: string) =>
    problems({ description: `# Why\n\n${text}\n\n# End` }, [], Form.parse({ template: ['why'] })).length;
  for (const text of ['`x`', '```\nx\n```', '- x', '![a](b.png)', '## More\n\nx'])
    expect(below(text), text).toBe(0);
  for (const text of ['', '## More', '***', '<!-- x -->']) expect(below(text), text).toBe(1);
});

test('another title, description or branch is another form', () => {
  const ids = [{}, { title: 'x' }, { description: 'x' }, { branch: 'x' }, { into: 'x' }].map((change) =>
    formId({ ...pull, ...change }),
  );
  expect(new Set(ids).size).toBe(5);
  expect(formId({ ...pull })).toBe(ids[0]);
});

test('work that was begun from another project’s starter is told from work that was not', () => {
  const bytes = (files: Record<string, string>) =>
    new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
  const sums = {
    slug: 'sums',
    starter: bytes({ 'README.md': 'Sums', 'index.js': '', 'package.json': '{}' }),
  };
  const songs = { slug: 'songs', starter: bytes({ 'README.md': 'Songs', 'a.js': '', 'package.json': '{}' }) };
  const seen = (files: Record<string, string>) =>
    otherProject(sums, [sums, songs], bytes(files))?.slug ?? null;
  expect(seen({ 'README.md': 'Songs', 'index.js': 'mine' })).toBe('songs');
  expect(seen({ 'README.md': 'Sums', 'index.js': 'mine' })).toBeNull();
  // What both have tells nothing, and neither does work without anything of a starter.
  expect(seen({ 'README.md': 'My own', 'package.json': '{}' })).toBeNull();
  // A file of another project beside one's own starter is no other project.
  expect(seen({ 'README.md': 'Sums', 'a.js': '' })).toBeNull();
});
