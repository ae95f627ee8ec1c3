import { z } from 'zod';
import type { Failure } from './request-policy.ts';

const Answered = z.object({
  status: z.number().int(),
  message: z.string(),
  response: z.object({
    headers: z.record(z.string(), z.union([z.string(), z.number(), z.undefined()])),
  }),
});

const Caused = z.object({
  code: z.string().optional(),
  message: z.string().optional(),
  cause: z.unknown().optional(),
});

// No byte of the request left this machine: the name was not found, or nobody took the connection.
const neverSentCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The chain of causes of an error, outermost first. */
function causes(error: unknown): z.infer<typeof Caused>[] {
  const chain: z.infer<typeof Caused>[] = [];
  for (let link = error; link !== undefined && chain.length < 5;) {
    const parsed = Caused.safeParse(link);
    if (!parsed.success) break;
    chain.push(parsed.data);
    link = parsed.data.cause;
  }
  return chain;
}

/** Translates what Octokit or `fetch` threw into one neutral form. */
export function readFailure(error: unknown): Failure {
  const answered = Answered.safeParse(error);
  if (answered.success) {
    const { status, message, response } = answered.data;
    return { kind: 'answer', status, message, headers: response.headers };
  }
  const chain = causes(error);
  const code = chain.findLast((link) => link.code !== undefined)?.code;
  const reason = code ?? chain.at(-1)?.message ?? 'the connection failed';
  return { kind: 'network', reason, neverSent: code !== undefined && neverSentCodes.has(code) };
}
