#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { findCommand, type Command } from './src/commands.ts';
import { enterJournal } from './src/journal.ts';
import { StoreRoom } from './src/store-room.ts';

function main(words: string[]): void {
  const options = words.filter((word) => word.startsWith('-'));
  const [name = '', ...subjects] = words.filter((word) => !word.startsWith('-'));
  const path = subjects.pop();
  const command = findCommand(name, subjects);
  if (command === null || path === undefined || options.length > 0) {
    complain(2, `There is no such call: ${words.join(' ')}. Ask for stock, low <number> or history <part>.`);
  } else {
    reply(command, path);
  }
}

function reply(command: Command, path: string): void {
  let journal;
  try {
    journal = readFileSync(path, 'utf8');
  } catch {
    complain(1, `${path} cannot be read.`);
    return;
  }
  const room = new StoreRoom();
  for (const problem of enterJournal(journal, room)) complain(1, `${path}:${problem}`);
  for (const row of command(room)) console.log(String(row));
}

function complain(exitCode: number, message: string): void {
  console.error(message);
  process.exitCode = exitCode;
}

main(process.argv.slice(2));
