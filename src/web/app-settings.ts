import { createPrivateKey } from 'node:crypto';
import { webError } from '../domain/errors/web.ts';

/** What the GitHub App needs. There is no default for any of it. */
export interface AppSettings {
  appId: number;
  /** PEM. */
  privateKey: string;
  /** The current webhook secret, then, while it is being rotated, the old one. */
  webhookSecrets: readonly [string, ...string[]];
}

// Probot takes this where it is given none.
const KNOWN_TO_ALL = 'development';

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

/**
 * Refuses settings with which anybody could send events, or with which the App could never act.
 *
 * @throws TouchstoneError `web.unsafe-secret`, `web.bad-app-id`, `web.bad-private-key`
 */
export function assertSafe({ appId, privateKey, webhookSecrets }: AppSettings): void {
  if (
    webhookSecrets.length === 0 ||
    webhookSecrets.some((secret) => secret === '' || secret === KNOWN_TO_ALL)
  ) {
    throw webError('web.unsafe-secret', {});
  }
  if (!Number.isSafeInteger(appId) || appId <= 0) throw webError('web.bad-app-id', { appId });
  if (!isPrivateKey(privateKey)) throw webError('web.bad-private-key', {});
}
