import { createServer } from 'node:http';

// Whatever was sent comes back, with the status that is usual for it.
const seen = [];
createServer((request, response) => {
  let body = '';
  request.on('data', (part) => (body += part));
  request.on('end', () => {
    seen.push(body);
    const status = { POST: 201, DELETE: 204, PUT: 200 }[request.method] ?? 200;
    response.writeHead(status, { 'content-type': 'application/json', 'x-test': 'passed' });
    response.end(request.method === 'GET' ? '[]' : body);
  });
}).listen(process.env.PORT);
