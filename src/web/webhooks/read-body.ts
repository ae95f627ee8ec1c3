import type { ByteBudget } from './byte-budget.ts';

/** What came of reading a request's body: its bytes, or why there are none. */
export type Body = { kind: 'read'; bytes: Buffer } | { kind: 'too-large' | 'broken-off' | 'no-room' };

/**
 * Reads a body of at most `limit` bytes. A longer one is given up at the byte that is too many (or by its
 * `content-length`, before the first), so that nobody can make us hold what nobody has signed.
 *
 * The bytes read are taken from `budget`; the caller gives them back when it has done with them.
 */
export async function readBody(request: Request, limit: number, budget: ByteBudget): Promise<Body> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return { kind: 'too-large' };
  if (request.body === null) return { kind: 'read', bytes: Buffer.alloc(0) };

  const chunks: Uint8Array[] = [];
  let length = 0;
  const giveUp = (kind: 'too-large' | 'broken-off' | 'no-room'): Body => {
    budget.giveBack(length);
    return { kind };
  };
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { kind: 'read', bytes: Buffer.concat(chunks, length) };
      if (length + value.byteLength > limit) return giveUp('too-large');
      if (!budget.take(value.byteLength)) return giveUp('no-room');
      length += value.byteLength;
      chunks.push(value);
    }
  } catch {
    return giveUp('broken-off');
  } finally {
    // Of a body that was given up, the rest is of no interest.
    reader.cancel().catch(() => undefined);
  }
}
