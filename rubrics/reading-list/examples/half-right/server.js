import express from 'express';

const app = express();
app.use(express.json());

const books = [];

app.get('/books', (req, res) => {
  res.json(books);
});

app.post('/books', (req, res) => {
  if (!req.body.title || !req.body.author) {
    res.status(400).json({ error: 'title and author are needed' });
    return;
  }
  const book = { id: Date.now(), read: false, ...req.body };
  books.push(book);
  res.status(201).json(book);
});

app.get('/books/:id', (req, res) => {
  const book = books.find((b) => b.id == req.params.id);
  res.json(book);
});

app.delete('/books/:id', (req, res) => {
  const index = books.findIndex((b) => b.id == req.params.id);
  books.splice(index, 1);
  res.status(204).end();
});

// TODO: PATCH

app.listen(process.env.PORT);
