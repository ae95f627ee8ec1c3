import { Webhooks } from '@octokit/webhooks';

/**
 * Checks a delivery's signature, in constant time, against each of the secrets: during a rotation GitHub may sign with
 * the old or the new one.
 *
 * @returns a function of the body as GitHub sent it, byte for byte
 */
export function createSignatureCheck(
  secrets: readonly [string, ...string[]],
): (body: string, signature: string) => Promise<boolean> {
  const verifiers = secrets.map((secret) => new Webhooks({ secret }));
  return async (body, signature) => {
    if (body === '') return false;
    const results = await Promise.all(verifiers.map((verifier) => verifier.verify(body, signature)));
    return results.includes(true);
  };
}
