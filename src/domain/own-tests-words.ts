/** What is said of a learner's own tests besides the author's hint: words of ours alone, since tests that saw a right answer could carry it out. */
export const ownTestsWords = {
  none: 'No tests were found in this submission. The brief says where they belong.',
  /** Of what they catch: it is no step by itself while another one comes before it. */
  waits: 'This shows once your tests pass on right answers: tests that fail there would fail on anything.',
};
