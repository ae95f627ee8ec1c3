import { amiss, fine } from './check.ts';
import type { Check } from './check.ts';
import { isAtLeast } from './version.ts';

const GIB = 1024 ** 3;

/** Images, the database and Docker's own files grow; below this the next build or run may fail half-way. */
const LEAST_FREE_BYTES = 2 * GIB;

/** The `engines` of package.json. */
const LEAST_NODE = '20.20';

/** `version` as in `process.versions.node`. */
export function nodeCheck({ version }: { version: string }): Check {
  return {
    id: 'node',
    fixIfFailing: 'Install Node.js again.',
    examine: () =>
      Promise.resolve(
        isAtLeast(version, LEAST_NODE)
          ? fine(`Node.js ${version}`)
          : amiss(
              `Node.js ${version}`,
              `Install Node.js ${LEAST_NODE} or newer: https://nodejs.org/en/download`,
            ),
      ),
  };
}

/** `freeBytes` looks at the file system that holds `place`. */
export function diskCheck({ place, freeBytes }: { place: string; freeBytes: () => Promise<number> }): Check {
  return {
    id: 'disk',
    fixIfFailing: `Make sure that "${place}" exists and can be written.`,
    examine: async () => {
      const free = await freeBytes();
      const found = `${(free / GIB).toFixed(1)} GiB free at "${place}"`;
      return free >= LEAST_FREE_BYTES
        ? fine(found)
        : amiss(found, 'Make room: `docker image prune` removes images that nothing uses any more.');
    },
  };
}
