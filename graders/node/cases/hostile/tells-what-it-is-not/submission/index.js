import { answer } from './forge.js';

// Answers the question for its exports before anybody else can.
answer({ value: { root: null, nodes: [] } });
export const add = () => 0;
export const addLater = async () => 0;
export const greet = () => '';
