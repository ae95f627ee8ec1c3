/** Where each fingerprint stands, as columns: there are too many for an object each. */
export class Standings {
  /** By number: where the standings of a fingerprint begin in the columns; one more says where the last ones end. */
  readonly starts: Uint32Array;
  /** In ascending order within each fingerprint. */
  readonly work: Uint32Array;
  readonly file: Uint32Array;
  readonly at: Uint32Array;

  /** @param different one more than the greatest number; 0 is no fingerprint */
  constructor(works: readonly { files: readonly { numbers: Uint32Array }[] }[], different: number) {
    const starts = new Uint32Array(different + 1);
    for (const { files } of works)
      for (const { numbers } of files)
        for (const number of numbers) if (number !== 0) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
    for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
    const all = starts.at(-1) ?? 0;
    this.starts = starts;
    this.work = new Uint32Array(all);
    this.file = new Uint32Array(all);
    this.at = new Uint32Array(all);
    const next = starts.slice();
    for (const [work, { files }] of works.entries())
      for (const [file, { numbers }] of files.entries())
        for (let at = 0; at < numbers.length; at += 1) {
          const number = numbers[at] ?? 0;
          if (number === 0) continue;
          const place = next[number] ?? 0;
          next[number] = place + 1;
          this.work[place] = work;
          this.file[place] = file;
          this.at[place] = at;
        }
  }
}
