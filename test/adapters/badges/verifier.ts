import { verifyCredential } from '@digitalcredentials/verifier-core';
import { vi } from 'vitest';
import type { Credential } from '../../../src/record/badges/issuer.ts';

/**
 * What the verifier of the Digital Credentials Consortium says of a badge, which https://verifierplus.org uses too. It would also look for
 * the schema and for lists of schools; a badge has to verify without.
 */
export async function verifiedByOthers(credential: Credential): Promise<string> {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')));
  const quiet = [vi.spyOn(console, 'log').mockReturnValue(), vi.spyOn(console, 'error').mockReturnValue()];
  try {
    const { log, errors } = (await verifyCredential({ credential, knownDIDRegistries: [] } as never)) as {
      log?: { id: string; valid: boolean }[];
      errors?: { name: string }[];
    };
    const failed = errors?.map(({ name }) => name) ?? [];
    const signature = log?.find(({ id }) => id === 'valid_signature');
    return [...failed, ...(signature?.valid === true ? ['valid'] : [])].join(', ');
  } finally {
    vi.unstubAllGlobals();
    for (const spy of quiet) spy.mockRestore();
  }
}
