const { randomUUID } = require('node:crypto');
const { setTimeout: sleep } = require('node:timers/promises');
const { on, Refusal } = require('./router');

const notes = [];
const find = (id) => {
  const found = notes.find((note) => note.id === id);
  if (!found) throw new Refusal(404, 'no such note');
  return found;
};
const textIn = (body) => {
  let parsed;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw new Refusal(400, 'no JSON');
  }
  if (typeof parsed?.text !== 'string') throw new Refusal(400, 'no text');
  return parsed.text;
};

on('GET', /^\/notes$/, ({ query }) => ({
  status: 200,
  body: notes.filter(({ text }) => !query.has('q') || text.includes(query.get('q'))),
}));
on('POST', /^\/notes$/, async ({ body }) => {
  await sleep(10);
  const note = { id: randomUUID(), text: textIn(body) };
  notes.push(note);
  return { status: 201, body: note };
});
on('GET', /^\/notes\/([\w-]+)$/, ({ params: [id] }) => ({ status: 200, body: find(id) }));
on('PUT', /^\/notes\/([\w-]+)$/, ({ params: [id], body }) => ({ status: 200, body: Object.assign(find(id), { text: textIn(body) }) }));
on('DELETE', /^\/notes\/([\w-]+)$/, ({ params: [id] }) => {
  notes.splice(notes.indexOf(find(id)), 1);
  return { status: 204 };
});
