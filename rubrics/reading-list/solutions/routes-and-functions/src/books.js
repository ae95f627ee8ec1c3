import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { changesOf, mistakesOf } from './book.js';

export function booksRouter() {
  const books = new Map();
  const router = Router();

  router.param('id', (request, response, next, id) => {
    request.book = books.get(id);
    if (request.book === undefined)
      response.status(404).json({ error: `there is no book with the id ${id}` });
    else next();
  });

  function refused(request, response, options) {
    const mistakes = mistakesOf(request.body, options);
    if (mistakes.length > 0) response.status(400).json({ error: mistakes.join(', ') });
    return mistakes.length > 0;
  }

  router.get('/', (request, response) => {
    const { read } = request.query;
    const all = [...books.values()];
    response.json(read === undefined ? all : all.filter((book) => String(book.read) === read));
  });

  router.post('/', (request, response) => {
    if (refused(request, response, { whole: true })) return;
    const book = { id: randomUUID(), read: false, ...changesOf(request.body) };
    books.set(book.id, book);
    response.status(201).location(`/books/${book.id}`).json(book);
  });

  router
    .route('/:id')
    .get((request, response) => {
      response.json(request.book);
    })
    .patch((request, response) => {
      if (refused(request, response, { whole: false })) return;
      response.json(Object.assign(request.book, changesOf(request.body)));
    })
    .delete((request, response) => {
      books.delete(request.book.id);
      response.status(204).end();
    });

  return router;
}
