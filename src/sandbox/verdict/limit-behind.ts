export type LimitBehind = 'memory' | 'files' | 'open-files' | 'processes';

/** Which limit an error of the submission speaks of, in the words of Node, Python and the kernel, by the reason for it. */
const SIGNS: [reason: LimitBehind, sign: RegExp][] = [
  [
    'memory',
    /^MemoryError\b|\b(ENOMEM|ERR_WORKER_OUT_OF_MEMORY)\b|\[Errno 12\]|Array buffer allocation failed/,
  ],
  ['files', /\b(ENOSPC|EDQUOT|EFBIG)\b|\[Errno (27|28|122)\]/],
  ['open-files', /\b(EMFILE|ENFILE)\b|\[Errno (23|24)\]/],
  ['processes', /\bspawn\w* .*\bEAGAIN\b|\bWorker initialization failure: EAGAIN\b|can't start new thread/],
  ['processes', /^BlockingIOError: \[Errno 11\]/],
];

/**
 * The limit behind an error that the submission ended with, as a reason of `limitWords`; null where it is not one. A
 * submission that throws such an error by itself is told of the limit too, which harms nobody.
 */
export function limitBehind({ name, message }: { name: string; message: string }): LimitBehind | null {
  const said = `${name}: ${message}`;
  return SIGNS.find(([, sign]) => sign.test(said))?.[0] ?? null;
}
