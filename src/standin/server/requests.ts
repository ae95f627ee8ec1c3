/** One call of the API, with its answer, as it went over the wire. */
export interface ApiRequest {
  at: number;
  method: string;
  /** Below the API's base, without the query. */
  path: string;
  query: string;
  /** GitHub's name of the call; null for one that the stand-in does not know. */
  operation: string | null;
  /** `app 1`, `installation 2`, `anonymous`; null when the credentials were refused. */
  caller: string | null;
  body: unknown;
  /** 0 when the connection was dropped. */
  status: number;
  reply: unknown;
  /** A fault on demand hit it. */
  faulty: boolean;
}

/** Every call since the start, oldest first. */
export interface RequestLog {
  readonly list: readonly ApiRequest[];
  /** Those of one call, by GitHub's name of it: `checks/create`. */
  of(operation: string): ApiRequest[];
  clear(): void;
}
