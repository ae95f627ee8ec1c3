/**
 * Every fixed phrase of what GitHub shows. Plain and kind, second person, about the work and never about the person.
 * Phrases are marked text (`domain/marked-text.ts`): backticks hold code.
 */
const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

const duration = (seconds: number) =>
  seconds < 90
    ? `about ${count(Math.max(5, Math.ceil(seconds / 5) * 5), 'second', 'seconds')}`
    : `about ${count(Math.ceil(seconds / 60), 'minute', 'minutes')}`;

export const phrases = {
  queued: {
    title: (place: number, seconds: number | null) =>
      [`Waiting: number ${place} in line`, ...(seconds === null ? [] : [duration(seconds)])].join(', '),
    summary: (place: number, seconds: number | null) =>
      (place === 1
        ? 'Your submission has arrived and is next in line.'
        : `Your submission has arrived and is number ${place} in line.`) +
      (seconds === null ? '' : ` The result should be here in ${duration(seconds)}.`),
  },
  running: {
    title: 'Marking: the tests are running',
    titleWithCount: (done: number, total: number) => `Marking: ${done} of ${total} tests have run`,
    summary: 'The tests are running on this commit. The result appears here; you can close this page.',
  },
  draft: 'This pull request is a draft, so this is practice: trying things out is not an attempt.',
  retrying: {
    title: 'A problem on our side: we are trying again',
    summary: [
      'A part of Touchstone did not work; this says nothing about your work. Marking is tried again by itself, and there is nothing for you to do.',
      'This does not count as an attempt.',
    ],
  },
  givenUp: {
    title: 'A problem on our side: this commit could not be marked',
    summary: [
      'A part of Touchstone did not work, and trying again did not help. This says nothing about your work: there is no decision for this commit, and no attempt was used.',
      'Those who run Touchstone can see this problem. To have this commit marked again later, press “Re-run” beside this check; a new push is marked as usual.',
    ],
  },
  refused: {
    title: 'Not marked: this commit could not be read as a submission',
    summary:
      'The files of this commit could not be looked at, so there is no decision, and no attempt was used. This is what was found:',
  },
  otherForm: {
    title: 'Nearly: change how this pull request looks, and it is marked',
    summary:
      'Your work has arrived. Before it is marked, the pull request itself has to look as this project asks for. No attempt was used. Please:',
  },
  reason: (code: string) => `For those who look into it, the reason is ${code}.`,
  title: {
    mastered: (project: string) => `Mastered: ${project}`,
    notYet: (step: string) => `Not yet: ${step}`,
    notYetWithoutStep: (project: string) => `Not yet: ${project}`,
    untouched: 'Not yet: this is still the starter',
    notYetByStaff: 'Not yet: a member of staff has looked at it',
    awaitingReview: (project: string) => `Awaiting review: ${project}`,
    practice: (met: number, of: number) =>
      `Practice: ${met} of ${count(of, 'criterion', 'criteria')} met by the public tests`,
    practiceUntouched: 'Practice: this is still the starter',
    practiceWithoutTests: 'Practice: there are no public tests to run',
  },
  heading: {
    mastered: (project: string) => `Mastered: ${project}`,
    notYet: (project: string) => `Not yet: ${project}`,
    awaitingReview: (project: string) => `Awaiting review: ${project}`,
    practice: (project: string) => `Practice: ${project}`,
  },
  lead: {
    mastered: (skills: string) =>
      `Here is something to be glad of: this work meets the level that was set for it before it was begun. It shows ${skills}. You can go on from here.`,
    signedOff: (by: string, skills: string) =>
      `Here is something to be glad of: a member of staff (${by}) has looked at this commit and signs it off. It meets the level that was set for it before it was begun${skills === '' ? '' : `, and shows ${skills}`}. You can go on from here.`,
    notYetByStaff: (by: string) =>
      `A member of staff (${by}) has looked at this commit: it is not there yet. Every push is looked at anew, by a person too.`,
    signedBefore:
      'An earlier commit of this pull request was signed off, and that stays so. This one was pushed after it, so it is looked at by itself.',
    notYet: (met: number, of: number) =>
      met === 0
        ? 'The tests do not show what this project asks for yet. Here is where to start; every push is looked at anew.'
        : `${met} of ${count(of, 'criterion', 'criteria')} ${met === 1 ? 'is' : 'are'} met. Here is what to look at next; every push is looked at anew.`,
    works: (met: number, of: number) =>
      `It works: what the tests ask for is met. What is left is how it is written: ${met} of ${count(of, 'criterion', 'criteria')} of style ${met === 1 ? 'is' : 'are'} met. Here is what to look at next; every push is looked at anew.`,
    untouched:
      'Welcome to this project! These files are still the starter, as you got it, so there is nothing to say about the work yet. Change the code and push: every push is looked at anew.',
    awaitingReview:
      'Everything that can be looked at by itself is met. For this project a person has the last word, and they have not looked yet. There is nothing that you must do now.',
    personMustLook:
      'At present a person looks at every attempt at this project, whatever is found: people and the marking have not agreed on it often enough lately. They have not looked yet. What was found stands below; there is nothing that you must do now.',
    closeToTheLevel:
      'This work is so close to the level that was set that one item more or less would decide otherwise. A person looks at it and decides; they have not looked yet. There is nothing that you must do now.',
    practice: (met: number, of: number) =>
      `This pull request is a draft, so this is practice: it is not an attempt, and nothing is decided. The public tests show ${met} of ${count(of, 'criterion', 'criteria')} so far.`,
    publicOnly: (met: number, of: number) =>
      `These are the public tests alone, so nothing is decided. They show ${met} of ${count(of, 'criterion', 'criteria')} so far.`,
    practiceWithoutTests:
      'This project has no public tests that could say something here, so there is nothing to show in practice.',
    practiceAllMet:
      'When you think that it is done, press “Ready for review”: then all tests run, those that you cannot see too.',
    practiceUntouched:
      'Welcome to this project! These files are still the starter, as you got it. This pull request is a draft, so this is practice: push as often as you like, and see here what the public tests say.',
  },
  regraded: {
    anotherDecision:
      'This was looked at again, because the assessment of this project was mended, and this time it came to another decision. It is the same commit, so this is no new attempt.',
    sameDecision:
      'This was looked at again, because the assessment of this project was mended. The decision is the same; some of what is behind it is not. It is the same commit, so this is no new attempt.',
  },
  start: {
    goal: 'Where it leads:',
    brief: 'What is asked for stands in `brief.md`, with examples. The first thing to look at there:',
  },
  appeal: {
    how: (command: string) => `To ask for a person instead, comment ${command}.`,
    asked:
      'You have asked for a person, and one will look at it. You need not wait for them: every push is looked at as before.',
  },
  volunteers: 'To work on it together, you can ask:',
  buttons: {
    mark: { label: 'Look again', description: 'The same commit; it is no new attempt' },
    appeal: { label: 'Ask for a person', description: 'A member of staff looks at it' },
    approve: { label: 'Sign off (staff)', description: 'Says that this commit is mastered' },
  },
  said: 'What they say:',
  newlyMet: 'New since last time:',
  works: 'What works:',
  andMore: (number: number) => `and ${number} more`,
  nextSteps: { one: 'Your next step', many: 'Your next steps' },
  furtherSteps: 'If you would like to go further',
  essential: 'essential',
  why: 'Why:',
  next: 'Next:',
  readOn: (host: string) => `Read on at ${host}`,
  open: {
    lead: {
      mastered: 'Open to you now:',
      waiting: 'While you wait, this is open to you:',
      missed: 'If something else would do you good meanwhile, this is open to you:',
    },
    unit: (title: string, slug: string, hours: number) =>
      `${title} (${slug}, about ${count(hours, 'hour', 'hours')})`,
    parallel: (title: string, slug: string) =>
      `${title} (${slug}), which shows the same skills in another story`,
    enrichment: (title: string, slug: string, hours: number) =>
      `${title} (${slug}, about ${count(hours, 'hour', 'hours')}), if you like: it is optional`,
  },
  leftOut: 'What was found is left out here',
  isPublic:
    'Everybody can see this repository, so what was found is left out here. A member of staff can go through it with you.',
  shownBefore:
    'You have shown this in an earlier project, and that stands. If it hides here, a member of staff is glad to look at it with you:',
  due: {
    lead: 'Whenever you like:',
    stands: (project: string) => `${project} is mastered, and that stands. The bug in it was not found yet.`,
    waitsIn: (pull: string) => `Another one waits in ${pull}.`,
    again: 'Another one comes by itself, and later work that shows the same counts as well.',
    talk: 'Later work that shows the same counts as well, and a member of staff is glad to look at it with you.',
  },
  moreOpen: (number: number) =>
    `${count(number, 'more criterion is', 'more criteria are')} open; look at them when these are done.`,
  commit: (sha: string) => `This is about commit ${sha}.`,
  criteria: {
    heading: 'All criteria and their tests',
    met: 'met',
    notYet: 'not yet',
    passed: 'passes',
    notPassed: 'does not pass yet',
    expected: 'Expected:',
    actual: 'Got:',
    see: 'See',
    line: (line: number) => `line ${line}`,
    stage: { functionality: 'Functionality', style: 'Style', review: 'Review' },
    leftOut: (number: number) =>
      `${count(number, 'more test is', 'more tests are')} not shown here, because there is no room.`,
  },
  style: {
    kept: 'kept to',
    notKept: (count: number) => `seen ${count === 1 ? 'once' : `${count} times`}`,
    notShown: 'not shown yet',
    places: 'Where:',
    morePlaces: (number: number) => `and ${number} more`,
    within: 'within what is asked for',
  },
  forReviewer: {
    heading: 'For the person who looks at it',
    lead: 'With GitHub’s own review of this pull request a member of staff has the last word on this commit. This is what the rubric asks them to look at:',
  },
  later: {
    heading: (stage: string) => `For later: ${stage}`,
    lead: 'First make it work, then make it professional: none of this counts before the tests are met, and it will still be here then.',
  },
  attempts: {
    heading: (number: number) => `What changed nothing about how this was read (${number})`,
    lead: 'What is looked for is set by the rubric alone, for everybody alike. Settings, comments and places like these have no effect on it:',
    leftOut: (number: number) =>
      `${count(number, 'more is', 'more are')} not shown here, because there is no room.`,
  },
  dropped: {
    heading: (number: number) => `Files that were left out (${number})`,
    lead: 'These files of the commit were not looked at:',
    leftOut: (number: number) =>
      `${count(number, 'more file is', 'more files are')} not shown here, because there is no room.`,
  },
  how: {
    heading: 'How marking works',
    threshold: (stage: string, percent: number, what: string) =>
      `${stage}: each criterion counts by its weight, for the share of ${what}. At least ${percent} % of the whole is asked for, and all of every essential criterion.`,
    ofTests: 'its tests that pass',
    ofRules: 'its rules that are kept to',
    apart: 'Each stage is looked at by itself: one never makes up for another.',
    tests:
      'Some tests are public: you have them, and can run them yourself. Others are hidden: of those you see the title and a hint, so that you can think about the task and not about the test.',
    practice:
      'A draft is practice. A pull request that is ready for review is an attempt, and there is no limit to the number of attempts: push again whenever you are ready.',
    commands: (help: string) =>
      `You can ask for something here, such as what a criterion means: write ${help} on a line of its own in a new comment.`,
    yourself: (command: string) => `To see what the public tests say on your own machine: ${command}`,
  },
};
