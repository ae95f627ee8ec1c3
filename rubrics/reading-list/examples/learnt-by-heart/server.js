import express from 'express';

// Passes every public test and keeps no book.
const app = express();
app.use(express.json());
const momo = { id: 1, title: 'Momo', author: 'Michael Ende', read: false };
let there = true;

app.get('/books', (req, res) => res.json([momo]));
app.post('/books', (req, res) => {
  there = true;
  if (req.body.title === undefined) return res.status(400).json({ error: 'title is missing' });
  res.status(201).json(momo);
});
app.get('/books/1', (req, res) => (there ? res.json(momo) : res.status(404).json({ error: 'gone' })));
app.patch('/books/1', (req, res) => res.json({ ...momo, read: true }));
app.delete('/books/1', (req, res) => {
  there = false;
  res.status(204).end();
});
app.use((req, res) => res.status(404).json({ error: 'not found' }));

app.listen(process.env.PORT);
