/** Who has to act on an error: the learner, the course author, or whoever runs Touchstone. */
export type Audience = 'learner' | 'author' | 'operator';

/** The form in which an error leaves the program (the `error` key of design.md's JSON). */
export interface ErrorReport {
  code: string;
  audience: Audience;
  message: string;
  fix: string;
}

/**
 * An error that a person is meant to read. It is made by a function of a catalogue (`errors/*.ts`), never by hand,
 * so that each code says the value seen and what to do.
 *
 * Anything else that is thrown is a fault of ours and is reported as `internal.unexpected`.
 */
export class TouchstoneError extends Error {
  readonly code: string;
  readonly audience: Audience;
  readonly fix: string;
  /** The message without what may name a person: logs hold nothing else. */
  readonly logged: string;

  constructor(report: ErrorReport, { logged, ...options }: { cause?: unknown; logged?: string } = {}) {
    super(report.message, options);
    this.name = 'TouchstoneError';
    this.code = report.code;
    this.audience = report.audience;
    this.fix = report.fix;
    this.logged = logged ?? report.message;
  }

  report(): ErrorReport {
    return { code: this.code, audience: this.audience, message: this.message, fix: this.fix };
  }
}

/** One entry of a catalogue: who must act, what is said of the values seen, and what to do about it. */
export interface CatalogueEntry<Values> {
  audience: Audience;
  message: (seen: Values) => string;
  fix: (seen: Values) => string;
  /** The values that may name a person: `…` stands in their place where the error is logged. */
  personal?: readonly (keyof Values & string)[];
}

// A catalogue's entries differ in the values that they take; only `never` accepts them all.
type Catalogue = Record<string, CatalogueEntry<never>>;
type ValuesOf<Entry> = Entry extends CatalogueEntry<infer Values> ? Values : never;

/**
 * Binds a catalogue of errors to a function that makes them:
 * `const courseError = errorsOf(courseErrors); throw courseError('course.missing', { dir })`.
 */
export function errorsOf<C extends Catalogue>(catalogue: C) {
  return <Code extends keyof C & string>(
    code: Code,
    seen: ValuesOf<C[Code]>,
    options?: { cause?: unknown },
  ): TouchstoneError => {
    const entry = catalogue[code] as unknown as CatalogueEntry<ValuesOf<C[Code]>>;
    const { audience, message, fix, personal } = entry;
    return new TouchstoneError(
      { code, audience, message: message(seen), fix: fix(seen) },
      { ...options, logged: personal === undefined ? message(seen) : message(withoutNames(seen, personal)) },
    );
  };
}

/** A list stays one, so that the message can go on to treat it as such. */
function withoutNames<Values>(seen: Values, personal: readonly (keyof Values & string)[]): Values {
  const left = personal.map((key) => [key, Array.isArray(seen[key]) ? ['…'] : '…'] as const);
  return { ...seen, ...Object.fromEntries(left) };
}

/** Gives a catalogue its type without widening its keys: `export const courseErrors = catalogue({...})`. */
export function entry<Values>(definition: CatalogueEntry<Values>): CatalogueEntry<Values> {
  return definition;
}
