/** Several settings as one; the later says what both say. */
export function merged(...all: object[]): object {
  const result: Record<string, unknown> = {};
  for (const [key, value] of all.flatMap((settings) => Object.entries(settings))) {
    const before = result[key];
    result[key] = isPlain(before) && isPlain(value) ? merged(before, value) : value;
  }
  return result;
}

/**
 * Settings that Ruff does not have: it takes them without a word. What it does have is not of every shape, so a
 * setting that bears both an object and a number is none. `tried` throws if Ruff refuses.
 */
export function unknownSettings(settings: object, tried: (settings: object) => void): string[] {
  return paths(settings)
    .filter((path) => [{ '': null }, -0.5].every((value) => accepts(nested(path, value), tried)))
    .map((path) => path.join('.'));
}

function accepts(settings: object, tried: (settings: object) => void): boolean {
  try {
    tried(settings);
    return true;
  } catch {
    return false;
  }
}

/** Sections, and what is set in each. */
function paths(settings: object): string[][] {
  return Object.entries(settings).flatMap(([section, value]: [string, unknown]) => [
    [section],
    ...(isPlain(value) ? Object.keys(value).map((key) => [section, key]) : []),
  ]);
}

function nested([key = '', ...rest]: readonly string[], value: unknown): object {
  return { [key]: rest.length === 0 ? value : nested(rest, value) };
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
