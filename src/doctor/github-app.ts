import { createPrivateKey } from 'node:crypto';
import { amiss, fine } from './check.ts';
import type { Check } from './check.ts';

/** A secret that is shorter can be guessed; `openssl rand -hex 32` makes one of 64 characters. */
const LEAST_SECRET_LENGTH = 16;

const register =
  'docs/operators-guide.md, "Register the GitHub App", says where each comes from. `mark` and `demo` need none of them.';

/** What the settings say. Values are looked at, never printed. */
export interface AppSettings {
  /** Names of the variables that are missing. */
  missing: readonly string[];
  /** PEM; null where there is none. */
  privateKey: string | null;
  /** The current webhook secret first, then the old one while it is rotated. */
  webhookSecrets: readonly string[];
}

/** The App's id and key are set, and the key is one that GitHub's tokens can be signed with. */
export function appSettingsCheck({ missing, privateKey }: AppSettings): Check {
  return {
    id: 'github-settings',
    fixIfFailing: 'Download a new private key from the settings of the GitHub App.',
    examine: () => Promise.resolve(settingsExamined(missing, privateKey)),
  };
}

function settingsExamined(missing: readonly string[], privateKey: string | null) {
  if (missing.length > 0) return amiss(`not set: ${missing.join(', ')}`, register);
  if (privateKey === null) return fine('all set');
  try {
    const { asymmetricKeyType } = createPrivateKey(privateKey);
    if (asymmetricKeyType === 'rsa') return fine('all set');
    return amiss(
      `the private key is of the type ${String(asymmetricKeyType)}; GitHub's are rsa`,
      'Use the .pem file that the settings of the GitHub App offer under "Private keys".',
    );
  } catch {
    return amiss(
      'the private key cannot be read as one',
      'Set TOUCHSTONE_PRIVATE_KEY_FILE to the .pem file that GitHub made, or put its whole text into TOUCHSTONE_PRIVATE_KEY, line breaks as \\n.',
    );
  }
}

/** Whoever knows the webhook secret can make Touchstone believe anything. */
export function webhookSecretCheck({ webhookSecrets }: AppSettings): Check {
  return {
    id: 'webhook-secret',
    fixIfFailing: register,
    examine: () => {
      const [current, old] = webhookSecrets;
      if (current === undefined)
        return Promise.resolve(amiss('not set: TOUCHSTONE_WEBHOOK_SECRET', register));
      const weak = webhookSecrets.some((secret) => secret.length < LEAST_SECRET_LENGTH);
      return Promise.resolve(
        weak
          ? amiss(
              `a webhook secret is shorter than ${LEAST_SECRET_LENGTH} characters`,
              'Make one with `openssl rand -hex 32`; docs/operators-guide.md, "Change the webhook secret", says how to do it without losing deliveries.',
            )
          : fine(old === undefined ? 'set' : 'set, and the old one is still accepted'),
      );
    },
  };
}
