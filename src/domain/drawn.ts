import { createHash } from 'node:crypto';

/** A number below 2^32 that follows from what it is for, for whom: the same each time, and unlike that of anybody else. */
export function drawn(what: string, name: string, person: number): number {
  return createHash('sha256').update(`${what}\0${name}\0${person}`).digest().readUInt32BE(0);
}
