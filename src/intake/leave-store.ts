import type { Days } from '../domain/people/calendar.ts';
import type { ToldLeave } from '../domain/people/leave.ts';

/** Leave that people tell of, besides that in the course's file. */
export interface LeaveStore {
  /** `given`: by what it is known, so that it is taken once. */
  tell(leave: {
    person: number;
    days: Days;
    by: { id: number; login: string };
    given: string;
  }): Promise<void>;
  /** That which is not over for long: of everybody. */
  told(): Promise<ToldLeave>;
}
