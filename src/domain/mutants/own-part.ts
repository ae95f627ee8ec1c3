import type { FileMap } from '../course/file-map.ts';

/** What of an answer is not the starter's as it was: that is what a learner writes, and may get wrong. */
export function ownPart(answer: FileMap, starter: FileMap): FileMap {
  return new Map(
    [...answer].filter(([path, bytes]) => {
      const given = starter.get(path);
      return given === undefined || Buffer.compare(bytes, given) !== 0;
    }),
  );
}
