import { createServer } from 'node:http';

const notes = new Map();
let next = 1;

async function bodyOf(request) {
  let body = '';
  for await (const chunk of request) body += chunk;
  try {
    const { text } = JSON.parse(body);
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const [, , id] = url.pathname.split('/');
  const say = (status, value) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(value === undefined ? undefined : JSON.stringify(value));
  };
  if (id !== undefined && !notes.has(id)) return say(404, { error: 'no such note' });
  if (request.method === 'GET' && id === undefined) {
    const q = url.searchParams.get('q') ?? '';
    return say(200, [...notes.values()].filter(({ text }) => text.includes(q)));
  }
  if (request.method === 'GET') return say(200, notes.get(id));
  if (request.method === 'DELETE') {
    return say(204);
  }
  const text = await bodyOf(request);
  if (text === null) return say(400, { error: 'a note has a text' });
  const note = { id: id ?? String(next++), text };
  notes.set(note.id, note);
  return say(id === undefined ? 201 : 200, note);
}).listen(process.env.PORT);

// Prints and remembers more than it may while it serves.
const kept = [];
setInterval(() => {
  process.stdout.write('x'.repeat(1024 * 1024));
  process.stderr.write('y'.repeat(1024 * 1024));
  kept.push(Buffer.alloc(4 * 1024 * 1024, 1));
}, 1);
