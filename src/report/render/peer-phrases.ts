/** What is said of peers and to them. Phrases are marked text, as in `phrases.ts`; names are quoted by whoever gives them. */
export const peerPhrases = {
  lead: {
    looking: (names: string, number: number) =>
      `Before that, ${names} ${number === 1 ? 'is' : 'are'} asked for a first look: peers who have mastered this project. What they say is advice, and decides nothing.`,
    saidElsewhere: (names: string, number: number) =>
      `${names} ${number === 1 ? 'has' : 'have'} had a first look at it. What they say stands in the conversation, and is advice.`,
    said: (names: string, number: number) =>
      `${names} ${number === 1 ? 'has' : 'have'} had a first look at it. What they say stands below, and is advice.`,
  },
  said: {
    heading: (number: number) => `What peers said (${number})`,
    lead: 'Peers have mastered this project themselves. What they say is advice to the learner and to staff, and decides nothing:',
    says: {
      approved: 'would approve it',
      'changes-requested': 'would like to see changes first',
      commented: 'has remarks',
    },
    earlier: 'of an earlier commit',
    thanked: (names: string) => `${names} had other things to do this time. Thank you all the same.`,
  },
  guide: {
    heading: 'For peers who have a first look',
    lead: 'What the rubric asks of it, and what staff will look at, too:',
    heart: 'What helps somebody who reads a review:',
    points: [
      'Say what you saw: in which line, or with which input.',
      'Say why it matters: to whoever uses this, reads it, or changes it later.',
      'Ask where you can: “What happens when the list is empty?” leads further than an answer.',
      'Name something that works, and why it does.',
      'Three things are enough. Begin with the one that matters most.',
    ],
    more: (host: string) => `How to review, in more words, at ${host}`,
    thanks: 'Thank you for looking at this.',
    time: 'If you have no time for it within two days, there is nothing that you must do: somebody else is asked then.',
  },
  hint: {
    reason: (name: string) =>
      `Thank you for looking at this, ${name}. What did you see that made you say so, and why does it matter? A sentence about that is what helps most. You can add it in another review.`,
    question: (name: string) =>
      `Thank you for looking at this, ${name}. What is the reason behind it? Somebody who knows why can find out what to do, here and the next time; a question often helps more than an answer. You can add it in another review.`,
    guide: 'What helps in a review',
  },
};
