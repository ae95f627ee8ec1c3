/** What a check has found on this machine. */
export interface Examined {
  ok: boolean;
  /** What was seen, in words for whoever runs Touchstone. */
  found: string;
  /** What to do; null where nothing has to be done. */
  fix: string | null;
}

/** One line of what `touchstone doctor` prints. */
export interface DoctorResult extends Examined {
  id: string;
}

/** A question about this machine. What it looks at is handed in by whoever builds it. */
export interface Check {
  id: string;
  examine: () => Promise<Examined>;
  /** What to do if looking itself fails. */
  fixIfFailing: string;
}

export const fine = (found: string): Examined => ({ ok: true, found, fix: null });

export const amiss = (found: string, fix: string): Examined => ({ ok: false, found, fix });
