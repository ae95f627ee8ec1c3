/**
 * Where a request for a preliminary review stands. `planned`: chosen, and GitHub may or may not have been asked. `replaced`: no answer came in
 * time, and somebody else is asked. `withdrawn`: it is not needed any more, or the peer had a hand in the work. `refused`: GitHub does
 * not let the peer be asked there.
 */
export type RequestState = 'planned' | 'open' | 'answered' | 'replaced' | 'withdrawn' | 'refused';

/** A peer who was asked to look at a pull request. */
export interface PeerRequest {
  id: number;
  /** GitHub's number of the peer. */
  peer: number;
  /** Counted from 1: each time that peers are asked for anew. */
  round: number;
  state: RequestState;
  /** When they were asked, or asked again: ms since 1970. */
  askedAt: number;
}

/** A request of any pull request, as far as it matters for who is asked next. */
export interface PastRequest {
  /** Our number of the pull request. */
  pull: number;
  round: number;
  /** The learner whose work it was about. */
  author: number;
  peer: number;
  state: RequestState;
  askedAt: number;
}

export const isUnsettled = (state: RequestState): boolean => state === 'planned' || state === 'open';

/** Somebody's time was asked for, and given or still to be given: neither replaced, withdrawn nor refused. */
export const counts = (state: RequestState): boolean => isUnsettled(state) || state === 'answered';
