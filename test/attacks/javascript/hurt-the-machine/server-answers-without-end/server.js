import { createServer } from 'node:http';

const block = 'x'.repeat(64 * 1024);
createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const write = () => {
    while (response.write(block));
    response.once('drain', write);
  };
  write();
}).listen(process.env.PORT);
