import cors from 'cors';
import express from 'express';

const app = express();
const books = [];
let lastId = 0;

app.use(cors());
app.use(express.json());

function mistakeIn(body, isNew) {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'a book must be an object';
  for (const name of ['title', 'author']) {
    const value = body[name];
    if (value === undefined && !isNew) continue;
    if (typeof value !== 'string' || value.trim() === '') return `${name} must be a text that is not empty`;
  }
  if (body.read !== undefined && typeof body.read !== 'boolean') return 'read must be true or false';
  return null;
}

function findBook(request, response, next) {
  request.book = books.find((book) => book.id === Number(request.params.id));
  if (!request.book) return response.status(404).json({ error: 'there is no such book' });
  next();
}

app.get('/books', (request, response) => {
  const { read } = request.query;
  response.json(books.filter((book) => read === undefined || String(book.read) === read));
});

app.post('/books', (request, response) => {
  const mistake = mistakeIn(request.body, true);
  if (mistake) return response.status(400).json({ error: mistake });
  const { title, author, read = false } = request.body;
  lastId += 1;
  const book = { id: lastId, title, author, read };
  books.push(book);
  response.status(201).location(`/books/${book.id}`).json(book);
});

app.get('/books/:id', findBook, (request, response) => {
  response.json(request.book);
});

app.patch('/books/:id', findBook, (request, response) => {
  const mistake = mistakeIn(request.body, false);
  if (mistake) return response.status(400).json({ error: mistake });
  const { title = request.book.title, author = request.book.author, read = request.book.read } = request.body;
  Object.assign(request.book, { title, author, read });
  response.json(request.book);
});

app.delete('/books/:id', findBook, (request, response) => {
  books.splice(books.indexOf(request.book), 1);
  response.status(204).end();
});

app.use((request, response) => {
  response.status(404).json({ error: 'there is no such address' });
});

app.use((error, request, response, next) => {
  response.status(error.status ?? 500).json({ error: error.message });
});

app.listen(process.env.PORT ?? 3000);
