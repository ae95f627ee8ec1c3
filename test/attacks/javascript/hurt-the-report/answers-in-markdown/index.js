import { payload } from './payload.js';

// What a public test got is shown to the learner.
export const add = () => `${payload}\n\u202e\u001b[31mowned${'owned '.repeat(50_000)}`;
