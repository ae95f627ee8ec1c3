import type { Annotation } from '../../domain/report.ts';
import { GitHubError } from '../../domain/errors/github.ts';
import { CHECK_NAME, checkExternalId } from '../../domain/check.ts';
import type { PullRequestRef } from '../../domain/submission.ts';
import type { CheckWrite, PullRequestWriter, WrittenCheck } from '../../report/pull-request-writer.ts';
import {
  AnnotationsAnswer,
  CheckRunsAnswer,
  CommentsAnswer,
  NewCheckAnswer,
  PullRequestAnswer,
  readAnswer,
} from './answers.ts';
import type { GitHubClient } from './client.ts';
import { isClosedToUs } from './closed-to-us.ts';
import { createAuthorship } from './authorship.ts';
import { pages } from './pages.ts';

type CheckAnswer = ReturnType<typeof CheckRunsAnswer.parse>['check_runs'][number];
type AnnotationAnswer = ReturnType<typeof AnnotationsAnswer.parse>[number];

const readCheck = ({ id, status, conclusion, output }: CheckAnswer): WrittenCheck => ({
  id,
  status,
  conclusion,
  title: output.title,
  summary: output.summary,
  text: output.text,
  annotations: output.annotations_count,
});

const readAnnotation = (answer: AnnotationAnswer): Annotation => ({
  path: answer.path,
  startLine: answer.start_line,
  endLine: answer.end_line,
  level: answer.annotation_level ?? 'notice',
  title: answer.title ?? '',
  message: answer.message ?? '',
});

const annotationFields = (annotation: Annotation) => ({
  path: annotation.path,
  start_line: annotation.startLine,
  end_line: annotation.endLine,
  annotation_level: annotation.level,
  title: annotation.title,
  message: annotation.message,
});

// A conclusion makes GitHub complete the check, whatever status is sent with it; so it is sent with that status alone.
const checkFields = ({
  status,
  conclusion,
  title,
  summary,
  text,
  annotations,
  actions = [],
}: CheckWrite) => ({
  name: CHECK_NAME,
  ...(conclusion === null ? { status } : { status: 'completed' as const, conclusion }),
  // Those of before are taken away by naming none.
  actions: [...actions],
  output: {
    title,
    summary,
    text: text ?? '',
    ...(annotations.length === 0 ? {} : { annotations: annotations.map(annotationFields) }),
  },
});

const collect = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
};

/** Writes as our App, with a token that reaches the pull request's repository alone. */
export function createWriter(client: GitHubClient): PullRequestWriter {
  const isOurs = createAuthorship(client);
  const at = ({ installation, repositoryId, owner, repo, number }: PullRequestRef, signal?: AbortSignal) => ({
    rest: client.as({ installation, repositoryId }).rest,
    where: { owner, repo, ...(signal === undefined ? {} : { request: { signal } }) },
    number,
  });

  return {
    headSha: async (pull, signal) => {
      const { rest, where, number } = at(pull, signal);
      const { data } = await rest.pulls.get({ ...where, pull_number: number });
      return readAnswer(PullRequestAnswer, 'GET /repos/{owner}/{repo}/pulls/{pull_number}', data).head.sha;
    },

    checks: async (pull, sha, signal) => {
      const { rest, where } = at(pull, signal);
      const found = await collect(
        pages(
          (page) =>
            rest.checks.listForRef({
              ...where,
              ...page,
              ref: sha,
              check_name: CHECK_NAME,
              app_id: client.appId,
              filter: 'all',
            }),
          (data) =>
            readAnswer(CheckRunsAnswer, 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs', data)
              .check_runs,
        ),
      );
      return found
        .filter(({ name, app }) => name === CHECK_NAME && app?.id === client.appId)
        .map(readCheck)
        .sort((a, b) => a.id - b.id);
    },

    annotations: (pull, checkId, signal) => {
      const { rest, where } = at(pull, signal);
      return collect(
        pages(
          (page) => rest.checks.listAnnotations({ ...where, ...page, check_run_id: checkId }),
          (data) =>
            readAnswer(
              AnnotationsAnswer,
              'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations',
              data,
            ).map(readAnnotation),
        ),
      );
    },

    createCheck: async (pull, sha, check, signal) => {
      const { rest, where } = at(pull, signal);
      const { data } = await rest.checks.create({
        ...where,
        head_sha: sha,
        external_id: checkExternalId(pull),
        ...checkFields(check),
      });
      return readAnswer(NewCheckAnswer, 'POST /repos/{owner}/{repo}/check-runs', data).id;
    },

    updateCheck: async (pull, checkId, check, signal) => {
      const { rest, where } = at(pull, signal);
      await rest.checks.update({ ...where, check_run_id: checkId, ...checkFields(check) });
    },

    comments: async (pull, signal) => {
      const { rest, where, number } = at(pull, signal);
      const ours = [];
      for await (const comment of pages(
        (page) => rest.issues.listComments({ ...where, ...page, issue_number: number }),
        (data) =>
          readAnswer(CommentsAnswer, 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments', data),
      )) {
        if (await isOurs(comment)) ours.push({ id: comment.id, body: comment.body ?? '' });
      }
      return ours.sort((a, b) => a.id - b.id);
    },

    createComment: async (pull, body, signal) => {
      const { rest, where, number } = at(pull, signal);
      await rest.issues.createComment({ ...where, issue_number: number, body });
    },

    updateComment: async (pull, commentId, body, signal) => {
      const { rest, where } = at(pull, signal);
      await rest.issues.updateComment({ ...where, comment_id: commentId, body });
    },

    react: async (pull, commentId, sign, signal) => {
      const { rest, where } = at(pull, signal);
      try {
        await rest.reactions.createForIssueComment({ ...where, comment_id: commentId, content: sign });
      } catch (error) {
        if (!isClosedToUs(error)) throw error;
      }
    },

    deleteComment: async (pull, commentId, signal) => {
      const { rest, where } = at(pull, signal);
      try {
        await rest.issues.deleteComment({ ...where, comment_id: commentId });
      } catch (error) {
        // What we may not delete still stands there.
        if (!(error instanceof GitHubError) || error.code !== 'github.gone') throw error;
      }
    },
  };
}
