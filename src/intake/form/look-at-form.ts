import type { Project } from '../../domain/course/project.ts';
import { submissionError } from '../../domain/errors/submission.ts';
import type { Problem } from '../../domain/run.ts';
import type { PullRequestRef, SubmissionFiles } from '../../domain/submission.ts';
import type { GitHubReader } from '../github-reader.ts';
import { formProblems } from './check-form.ts';
import { formId } from './form-id.ts';
import { otherProject } from './other-project.ts';

export interface FormDeps {
  reader: Pick<GitHubReader, 'pullRequest' | 'changedFiles'>;
  projects: () => Iterable<Project>;
}

/** What a pull request lacks to be marked, if its project's rubric asks for a form; null where there is nothing to say. */
export async function lookAtForm(
  { project, pull, submission }: { project: Project; pull: PullRequestRef; submission: SubmissionFiles },
  { reader, projects }: FormDeps,
  signal: AbortSignal,
): Promise<Problem | null> {
  const { form } = project.rubric;
  if (form === undefined) return null;
  const state = await reader.pullRequest(pull, signal);
  if (state === null) return null;
  const changed = form.files === undefined ? [] : await reader.changedFiles(pull, signal);
  const other = otherProject(project, projects(), submission.files);
  const problems = [
    ...(other === null
      ? []
      : [
          `Hand in your work on "${project.rubric.title}" here; these files were begun from "${other.rubric.title}".`,
        ]),
    ...formProblems(form, state.form, changed),
  ];
  if (problems.length === 0) return null;
  return { ...submissionError('submission.form', { problems }).report(), form: formId(state.form) };
}
