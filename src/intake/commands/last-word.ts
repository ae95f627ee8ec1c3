import type { CommandName } from './command.ts';
import type { Reading } from './read-commands.ts';

/** What a comment asks for, and which of its commands it is, from 1. */
interface Placed {
  reading: Reading;
  place: number;
}

const VERDICTS: ReadonlySet<CommandName> = new Set(['approve', 'request-changes']);

/**
 * The commands of a comment without what their author has taken back further down: of several verdicts the last one alone is meant, also
 * where something is missing behind it, or an approval would stand that somebody went on to doubt. All others are each their own. Pure.
 */
export function lastWord(readings: readonly Reading[]): Placed[] {
  const last = readings.findLastIndex(isVerdict);
  return readings
    .map((reading, index) => ({ reading, place: index + 1 }))
    .filter(({ reading, place }) => !isVerdict(reading) || place === last + 1);
}

function isVerdict(reading: Reading): boolean {
  switch (reading.kind) {
    case 'command':
      return VERDICTS.has(reading.command.name);
    case 'incomplete':
      return VERDICTS.has(reading.name);
    case 'unknown':
      return false;
  }
}
