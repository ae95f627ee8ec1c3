const PREFIX = 'touchstone/starter-';

/** The branch that brings in a mended starter, by the name of the starter's tree. */
export const starterBranch = (tree: string): string => PREFIX + tree.slice(0, 10);

/** Whether a pull request is ours, with a mended starter in it: it is no work to hand in. No person's login has brackets. */
export const bringsStarter = (author: string, branch: string): boolean =>
  author.endsWith('[bot]') && branch.startsWith(PREFIX);
