import type { Thing } from '../../../domain/people/rights.ts';

/**
 * Whose a column is:
 * - `nobody`: it says nothing about a person;
 * - `owner`: it says something about the person whose row it is (`row-owners.ts`). Their export shows it, erasing them removes it;
 * - `{ numberedBy }`: it says something about somebody else, whose number on GitHub is in that column of the same row. Erasing that person
 *   leaves the row, as it is somebody else's, and makes the column anonymous;
 * - `anybody`: it came from outside as it is, and may name whoever did something on GitHub. Erasing a person cuts it where it names them.
 */
export type Whose = 'nobody' | 'owner' | 'anybody' | { numberedBy: string; then: Anonymous };

/** What stands in a column when the person was erased: a number that is nobody's, a name that nobody has, or nothing at all. */
export type Anonymous = 'nobodys-number' | 'nobodys-name' | 'nothing';

/** What a column is for, and about whom it is. */
export interface ColumnNote {
  about: string;
  whose: Whose;
  /** What a person is called: rows and texts of others are searched for it when the person is erased. */
  isName?: true;
  /** Words that a person wrote, in which another one may be called by name. */
  isFreeText?: true;
  /** An address on GitHub of the one whose row it is, which may be called after somebody else: of two who work together one has the repository. */
  isPlace?: 'account' | 'repository';
  /**
   * A time at which those people did something, or something was done with them: `owner`, or the columns with their numbers. How long
   * ago the last thing came of somebody follows from it.
   */
  signOf?: readonly string[];
  /** What it is to whoever reads it: where the table of rights denies that to learners, their export is without it. */
  seenAs?: Thing;
  /** A time in the same row: until then the one whose row it is has to find it out, and their export is without it. */
  hiddenUntil?: string;
}

/** A column that those alone may see who may see this. */
export const seenAs = (thing: Thing, note: ColumnNote): ColumnNote => ({ ...note, seenAs: thing });

/** A column that is not shown before a time, which is in another column of the row. */
export const hiddenUntil = (time: string, note: ColumnNote): ColumnNote => ({ ...note, hiddenUntil: time });

/** A column about nobody. */
export const about = (text: string): ColumnNote => ({ about: text, whose: 'nobody' });

/** A time that says of people that they were there: `owner`, or the columns with their numbers. */
export const signOf = (people: readonly string[], note: ColumnNote): ColumnNote => ({
  ...note,
  signOf: people,
});

/** A column about the person whose row it is. */
export const personal = (text: string): ColumnNote => ({ about: text, whose: 'owner' });

/** An account or a repository where somebody's work is. */
export const place = (isPlace: 'account' | 'repository', text: string): ColumnNote => ({
  about: text,
  whose: 'owner',
  isPlace,
});

/** What the person is called whose row it is. */
export const theirName = (text: string): ColumnNote => ({ about: text, whose: 'owner', isName: true });

/** Words about the person whose row it is, whoever wrote them: they stay when the writer is erased. */
export const wordsAbout = (text: string): ColumnNote => ({ about: text, whose: 'owner', isFreeText: true });

/** GitHub's number of somebody else than the one whose row it is. */
export const numberOfOther = (column: string, text: string): ColumnNote => ({
  about: text,
  whose: { numberedBy: column, then: 'nobodys-number' },
});

/** What somebody else is called, whose number is in `column`. */
export const nameOfOther = (column: string, text: string): ColumnNote => ({
  about: text,
  whose: { numberedBy: column, then: 'nobodys-name' },
  isName: true,
});

/**
 * Something else about somebody else, whose number is in `column`. It may be null, and is when they were erased.
 *
 * @public
 */
export const ofOther = (column: string, text: string): ColumnNote => ({
  about: text,
  whose: { numberedBy: column, then: 'nothing' },
});

/** Something that came from outside as it is. It may be null, and is where it named somebody who was erased. */
export const fromOutside = (text: string): ColumnNote => ({ about: text, whose: 'anybody' });
