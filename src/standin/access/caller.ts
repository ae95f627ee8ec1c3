import type { App, Installation, InstallationToken } from '../world/entities.ts';

/** Who makes a call of the API. */
export type Caller =
  | { kind: 'anonymous' }
  /** The App itself, by a signed JSON web token. */
  | { kind: 'app'; app: App }
  /** The App on one account, by an installation token. */
  | { kind: 'installation'; app: App; installation: Installation; token: InstallationToken };

/** A name for logs and limits. */
export function callerName(caller: Caller): string {
  if (caller.kind === 'anonymous') return 'anonymous';
  if (caller.kind === 'app') return `app ${caller.app.id}`;
  return `installation ${caller.installation.id}`;
}
