#!/usr/bin/env node
// Runs the TypeScript as it stands: there is no build, so there is nothing stale (docs/decisions/0001).
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../src/main.ts');
process.exitCode = await main(process.argv, process.env);
