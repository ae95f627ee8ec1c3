import { generateKeyPairSync } from 'node:crypto';

/** A new private key in PEM. */
export function pemKey(type: 'ed25519' | 'x25519'): string {
  // The overloads want each kind by itself.
  const { privateKey } = type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
