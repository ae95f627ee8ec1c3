import Docker from 'dockerode';
import { createDockerSandbox } from '../../../src/adapters/docker/docker-sandbox.ts';
import { describeMarking } from '../../../src/cli/marking-text.ts';
import { gradersDir, readCourse } from '../../../src/compose/course.ts';
import { systemClock } from '../../../src/domain/clock.ts';
import type { Course, Project } from '../../../src/domain/course/project.ts';
import type { Report } from '../../../src/domain/report.ts';
import type { Marking } from '../../../src/domain/results.ts';
import type { SubmissionFiles } from '../../../src/domain/submission.ts';
import { createMarker } from '../../../src/marking/mark.ts';
import { renderMarking } from '../../../src/report/render/marking.ts';
import { createFunctionalityStage } from '../../../src/stages/functionality/functionality.ts';
import { courseDir } from './case.ts';

/** Everything that comes of one submission. */
export interface Outcome {
  submission: SubmissionFiles;
  marking: Marking;
  report: Report;
  /** What `touchstone mark` prints. */
  printed: string;
  /** Lines of the log meanwhile. */
  log: string[];
}

/** The road of a submission, as in production: the course from disk, the marker, the sandbox, the report. */
export interface Road {
  docker: Docker;
  course: Course;
  /** `patience`: how many times the rubric's times an honest submission gets on a machine that others use as well. */
  take(project: Project, submission: SubmissionFiles, patience?: number): Promise<Outcome>;
  close(): Promise<void>;
}

/** How long a marking may take beyond the rubric's `totalSeconds` before it is given up, ms: containers start slowly under load. */
const MARGIN_MS = 120_000;

/** `runtime`: another runtime of Docker's than its default one, such as `runsc`. */
export async function openRoad({ runtime }: { runtime?: string | undefined } = {}): Promise<Road> {
  const docker = new Docker();
  const course = await readCourse(courseDir);
  const log: string[] = [];
  const sandbox = createDockerSandbox({
    gradersDir,
    docker,
    // Containers that wait are attacked as well: what one submission leaves behind must not meet the next.
    capacity: { places: 1, spares: 2 },
    log: (line) => log.push(line),
    ...(runtime === undefined ? {} : { runtime }),
  });
  const mark = createMarker({
    stages: { functionality: createFunctionalityStage(sandbox) },
    clock: systemClock,
  });
  return {
    docker,
    course,
    async take(project, submission, patience = 1) {
      const asked = patient(project, patience);
      const from = log.length;
      const marking = await mark({
        project: asked,
        submission,
        publicOnly: false,
        signal: AbortSignal.timeout(asked.rubric.limits.totalSeconds * 1000 + MARGIN_MS),
        onProgress: () => undefined,
      });
      const headSha = 'c0ffee'.repeat(7).slice(0, 40);
      return {
        submission,
        marking,
        report: renderMarking({ project, marking, headSha, draft: false }),
        printed: describeMarking(marking, project, {
          out: () => undefined,
          err: () => undefined,
          outIsTerminal: false,
          errIsTerminal: false,
          columns: 100,
        }),
        log: log.slice(from),
      };
    },
    close: () => sandbox.close(),
  };
}

function patient(project: Project, times: number): Project {
  const { callSeconds, testSeconds, totalSeconds, ...others } = project.rubric.limits;
  const limits = {
    ...others,
    callSeconds: callSeconds * times,
    testSeconds: testSeconds * times,
    totalSeconds: totalSeconds * times,
  };
  return { ...project, rubric: { ...project.rubric, limits } };
}
