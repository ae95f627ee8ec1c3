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
  if (command === null || path === undefined || options.some((option) => option !== '--json')) {
    complain(2, `There is no such call: ${words.join(' ')}. Ask for stock, low <number> or history <part>.`);
  } else {
    reply(command, path, options.length > 0);
  }
}

function reply(command: Command, path: string, json: boolean): void {
  let journal;
  try {
    journal = readFileSync(path, 'utf8');
  } catch {
    complain(1, `${path} cannot be read.`);
    return;
  }
  const room = new StoreRoom();
  for (const problem of enterJournal(journal, room)) complain(1, `${path}:${problem}`);
  const rows = command(room);
  if (json) console.log(JSON.stringify(rows));
  else rows.forEach((row) => console.log(String(row)));
}

function complain(exitCode: number, message: string): void {
  console.error(message);
  process.exitCode = exitCode;
}

main(process.argv.slice(2));
