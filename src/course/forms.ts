import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileMap } from '../domain/course/file-map.ts';
import type { Project } from '../domain/course/project.ts';
import { Slug } from '../domain/course/slug.ts';
import { aboutFile, type CourseFinding } from './finding.ts';
import { foldersIn, readFiles } from './read-files.ts';
import { isSameFolder } from './same-folder.ts';

/** Reads the parallel forms of a project's hidden tests, `tests/forms/<name>/`, and says what is wrong with them. */
export async function readForms(
  dir: string,
  hiddenTests: FileMap | null,
): Promise<{ forms: Project['forms']; findings: CourseFinding[] }> {
  const parent = join(dir, 'tests', 'forms');
  const names = await foldersIn(parent);
  const forms = new Map<string, FileMap>();
  const findings = await strayFiles(parent, names);
  for (const name of names) {
    const folder = join(parent, name);
    const { files, findings: found } = await readFiles(folder);
    findings.push(...found, ...checkForm(name, folder, files ?? new Map(), hiddenTests ?? new Map()));
    forms.set(name, files ?? new Map());
  }
  findings.push(...sameForms(parent, forms));
  if (names.length === 1)
    findings.push(
      aboutFile('warning', parent, 'there is one form, so every attempt gets the same tests', {
        found: names[0] ?? null,
        expected: 'at least two, or its files in tests/hidden',
      }),
    );
  return { forms, findings };
}

function checkForm(name: string, folder: string, files: FileMap, hiddenTests: FileMap): CourseFinding[] {
  const findings: CourseFinding[] = [];
  if (!Slug.safeParse(name).success)
    findings.push(
      aboutFile('error', folder, "a form's name is made of lower-case letters, digits and single hyphens", {
        found: name,
      }),
    );
  if (files.size === 0) findings.push(aboutFile('error', folder, 'this form has no tests'));
  for (const path of files.keys())
    if (hiddenTests.has(path))
      findings.push(
        aboutFile(
          'error',
          join(folder, path),
          'tests/hidden has a file of this name, and both lie in one folder when they run',
          { expected: 'another name, or the file in each form and not in tests/hidden' },
        ),
      );
  return findings;
}

/** Forms that ask for the same in the same way can be learnt by heart. */
function sameForms(parent: string, forms: Project['forms']): CourseFinding[] {
  const all = [...forms].filter(([, files]) => files.size > 0);
  return all.flatMap(([name, files], at) => {
    const twin = all.slice(0, at).find(([, others]) => isSameFolder(files, others));
    if (twin === undefined) return [];
    return [
      aboutFile(
        'warning',
        join(parent, name),
        'two forms are the same, so a further attempt gets the same tests',
        {
          found: `the files of "${twin[0]}"`,
          expected: 'other inputs or cases',
        },
      ),
    ];
  });
}

async function strayFiles(parent: string, folders: readonly string[]): Promise<CourseFinding[]> {
  const names = (await readdir(parent).catch(() => [])).toSorted();
  return names
    .filter((name) => !folders.includes(name) && !name.startsWith('.'))
    .map((name) =>
      aboutFile(
        'warning',
        join(parent, name),
        'nothing runs this: the tests of a form are in a folder of it',
      ),
    );
}
