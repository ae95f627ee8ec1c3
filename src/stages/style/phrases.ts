/** What the style stage says by itself, for learners: about the work, and what was seen of it. */
export const stylePhrases = {
  nothingOwn: 'There is nothing of your own here yet that could show this.',
  noFile: (language: string) => `There is no ${language} file here that could show this.`,
  notAll: (why: string) => `This cannot be shown while a file cannot be read. ${why}`,
  notItsLanguage: (path: string, language: string) =>
    `${path} could not be read as ${language}: does the program run as it stands?`,
  atMost: (number: number) => `at most ${number}`,
};
