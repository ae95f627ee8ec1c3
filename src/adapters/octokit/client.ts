import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Clock } from '../../domain/clock.ts';
import { systemPause } from '../../domain/pause.ts';
import type { Pause } from '../../domain/pause.ts';
import { type Feature, leastPermissions } from './calls.ts';
import { createQuota } from './quota.ts';
import type { Quota } from './quota.ts';
import { requestHook } from './request-hook.ts';
import { policyLimits } from './request-policy.ts';
import type { PolicyLimits } from './request-policy.ts';

export interface GitHubClientOptions {
  appId: number;
  /** PEM. */
  privateKey: string;
  /** `https://api.github.com`, or `https://<host>/api/v3` of a GitHub Enterprise Server. */
  baseUrl: string;
  clock: Clock;
  log: Logger;
  /** 0 to 1; spreads repeated calls. */
  random?: () => number;
  limits?: PolicyLimits;
  pause?: Pause;
  /** Milliseconds that one try of a call may take. GitHub itself gives up after 10 s. */
  timeoutMs?: number;
}

/** What a token may reach: one repository, or all repositories of the installation. */
interface Reach {
  installation: number;
  repositoryId?: number;
  /** The calls of a feature take a token of their own, which can do those alone. */
  feature?: Feature;
}

export interface GitHubClient {
  appId: number;
  /** Calls as the App itself. */
  app: Octokit;
  /** Calls as an installation, with a token of the least permissions that reaches no further than asked. */
  as(reach: Reach): Octokit;
}

const Token = z.object({ token: z.string().min(1) });

// Octokit's own log lines carry whole requests, tokens included; the hook logs what is needed.
const silent = () => undefined;
const noLog = { debug: silent, info: silent, warn: silent, error: silent };

/**
 * Octokit as our App, with our own policy in place of the plugins for retrying and throttling: those repeat a POST
 * whose first answer was lost, and give a finished result up at the first secondary limit.
 *
 * Tokens are kept for 59 of their 60 minutes, a repository's apart from the others', and renewed when GitHub refuses one.
 */
export function createGitHubClient(options: GitHubClientOptions): GitHubClient {
  const { appId, privateKey, baseUrl, clock, log, timeoutMs = 10_000 } = options;
  const { random = Math.random, limits = policyLimits, pause = systemPause } = options;
  const common = { baseUrl, userAgent: 'touchstone', log: noLog };
  const hook = (quota: Quota, authorize: ((renew: boolean) => Promise<string>) | null) =>
    requestHook({ clock, log, random, pause, limits, timeoutMs, quota, authorize });

  const app = new Octokit({ ...common, authStrategy: createAppAuth, auth: { appId, privateKey } });
  app.hook.wrap('request', hook(createQuota(), null));

  // GitHub counts calls by installation.
  const quotas = new Map<number, Quota>();
  const quotaOf = (installation: number) => {
    const known = quotas.get(installation) ?? createQuota();
    quotas.set(installation, known);
    return known;
  };

  return {
    appId,
    app,
    as: ({ installation, repositoryId, feature }) => {
      const authorize = async (renew: boolean) => {
        const authentication = await app.auth({
          type: 'installation',
          installationId: installation,
          permissions: leastPermissions(feature),
          refresh: renew,
          ...(repositoryId === undefined ? {} : { repositoryIds: [repositoryId] }),
        });
        return `token ${Token.parse(authentication).token}`;
      };
      const octokit = new Octokit(common);
      octokit.hook.wrap('request', hook(quotaOf(installation), authorize));
      return octokit;
    },
  };
}
