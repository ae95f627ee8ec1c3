import { generateKeyPairSync } from 'node:crypto';
import { verifyCredential } from '@digitalcredentials/verifier-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createIssuer } from '../../../src/adapters/badges/issuer.ts';
import type { BadgeIssuer, Credential } from '../../../src/record/badges/issuer.ts';
import { badge } from '../../record/badge.ts';

const pem = (type: 'ed25519' | 'x25519') => {
  // The overloads want each kind by itself.
  const { privateKey } = type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
};

/** What the verifier of the Digital Credentials Consortium says, which https://verifierplus.org uses too. */
async function verified(credential: Credential): Promise<string> {
  const { log, errors } = (await verifyCredential({ credential, knownDIDRegistries: [] } as never)) as {
    log?: { id: string; valid: boolean }[];
    errors?: { name: string }[];
  };
  const failed = errors?.map(({ name }) => name) ?? [];
  const signature = log?.find(({ id }) => id === 'valid_signature');
  return [...failed, ...(signature?.valid === true ? ['valid'] : [])].join(', ');
}

describe('badges, by a verifier that is not ours', () => {
  const at = new Date('2026-03-01T00:00:00Z');
  let issuer: BadgeIssuer;
  let signed: Credential;

  beforeAll(async () => {
    // The verifier would look for the schema and for lists of schools; a badge has to verify without.
    vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')));
    vi.spyOn(console, 'log').mockReturnValue();
    vi.spyOn(console, 'error').mockReturnValue();
    issuer = await createIssuer(pem('ed25519'), null);
    signed = await issuer.sign(badge(issuer.id), at);
  });

  afterAll(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  test('verify', async () => {
    expect(issuer.id).toMatch(/^did:key:z6Mk/);
    expect(signed).toMatchObject({
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', created: '2026-03-01T00:00:00Z' },
    });
    expect(await verified(signed)).toBe('valid');
  });

  test('do not verify once a word of them was changed', async () => {
    expect(await verified({ ...signed, name: 'Doctor of everything' })).toBe('invalid_signature');
  });

  test('do not verify in the name of another school', async () => {
    const other = await createIssuer(pem('ed25519'), null);
    const forged = await other.sign(badge(issuer.id), at);
    expect(await verified(forged)).not.toBe('valid');
  });

  test('cannot say what Open Badges has no word for', async () => {
    const strange = { ...badge(issuer.id), luckyNumber: 7, credentialSubject: { rank: 3 } };
    await expect(issuer.sign(strange, at)).rejects.toThrow();
  });
});

describe('a school with an address of its own', () => {
  test('is named by it, and its document has the key', async () => {
    const school = await createIssuer(pem('ed25519'), 'https://school.example:8443');
    const { id, document } = school;
    expect(id).toBe('did:web:school.example%3A8443');
    const signed = await school.sign(badge(id), new Date('2026-03-01T00:00:00Z'));
    const { verificationMethod } = signed['proof'] as { verificationMethod: string };
    expect(document).toMatchObject({
      id,
      verificationMethod: [{ id: verificationMethod, type: 'Multikey', controller: id }],
      assertionMethod: [verificationMethod],
    });
    expect(JSON.stringify(document)).not.toContain('secret');
  });

  test('is refused a key of another kind, and the key is not quoted', async () => {
    const wrong = pem('x25519');
    const failure: unknown = await createIssuer(wrong, null).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'config.badge-key-wrong' });
    expect(String(failure)).not.toContain(wrong.split('\n')[1]);
  });
});
