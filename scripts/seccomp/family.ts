/** Errors that a refused call can get, by what a program makes of them; the numbers are Linux's. */
export const ERRNO = {
  /** 'You may not.' The answer to everything that is not listed. */
  EPERM: 1,
  /** 'Not for this pair of files.' */
  EINVAL: 22,
  /** 'This kernel does not know it.' */
  ENOSYS: 38,
  /** 'Not on this file system.' */
  ENOTSUP: 95,
} as const;

/** What one argument has to be: its low 32 bits, which are all that the kernel looks at, under `mask`. */
export interface Argument {
  /** From 0. */
  at: number;
  is: number;
  mask?: number;
}

/** A call that is allowed with some arguments alone: one of `when` has to fit, and all of it. */
export interface NarrowCall {
  name: string;
  /** In words, for the page. */
  only: string;
  when: readonly (readonly Argument[])[];
}

/** System calls that are allowed for one reason. */
export interface AllowedFamily {
  family: string;
  why: string;
  calls: readonly string[];
  narrow?: readonly NarrowCall[];
}

/** System calls that are left out for one reason. */
export interface RefusedFamily {
  family: string;
  why: string;
  /** Programs fall back on something else when they get another answer than EPERM. */
  answer?: Exclude<keyof typeof ERRNO, 'EPERM'>;
  calls: readonly string[];
}

/** One rule for each value of one argument. */
export const oneOf = (at: number, values: Readonly<Record<string, number>>): readonly Argument[][] =>
  Object.values(values).map((is) => [{ at, is }]);
