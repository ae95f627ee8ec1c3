import express from 'express';
import { BadRequest, NotFound } from './errors.js';
import { ReadingList } from './reading-list.js';

const list = new ReadingList();
const app = express();

app.use(express.json());

app.get('/books', (req, res) => {
  if (req.query.read === undefined) return res.json(list.all());
  if (!['true', 'false'].includes(req.query.read)) throw new BadRequest('read must be true or false');
  res.json(list.all({ read: req.query.read === 'true' }));
});

app.post('/books', (req, res) => {
  const book = list.add(req.body);
  res
    .status(201)
    .set('Location', `${req.protocol}://${req.get('host')}/books/${book.id}`)
    .send(book);
});

app.get('/books/:id', (req, res) => res.json(list.find(req.params.id)));
app.patch('/books/:id', (req, res) => res.json(list.change(req.params.id, req.body)));
app.delete('/books/:id', (req, res) => {
  list.remove(req.params.id);
  res.sendStatus(204);
});


app.use((error, req, res, next) => {
  res.status(error.status ?? 500).json({ error: error.message });
});

app.listen(process.env.PORT ?? 3000);
