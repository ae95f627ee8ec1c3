import type { Clock } from '../domain/clock.ts';
import type { Project } from '../domain/course/project.ts';
import { type LearnerHistory, NO_HISTORY } from '../domain/history.ts';
import type { StageId } from '../domain/course/stage.ts';
import type { StageFindings } from '../domain/findings.ts';
import type { Marking } from '../domain/results.ts';
import { conclude } from '../mastery/conclude.ts';
import { rubricId } from '../mastery/rubric-id.ts';
import type { SubmissionFiles } from '../domain/submission.ts';
import { firstForm } from '../mastery/forms.ts';
import { isUntouchedStarter } from '../mastery/untouched-starter.ts';
import type { Stage, StageHappening } from '../stages/stage.ts';

/** One submission to be marked. */
export interface MarkRequest {
  project: Project;
  submission: SubmissionFiles;
  /** Practice, or a course without hidden tests: public tests alone, and never a decision. */
  publicOnly: boolean;
  /** What the learner's attempts before this one have left with them. */
  history?: LearnerHistory;
  /** A person has the last word, whatever the rubric says. */
  personMustLook?: boolean;
  /** Which of the project's parallel forms is run; by default the one that `formOf` gives to nobody's first attempt. */
  form?: string | null;
  /** What tests draw their inputs from; by default it follows from the submission and the tests. */
  seed?: number;
  signal: AbortSignal;
  onProgress: (progress: { stage: StageId; done: number; total: number | null }) => void;
  /** Told how each stage goes, for authors and operators. */
  onHappening?: (stage: StageId, happening: StageHappening) => void;
}

/** Marks one submission: runs the stages, decides, chooses the feedback. Rejects only when aborted. */
export type Mark = (request: MarkRequest) => Promise<Marking>;

/** The stages that there are; a rubric that names another one is refused when the course is read. */
export type StageTable = Partial<Record<StageId, Stage>>;

/** A course without hidden tests, such as the copy that a learner has, shows less than a decision needs. */
function lacksTests({ rubric, hiddenTests, forms }: Project): boolean {
  return hiddenTests.size === 0 && forms.size === 0 && rubric.stages.some(({ id }) => id === 'functionality');
}

/** Builds the conductor from the table of stages. It decides nothing itself. */
export function createMarker({ stages, clock }: { stages: StageTable; clock: Clock }): Mark {
  return async ({
    project,
    submission,
    publicOnly,
    history = NO_HISTORY,
    personMustLook = false,
    form = firstForm(project),
    seed,
    signal,
    onProgress,
    onHappening,
  }) => {
    const { nextSteps } = project;
    const partial = publicOnly || lacksTests(project);
    const started = clock.now();
    const durationMs: Record<string, number> = {};
    const found: StageFindings[] = [];

    for (const stage of project.rubric.stages) {
      const run = stages[stage.id];
      // The review stage is people's: there is nothing to run.
      if (run === undefined) continue;
      const stageStarted = clock.now();
      const findings = await run({
        project,
        stage,
        submission: submission.files,
        publicOnly: partial,
        form,
        seed,
        signal,
        onProgress: (progress) => {
          onProgress({ stage: stage.id, ...progress });
        },
        onHappening:
          onHappening &&
          ((happening) => {
            onHappening(stage.id, happening);
          }),
      });
      found.push(findings);
      durationMs[stage.id] = clock.now() - stageStarted;
    }

    const conclusion = conclude(project.rubric, {
      findings: found,
      partial,
      history,
      nextSteps,
      personMustLook,
    });
    const { decision } = conclusion;
    return {
      project: project.slug,
      partial,
      ...conclusion,
      durationMs: { total: clock.now() - started, ...durationMs },
      // A starter that meets its own rubric is the course's fault; nobody is told to begin with what is mastered.
      untouchedStarter: decision !== 'mastered' && isUntouchedStarter(project.starter, submission.files),
      dropped: submission.dropped,
      madeWith: {
        rubric: rubricId(project.rubric),
        courseCommit: project.commit ?? null,
        grader: project.rubric.grader ?? null,
        history,
        nextSteps,
        ...(personMustLook && { personMustLook }),
      },
    };
  };
}
