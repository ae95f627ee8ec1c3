import { Caller } from './caller.ts';
import { orderOfFile } from './order.ts';
import { Peer } from './peer.ts';
import { Stubs } from './stubs.ts';
import { Submission } from './submission.ts';

// What `import { submission } from 'touchstone'` gives to a test file. A process may load this before it has its order.
const peer: Peer = new Peer(orderOfFile, () => stubs);
const caller = new Caller(peer);
const stubs = new Stubs(caller);

export const submission = new Submission(caller, stubs);
