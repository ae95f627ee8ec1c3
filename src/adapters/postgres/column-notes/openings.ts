import { about, personal, signOf, theirName } from '../privacy/note.ts';
import type * as openings from '../schema/openings.ts';
import type { NotesOf } from './notes-of.ts';

/** Repositories that are made for learners. */
export const openingNotes: NotesOf<typeof openings> = {
  openings: {
    id: about('our own number'),
    learnerId: personal("GitHub's number of the learner whom the repository is for"),
    learnerLogin: theirName('what the learner was called when its name was chosen'),
    unit: about('the unit that it was opened for'),
    project: about('the project that it is for'),
    owner: about('the organisation that it is in'),
    repo: personal("its name, once it was chosen; often holds the learner's login"),
    repositoryId: about("GitHub's number of it, once it was made"),
    branch: about('its default branch'),
    starterSha: about('the commit that last brought the starter in; null where we did not put it there'),
    wantedAt: signOf(['owner'], personal('when it was first wanted')),
    tries: about('how often making it has failed'),
    dueAt: about('nobody goes on with it before this'),
    problem: personal('why it could not be made; may quote GitHub'),
    openedAt: personal('when it was ready'),
    pinned: about('whether it requires our check from our App, as last seen'),
    pinCheckedAt: about('when that was last looked at'),
    invitations: about('how often its learner was invited'),
    invitedAt: about('when they were last invited; null where it was only when it was ready'),
    joinedAt: personal('when they were first seen to have come in; null while they were not'),
  },
};
