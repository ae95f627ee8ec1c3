import { checkExternalId } from '../../src/domain/check.ts';
import type { PullRequestState } from '../../src/intake/github-reader.ts';
import type { Delivery } from '../../src/intake/inbox.ts';

const repositoryOf = ({ pull }: PullRequestState) => ({
  id: pull.repositoryId,
  name: pull.repo,
  owner: { login: pull.owner },
});

let count = 0;
const newId = () => `delivery-${(count += 1)}-${process.pid}`;

/** A `pull_request` delivery in the parts that intake reads. */
export function pullRequestDelivery(state: PullRequestState, action: string, extra: object = {}): Delivery {
  return {
    id: newId(),
    event: 'pull_request',
    action,
    payload: {
      action,
      installation: { id: state.pull.installation },
      repository: repositoryOf(state),
      pull_request: { number: state.pull.number, head: { sha: state.headSha } },
      ...extra,
    },
  };
}

/** Somebody presses 'Re-run' on our check. */
export function rerunDelivery(state: PullRequestState, name = 'Touchstone'): Delivery {
  return {
    id: newId(),
    event: 'check_run',
    action: 'rerequested',
    payload: {
      installation: { id: state.pull.installation },
      repository: repositoryOf(state),
      check_run: { name, head_sha: state.headSha, external_id: checkExternalId(state.pull) },
    },
  };
}
