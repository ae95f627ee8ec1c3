#!/usr/bin/env node

// What stands after the name of the program, such as ['stock', 'data/march.txt'].
const words: string[] = process.argv.slice(2);

console.error(`Nothing is answered yet. ${words.length} words came after the name of the program.`);
