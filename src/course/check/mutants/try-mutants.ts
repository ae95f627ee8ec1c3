import { join } from 'node:path';
import type { FileMap } from '../../../domain/course/file-map.ts';
import type { Mutation } from '../../../domain/mutants/mutation.ts';
import type { Project } from '../../../domain/course/project.ts';
import type { Trial, Tried } from '../trial.ts';
import { mutantOf, nameOfMutant, type Mutant } from '../../../domain/mutants/mutant.ts';
import { ownPart } from '../../../domain/mutants/own-part.ts';
import { sampleOf } from '../../../domain/mutants/sample.ts';
import { whatTestsNotice } from './what-tests-notice.ts';

/** The changes that a tool can make of some files of a project; none where there is no tool for its language. */
export type MakeMutations = (project: Project, files: FileMap) => Promise<Mutation[]>;

/** A mutant, and what came of it in each form. */
export interface TriedMutant {
  mutant: Mutant;
  inEachForm: Tried[];
}

/** How mutants are made, and how many of a project are tried at most. */
export interface MutantOptions {
  most: number;
  mutationsOf: MakeMutations;
}

/**
 * Hands in small changes of a right answer, each in every form of the tests. The answer has to be one: of what the tests do not take
 * for right, nothing could be told.
 */
export async function tryMutants(
  project: Project,
  answer: { dir: string; files: FileMap },
  { most, mutationsOf }: MutantOptions,
  tryAll: (project: Project, trials: readonly Trial[]) => Promise<Tried[]>,
): Promise<TriedMutant[]> {
  const noticing = whatTestsNotice(project);
  if (noticing === null || most === 0) return [];
  const mutations = await mutationsOf(project, ownPart(answer.files, project.starter));
  const mutants = sampleOf(
    mutations.flatMap((mutation) => mutantOf(answer.files, mutation) ?? []),
    most,
    project.slug,
  );
  const forms = project.forms.size === 0 ? [null] : [...project.forms.keys()];
  const trials = mutants.flatMap((mutant) =>
    forms.map((form): Trial => ({
      kind: 'mutant',
      name: nameOfMutant(mutant),
      dir: join(answer.dir, mutant.file),
      files: mutant.files,
      form,
      repeat: 0,
    })),
  );
  const tried = await tryAll(noticing, trials);
  return mutants.map((mutant, at) => ({
    mutant,
    inEachForm: tried.slice(at * forms.length, (at + 1) * forms.length),
  }));
}
