import type { Octokit } from '@octokit/rest';
import type { Logger } from 'pino';
import { GitHubError } from '../../domain/errors/github.ts';
import type { Place } from '../../domain/course/place.ts';
import type { PullRequestRef } from '../../domain/submission.ts';
import { coAuthors, type Maker } from '../../review/involved.ts';
import type { GitHubReader, PullRequestState } from '../../intake/github-reader.ts';
import { createAuthorship } from './authorship.ts';
import { commitAuthors } from './commit-authors.ts';
import {
  CommitsAnswer,
  FilesAnswer,
  InstallationsAnswer,
  PropertiesAnswer,
  PullRequestAnswer,
  PullRequestsAnswer,
  RepositoriesAnswer,
  WordsAnswer,
  readAnswer,
} from './answers.ts';
import type { GitHubClient } from './client.ts';
import { pages } from './pages.ts';
import { orNullWhenClosed } from './closed-to-us.ts';

/** Null where the author's account is gone, or is an App's other than ours: there is nobody who learns. */
function stateOf(
  installation: number,
  answer: PullRequestAnswer,
  { properties, byApp }: { properties: Place['properties']; byApp: boolean },
): PullRequestState | null {
  const { base, head, user } = answer;
  if (user === null || (user.type !== 'User' && !byApp)) return null;
  return {
    pull: {
      installation,
      owner: base.repo.owner.login,
      repo: base.repo.name,
      repositoryId: base.repo.id,
      number: answer.number,
    },
    place: {
      owner: base.repo.owner.login,
      repo: base.repo.name,
      topics: base.repo.topics ?? [],
      properties,
      into: base.ref,
    },
    learner: { id: user.id, login: user.login },
    form: { branch: head.ref, into: base.ref, title: answer.title, description: answer.body ?? '' },
    headSha: head.sha,
    byApp,
    headOwner: head.repo?.owner.login ?? null,
    headRepo: head.repo?.name ?? null,
    draft: answer.draft ?? false,
    open: answer.state === 'open',
    isPublic: base.repo.private === false,
    isArchived: base.repo.archived === true,
  };
}

export interface ReaderOptions {
  log: Logger;
  /** Whether a repository belongs to the course: the others are not even looked into. */
  concerns: (repository: { owner: string; repo: string }) => boolean;
  /** Whether a repository's properties tell which project it is. */
  readsProperties: boolean;
}

/** Reads pull requests as our App. */
export function createReader(
  client: GitHubClient,
  { log, concerns, readsProperties }: ReaderOptions,
): GitHubReader {
  const isOurs = createAuthorship(client);
  const ask = (signal?: AbortSignal) => (signal === undefined ? {} : { request: { signal } });

  async function* installations(signal?: AbortSignal) {
    for await (const { id, suspended_at: suspended } of pages(
      (page) => client.app.rest.apps.listInstallations({ ...page, ...ask(signal) }),
      (data) => readAnswer(InstallationsAnswer, 'GET /app/installations', data),
    )) {
      if (typeof suspended !== 'string') yield id;
    }
  }

  const propertiesOf = async (
    octokit: Octokit,
    { owner, repo }: { owner: string; repo: string },
    signal?: AbortSignal,
  ): Promise<Place['properties']> => {
    if (!readsProperties) return {};
    const { data } = await octokit.rest.repos.customPropertiesForReposGetRepositoryValues({
      owner,
      repo,
      ...ask(signal),
    });
    const values = readAnswer(PropertiesAnswer, 'GET /repos/{owner}/{repo}/properties/values', data);
    return Object.fromEntries(
      values.map(({ property_name: name, value }) => [name, value === null ? [] : [value].flat()]),
    );
  };

  async function* openIn(installation: number, signal?: AbortSignal): AsyncGenerator<PullRequestState> {
    const octokit = client.as({ installation });
    for await (const repository of pages(
      (page) => octokit.rest.apps.listReposAccessibleToInstallation({ ...page, ...ask(signal) }),
      (data) => readAnswer(RepositoriesAnswer, 'GET /installation/repositories', data).repositories,
    )) {
      const { name: repo, owner } = repository;
      // Nothing can be written to these.
      if (repository.archived === true || repository.disabled === true) continue;
      if (!concerns({ owner: owner.login, repo })) continue;
      let properties: Place['properties'] | null = null;
      for await (const answer of pages(
        (page) =>
          octokit.rest.pulls.list({ owner: owner.login, repo, state: 'open', ...page, ...ask(signal) }),
        (data) => readAnswer(PullRequestsAnswer, 'GET /repos/{owner}/{repo}/pulls', data),
      )) {
        properties ??= await propertiesOf(octokit, { owner: owner.login, repo }, signal);
        const state = stateOf(installation, answer, { properties, byApp: await isOurs(answer) });
        if (state !== null) yield state;
      }
    }
  }

  return {
    pullRequest: ({ installation, repositoryId, owner, repo, number }: PullRequestRef, signal) =>
      orNullWhenClosed(async () => {
        const octokit = client.as({ installation, repositoryId });
        const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number, ...ask(signal) });
        const answer = readAnswer(PullRequestAnswer, 'GET /repos/{owner}/{repo}/pulls/{pull_number}', data);
        const properties = await propertiesOf(octokit, { owner, repo }, signal);
        return stateOf(installation, answer, { properties, byApp: await isOurs(answer) });
      }),

    address: ({ installation, repositoryId }, signal) =>
      orNullWhenClosed(async () => {
        const octokit = client.as({ installation, repositoryId });
        // With a token that reaches no further the list is of this one.
        for await (const { id, name, owner } of pages(
          (page) => octokit.rest.apps.listReposAccessibleToInstallation({ ...page, ...ask(signal) }),
          (data) => readAnswer(RepositoriesAnswer, 'GET /installation/repositories', data).repositories,
        )) {
          if (id === repositoryId) return { owner: owner.login, repo: name };
        }
        return null;
      }),

    wordsOf: ({ installation, repositoryId, owner, repo, number }, { kind, id }, signal) =>
      orNullWhenClosed(async () => {
        const { rest } = client.as({ installation, repositoryId });
        const where = { owner, repo, ...ask(signal) };
        if (kind === 'comment') {
          const { data } = await rest.issues.getComment({ ...where, comment_id: id });
          const call = 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}';
          return readAnswer(WordsAnswer, call, data).body ?? '';
        }
        const { data } = await rest.pulls.getReview({ ...where, pull_number: number, review_id: id });
        const call = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}';
        return readAnswer(WordsAnswer, call, data).body ?? '';
      }),

    async makers(ref, signal) {
      const { installation, repositoryId, owner, repo, number } = ref;
      const octokit = client.as({ installation, repositoryId });
      const makers: Maker[] = await commitAuthors(client, ref, signal);
      for await (const { commit, author, committer } of pages(
        (page) =>
          octokit.rest.pulls.listCommits({ owner, repo, pull_number: number, ...page, ...ask(signal) }),
        (data) => readAnswer(CommitsAnswer, 'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits', data),
      )) {
        makers.push(
          { id: author?.id ?? null, email: commit.author?.email ?? '' },
          { id: committer?.id ?? null, email: commit.committer?.email ?? '' },
          ...coAuthors(commit.message).map((email) => ({ id: null, email })),
        );
      }
      return makers;
    },

    async changedFiles({ installation, repositoryId, owner, repo, number }, signal) {
      const octokit = client.as({ installation, repositoryId });
      const changed: string[] = [];
      for await (const { filename } of pages(
        (page) => octokit.rest.pulls.listFiles({ owner, repo, pull_number: number, ...page, ...ask(signal) }),
        (data) => readAnswer(FilesAnswer, 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files', data),
      )) {
        changed.push(filename);
      }
      return changed;
    },

    // One installation that fails must not hide the others: it is reported when all have been read.
    async *openPullRequests(signal) {
      const failures: GitHubError[] = [];
      for await (const installation of installations(signal)) {
        try {
          yield* openIn(installation, signal);
        } catch (error) {
          if (!(error instanceof GitHubError)) throw error;
          log.warn(
            { installation, code: error.code },
            'the pull requests of an installation could not be read',
          );
          failures.push(error);
        }
      }
      if (failures[0] !== undefined) throw failures[0];
    },
  };
}
