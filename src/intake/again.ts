/** What a delivery asks for has to wait, for a reason in a few words. */
export interface Again {
  again: string;
  /** It waits its turn: nothing has failed. */
  isBusy?: true;
}

/** Something else is being said of the pull request at this moment; that takes seconds, or as long as GitHub is away. */
export const BUSY: Again = { again: 'a result is being said', isBusy: true };
