/** What stands in quotation marks, whichever they are, with or without letters before them. */
const QUOTED = /^[a-z]{0,2}("""|'''|"|'|`)([\s\S]*)\1$/i;

/** A text's own words: without quotation marks, and with one space wherever there are some. */
export function bareText(written: string): string {
  const inner = QUOTED.exec(written)?.[2] ?? written;
  return inner.replace(/\s+/g, ' ').trim();
}
