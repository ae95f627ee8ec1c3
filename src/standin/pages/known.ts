import type { Hub } from '../hub.ts';
import type { Repository } from '../world/entities.ts';
import { accountByLogin, fullName, pullByNumber, repositoryByName } from '../world/find.ts';
import type { Known } from './enliven.ts';

/** What comes alive in a text on a page of this repository: people who exist, its pull requests, commits that were pushed. */
export function knownIn(hub: Hub, repository: Repository): Known {
  return {
    account: (login) => {
      const account = accountByLogin(hub.world, login);
      return account ? `/${account.login}` : null;
    },
    pull: (name, number) => {
      const there = name === null ? repository : repositoryByName(hub.world, name);
      return there && pullByNumber(hub.world, there, number)
        ? `/${fullName(hub.world, there)}/pull/${number}`
        : null;
    },
    commit: (sha) => {
      const pushed = [...hub.world.pulls.values()].find((pull) => pull.headSha.startsWith(sha.toLowerCase()));
      return pushed ? `/${fullName(hub.world, repository)}/commit/${pushed.headSha}` : null;
    },
  };
}
