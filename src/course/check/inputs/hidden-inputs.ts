import type { FileMap } from '../../../domain/course/file-map.ts';
import type { Project } from '../../../domain/course/project.ts';
import { literalsOf } from './literals.ts';

/** What a project's hidden tests have written out that a learner has not been given. */
export interface HiddenInputs {
  strings: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  templates: readonly string[][];
  /** The test files as they are, one after another. */
  source: string;
  /** What learners have anyway, one after another: the brief, the starter, the public tests. */
  given: string;
}

type Material = Pick<Project, 'brief' | 'starter' | 'publicTests' | 'hiddenTests' | 'forms'>;

/** Reads what is hidden of a project, in all forms, and leaves out what is given. */
export function hiddenInputs({ brief, starter, publicTests, hiddenTests, forms }: Material): HiddenInputs {
  const hidden = [hiddenTests, ...forms.values()].flatMap(textsOf);
  const given = [brief, ...[starter, publicTests].flatMap(textsOf).map(([, text]) => text)].join('\n');
  const literals = hidden.map(([path, text]) => literalsOf(path, text));
  return {
    strings: new Set(literals.flatMap(({ strings }) => strings).filter((text) => !given.includes(text))),
    numbers: new Set(
      literals.flatMap(({ numbers }) => numbers).filter((number) => !hasNumber(given, number)),
    ),
    templates: literals.flatMap(({ templates }) => templates),
    source: hidden.map(([, text]) => text).join('\n'),
    given,
  };
}

/** Whether a text has just this number, and not one that it is a part of. */
export function hasNumber(text: string, number: string): boolean {
  return new RegExp(`(?<![\\d.,_])${number.replace('.', '[.,]')}(?![\\d_]|[.,]\\d)`).test(text);
}

function textsOf(files: FileMap): [path: string, text: string][] {
  return [...files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
}
