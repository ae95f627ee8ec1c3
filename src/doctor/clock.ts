import type { Clock } from '../domain/clock.ts';
import { amiss, fine } from './check.ts';
import type { Check } from './check.ts';

/**
 * GitHub refuses an App's token that is made in the future or lives longer than 10 minutes, and advises to leave 60 s
 * for drift (docs.github.com, 'Generating a JSON Web Token for a GitHub App'); half of that is worth a word.
 */
const MOST_SKEW_MS = 30_000;

/** `githubTime` resolves to the time in GitHub's `Date` header, ms since 1970. */
export function clockCheck({
  clock,
  githubTime,
}: {
  clock: Clock;
  githubTime: () => Promise<number>;
}): Check {
  return {
    id: 'clock',
    fixIfFailing: 'Check that this machine reaches the address in TOUCHSTONE_GITHUB_API.',
    examine: async () => {
      const before = clock.now();
      const theirs = await githubTime();
      // The answer was made some time between the question and now.
      const skew = theirs - (before + clock.now()) / 2;
      const seconds = Math.round(Math.abs(skew) / 1000);
      if (Math.abs(skew) <= MOST_SKEW_MS) return fine(`within ${Math.max(1, seconds)} s of GitHub's clock`);
      return amiss(
        `${seconds} s ${skew > 0 ? 'behind' : 'ahead of'} GitHub's clock; GitHub then refuses the App's tokens`,
        'Let the machine keep the time by itself: `timedatectl set-ntp true`, or install chrony.',
      );
    },
  };
}
