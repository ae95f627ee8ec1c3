#!/usr/bin/env node

// What stands after the name of the program, such as ['--top', '3', 'data/march.csv'].
const args = process.argv.slice(2);

console.error(`Nothing is added up yet. ${args.length} words came after the name of the program.`);
