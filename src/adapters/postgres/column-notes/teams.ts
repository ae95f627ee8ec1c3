import { about, personal } from '../privacy/note.ts';
import type * as teams from '../schema/teams.ts';
import type { NotesOf } from './notes-of.ts';

/** Teams of GitHub organisations. */
export const teamNotes: NotesOf<typeof teams> = {
  teams: {
    id: about('our own number'),
    name: about('a team that the course names: organisation/team'),
    readAt: about('when GitHub last said who is in it'),
  },
  teamMembers: {
    teamId: about('the team'),
    memberId: personal("GitHub's number of somebody in it, or in a team below it"),
    login: personal('what they were called when it was read'),
  },
};
