/** An Open Badges 3.0 credential before it is signed. */
export interface Credential {
  '@context': string[];
  id: string;
  type: string[];
  issuer: { id: string; type: string[]; name: string; url?: string };
  [property: string]: unknown;
}

/** Who issues badges: the school, under a decentralised identifier (DID) that says by which key it signs. */
export interface BadgeIssuer {
  /** `did:web:school.example` where the school has an address for it; else `did:key:...`, which is the key itself. */
  id: string;
  /** The document that the identifier stands for: https://www.w3.org/TR/did-core/ */
  document: Record<string, unknown>;
  /** Adds a Data Integrity proof (`eddsa-rdfc-2022`). */
  sign(credential: Credential, at: Date): Promise<Credential>;
}
