import type { Days } from '../domain/people/calendar.ts';
import type { ToldLeave } from '../domain/people/leave.ts';

/** Leave that people tell of, besides that in the course's file. */
export interface LeaveStore {
  /**
   * `given`: by what it is known, so that it is taken once. `at`: when it was told, in milliseconds since 1970; of days that overlap those
   * hold that were told last, whichever came first to us.
   */
  tell(leave: {
    person: number;
    days: Days;
    by: { id: number; login: string };
    given: string;
    at: number;
  }): Promise<void>;
  /** That which is not over for long: of everybody. */
  told(): Promise<ToldLeave>;
}
