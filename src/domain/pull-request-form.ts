/** What a pull request looks like, apart from its commits. It can be changed without a push. */
export interface PullRequestForm {
  /** The branch that the work is on. */
  branch: string;
  /** The branch that it goes into. */
  into: string;
  title: string;
  /** Markdown. */
  description: string;
}
