const LINE_FEED = 0x0a;

/** What is said about some bytes, in one line before them. */
export function headed(head: object, ...parts: Uint8Array[]): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...parts]);
}

/** Takes apart what `headed` has put together. The head is trusted: it comes from the process that started this one. */
export function headAndBytes(all: Uint8Array): { head: unknown; bytes: Uint8Array } {
  const end = all.indexOf(LINE_FEED);
  const head: unknown = JSON.parse(Buffer.from(all.subarray(0, end)).toString());
  return { head, bytes: all.subarray(end + 1) };
}
