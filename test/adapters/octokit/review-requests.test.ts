import { beforeAll, describe, expect, it } from 'vitest';
import type { Submission } from '../../../src/domain/submission.ts';
import { REPOSITORY, useSchool } from './school.ts';
import type { School } from './school.ts';

let school: School;
let submission: Submission;
let bo: number;
useSchool((started) => {
  school = started;
});
beforeAll(async () => {
  submission = await school.submit({ 'index.js': 'export const one = 1;\n' });
  bo = school.standIn.accounts.user({ login: 'bo' }).id;
  school.standIn.repositories.addCollaborator({ repository: REPOSITORY, login: 'bo' });
});

const requested = () =>
  school.standIn.look({ repository: REPOSITORY, number: submission.pull.number }).requested;

describe('requests for a review', () => {
  it('are made and taken back by number, whatever the account is called', async () => {
    const { reviewRequests } = school.gitHub;
    school.standIn.accounts.rename({ login: 'bo', to: 'bo-the-second' });
    // Somebody else takes the name that is free.
    school.standIn.accounts.user({ login: 'bo' });
    expect(await reviewRequests.ask(submission.pull, bo)).toEqual({ login: 'bo-the-second' });
    expect(await reviewRequests.ask(submission.pull, bo)).toEqual({ login: 'bo-the-second' });
    expect(requested()).toEqual(['bo-the-second']);
    await reviewRequests.takeBack(submission.pull, bo);
    await reviewRequests.takeBack(submission.pull, bo);
    expect(requested()).toEqual([]);
  });

  it('are refused for those who have no right there, for the author, and for those who are gone', async () => {
    const { reviewRequests } = school.gitHub;
    const { id } = school.standIn.accounts.user({ login: 'stranger' });
    expect(await reviewRequests.ask(submission.pull, id)).toBe('refused');
    expect(await reviewRequests.ask(submission.pull, submission.learner.id)).toBe('refused');
    expect(await reviewRequests.ask(submission.pull, 1)).toBe('refused');
    await reviewRequests.takeBack(submission.pull, id);
    await reviewRequests.takeBack(submission.pull, 1);
    expect(requested()).toEqual([]);
  });

  it('have remarks that are read apart', async () => {
    const review = school.standIn.conversation.review({
      repository: REPOSITORY,
      number: submission.pull.number,
      as: 'bo',
      state: 'commented',
      remarks: [
        { path: 'index.js', line: 1, body: 'Why one?' },
        { path: 'index.js', line: 1, body: 'And why here?' },
      ],
    });
    expect(await school.gitHub.reviewRequests.remarks(submission.pull, review)).toEqual([
      'Why one?',
      'And why here?',
    ]);
  });
});
