import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeFinding } from '../../src/course/finding.ts';
import { loadCourse, readCourse } from '../../src/course/read-course.ts';
import { TouchstoneError } from '../../src/domain/errors/touchstone-error.ts';
import { changed, onDisk, smallCourse, without, type CourseFiles } from './small-course.ts';

/** What is said of a course, with its folder left out of the paths. */
async function findingsOf(files: CourseFiles): Promise<string[]> {
  const dir = await onDisk(files);
  return said(dir, await readCourse(dir));
}

const said = (dir: string, { findings }: Awaited<ReturnType<typeof readCourse>>) =>
  findings.map((finding) => `${finding.level} ${describeFinding(finding)}`.replaceAll(`${dir}/`, ''));

const inCourse = (from: string, to: string) => changed(smallCourse, 'course.yml', from, to);
const inRubric = (from: string, to: string) => changed(smallCourse, 'sums/rubric.yml', from, to);

describe('a course without a fault', () => {
  it('is read whole', async () => {
    const course = await loadCourse(await onDisk(smallCourse));
    expect(course.title).toBe('Small course');
    expect(course.units.map(({ id, needs }) => [id, needs])).toEqual([
      ['basics', []],
      ['programs', ['basics']],
    ]);
    const sums = course.projects.get('sums');
    expect([...(sums?.starter.keys() ?? [])]).toEqual(['index.js']);
    expect([...(sums?.publicTests.keys() ?? [])]).toEqual(['sums.test.js']);
    expect(Buffer.from(sums?.hiddenTests.get('sums.test.js') ?? []).toString()).toBe('// a hidden test\n');
    expect(sums?.dependencies.size).toBe(0);
    expect(sums?.rubric.limits.memoryMiB).toBe(256);
    expect(sums?.brief).toBe('# Sums\n');
  });

  it('is said nothing about', async () => {
    expect(await findingsOf(smallCourse)).toEqual([]);
  });

  it('may be the copy that a learner has: no hidden tests, solutions or examples', async () => {
    const copy = ['sums/tests/hidden', 'sums/solutions', 'sums/examples/'].reduce<CourseFiles>(
      without,
      smallCourse,
    );
    const dir = await onDisk(copy);
    const { course, findings } = await readCourse(dir);
    expect(findings).toEqual([]);
    expect(course?.projects.get('sums')?.hiddenTests.size).toBe(0);
  });

  it('may bring packages of its own', async () => {
    const dir = await onDisk({
      ...smallCourse,
      'sums/dependencies/package.json': '{}',
      'sums/dependencies/package-lock.json': '{}',
    });
    const { course } = await readCourse(dir);
    expect([...(course?.projects.get('sums')?.dependencies.keys() ?? [])]).toEqual([
      'package-lock.json',
      'package.json',
    ]);
  });
});

describe('a mistake of the author is named with its line', () => {
  it.each<[string, CourseFiles, string]>([
    [
      'an unknown key',
      inCourse('    title: Basics\n', '    title: Basics\n    colour: red\n'),
      'error course.yml:6: unknown key "colour" (expected one of id, title, needs, enrichment, effortHours, projects)',
    ],
    [
      'an unknown key deep inside',
      inRubric('            hint: Try', '            tip: Try'),
      'error sums/rubric.yml:15: unknown key "tip" (expected one of test, hint, showsInputs)',
    ],
    [
      'a key that is there twice',
      inCourse('title: Small course\n', 'title: Small course\ntitle: Again\n'),
      'error course.yml:2: this key is there twice (found "title: Again", expected each key once)',
    ],
    [
      'broken YAML',
      inCourse('[sums]', '[sums'),
      'error course.yml:8: this is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ] (found "- id: programs")',
    ],
    ['a missing key', inCourse('    title: Programs\n', ''), 'error course.yml:8: "title" is missing'],
    [
      'a text where a number belongs',
      inCourse('effortHours: 4', 'effortHours: many'),
      'error course.yml:6: "effortHours" is wrong (found "many", expected a number)',
    ],
    [
      'a stage that does not exist',
      inRubric('id: functionality', 'id: beauty'),
      'error sums/rubric.yml:5: "id" is wrong (found "beauty", expected one of functionality, style, review)',
    ],
    [
      'a test that is to show style',
      inRubric('id: functionality', 'id: style'),
      'error sums/rubric.yml:14: the stage "style" cannot find this (found test, expected rule or measure)',
    ],
    [
      'a rule without its tool',
      inRubric('- test: Sums > adds two numbers', '- rule: no-var'),
      'error sums/rubric.yml:14: "rule" is wrong (found "no-var", expected a tool and its rule: "eslint/no-var", "ruff/F841", "html/no-dup-id", "css/block-no-empty")',
    ],
    [
      'tests of the learner that catch nothing in particular',
      inRubric('- test: Sums > adds two numbers', '- ownTests: catch'),
      'error sums/rubric.yml:14: it does not say which broken variant the learner’s tests have to catch (expected variant: a folder of variants/)',
    ],
    [
      'a first part that does not come before',
      inRubric('grader: node\n', 'grader: node\nsecondPartOf: todo-cli\n'),
      'error sums/rubric.yml:4: the first part is no project of a unit before this one (found "todo-cli", expected one of (there is none))',
    ],
    [
      'criteria for a person whom nobody asks',
      changed(
        inRubric('id: functionality', 'id: review'),
        'sums/rubric.yml',
        '- test: Sums > adds two numbers\n            hint: Try it on paper.\n',
        '- question: Does it add?\n',
      ),
      'error sums/rubric.yml:5: the stage "review" has criteria for a person, and no person is asked (found staff: never, expected review: { staff: always })',
    ],
    [
      'a criterion without evidence',
      inRubric(
        '        evidence:\n          - test: Sums > adds two numbers\n            hint: Try it on paper.\n',
        '        evidence: []\n',
      ),
      'error sums/rubric.yml:13: "evidence" is wrong (found an empty list, expected a list of at least 1 entry or entries)',
    ],
    [
      'a test bound to one criterion twice',
      inRubric(
        '            hint: Try it on paper.\n',
        '            hint: Try it on paper.\n          - test: Sums > adds two numbers\n',
      ),
      'error sums/rubric.yml:16: the test "Sums > adds two numbers" is there twice',
    ],
    [
      'a threshold that is inflated',
      inRubric('threshold: 0.8', 'threshold: 0.6'),
      'error sums/rubric.yml:6: "threshold" is wrong (found 0.6, expected more than 0.6: a level that low says that nothing was mastered (usual are 0.8 to 0.9))',
    ],
    [
      'a threshold above one',
      inRubric('threshold: 0.8', 'threshold: 80'),
      'error sums/rubric.yml:6: "threshold" is wrong (found 80, expected a number of at most 1)',
    ],
    [
      'a threshold that is low',
      inRubric('threshold: 0.8', 'threshold: 0.7'),
      'warning sums/rubric.yml:6: this threshold is low: what is not asked for here will be missing later (found 0.7, expected 0.8 to 0.9)',
    ],
    [
      'a corrective of the same kind as the one before it',
      inRubric(
        '            link: https://developer.mozilla.org/\n',
        '          - kind: read\n            text: Find out about sums.\n',
      ),
      'warning sums/rubric.yml:19: this corrective is of the same kind as the one before it, which did not help (found read, expected another kind)',
    ],
    [
      'a corrective that is there twice',
      inRubric(
        '            link: https://developer.mozilla.org/\n',
        '          - kind: pair\n            text: Find out about numbers.\n',
      ),
      'error sums/rubric.yml:20: the corrective "Find out about numbers." is there twice',
    ],
    [
      'wording that does not help',
      inRubric('hint: Try it on paper.', 'hint: Just try it on paper.'),
      'warning sums/rubric.yml:15: this wording does not help: what is so to you is not so to whoever is stuck (found "Just", expected the sentence without it)',
    ],
    [
      'a fixed date',
      inCourse('    effortHours: 4\n', '    effortHours: 4\n    due: 2027-01-31\n'),
      'error course.yml:7: "due" is a fixed date, and a project has none: time may differ, the level may not (expected effortHours of the unit, as a guide)',
    ],
    [
      'a fixed date under another name',
      inRubric('grader: node\n', 'grader: node\nhandIn: 2027-01-31\n'),
      'error sums/rubric.yml:4: "handIn" is a fixed date, and a project has none: time may differ, the level may not (expected effortHours of the unit, as a guide)',
    ],
    [
      'two units of one id',
      inCourse('id: programs', 'id: basics'),
      'error course.yml:8: the unit "basics" is there twice',
    ],
    [
      'a project in two units',
      inCourse('[todo-cli]', '[todo-cli, sums]'),
      'error course.yml:12: the project "sums" is there twice',
    ],
    [
      'two criteria of one id',
      inRubric(
        'examples:',
        '      - { id: adds, title: T, why: W, skills: [s], evidence: [{ test: x }], correctives: [{ kind: pair, text: t }] }\nexamples:',
      ),
      'error sums/rubric.yml:20: the criterion "adds" is there twice',
    ],
    [
      'a unit that is needed and does not exist',
      inCourse('needs: [basics]', 'needs: [basic]'),
      'error course.yml:10: the unit "programs" needs a unit that does not exist (found "basic", expected one of basics, programs)',
    ],
    [
      'units that need each other',
      inCourse('    title: Basics\n', '    title: Basics\n    needs: [programs]\n'),
      'error course.yml:6: these units need each other in a circle, so nobody could begin (found basics -> programs -> basics)',
    ],
    [
      'enrichment that blocks',
      inCourse('    title: Basics\n', '    title: Basics\n    enrichment: true\n'),
      'error course.yml:11: the unit "programs" needs "basics", which is enrichment: enrichment is optional and blocks nobody',
    ],
    [
      'a pattern of repositories without a project',
      inCourse("'{project}-{login}'", "'{login}'"),
      'error course.yml:2: "repositories" is wrong (found "{login}", expected letters, digits, "-", "." or "_" around "{project}" and "{login}", such as "{project}-{login}")',
    ],
    [
      'a repository that is listed for no project',
      inCourse('units:\n', 'otherRepositories: { listed: { octo-school/old: summs } }\nunits:\n'),
      'error course.yml:3: a repository is listed for a project that no unit has (found "summs", expected one of sums, todo-cli)',
    ],
    [
      'a repository of one project and of several',
      inCourse(
        'units:\n',
        'otherRepositories: { listed: { octo-school/old: sums }, byBranch: [octo-school/old] }\nunits:\n',
      ),
      'error course.yml:3: "octo-school/old" is listed for one project, so its branches cannot be for several',
    ],
    [
      'repositories that are made where none is the course’s',
      inCourse(
        "'{project}-{login}'",
        "'{project}-{login}'\nowners: [elsewhere]\nopening: { owner: octo-school }",
      ),
      'error course.yml:4: repositories are made in an account whose repositories are not the course’s (found "octo-school", expected one of owners: elsewhere)',
    ],
    [
      'repositories that would all have one name',
      inCourse("'{project}-{login}'", "'{project}'\nopening: { owner: octo-school }"),
      'error course.yml:2: repositories are made for learners, and all learners would get one of the same name (expected "{login}" in it, such as "{project}-{login}")',
    ],
    [
      'a topic that no repository can have',
      inCourse('units:\n', "otherRepositories: { topic: 'Project {project}' }\nunits:\n"),
      'error course.yml:3: "topic" is wrong (found "Project {project}", expected small letters, digits and hyphens around "{project}", such as "project-{project}")',
    ],
    [
      'a name that cannot be a folder',
      inCourse('[sums]', '[../sums]'),
      'error course.yml:7: entry 1 of "projects" is wrong (found "../sums", expected lower-case letters, digits and single hyphens, such as "todo-cli")',
    ],
    [
      'an example under a name that cannot be a folder',
      inRubric('  right: mastered', '  Right One: mastered'),
      'error sums/rubric.yml:21: the name "Right One" cannot be used (expected lower-case letters, digits and single hyphens, such as "todo-cli")',
    ],
    [
      'a corrective that leads to no web page',
      inRubric('https://developer.mozilla.org/', 'javascript:alert(1)'),
      'error sums/rubric.yml:19: "link" is wrong (found "javascript:alert(1)", expected the address of a web page, such as https://developer.mozilla.org/)',
    ],
    [
      'a unit that names no folder',
      without(smallCourse, 'sums/'),
      'error course.yml:7: the project "sums" has no folder (expected sums)',
    ],
    [
      'a folder that no unit names',
      { ...smallCourse, 'spare/rubric.yml': '' },
      'warning spare:1: no unit names this folder, so nobody gets this project',
    ],
    [
      'an example without a folder',
      without(smallCourse, 'sums/examples'),
      'error sums/rubric.yml:21: the example "right" has no folder (expected sums/examples/right)',
    ],
    [
      'an example without a decision',
      { ...smallCourse, 'sums/examples/half-right/index.js': '' },
      'error sums/examples/half-right:1: this example has no decision in rubric.yml (expected examples: { half-right: mastered | not-yet | awaiting-review })',
    ],
    [
      'a single solution',
      without(smallCourse, 'sums/solutions/loop'),
      'warning sums/solutions:1: there are too few solutions to see whether the tests leave room for more than one right answer (found 1, expected at least 2, of different structure)',
    ],
    [
      'a project without a rubric',
      without(smallCourse, 'sums/rubric.yml'),
      'error sums/rubric.yml:1: the file is missing (expected a YAML file)',
    ],
    [
      'a project without a brief',
      without(smallCourse, 'sums/brief.md'),
      'error sums/brief.md:1: the file is missing: it tells the learner what to do',
    ],
    [
      'a project without a starter',
      without(smallCourse, 'sums/starter'),
      'error sums/starter:1: the folder is missing: it is what the learner begins with',
    ],
    [
      'a project without any test',
      without(smallCourse, 'sums/tests'),
      'error sums/tests:1: there is no test in tests/public, tests/hidden or tests/forms, so nothing could be shown',
    ],
    [
      'a project without public tests',
      without(smallCourse, 'sums/tests/public'),
      'warning sums/tests/public:1: there is no public test, so practice can tell the learner nothing',
    ],
    [
      'packages without a lock file',
      { ...smallCourse, 'sums/dependencies/package.json': '{}' },
      'error sums/dependencies/package-lock.json:1: the file is missing: dependencies/ holds it and its twin',
    ],
    [
      'a folder with a slip in its name',
      { ...smallCourse, 'sums/test/hidden.test.js': '' },
      'warning sums/test:1: this folder has no meaning in a project (expected one of starter, tests, dependencies, solutions, examples, variants)',
    ],
    [
      'an empty file',
      { ...smallCourse, 'sums/rubric.yml': '' },
      'error sums/rubric.yml:1: the document is wrong (found nothing, expected keys and values)',
    ],
  ])('%s', async (_, files, finding) => {
    expect(await findingsOf(files)).toEqual([finding]);
  });

  it('a grader that is not there, or runs no tests', async () => {
    const dir = await onDisk({
      ...smallCourse,
      'graders/python/grader.json': '{ "runner": {} }',
      'graders/style/grader.json': '{ "analyst": {} }',
      'graders/empty/Dockerfile': '',
      'graders/_template/grader.json': '{ "runner": {} }',
    });
    const found = said(dir, await readCourse(dir, { gradersDir: join(dir, 'graders') }));
    expect(found).toContain(
      'error sums/rubric.yml:3: there is no such grader (found "node", expected one of python)',
    );
  });

  it('aliases that grow out of all bounds', async () => {
    const bomb = ['a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]'];
    for (let level = 1; level <= 5; level += 1)
      bomb.push(
        `a${level}: &a${level} [${Array<string>(10)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    const found = await findingsOf({ ...smallCourse, 'course.yml': bomb.join('\n') });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^error course\.yml:1: the aliases cannot be followed: /);
  });

  it('a link in a folder of the project', async () => {
    const dir = await onDisk(smallCourse);
    await symlink('/etc/passwd', join(dir, 'sums/starter/passwords'));
    expect(said(dir, await readCourse(dir))).toEqual([
      'error sums/starter/passwords:1: a course holds ordinary files and folders only (found a link)',
    ]);
  });

  it('a link in place of a folder, and in place of a rubric', async () => {
    const dir = await onDisk(['sums/starter', 'sums/rubric.yml'].reduce<CourseFiles>(without, smallCourse));
    await mkdir(join(dir, '.elsewhere'));
    await writeFile(join(dir, '.elsewhere/rubric.yml'), 'title: x');
    await symlink(join(dir, '.elsewhere'), join(dir, 'sums/starter'));
    await symlink(join(dir, '.elsewhere/rubric.yml'), join(dir, 'sums/rubric.yml'));
    expect(said(dir, await readCourse(dir))).toEqual([
      'error sums/rubric.yml:1: this is not a file (found a link, expected a YAML file)',
      'error sums/starter:1: a course holds ordinary files and folders only (found a link)',
    ]);
  });

  it('all of them at once, in the order of files and lines', async () => {
    const files = changed(
      inRubric('threshold: 0.8', 'threshold: 0.5'),
      'course.yml',
      'needs: [basics]',
      'needs: [b]',
    );
    const found = await findingsOf(without(files, 'todo-cli/brief.md'));
    expect(found.map((line) => line.split(': ')[0])).toEqual([
      'error course.yml:10',
      'error sums/rubric.yml:6',
      'error todo-cli/brief.md:1',
    ]);
  });
});

describe('a course that has to be usable', () => {
  const errorOf = async (loading: Promise<unknown>) => {
    const error: unknown = await loading.catch((thrown: unknown) => thrown);
    if (!(error instanceof TouchstoneError)) throw new Error('expected a TouchstoneError');
    return error.report();
  };

  it('is refused with every error, and without the warnings', async () => {
    const dir = await onDisk(
      changed(inRubric('grader: node\n', ''), 'todo-cli/rubric.yml', 'threshold: 0.8', 'threshold: 0.7'),
    );
    const { code, audience, message, fix } = await errorOf(loadCourse(dir));
    expect([code, audience]).toEqual(['course.wrong', 'author']);
    expect(message).toBe(
      `The course in ${dir} has 1 error(s):\n${dir}/sums/rubric.yml:1: "grader" is missing: the stage "functionality" runs tests (expected a folder of graders/)`,
    );
    expect(fix).toContain('docs/authors-guide.md');
  });

  it('is refused when there is none', async () => {
    const dir = await onDisk({ 'README.md': 'nothing here' });
    const { code, audience, fix } = await errorOf(loadCourse(dir));
    expect([code, audience]).toEqual(['course.missing', 'author']);
    // A learner in the folder of a project types no path each time.
    expect(fix).toContain('--course or TOUCHSTONE_COURSE');
  });

  it('is taken with warnings', async () => {
    const { course, findings } = await readCourse(await onDisk(inRubric('threshold: 0.8', 'threshold: 0.7')));
    expect(course?.projects.size).toBe(2);
    expect(findings.map(({ level }) => level)).toEqual(['warning']);
  });

  it('tells its warnings when it is loaded', async () => {
    const dir = await onDisk(inRubric('threshold: 0.8', 'threshold: 0.7'));
    const warnings: string[] = [];
    await loadCourse(dir, {}, (warning) => warnings.push(warning));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/sums\/rubric\.yml:\d+: .*0\.7/);
  });

  it('warns of a test that lies beside the folders of the tests', async () => {
    const dir = await onDisk({ ...smallCourse, 'sums/tests/loose.test.js': '// never run' });
    expect(said(dir, await readCourse(dir))).toEqual([
      'warning sums/tests/loose.test.js:1: nothing runs this: tests are in tests/public, tests/hidden or tests/forms/<name>',
    ]);
  });
});
