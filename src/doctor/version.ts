/** Whether a dotted version is at least the wanted one, by its numbers: '20.20' is below '20.20.1', '9' below '10'. */
export function isAtLeast(version: string, wanted: string): boolean {
  const numbers = (text: string) => text.split('.').map((part) => Number.parseInt(part, 10) || 0);
  const seen = numbers(version);
  for (const [place, least] of numbers(wanted).entries()) {
    const here = seen[place] ?? 0;
    if (here !== least) return here > least;
  }
  return true;
}
