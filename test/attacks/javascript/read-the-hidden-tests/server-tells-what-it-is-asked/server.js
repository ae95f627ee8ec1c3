import { createServer } from 'node:http';

const heard = [];
createServer((request, response) => {
  let body = '';
  request.on('data', (part) => (body += part));
  request.on('end', () => {
    heard.push(`${request.method} ${request.url} ${body}`);
    const text = heard.join(' ').replace(/[^\x20-\x7e]/g, '').slice(-1500);
    console.error(`Error: ${text}`);
    response.writeHead(heard.length === 1 ? 500 : 418, text.slice(0, 200), { 'x-heard': text, 'content-type': text.slice(0, 100) });
    response.end(text);
    if (heard.length % 5 === 0) setTimeout(() => { throw new Error(text); }, 5);
  });
}).listen(process.env.PORT);
