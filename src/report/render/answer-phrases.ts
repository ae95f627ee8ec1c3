import type { NoAppeal, NoPeers, Whose } from '../../domain/command-reply.ts';
import type { Refusal } from '../../domain/refusal.ts';

/** What is said to whoever gave a command. As kind as everything else that GitHub shows; marked text. */
export const answerPhrases = {
  help: 'These commands can be given here, each on a line of its own in a new comment:',
  unknown: (name: string, nearest: string, does: string) =>
    `There is no command ${name}. The nearest is ${nearest}: it ${does}.`,
  incomplete: (usage: string, expected: string) =>
    `${usage} could not be followed. What was looked for behind its name: ${expected}.`,
  notYours: (usage: string, whose: string) => `${usage} can be given by ${whose} alone.`,
  whose: {
    learner: 'the learner whose pull request this is',
    staff: 'a member of staff',
  } satisfies Record<Whose, string>,
  noCriterion: (asked: string, known: string) =>
    `This project has no criterion ${asked}. It has these: ${known}.`,
  nothingFound: 'Nothing has been found of it for this commit yet.',
  notInPublic:
    'Everybody can see this repository, so what was found of your work is not told here. Staff can show it to you.',
  refused: {
    'unknown-person': 'Whoever is not in the course’s roster cannot sign anything off.',
    'not-staff': 'A commit can be signed off by a member of staff alone.',
    'not-a-person': 'A commit can be signed off by a person alone.',
    'own-work': 'Nobody signs off a pull request of their own. Another member of staff can.',
    'had-a-hand-in-it':
      'This account made one of the commits, or is named in one as co-author, so another member of staff has to sign it off.',
    recheck:
      'This is an old project that has grown a bug. It was signed off when it was mastered, and nothing is decided here.',
    closed: 'This pull request is closed, so nothing was changed.',
    practice:
      'This pull request is a draft, so this is practice, and nothing is decided. It can be signed off when it is ready for review.',
    'another-commit':
      'A newer commit was pushed since the result that stood here, so nothing was signed off. Look at the newer one, and say it again.',
    'shared-commit':
      'Another learner has a pull request with this very commit, and on GitHub what is said of a commit is said on both. Nothing was signed off: close the one that is not meant, and say it again.',
    'not-marked-yet':
      'There is no result of this commit yet, so nothing was signed off. Say it again when there is one.',
    'before-the-result':
      'This was said before the result of this commit was there, and the result says something else. Nothing was changed: look at it, and say it again with a reason.',
    'reason-missing':
      'Nothing was changed yet: give a reason, since this says something else than what was found, or asks for more work.',
  } satisfies Record<Refusal, string>,

  noAppeal: {
    closed: 'This pull request is closed, so there is nothing to look at. Open it again, and ask once more.',
    practice:
      'This pull request is a draft, so this is practice, and nothing is decided that a person could look at. When it is ready for review, ask again.',
    recheck:
      'This is an old project that has grown a bug: nothing is decided here, and what you have mastered stays mastered. Leave it, if you like.',
    'not-marked-yet':
      'There is no result of this commit yet. Ask again when there is one and you see it otherwise.',
    'awaits-a-person':
      'A person has the last word on this commit anyway, and has not looked yet. There is nothing that you must do now.',
    mastered: 'This commit is mastered, so there is nothing to ask for.',
    'asked-already': 'You have asked for a person already, and one will look at it.',
  } satisfies Record<NoAppeal, string>,
  peersLooking:
    'Peers are asked for a first look, and have yet to give it. There is nothing that you must do now.',
  noPeers: {
    recheck:
      'This is an old project that has grown a bug, for its learner alone to find. So nobody was asked.',
    'not-wanted': 'This project has no first look by peers.',
    'no-learner':
      'Peers look at the work of learners of this course, and whose work this is stands in no list of its people. So nobody was asked.',
    over: 'Nothing is to be looked at here any more, so nobody was asked.',
    'not-ready':
      'Peers are asked when everything is met that can be looked at by itself, and a person has yet to look. That is not so for this commit, so nobody was asked.',
    said: 'Peers have looked at this very commit. After a push you can ask others. To have one of them look again, use GitHub’s own button beside their name.',
    nobody:
      'Nobody can be asked at this time: whoever has mastered this project is away, has others to look at, or was asked last time. Staff go on without.',
  } satisfies Record<NoPeers, string>,
  noUnit: (asked: string, known: string) => `This course has no unit ${asked}. It has these: ${known}.`,
  unitOpen: (unit: string) => `${unit} is open to you now.`,
  unitOpenAlready: (unit: string, project: string, slug: string) =>
    `${unit} is open to you already. What is handed in for it is ${project} (${slug}).`,
  handIn: (project: string, slug: string) =>
    `To show that you know it, hand in ${project} (${slug}) the way you hand in every project.`,
  haveItMade: (project: string, start: string) =>
    `To show that you know it, there is ${project}: where you have no repository for it yet, ${start} has one made for you.`,
  likeEverybodys: 'It is looked at like everybody’s, and counts in full.',
  unitMastered: (unit: string) =>
    `${unit} is mastered, and stays so. To show it once more, write \`/touchstone retake\` on a pull request of yours for it.`,
  unitWaiting: (unit: string, challenge: string) =>
    `${unit} opens when what comes before it is mastered. If you know it already: ${challenge}`,
  noRepositories:
    'Your school gives out repositories itself. Ask a member of staff where yours is, or make one as your school has told you.',
  unitStarted: (unit: string, project: string) =>
    `${unit} is yours to begin. The repository for ${project} is made within a minute or two; GitHub then sends you an invitation to it.`,
  retake: {
    push: (unit: string) =>
      `${unit} stays mastered, whatever comes of this. Push whenever you are ready: the next commit is looked at with another form of the tests.`,
    'hand-in': (unit: string, project: string, slug: string) =>
      `${unit} stays mastered, whatever comes of this. To show it once more in another story, hand in ${project} (${slug}) the way you hand in every project.`,
    repository: (unit: string, project: string) =>
      `${unit} stays mastered, whatever comes of this. To show it once more in another story, there is ${project}. Where you have no repository for it yet, one is made within a minute or two; GitHub then sends you an invitation to it.`,
  },
  notMastered:
    'This unit is not mastered yet, so there is nothing to show once more. Every push is a new attempt, and is looked at with another form of the tests.',
  claimed: (by: string, hours: string, takeOver: string) =>
    `${by} looks at this, since ${hours}. To take it over, name yourself: ${takeOver}`,
  sinceHours: (hours: number) => (hours < 1 ? 'this hour' : `${hours} ${hours === 1 ? 'hour' : 'hours'}`),
  notTheirs: {
    'no-staff': (login: string) =>
      `There is no member of staff who is called ${login} in the course’s file of people or its teams.`,
    'own-work': (login: string) => `${login} cannot look at a pull request of their own. A colleague can.`,
    away: (login: string) =>
      `${login} cannot take this at the moment, so nothing was handed over. A colleague may.`,
  },
  dayPassed: (day: string) => `${day} is not to come any more, so nothing was put off.`,
  sessionOver: (minutes: number, most: number) =>
    `Thank you, it is noted. With it staff have given ${minutes} minutes here in seven days; the course sets ${most}. Perhaps there is a tutor who can go on from here.`,
};
