import { readdirSync, readFileSync, statSync } from 'node:fs';

/** Texts of all files below some folders, as far as they can be read. */
export function texts(folders, wanted = /./, most = 4000) {
  const found = [];
  const queue = [...folders];
  for (let at = 0; at < queue.length && at < most; at += 1) {
    try {
      if (statSync(queue[at]).isDirectory()) queue.push(...readdirSync(queue[at]).map((name) => `${queue[at]}/${name}`));
      else if (wanted.test(queue[at])) found.push(`${queue[at]}: ${readFileSync(queue[at], 'latin1').slice(0, 20_000)}`);
    } catch {
      // Not for us.
    }
  }
  return found;
}
