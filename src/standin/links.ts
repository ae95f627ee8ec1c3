/** Addresses of the stand-in: pages under its origin, the API under `/api/v3` as on a GitHub server of one's own. */
export interface Links {
  /** `http://127.0.0.1:1234`, without a slash at the end. */
  origin: string;
  api(path: string): string;
  html(path: string): string;
}

export const apiPrefix = '/api/v3';

export function createLinks(origin: string): Links {
  return { origin, api: (path) => `${origin}${apiPrefix}${path}`, html: (path) => `${origin}${path}` };
}

/** GitHub's opaque ids of things: a kind and a number. */
export function nodeId(kind: string, id: number): string {
  return `${kind}_${Buffer.from(String(id)).toString('base64url')}`;
}

/** GitHub's times have whole seconds. */
export function isoTime(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
