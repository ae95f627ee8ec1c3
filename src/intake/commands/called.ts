/** Words as they stand in a slug: `"The Total!"` is `the-total`. */
const asSlug = (text: string): string =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join('-');

/**
 * What somebody means by a few words: by its id, its title, or whatever else it is called, in any case, in quotation marks or code, and
 * with whatever they say behind it.
 */
export function called<Thing>(
  asked: string,
  things: readonly Thing[],
  namesOf: (thing: Thing) => readonly string[],
): Thing | undefined {
  const line = asked.split('\n', 1)[0] ?? '';
  const word = line.split(/\s/, 1)[0] ?? '';
  return [line, word]
    .map(asSlug)
    .filter((slug) => slug !== '')
    .map((slug) => things.find((thing) => namesOf(thing).some((name) => asSlug(name) === slug)))
    .find((thing) => thing !== undefined);
}

/** The first words of what was asked for, to say them again. */
export function shown(asked: string): string {
  const line = asked.split('\n', 1)[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
