import { describeErrors, findOperation, type ApiDescription, type Operation } from '../api/description.ts';
import { badRequest, forbidden, notAcceptable, notFound, unprocessable } from '../api/reply.ts';
import type { Violations } from '../api/violations.ts';

export interface RawCall {
  method: string;
  path: string;
  query: URLSearchParams;
  header: (name: string) => string | undefined;
  bodyText: string;
}

export interface FormedCall {
  operation: Operation;
  values: Record<string, unknown>;
  body: unknown;
}

const versions = new Set(['2022-11-28', '2026-03-10']);

/**
 * Holds a call against GitHub's description: the headers, the route, the values of path and query, the body.
 * @throws {Refused} with GitHub's answer; what GitHub would not have taken is recorded as a violation.
 */
export function formCall(description: ApiDescription, violations: Violations, raw: RawCall): FormedCall {
  const where = `${raw.method} ${raw.path}`;
  checkHeaders(raw);
  const found = findOperation(description, raw.method, raw.path);
  if (!found) {
    violations.add({ kind: 'unknown-route', where, errors: ['the stand-in does not know this call'] });
    throw notFound();
  }
  const { operation } = found;
  const refuse = (message: string, errors: string[]) => {
    violations.add({ kind: 'request', where, errors });
    return unprocessable(message, errors);
  };
  const values: Record<string, unknown> = { ...Object.fromEntries(raw.query), ...found.values };
  const wrongValues = operation.parameters(values);
  if (wrongValues.length > 0) {
    const pathOnly = wrongValues.every((error) => error.instancePath.slice(1) in found.values);
    // What cannot be the id of anything is not found.
    if (pathOnly) throw notFound();
    throw refuse('Validation Failed', describeErrors(wrongValues));
  }
  const body = parseBody(raw);
  if (operation.body && (operation.bodyRequired || body !== undefined)) {
    const wrong = operation.body(body ?? {});
    if (wrong.length > 0)
      throw refuse(`Invalid request.\n\n${describeErrors(wrong).join('\n')}`, describeErrors(wrong));
  } else if (body !== undefined && !operation.body && Object.keys(body).length > 0) {
    violations.add({ kind: 'request', where, errors: ['this call takes no body'] });
  }
  return { operation, values, body };
}

function checkHeaders(raw: RawCall): void {
  if (!raw.header('user-agent')) {
    throw forbidden(
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
    );
  }
  const accept = raw.header('accept');
  if (accept && !/json|\*\/\*|vnd\.github|octet-stream|text\/html/.test(accept)) {
    throw notAcceptable("Unsupported 'Accept' header: must accept 'application/json'.");
  }
  const version = raw.header('x-github-api-version');
  if (version && !versions.has(version)) throw badRequest(`API version "${version}" is not supported.`);
}

function parseBody(raw: RawCall): object | undefined {
  if (raw.bodyText === '') return undefined;
  try {
    const body: unknown = JSON.parse(raw.bodyText);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Error('no object');
    return body;
  } catch {
    throw badRequest('Problems parsing JSON');
  }
}
