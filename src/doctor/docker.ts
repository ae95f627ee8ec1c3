import { amiss, fine } from './check.ts';
import type { Check } from './check.ts';
import { isAtLeast } from './version.ts';

/** The API of Docker 20.10, the oldest that Touchstone is tried on. */
const LEAST_API = '1.41';

const startDocker =
  'Run `scripts/setup.sh`, or start Docker (`systemctl start docker`) and let this user use it (`usermod -aG docker <user>`, then log in again).';

/** `askDocker` resolves to the versions that the Docker engine tells. */
export function dockerCheck({
  askDocker,
}: {
  askDocker: () => Promise<{ version: string; apiVersion: string }>;
}): Check {
  return {
    id: 'docker',
    fixIfFailing: startDocker,
    examine: async () => {
      const { version, apiVersion } = await askDocker();
      const found = `Docker ${version} (API ${apiVersion})`;
      return isAtLeast(apiVersion, LEAST_API)
        ? fine(found)
        : amiss(found, `Upgrade Docker to 20.10 or newer (API ${LEAST_API}).`);
    },
  };
}

/**
 * Docker can hold in what it runs. `runtime` is the one that submissions are to run in, null where it is Docker's own;
 * `askContainment` resolves to what Docker lacks, in words, and the runtimes that it has.
 */
export function containmentCheck({
  runtime,
  askContainment,
}: {
  runtime: string | null;
  askContainment: () => Promise<{ lacking: readonly string[]; runtimes: readonly string[] }>;
}): Check {
  return {
    id: 'containment',
    fixIfFailing: startDocker,
    examine: async () => {
      const { lacking, runtimes } = await askContainment();
      if (lacking.length > 0) {
        return amiss(
          `this machine gives containers no ${lacking.join(', no ')}`,
          'docs/operators-guide.md, "What keeps submissions in", says what the kernel must be started with.',
        );
      }
      if (runtime === null) return fine("all limits are there; submissions run in Docker's own runtime");
      if (runtimes.includes(runtime)) return fine(`all limits are there; submissions run in ${runtime}`);
      return amiss(
        `TOUCHSTONE_RUNTIME is "${runtime}", but Docker has ${runtimes.join(', ')}`,
        'Name it in the `runtimes` of Docker (docs/operators-guide.md, "Another runtime"), or remove the setting.',
      );
    },
  };
}

/** `sandboxImages` resolves to the tags of the course's sandbox images, all and those that Docker does not have. */
export function imagesCheck({
  sandboxImages,
}: {
  sandboxImages: () => Promise<{ wanted: readonly string[]; missing: readonly string[] }>;
}): Check {
  return {
    id: 'images',
    fixIfFailing: startDocker,
    examine: async () => {
      const { wanted, missing } = await sandboxImages();
      if (missing.length === 0) return fine(`all ${wanted.length} sandbox images are there`);
      return amiss(
        `${missing.length} of ${wanted.length} sandbox images are missing: ${missing.join(', ')}`,
        'Run `npx touchstone images`, which builds them.',
      );
    },
  };
}
