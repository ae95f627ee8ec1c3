import { answer } from './forge.js';

// Says itself why it could not answer: with the values of the test, with what is no reason, with what is no text.
export const add = (...values) => answer({ failed: { reason: 'ended', code: 'values: ' + values } });
export const addLater = () => answer({ failed: { reason: 5 } });
export const greet = () => answer({ failed: { reason: 'crossing', error: { name: [], message: {}, file: 1, line: '' } } });
