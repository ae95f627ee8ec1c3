import { entry, errorsOf } from './touchstone-error.ts';

/** What keeps the web process from starting. Secrets are never printed. */
export const webErrors = {
  'web.unsafe-secret': entry<Record<string, never>>({
    audience: 'operator',
    message: () => 'The webhook secret is missing, or is "development", which everybody knows.',
    fix: () =>
      'Make one with `openssl rand -hex 32`; set it in the GitHub App and in TOUCHSTONE_WEBHOOK_SECRET.',
  }),
  'web.bad-app-id': entry<{ appId: number }>({
    audience: 'operator',
    message: ({ appId }) => `The GitHub App's id is ${appId}; a whole number above 0 is expected.`,
    fix: () => 'Set TOUCHSTONE_APP_ID to the number on the page of the GitHub App (not the client id).',
  }),
  'web.bad-private-key': entry<Record<string, never>>({
    audience: 'operator',
    message: () => "The GitHub App's private key is not a private RSA key in PEM form.",
    fix: () =>
      'Make a new key on the page of the GitHub App, and set TOUCHSTONE_PRIVATE_KEY_FILE to the file.',
  }),
  'web.address-in-use': entry<{ host: string; port: number; reason: string }>({
    audience: 'operator',
    message: ({ host, port, reason }) => `Cannot listen on ${host}:${port} (${reason}).`,
    fix: () => 'Stop what is listening there, or set TOUCHSTONE_PORT to another port.',
  }),
};

export const webError = errorsOf(webErrors);
