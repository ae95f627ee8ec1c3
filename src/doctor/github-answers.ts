import { amiss, fine } from './check.ts';
import type { Check } from './check.ts';

/** What a GitHub App may do and is told. */
export interface AppGrants {
  /** As in app.yml: permission -> 'read' or 'write'. */
  permissions: Readonly<Record<string, string>>;
  events: readonly string[];
}

const covers = (granted: string | undefined, wanted: string) =>
  granted === wanted || (granted === 'write' && wanted === 'read') || granted === 'admin';

/**
 * GitHub accepts the App's key, and grants what app.yml asks for.
 *
 * `askGitHub` resolves to what GitHub answers to `GET /app`; `manifest` is what app.yml says.
 */
export function githubAppCheck({
  askGitHub,
  manifest,
}: {
  askGitHub: () => Promise<AppGrants & { name: string }>;
  manifest: AppGrants;
}): Check {
  return {
    id: 'github-app',
    fixIfFailing:
      'Check TOUCHSTONE_APP_ID and the private key against the settings of the GitHub App, and that this machine reaches TOUCHSTONE_GITHUB_API.',
    examine: async () => {
      const app = await askGitHub();
      const permissions = Object.entries(manifest.permissions)
        .filter(([name, wanted]) => !covers(app.permissions[name], wanted))
        .map(([name, wanted]) => `permission "${name}: ${wanted}"`);
      const events = manifest.events
        .filter((event) => !app.events.includes(event))
        .map((event) => `event "${event}"`);
      const lacking = [...permissions, ...events];
      if (lacking.length === 0) return fine(`GitHub knows the App as "${app.name}"`);
      return amiss(
        `the App "${app.name}" lacks: ${lacking.join(', ')}`,
        'Add them under "Permissions & events" in the settings of the GitHub App; each installation then has to accept them.',
      );
    },
  };
}
