import { beforeAll, describe, expect, test } from 'vitest';
import { createIssuer } from '../../../src/adapters/badges/issuer.ts';
import type { BadgeIssuer, Credential } from '../../../src/record/badges/issuer.ts';
import { pemKey } from './keys.ts';
import { verifiedByOthers } from './verifier.ts';
import { badge } from '../../record/badge.ts';

describe('badges, by a verifier that is not ours', () => {
  const at = new Date('2026-03-01T00:00:00Z');
  let issuer: BadgeIssuer;
  let signed: Credential;

  beforeAll(async () => {
    issuer = await createIssuer(pemKey('ed25519'), null);
    signed = await issuer.sign(badge(issuer.id), at);
  });

  test('verify', async () => {
    expect(issuer.id).toMatch(/^did:key:z6Mk/);
    expect(signed).toMatchObject({
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', created: '2026-03-01T00:00:00Z' },
    });
    expect(await verifiedByOthers(signed)).toBe('valid');
  });

  test('do not verify once a word of them was changed', async () => {
    expect(await verifiedByOthers({ ...signed, name: 'Doctor of everything' })).toBe('invalid_signature');
  });

  test('do not verify in the name of another school', async () => {
    const other = await createIssuer(pemKey('ed25519'), null);
    const forged = await other.sign(badge(issuer.id), at);
    expect(await verifiedByOthers(forged)).not.toBe('valid');
  });

  test('cannot say what Open Badges has no word for', async () => {
    const strange = { ...badge(issuer.id), luckyNumber: 7, credentialSubject: { rank: 3 } };
    await expect(issuer.sign(strange, at)).rejects.toThrow();
  });
});

describe('a school with an address of its own', () => {
  test('is named by it, and its document has the key', async () => {
    const school = await createIssuer(pemKey('ed25519'), 'https://school.example:8443');
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
    const wrong = pemKey('x25519');
    const failure: unknown = await createIssuer(wrong, null).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'config.badge-key-wrong' });
    expect(String(failure)).not.toContain(wrong.split('\n')[1]);
  });
});
