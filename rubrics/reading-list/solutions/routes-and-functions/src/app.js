import express from 'express';
import { booksRouter } from './books.js';

export function createApp() {
  const app = express();
  app.use(express.json());
  app.use('/books', booksRouter());
  app.use((request, response) => {
    response.status(404).json({ error: `there is nothing at ${request.path}` });
  });
  // Express knows an error handler by its four parameters.
  app.use((error, request, response, next) => {
    const status = error.status ?? 500;
    const message = error.type === 'entity.parse.failed' ? 'the body is not JSON' : error.message;
    response.status(status).json({ error: status < 500 ? message : 'something went wrong on the server' });
  });
  return app;
}
