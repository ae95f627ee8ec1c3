import { CHECK_NAME } from '../../domain/check.ts';
import { GitHubError } from '../../domain/errors/github.ts';
import type { MadeRepository, RepositoryMaker, RepositoryName } from '../../opening/repository-maker.ts';
import {
  AccountAnswer,
  BranchRulesAnswer,
  CommitAnswer,
  InvitationsAnswer,
  OrgInstallationAnswer,
  readAnswer,
  RefAnswer,
  RepositoryAnswer,
  ShaAnswer,
  TreeAnswer,
} from './answers.ts';
import type { Feature } from './calls.ts';
import type { GitHubClient } from './client.ts';
import { isClosedToUs, orNullWhenClosed } from './closed-to-us.ts';
import { pages } from './pages.ts';
import { bringStarter } from './starter-pull.ts';
import { makeTree } from './starter-tree.ts';

/** Makes repositories as the installation of their organisation; each call with a token that can do no more than it takes. */
export function createRepositoryMaker(client: GitHubClient): RepositoryMaker {
  const installations = new Map<string, number>();
  const installationOn = async (org: string): Promise<number> => {
    const known = installations.get(org);
    if (known !== undefined) return known;
    const { data } = await client.app.rest.apps.getOrgInstallation({ org });
    const { id } = readAnswer(OrgInstallationAnswer, 'GET /orgs/{org}/installation', data);
    installations.set(org, id);
    return id;
  };
  const asking = (signal?: AbortSignal) => (signal === undefined ? {} : { request: { signal } });
  const within = async (
    { owner, repo, repositoryId }: MadeRepository,
    feature?: Feature,
    signal?: AbortSignal,
  ) => ({
    octokit: client.as({
      installation: await installationOn(owner),
      repositoryId,
      ...(feature !== undefined && { feature }),
    }),
    where: { owner, repo, ...asking(signal) },
  });
  const find = ({ owner, repo }: RepositoryName, signal?: AbortSignal): Promise<MadeRepository | null> =>
    orNullWhenClosed(async () => {
      const octokit = client.as({ installation: await installationOn(owner), feature: 'opening' });
      const { data } = await octokit.rest.repos.get({ owner, repo, ...asking(signal) });
      return madeOf(readAnswer(RepositoryAnswer, 'GET /repos/{owner}/{repo}', data));
    });

  return {
    async loginOf(owner, id, signal) {
      const octokit = client.as({ installation: await installationOn(owner) });
      return orNullWhenClosed(async () => {
        const { data } = await octokit.request('GET /user/{account_id}', {
          account_id: id,
          ...asking(signal),
        });
        return readAnswer(AccountAnswer, 'GET /user/{account_id}', data).login;
      });
    },

    async make(name, { isPrivate, description }, signal) {
      const there = await find(name, signal);
      if (there !== null) return there;
      const octokit = client.as({ installation: await installationOn(name.owner), feature: 'opening' });
      const { data } = await octokit.rest.repos.createInOrg({
        org: name.owner,
        name: name.repo,
        description,
        private: isPrivate,
        // Git objects can be put into no empty repository.
        auto_init: true,
        ...asking(signal),
      });
      return madeOf(readAnswer(RepositoryAnswer, 'POST /orgs/{org}/repos', data));
    },

    async fill(repository, { files, message }, signal) {
      const { octokit, where } = await within(repository, 'branches', signal);
      const ref = `heads/${repository.branch}`;
      const at = await octokit.rest.git.getRef({ ...where, ref });
      const head = readAnswer(RefAnswer, 'GET /repos/{owner}/{repo}/git/ref/{ref}', at.data).object.sha;
      const said = await octokit.rest.git.getCommit({ ...where, commit_sha: head });
      const commit = readAnswer(
        CommitAnswer,
        'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
        said.data,
      );
      if (commit.parents.length === 1 && commit.message === message) return head;
      if (commit.parents.length > 0) return null;
      const reading = await within(repository, undefined, signal);
      const listed = await reading.octokit.rest.git.getTree({ ...reading.where, tree_sha: commit.tree.sha });
      const { tree } = readAnswer(TreeAnswer, 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}', listed.data);
      if (tree.some(({ path }) => path !== 'README.md')) return null;
      const made = await octokit.rest.git.createCommit({
        ...where,
        message,
        tree: await makeTree(octokit, where, files),
        parents: [head],
      });
      const { sha } = readAnswer(ShaAnswer, 'POST /repos/{owner}/{repo}/git/commits', made.data);
      await octokit.rest.git.updateRef({ ...where, ref, sha });
      return sha;
    },

    async invite(repository, login, signal) {
      const { octokit, where } = await within(repository, 'opening', signal);
      for await (const { id, invitee, expired } of pages(
        (page) => octokit.rest.repos.listInvitations({ ...where, ...page }),
        (data) => readAnswer(InvitationsAnswer, 'GET /repos/{owner}/{repo}/invitations', data),
      )) {
        if (invitee?.login.toLowerCase() !== login.toLowerCase()) continue;
        if (expired !== true) return 'invited';
        await octokit.rest.repos.deleteInvitation({ ...where, invitation_id: id });
      }
      // Octokit knows of one of the two answers alone.
      const { status }: { status: number } = await octokit.rest.repos.addCollaborator({
        ...where,
        username: login,
        permission: 'push',
      });
      // Of somebody who is in already GitHub says that there is nothing to do.
      return status === 204 ? 'in' : 'invited';
    },

    async isPinned(repository, signal) {
      const { octokit, where } = await within(repository, 'opening', signal);
      try {
        for await (const { type, parameters } of pages(
          (page) => octokit.rest.repos.getBranchRules({ ...where, ...page, branch: repository.branch }),
          (data) => readAnswer(BranchRulesAnswer, 'GET /repos/{owner}/{repo}/rules/branches/{branch}', data),
        )) {
          const required =
            type === 'required_status_checks' ? (parameters?.required_status_checks ?? []) : [];
          if (required.some((each) => each.context === CHECK_NAME && each.integration_id === client.appId))
            return true;
        }
        return false;
      } catch (error) {
        if (isClosedToUs(error)) return false;
        throw error;
      }
    },

    async pin(repository, signal) {
      const { octokit, where } = await within(repository, 'opening', signal);
      try {
        await octokit.rest.repos.createRepoRuleset({
          ...where,
          name: CHECK_NAME,
          target: 'branch',
          enforcement: 'active',
          conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
          rules: [
            {
              type: 'required_status_checks',
              parameters: {
                // Another App may give a check of the same name; it does not count.
                required_status_checks: [{ context: CHECK_NAME, integration_id: client.appId }],
                strict_required_status_checks_policy: false,
              },
            },
          ],
        });
        return true;
      } catch (error) {
        if (isClosedToUs(error) || (error instanceof GitHubError && error.code === 'github.refused'))
          return false;
        throw error;
      }
    },

    async bring(repository, starter, signal) {
      const { octokit, where } = await within(repository, 'branches', signal);
      const marking = await within(repository, undefined, signal);
      return bringStarter({ branches: octokit, marking: marking.octokit, where, repository }, starter);
    },
  };
}

const madeOf = ({
  id,
  name,
  owner,
  default_branch: branch,
}: ReturnType<typeof RepositoryAnswer.parse>): MadeRepository => ({
  repositoryId: id,
  owner: owner.login,
  repo: name,
  branch,
});
