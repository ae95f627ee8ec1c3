import { Caller } from './caller.ts';
import { CHANNEL_PATH } from './local.ts';
import { Peer } from './peer.ts';
import { readSettings } from './settings.ts';
import { Stubs } from './stubs.ts';
import { Submission } from './submission.ts';

// What `import { submission } from 'touchstone'` gives to a test file.
const worker = new URL('./channel-worker.mjs', import.meta.url);
const peer: Peer = new Peer(CHANNEL_PATH, worker, () => stubs);
const caller = new Caller(peer, readSettings());
const stubs = new Stubs(caller);

export const submission = new Submission(caller, stubs);
