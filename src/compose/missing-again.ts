import { systemClock } from '../domain/clock.ts';
import type { Course } from '../domain/course/project.ts';
import type { Marking } from '../domain/results.ts';
import type { Submission } from '../domain/submission.ts';
import { attemptsOf } from '../mastery/record/attempts.ts';
import { rubricOf } from '../mastery/record/make-record.ts';
import { missingAgain } from '../mastery/record/skills.ts';
import type { RecordStore } from '../record/record-store.ts';

/** The skills that a learner has mastered in other projects and that a submission lacks, by the course and the records. */
export function missingAgainIn(
  course: Pick<Course, 'projects'>,
  records: RecordStore,
): (submission: Submission, marking: Marking) => Promise<string[]> {
  return async ({ learner, project, headSha, pull }, marking) => {
    const rows = await records.rowsOf(learner.id);
    const now = {
      project,
      commit: headSha,
      pullRequest: `${pull.owner}/${pull.repo}#${pull.number}`,
      run: null,
      at: systemClock.now(),
      marking,
    };
    const others = rows.told.filter((each) => each.project !== project || each.commit !== headSha);
    const attempts = attemptsOf({ told: [...others, now], verdicts: rows.verdicts });
    return missingAgain(attempts, project, (attempt) => rubricOf(course, rows, attempt));
  };
}
