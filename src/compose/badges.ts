import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createIssuer } from '../adapters/badges/issuer.ts';
import type { Config } from '../config.ts';
import { usageError } from '../domain/errors/usage.ts';
import type { BadgeIssuer } from '../record/badges/issuer.ts';

/**
 * The school as an issuer of badges. With the embedded database everything is on this machine, so the key is made when there is none;
 * several machines must be given the same one.
 *
 * @throws TouchstoneError `config.badge-key-missing` or `config.badge-key-wrong`
 */
export async function openIssuer(
  config: Pick<Config, 'badgeKey' | 'dataDir' | 'databaseUrl' | 'publicUrl'>,
): Promise<BadgeIssuer> {
  return createIssuer(config.badgeKey ?? (await keyOfMachine(config)), config.publicUrl);
}

async function keyOfMachine({
  dataDir,
  databaseUrl,
}: Pick<Config, 'dataDir' | 'databaseUrl'>): Promise<string> {
  if (databaseUrl !== null) throw usageError('config.badge-key-missing', {});
  const path = join(dataDir, 'badge-key.pem');
  const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await mkdir(dataDir, { recursive: true });
  try {
    await writeFile(path, made, { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return readFile(path, 'utf8');
    throw error;
  }
}

/** Where GitHub shows what its API at an address is about: `https://api.github.com` and `https://github.com`, or `<server>/api/v3`. */
export function pagesOf(githubApi: string): string {
  if (githubApi === 'https://api.github.com') return 'https://github.com';
  return githubApi.replace(/\/api\/v3$/, '');
}
