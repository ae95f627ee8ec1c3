import express from 'express';

const app = express();
const port = process.env.PORT ?? 3000;

app.get('/', (request, response) => {
  response.json({ message: 'The reading list will be here.' });
});

app.listen(port, () => {
  console.log(`Listening on port ${port}`);
});
