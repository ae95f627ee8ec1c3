import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Project } from '../domain/course/project.ts';
import { Rubric } from '../domain/course/rubric.ts';
import { checkExamples } from './examples.ts';
import { aboutFile, type CourseFinding } from './finding.ts';
import { readForms } from './forms.ts';
import { checkLeaks } from './leaks.ts';
import { foldersIn, readFiles } from './read-files.ts';
import { checkRubric, type Available } from './rubric.ts';
import { checkSchema } from './schema-remarks.ts';
import { strayFiles } from './strays.ts';
import { checkVariants } from './variants.ts';
import { checkWording } from './wording/rubric-wording.ts';
import { readYaml } from './yaml-file.ts';

const FOLDERS = ['starter', 'tests', 'dependencies', 'solutions', 'examples', 'variants'];
const TEST_FOLDERS = ['public', 'hidden', 'forms'];

/** Reads one project's folder whole. The project is null when something is so wrong that it cannot be used. */
export async function readProject(
  dir: string,
  slug: string,
  available: Available,
): Promise<{ project: Project | null; findings: CourseFinding[] }> {
  const yaml = await readYaml(join(dir, 'rubric.yml'));
  const { value: rubric, remarks } =
    yaml.findings.length === 0 ? checkSchema(Rubric, yaml.data) : { value: null, remarks: [] };
  const [starter, publicTests, hiddenTests, dependencies] = (await Promise.all(
    ['starter', 'tests/public', 'tests/hidden', 'dependencies'].map((name) => readFiles(join(dir, name))),
  )) as [Folder, Folder, Folder, Folder];
  const { forms, findings: aboutForms } = await readForms(dir, hiddenTests.files);
  const brief = await readFile(join(dir, 'brief.md'), 'utf8').catch(() => null);

  const findings = [
    ...yaml.findings,
    ...remarks.map(yaml.place),
    ...[starter, publicTests, hiddenTests, dependencies].flatMap((folder) => folder.findings),
    ...aboutForms,
    ...(await checkFolders(dir, rubric, { brief, starter, publicTests, hiddenTests, forms, dependencies })),
    ...(await strayFiles(dir)),
    ...checkLeaks(dir, {
      starter: starter.files ?? new Map(),
      publicTests: publicTests.files ?? new Map(),
      hidden: [hiddenTests.files ?? new Map<string, Uint8Array>(), ...forms.values()].flatMap((files) => [
        ...files,
      ]),
    }),
  ];
  if (rubric === null) return { project: null, findings };
  findings.push(...[...checkRubric(rubric, available), ...checkWording(rubric)].map(yaml.place));
  // The copy of a course that learners have holds no hidden tests, no solutions and no examples.
  if (hiddenTests.files !== null || forms.size > 0)
    findings.push(
      ...(await checkExamples(dir, rubric, yaml.place)),
      ...(await checkVariants(dir, rubric, yaml.place)),
    );
  if (findings.some(({ level }) => level === 'error')) return { project: null, findings };
  const project = {
    slug,
    dir,
    rubric,
    brief: brief ?? '',
    starter: starter.files ?? new Map(),
    publicTests: publicTests.files ?? new Map(),
    hiddenTests: hiddenTests.files ?? new Map(),
    forms,
    dependencies: dependencies.files ?? new Map(),
  };
  return { project, findings };
}

type Folder = Awaited<ReturnType<typeof readFiles>>;

interface Parts {
  brief: string | null;
  starter: Folder;
  publicTests: Folder;
  hiddenTests: Folder;
  forms: Project['forms'];
  dependencies: Folder;
}

async function checkFolders(dir: string, rubric: Rubric | null, parts: Parts): Promise<CourseFinding[]> {
  const { brief, starter, publicTests, hiddenTests, forms, dependencies } = parts;
  const findings: CourseFinding[] = [];
  const missing = (level: CourseFinding['level'], name: string, message: string) => {
    findings.push(aboutFile(level, join(dir, name), message));
  };
  if (brief === null) missing('error', 'brief.md', 'the file is missing: it tells the learner what to do');
  else if (brief.trim() === '')
    missing('error', 'brief.md', 'the file is empty: it tells the learner what to do');
  if (starter.files === null && starter.findings.length === 0)
    missing('error', 'starter', 'the folder is missing: it is what the learner begins with');
  const isEmpty = ({ files }: Folder) => files === null || files.size === 0;
  const runsTests = rubric === null || rubric.stages.some(({ id }) => id === 'functionality');
  if (runsTests && isEmpty(publicTests) && isEmpty(hiddenTests) && forms.size === 0)
    missing(
      'error',
      'tests',
      'there is no test in tests/public, tests/hidden or tests/forms, so nothing could be shown',
    );
  else if (runsTests && isEmpty(publicTests))
    missing('warning', 'tests/public', 'there is no public test, so practice can tell the learner nothing');
  if (dependencies.files !== null)
    for (const name of ['package.json', 'package-lock.json'])
      if (!dependencies.files.has(name))
        missing(
          'error',
          join('dependencies', name),
          'the file is missing: dependencies/ holds it and its twin',
        );
  for (const folder of await foldersIn(dir))
    if (!FOLDERS.includes(folder))
      findings.push(
        aboutFile('warning', join(dir, folder), 'this folder has no meaning in a project', {
          expected: `one of ${FOLDERS.join(', ')}`,
        }),
      );
  for (const name of (await readdir(join(dir, 'tests')).catch(() => [])).toSorted())
    if (!TEST_FOLDERS.includes(name) && !name.startsWith('.'))
      missing(
        'warning',
        join('tests', name),
        'nothing runs this: tests are in tests/public, tests/hidden or tests/forms/<name>',
      );
  return findings;
}
