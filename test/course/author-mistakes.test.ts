import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeFinding } from '../../src/course/finding.ts';
import { readCourse } from '../../src/course/read-course.ts';
import { changed, onDisk, smallCourse, type CourseFiles } from './small-course.ts';

const RUBRIC = 'sums/rubric.yml';
const inRubric = (from: string, to: string) => changed(smallCourse, RUBRIC, from, to);
const EVIDENCE = '          - test: Sums > adds two numbers\n            hint: Try it on paper.\n';
const LINK = '            link: https://developer.mozilla.org/\n';
const own = (...more: string[]) =>
  inRubric(EVIDENCE, `${EVIDENCE}          - ownTests: pass\n${more.join('')}`);
const CATCH = '          - ownTests: catch\n            variant: bad\n';
const style = (generated: string) => {
  const stage = `  - id: style
    threshold: 0.9
    criteria:
      - id: tidy
        title: It is tidy
        why: It is read more often than written.
        skills: [style]
        evidence: [{ rule: eslint/no-var }]
        correctives: [{ kind: read, text: Find out about names. }]
`;
  const files = inRubric('grader: node\n', `grader: node\ngenerated: ['${generated}']\n`);
  return { files, after: changed(files, RUBRIC, 'examples:\n', `${stage}examples:\n`), stage };
};

it.each<[what: string, files: CourseFiles, says: string]>([
  [
    'a pattern in which a project and a login cannot be told apart',
    changed(smallCourse, 'course.yml', '{project}-{login}', '{project}{login}'),
    'error course.yml:2: "repositories" is wrong (found "{project}{login}", expected something between',
  ],
  [
    'a threshold that asks for everything',
    inRubric('threshold: 0.8', 'threshold: 1'),
    'warning sums/rubric.yml:6: this threshold asks for everything',
  ],
  [
    'a title of blanks',
    inRubric('It adds', '"  "'),
    'error sums/rubric.yml:9: "title" is wrong (found "  ", expected something to read)',
  ],
  [
    'a hint of blanks',
    inRubric('Try it on paper.', '" "'),
    'error sums/rubric.yml:15: "hint" is wrong (found " ", expected something to read)',
  ],
  [
    'a text that turns its direction round',
    inRubric('It adds', '"It \\u202E adds"'),
    'error sums/rubric.yml:9: "title" is wrong (found "It \\u202e adds", expected no characters that cannot be seen',
  ],
  [
    'a title that fills a page',
    inRubric('It adds', 'It adds numbers. '.repeat(12)),
    'warning sums/rubric.yml:9: this wording does not help: a title of 203 characters',
  ],
  [
    'a link of Markdown',
    inRubric('Find out about numbers.', 'Find out about [numbers](here).'),
    'warning sums/rubric.yml:18: this wording does not help: it is shown as it stands',
  ],
  [
    'an address in a text',
    inRubric('Find out about numbers.', 'Read https://example.org/ on numbers.'),
    'warning sums/rubric.yml:18: this wording does not help: an address in a text cannot be followed',
  ],
  [
    'a date in words',
    inRubric('that adds.', 'that adds, due by Friday.'),
    'warning sums/rubric.yml:2: this wording does not help: a project has no fixed date',
  ],
  [
    'a tag',
    inRubric('title: It adds', 'title: !words It adds'),
    'error sums/rubric.yml:9: Unresolved tag: !words (found "title: !words It adds")',
  ],
  [
    'an alias of nothing',
    inRubric('why: Adding is the beginning of every bill.', 'why: *reason'),
    'error sums/rubric.yml:10: there is no "&reason" before this that it could stand for',
  ],
  [
    'several documents',
    inRubric('title: Sums', 'title: Sums\n---\ntitle: Sums'),
    'error sums/rubric.yml:2: this is not valid YAML: there are several documents in it',
  ],
  [
    'brackets without end',
    { ...smallCourse, [RUBRIC]: `title: ${'['.repeat(20_000)}` },
    'error sums/rubric.yml:1: this is not valid YAML: it is nested too deeply',
  ],
  [
    'a threshold that is no number',
    inRubric('threshold: 0.8', 'threshold: .nan'),
    'error sums/rubric.yml:6: "threshold" is wrong (found NaN, expected a number)',
  ],
  [
    'a skill twice',
    inRubric('[numbers]', '[numbers, numbers]'),
    'error sums/rubric.yml:11: the skill "numbers" is there twice',
  ],
  [
    'a need twice',
    changed(smallCourse, 'course.yml', '[basics]', '[basics, basics]'),
    'error course.yml:10: the unit "basics" is there twice',
  ],
  [
    'a corrective that differs by a blank',
    inRubric(LINK, `${LINK}          - kind: pair\n            text: find out  about numbers\n`),
    'error sums/rubric.yml:21: the corrective "find out  about numbers" is there twice',
  ],
  [
    'limits of which the inner one is longer',
    inRubric('grader: node\n', 'grader: node\nlimits: { callSeconds: 10 }\n'),
    'warning sums/rubric.yml:4: this is longer than testSeconds, which ends it before (found 10, expected at most 5',
  ],
  [
    'style before what works',
    inRubric('stages:\n', `stages:\n${style('gen/**').stage}`),
    'error sums/rubric.yml:14: the stage "functionality" comes before "style"',
  ],
  [
    'everything is generated',
    style('**/*').after,
    'error sums/rubric.yml:4: this leaves out every file, so no style is left to look at (found "**/*"',
  ],
  [
    'every file of a language is generated',
    style('**/*.js').after,
    'warning sums/rubric.yml:4: this leaves out what learners write in such files as well',
  ],
  [
    'a pattern outside of the submission',
    style('../gen/**').after,
    'error sums/rubric.yml:4: this fits no file of a submission',
  ],
  [
    'generated files without style',
    style('gen/**').files,
    'warning sums/rubric.yml:4: this has no meaning without a stage "style"',
  ],
  [
    'an example that nobody can get',
    inRubric('right: mastered', 'right: awaiting-review'),
    'error sums/rubric.yml:21: nothing awaits a person whom nobody asks (found awaiting-review',
  ],
  [
    'an example that people decide about',
    inRubric('grader: node\n', 'grader: node\nreview: { staff: always }\n'),
    'error sums/rubric.yml:22: nothing is mastered by itself where a person decides (found mastered',
  ],
  [
    'peers whose advice nobody would hear',
    inRubric('grader: node\n', 'grader: node\nreview: { peers: 2 }\n'),
    'error sums/rubric.yml:4: peers are asked for advice, and there is no person to whom they could give it (found staff: never, expected review: { staff: always })',
  ],
  [
    'peers who are not told what to look at',
    inRubric('grader: node\n', 'grader: node\nreview: { staff: in-doubt, peers: 2 }\n'),
    'warning sums/rubric.yml:4: peers are asked to look at this, and nothing tells them at what',
  ],
  [
    'more peers than anybody can hear',
    inRubric('grader: node\n', 'grader: node\nreview: { staff: always, peers: 4 }\n'),
    'error sums/rubric.yml:4: "peers" is wrong',
  ],
  [
    'a variant asked for twice',
    { ...own(CATCH, CATCH), 'sums/variants/bad/index.js': '// bad' },
    'error sums/rubric.yml:19: the evidence "own tests catch bad" is there twice',
  ],
  [
    'a variant without a difference',
    { ...own(CATCH), 'sums/variants/bad/index.js': '// one\n' },
    'error sums/variants/bad:1: nothing is different from the first solution here',
  ],
  [
    'two solutions that are one',
    { ...smallCourse, 'sums/solutions/reduce/index.js': '// one\n' },
    'warning sums/solutions/reduce:1: this is the same as another solution',
  ],
  [
    'a solution without files',
    { ...smallCourse, 'sums/solutions/later/.gitkeep': '' },
    'error sums/solutions/later:1: this solution has no files',
  ],
  [
    'a solution without a folder',
    { ...smallCourse, 'sums/solutions/index.js': '' },
    'warning sums/solutions/index.js:1: nothing reads this: each of the solutions is a folder of its own',
  ],
  [
    'a file beside the rubric',
    { ...smallCourse, 'sums/rubric.yaml': '' },
    'warning sums/rubric.yaml:1: nothing reads this file',
  ],
  ['an empty brief', { ...smallCourse, 'sums/brief.md': '\n' }, 'error sums/brief.md:1: the file is empty'],
  [
    'a hidden test in the starter',
    { ...smallCourse, 'sums/starter/test/a.test.js': '// a hidden test\n' },
    'error sums/starter/test/a.test.js:1: learners get this file, and it is a hidden test',
  ],
  [
    'a hidden test that is public',
    { ...smallCourse, 'sums/tests/public/b.test.js': '// a hidden test\n' },
    'error sums/tests/public/b.test.js:1: learners get this file, and it is a hidden test',
  ],
  [
    'forms that are one',
    { ...smallCourse, 'sums/tests/forms/a/f.test.js': '// f', 'sums/tests/forms/b/f.test.js': '// f' },
    'warning sums/tests/forms/b:1: two forms are the same',
  ],
])('an author is told of %s', async (_what, files, says) => {
  const dir = await onDisk(files);
  const { findings } = await readCourse(dir);
  const said = findings.map((finding) =>
    `${finding.level} ${describeFinding(finding)}`.replaceAll(`${dir}/`, ''),
  );
  expect(said.filter((line) => line.startsWith(says))).toHaveLength(1);
  expect(said.filter((line) => line.startsWith('error')).length).toBeLessThanOrEqual(1);
});

it('an author is told of a file in another encoding', async () => {
  const dir = await onDisk(smallCourse);
  await writeFile(join(dir, RUBRIC), Buffer.from('\ufefftitle: Sums', 'utf16le'));
  const { findings } = await readCourse(dir);
  expect(findings.map(({ file, message }) => [file, message])).toEqual([
    [join(dir, RUBRIC), 'the text is not encoded as UTF-8'],
  ]);
});
