import type { Clock } from '../domain/clock.ts';
import type { Violations } from './api/violations.ts';
import type { Faults } from './faults/faults.ts';
import type { HookControl } from './hooks/hooks.ts';
import type { StandInLimits } from './limits.ts';
import type { Accounts } from './people/accounts.ts';
import type { Apps } from './people/apps.ts';
import type { CheckButtons } from './people/checks.ts';
import type { Conversation } from './people/conversation.ts';
import type { Pulls } from './people/pulls.ts';
import type { Look } from './people/look.ts';
import type { PushFiles } from './people/push.ts';
import type { Repositories } from './people/repositories.ts';
import type { Teams } from './people/teams.ts';
import type { RequestLog } from './server/requests.ts';

export interface StandInOptions {
  /** 0, or left out: any that is free. */
  port?: number;
  /** Where the git repositories go; made when it is missing, and left behind on `close`. */
  dataDir: string;
  clock: Clock;
  log: (line: string) => void;
  /** GitHub's own limits unless said otherwise. */
  limits?: Partial<StandInLimits>;
}

/** A GitHub of one's own: state in memory, real git repositories on disk, pages, the API and webhooks. */
export interface StandIn {
  /** Where the pages are, without a slash at the end. */
  url: string;
  /** Octokit's `baseUrl`. */
  apiUrl: string;
  accounts: Accounts;
  teams: Teams;
  repositories: Repositories;
  pulls: Pulls;
  conversation: Conversation;
  checks: CheckButtons;
  apps: Apps;
  /** Commits and pushes files with the real git, over HTTP, as someone. */
  push: PushFiles;
  /** A pull request as anybody sees it now. */
  look: Look;
  /** Every call of the API. */
  requests: RequestLog;
  /** Every webhook, and what tests do to them. */
  deliveries: HookControl;
  faults: Faults;
  /** What the real GitHub would have refused, or would never have said. */
  violations: Violations;
  close(): Promise<void>;
}
