import type { NoAppeal } from '../domain/command-reply.ts';

/** Learners who ask for a person to look. From the asking until somebody has looked the clock stands still for them. */
export interface AppealStore {
  /**
   * Keeps that a person is asked for about the head of a pull request, and has it said. `known`: it was kept before. `busy`: something
   * else is being said of the pull request at this moment, and nothing was kept.
   *
   * @param asking `given`: by what it is known, so that it is taken once. `at`: when it was said, in milliseconds since 1970; where a
   * person has looked since, it is kept as one that is over
   */
  ask(
    pull: { repositoryId: number; number: number; headSha: string },
    asking: { given: string; why: string | null; at: number },
  ): Promise<'asked' | 'known' | 'busy' | Extract<NoAppeal, 'asked-already' | 'not-marked-yet'>>;
}
