import { types } from 'node:util';
import type { HttpResponse } from '../values/requests.ts';
import { noteFault } from './fault.ts';

/**
 * What a server answered, as the learner's side told it: a number, text and bytes alone, whatever stands in their places. A status
 * that is none is 0.
 */
export function httpAnswer(told: unknown): HttpResponse {
  const plain = typeof told === 'object' && told !== null && !types.isProxy(told) ? { ...told } : {};
  const { status, headers, body } = plain as Record<string, unknown>;
  return {
    status: typeof status === 'number' && status >= 200 && status <= 599 ? status : 0,
    headers: Array.isArray(headers) ? headers.flatMap(header) : [],
    body: types.isUint8Array(body) ? body : new Uint8Array(),
  };
}

function header(told: unknown): [string, string][] {
  if (!Array.isArray(told)) return [];
  const [name, value] = told as unknown[];
  return typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [];
}

/** Says of an answer that its status is none; nothing in it comes from the submission. */
export function statusError(): Error {
  const message = 'The server answered with a status that is not from 200 to 599.';
  const place = { file: null, line: null };
  return noteFault(new Error(message), {
    kind: 'learner',
    name: 'Error',
    message,
    ...place,
    beforeAnyCall: true,
  });
}
