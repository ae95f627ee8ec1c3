import { createServer } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const zeros = Buffer.alloc(20 * 1024 * 1024, 0x20);
const bombs = [['gzip', gzipSync(zeros)], ['br', brotliCompressSync(zeros, { params: { 1: 1 } })], ['gzip, gzip', gzipSync(gzipSync(zeros))], ['deflate', Buffer.from('no')]];
let turn = 0;
createServer((request, response) => {
  const [encoding, body] = bombs[turn++ % bombs.length];
  response.writeHead(request.method === 'POST' ? 201 : 200, { 'content-encoding': encoding, 'content-type': 'application/json' });
  response.end(body);
}).listen(process.env.PORT);
