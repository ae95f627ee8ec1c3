import { before, frame } from './frames.js';

// Answers the question for its exports before its host can.
before((id) => [frame(6, id, { value: { root: null, nodes: [] } })]);
export const add = () => 0;
export const addLater = async () => 0;
export const greet = () => '';
