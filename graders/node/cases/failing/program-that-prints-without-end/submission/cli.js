import { writeSync } from 'node:fs';

for (;;) writeSync(1, 'and again\n'.repeat(100));
