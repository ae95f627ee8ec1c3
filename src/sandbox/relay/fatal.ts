import { type Frame, payloadText } from '../protocol/frames.ts';
import type { Failure } from '../protocol/kinds.ts';

/** Longest message that is read, bytes: what is cut to 4,000 characters needs no more. */
const MOST_BYTES = 256 * 1024;

/** The learner's process told of the error that ended it; nothing of it is believed beyond its form. */
export function fatalOf(frame: Frame): Failure['error'] {
  if (frame.payload.byteLength > MOST_BYTES) return null;
  try {
    const told = JSON.parse(payloadText(frame)) as Record<string, unknown>;
    const text = (key: string): string => (typeof told[key] === 'string' ? told[key].slice(0, 4000) : '');
    return {
      name: text('name') || 'Error',
      message: text('message'),
      file: typeof told['file'] === 'string' ? told['file'].slice(0, 1000) : null,
      line: typeof told['line'] === 'number' ? told['line'] : null,
    };
  } catch {
    return null;
  }
}
