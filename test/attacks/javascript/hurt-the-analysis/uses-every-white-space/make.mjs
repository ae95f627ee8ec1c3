/** Every space and line end of Unicode, letters that look like others, and halves of pairs in texts. */
export function* files() {
  const spaces = '\u0009\u000b\u000c\u0020\u00a0\ufeff\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';
  const ends = '\n\r\u2028\u2029';
  yield ['index.js', `export${spaces}const${ends}add${spaces}=${ends}()${spaces}=>${spaces}0;${ends}// \u202e } ; 0 >= (b ,a) \u2066\n/* \u2067 */ export const initials = () => '\\ud800';`];
  yield ['look-alike.js', 'export const \u0430dd = (\u0430, b) => a + b; const \u3164 = 1; const a\u200cb = 2;'];
}
