import { afterAll } from 'vitest';
import { createDockerSandbox } from '../../../src/adapters/docker/docker-sandbox.ts';
import { courseCheckCommand, type CourseCheckOptions } from '../../../src/cli/course-check.ts';
import type { Parts } from '../../../src/cli/parts.ts';
import { lintCourse } from '../../../src/compose/course.ts';
import { mutationsMaker } from '../../../src/compose/mutations.ts';
import { ownTestsReader } from '../../../src/course/own-tests.ts';
import { systemClock } from '../../../src/domain/clock.ts';
import { createMarker } from '../../../src/marking/mark.ts';
import { createFunctionalityStage } from '../../../src/stages/functionality/functionality.ts';
import { type CourseFiles, onDisk } from '../small-course.ts';

const gradersDir = new URL('../../../graders', import.meta.url).pathname;

type Checked = Promise<{ code: number; out: string; err: string }>;

/** Checks courses in a sandbox that the tests of one file share: what the command says, with its folder left out of the paths, and its exit code. */
export function checking(): (files: CourseFiles, more?: Partial<CourseCheckOptions>) => Checked {
  const sandbox = createDockerSandbox({ gradersDir, capacity: { places: 2, spares: 4 } });
  afterAll(() => sandbox.close());
  const mark = createMarker({
    stages: { functionality: createFunctionalityStage(sandbox, { ownTestsOf: ownTestsReader(gradersDir) }) },
    clock: systemClock,
  });
  const parts: Pick<Parts, 'lintCourse' | 'openTrials'> = {
    lintCourse,
    openTrials: () =>
      Promise.resolve({
        mark,
        places: sandbox.places,
        mutationsOf: mutationsMaker(sandbox),
        close: () => Promise.resolve(),
      }),
  };
  return async (files, more = {}) => {
    const dir = await onDisk(files);
    let out = '';
    let err = '';
    const code = await courseCheckCommand(
      { dir, format: 'text', lint: false, annotations: false, mutants: 0, ...more },
      parts as Parts,
      {
        out: (text) => (out += text),
        err: (text) => (err += text),
        outIsTerminal: false,
        errIsTerminal: false,
        columns: 120,
      },
      new AbortController().signal,
    );
    return { code, out: out.replaceAll(`${dir}/`, ''), err: err.replaceAll(`${dir}/`, '') };
  };
}
