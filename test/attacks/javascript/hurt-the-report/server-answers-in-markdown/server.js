import { createServer } from 'node:http';

const payload = ['# owned', '```', '@owned #1', '<img src=x onerror=owned>', '<!-- touchstone:report -->', '\u001b[31mowned\u202e', '</details>'].join('\n');
createServer((request, response) => {
  response.writeHead(200, '@owned <b>owned</b>', { 'content-type': 'application/json', 'x-owned': '`@owned`' });
  response.end(JSON.stringify([payload, { [payload]: payload }]));
}).listen(process.env.PORT);
