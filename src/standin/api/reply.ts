/** An answer of the API, before headers that every answer has. */
export interface Reply {
  status: number;
  /** Sent as JSON; undefined for an answer without a body; bytes as they are. */
  body?: unknown;
  headers?: Record<string, string>;
}

const docs = 'https://docs.github.com/rest';

export function ok(body: unknown, headers: Record<string, string> = {}): Reply {
  return { status: 200, body, headers };
}

export function created(body: unknown): Reply {
  return { status: 201, body };
}

/** An answer that refuses; thrown from anywhere below a call. */
export class Refused extends Error {
  readonly reply: Reply;
  constructor(reply: Reply) {
    super(`refused with ${reply.status}`);
    this.name = 'Refused';
    this.reply = reply;
  }
}

function refuse(status: number, message: string, more: Record<string, unknown> = {}): Refused {
  return new Refused({ status, body: { message, ...more, documentation_url: docs, status: String(status) } });
}

export const badRequest = (message: string): Refused => refuse(400, message);
export const unauthorized = (message = 'Bad credentials'): Refused => refuse(401, message);
export const forbidden = (message = 'Resource not accessible by integration'): Refused => refuse(403, message);
export const notFound = (): Refused => refuse(404, 'Not Found');
export const notAcceptable = (message: string): Refused => refuse(415, message);

/** GitHub's answer to a body that it understands but does not take. */
export function unprocessable(message: string, errors?: readonly unknown[]): Refused {
  return refuse(422, message, errors ? { errors } : {});
}
