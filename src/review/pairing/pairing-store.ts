import type { Submission } from '../../domain/submission.ts';
import type { Pairing } from './volunteers.ts';

export interface PairingStore {
  /**
   * What they are called who were chosen for a commit. They are chosen once: when its result is said again, the same ones are named.
   *
   * @param choose by what the database knows of the project and of who was named since `since`
   */
  nameFor(
    submission: Pick<Submission, 'pull' | 'headSha' | 'project'>,
    since: number,
    choose: (facts: Pick<Pairing, 'mastered' | 'named'>) => readonly number[],
  ): Promise<string[]>;
}
