import { createServer } from 'node:http';

createServer((request, response) => {
  response.end('Your turn.');
}).listen(process.env.PORT);
