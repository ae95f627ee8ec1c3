export { add, initials, chunk, turnRound, each, later, mapLater, Till, makeCounter, countTo } from './tools.js';
