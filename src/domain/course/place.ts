/** Where somebody works, as far as that tells which project it is for. */
export interface Place {
  owner: string;
  repo: string;
  topics: readonly string[];
  /** The organisation's own properties of repositories; several values where the organisation allows them. */
  properties: Readonly<Record<string, readonly string[]>>;
  /** The branch that a pull request goes into. */
  into: string;
}
