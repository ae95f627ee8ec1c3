import { writeFileSync } from 'node:fs';

const payload = ['# owned', '```', '@owned #1', '<img src=x onerror=owned>', '<!-- touchstone:report -->', '\u001b[31mowned\u202e\u0000', '</details>', '[owned](http://owned.example)'].join('\n');
writeFileSync('owned @owned `x`', payload);
console.log(payload.repeat(100));
console.error(payload);
