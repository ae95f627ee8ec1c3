const MIB = 1024 * 1024;

/** What one run may need in the worst ordinary case: the runner's memory and a learner's (defaults of both). */
const PLACE_BYTES = 1024 * MIB;
/** What a container that waits needs, measured with Node in it: 40 to 60 MiB. */
export const SPARE_MIB = 64;
/** The room of one analyst of style beside the others: 410 MiB. */
const STYLE_SPARES = 6;
/** Share of the machine's memory that waiting containers may take. */
const SPARE_SHARE = 0.15;
/** Most runs at once: what lies beyond has never been measured. */
const MOST_PLACES = 32;

/** What a machine can bear. */
export interface Capacity {
  /** Runs at once. */
  places: number;
  /** Containers that wait for a run, at most. */
  spares: number;
}

/**
 * How many runs a machine bears at once: one for each processor, as far as memory reaches. Measured on two: further
 * runs at once only make each other slower, because creating and removing containers is work for the processor too.
 */
export function capacityOf({ cpus, memoryBytes }: { cpus: number; memoryBytes: number }): Capacity {
  const byMemory = Math.floor(memoryBytes / PLACE_BYTES);
  const places = Math.max(1, Math.min(cpus, byMemory, MOST_PLACES));
  const spares = Math.min(
    4 * places + STYLE_SPARES,
    Math.floor((memoryBytes * SPARE_SHARE) / (SPARE_MIB * MIB)),
  );
  return { places, spares: Math.max(0, spares) };
}
