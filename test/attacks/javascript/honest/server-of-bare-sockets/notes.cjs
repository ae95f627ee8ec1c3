const net = require('node:net');

const notes = [];
let ids = 0;

function answer(socket, status, value) {
  const body = value === undefined ? '' : JSON.stringify(value);
  socket.write(`HTTP/1.1 ${status} \r\nconnection: close\r\n`);
  setImmediate(() => {
    socket.write(`content-type: application/json\r\n\r\n`);
    socket.end(body);
  });
}

function textOf(body) {
  try {
    const { text } = JSON.parse(body);
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

function handle(socket, method, url, body) {
  const [path, query = ''] = url.split('?');
  const [, where, id] = path.split('/');
  if (where !== 'notes') return answer(socket, 404);
  const text = ['POST', 'PUT'].includes(method) ? textOf(body) : '';
  if (text === undefined) return answer(socket, 400);
  if (method === 'POST') return answer(socket, 201, notes[notes.push({ id: (ids += 1), text }) - 1]);
  if (id === undefined) {
    const word = new URLSearchParams(query).get('q');
    return answer(socket, 200, word === null ? notes : notes.filter((note) => note.text.includes(word)));
  }
  const at = notes.findIndex((note) => String(note.id) === id);
  if (at < 0) return answer(socket, 404);
  if (method === 'DELETE') return notes.splice(at, 1), answer(socket, 204);
  if (method === 'PUT') notes[at].text = text;
  return answer(socket, 200, notes[at]);
}

net
  .createServer((socket) => {
    let heard = '';
    socket.on('error', () => undefined);
    socket.setEncoding('latin1').on('data', (piece) => {
      heard += piece;
      const end = heard.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = heard.slice(0, end);
      const body = heard.slice(end + 4);
      const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
      if (body.length < length) return;
      heard = '';
      const [method, url] = head.split(' ');
      handle(socket, method, url, Buffer.from(body, 'latin1').toString());
    });
  })
  .listen(process.env.PORT, '127.0.0.1');
