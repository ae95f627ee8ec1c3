import { afterEach, expect, test } from 'vitest';
import { createIssuer } from '../../src/adapters/badges/issuer.ts';
import { pemKey } from '../adapters/badges/keys.ts';
import { startWeb } from './harness.ts';

let close = (): Promise<void> => Promise.resolve();
afterEach(() => close());

test('the web process shows the key that the badges of a school with an address verify with', async () => {
  const school = await createIssuer(pemKey('ed25519'), 'https://school.example');
  const server = await startWeb({ didDocument: school.document });
  close = () => server.close();
  const answer = await fetch(`${server.url}/.well-known/did.json`);
  expect(answer.headers.get('content-type')).toContain('application/json');
  expect(await answer.json()).toEqual(school.document);
});

test('and nothing where there is none', async () => {
  const server = await startWeb();
  close = () => server.close();
  expect((await fetch(`${server.url}/.well-known/did.json`)).status).toBe(404);
});
