import { createServer } from 'node:http';

let count = 0;
const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const answer = (status, value) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };
  if (url.pathname === '/hello') answer(200, { hello: url.searchParams.get('name') });
  else if (url.pathname === '/count') answer(200, (count += 1));
  else if (url.pathname === '/echo') {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => answer(201, JSON.parse(body)));
  }
});
server.listen(process.env.PORT);
