/** What a regular expression of the submission finds in a text. */
export type Match = (text: string, lastIndex: number) => unknown;

/** Matches nothing, and takes no time for it. */
const NEVER = '(?!)';

/**
 * What stands in a test for a regular expression of the submission: it looks like that one and equals one of the same
 * source and flags, but is run where the submission is. Here it could keep the tests busy for years.
 */
export function foreignRegExp(source: string, flags: string, match: Match): RegExp {
  const regexp = new RegExp(NEVER, flags);
  const exec = (text: unknown): RegExpExecArray | null => {
    const input = String(text);
    const found = match(input, regexp.lastIndex);
    if (typeof found !== 'object' || found === null) {
      regexp.lastIndex = 0;
      return null;
    }
    const parts: unknown = Reflect.get(found, 'parts');
    if (regexp.global || regexp.sticky) regexp.lastIndex = Number(Reflect.get(found, 'lastIndex'));
    const rest = {
      index: Number(Reflect.get(found, 'index')),
      input,
      groups: Reflect.get(found, 'groups') as unknown,
    };
    return Object.assign(Array.isArray(parts) ? parts : [], rest) as unknown as RegExpExecArray;
  };
  // Not enumerable: the whole of it is to equal an ordinary one.
  return Object.defineProperties(regexp, {
    source: { value: source },
    flags: { value: flags },
    exec: { value: exec },
  });
}

/** Whether a regular expression stands for one of the submission. */
export function isForeignRegExp(value: unknown): value is RegExp {
  return value instanceof RegExp && Object.hasOwn(value, 'exec');
}
