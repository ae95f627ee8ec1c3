import type { RecordStore } from './record-store.ts';

/** Somebody whom the records know, by GitHub's number. */
export interface KnownPerson {
  id: number;
  login: string;
}

/** What is kept about one person, by table and column, as it stands in the database. */
export interface PersonalData {
  /** The rows that are theirs, without what stands in them about others. */
  own: Record<string, Record<string, unknown>[]>;
  /** What they did for others: of others' rows the columns that are about this person, and what identifies nobody. */
  forOthers: Record<string, Record<string, unknown>[]>;
  /** What came from outside and names them: what it says of them, and nothing of others. */
  outside: Record<string, Record<string, unknown>[]>;
  /** What is theirs too and the table of rights denies them, or that they have yet to find out: it is in no file that they are handed. */
  withheld: Record<string, Record<string, unknown>[]>;
}

/** What erasing somebody did: rows by table. */
export interface Erased {
  removed: Record<string, number>;
  /** Rows of others in which they were made anonymous. */
  anonymised: Record<string, number>;
  /** Rows from outside that named them, and were cut. */
  cut: Record<string, number>;
}

/** What there is to do with what is kept of people. */
export interface People extends PersonStore {
  records: RecordStore;
  /** Clears out of the database's files what deleted rows have left in them, as far as it is in our power. */
  purge(): Promise<void>;
}

/** People as the records know them: whoever handed in, reviewed, or said something. */
export interface PersonStore {
  /** Everybody who was ever seen under a login, as they are called now; capitals do not count. Several where somebody else has taken it since. */
  called(login: string): Promise<KnownPerson[]>;
  /** What somebody is called now; null where nothing that is kept says it. */
  loginOf(id: number): Promise<string | null>;
  dataOf(id: number): Promise<PersonalData>;
  /** Everything in one transaction. What is about others stays as it is. */
  erase(id: number): Promise<Erased>;
}
