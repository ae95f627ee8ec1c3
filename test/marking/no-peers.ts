import type { PeerWork } from '../../src/intake/peers/peer-work.ts';

/** For schools where no rubric asks for peers. */
export const noPeers: PeerWork = {
  tend: () => Promise.reject(new Error('no peer is asked here')),
  askAgain: () => Promise.reject(new Error('no peer is asked here')),
  hear: () => Promise.resolve({ done: null }),
};
