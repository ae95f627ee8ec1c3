import type { Failure } from '../protocol/kinds.ts';

/** The learner's process told of the error that ended it; nothing of it is believed beyond its form. */
export function fatalOf(payload: string): Failure['error'] {
  try {
    const told = JSON.parse(payload) as Record<string, unknown>;
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
