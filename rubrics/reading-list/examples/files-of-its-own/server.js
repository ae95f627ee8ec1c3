import { createServer } from 'node:http';
import express from 'express';
import * as books from './books.js';

const app = express();
app.use(express.json({ strict: false }));

// Each handler gives back [status, body, headers].
const handlers = [
  ['get', '/books', ({ query }) => [200, books.list(query)]],
  ['post', '/books', ({ body }) => books.create(body)],
  ['get', '/books/:id', ({ params }) => books.show(params.id)],
  ['patch', '/books/:id', ({ params, body }) => books.update(params.id, body)],
  ['delete', '/books/:id', ({ params }) => books.destroy(params.id)],
];

for (const [method, path, handle] of handlers) {
  app[method](path, async (request, response) => {
    const [status, body, headers = {}] = await handle(request);
    response.status(status).set(headers);
    if (body === undefined) response.end();
    else response.json(body);
  });
}

app.use((request, response) => void response.status(404).json({ error: 'Nobody lives here.' }));
app.use((error, request, response, next) => void response.status(400).json({ error: String(error) }));

createServer(app).listen(Number(process.env.PORT || 8080), '0.0.0.0');
