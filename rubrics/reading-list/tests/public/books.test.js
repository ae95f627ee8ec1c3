import { describe, expect, test } from 'vitest';
import { submission } from 'touchstone';

const momo = { title: 'Momo', author: 'Michael Ende' };

const send = (method, path, json) => submission.fetch(path, { method, json });

describe('The examples of the brief', () => {
  test('GET /books answers 200 with an array', async () => {
    const response = await submission.fetch('/books');
    expect(response.status).toBe(200);
    expect(await response.json()).toBeInstanceOf(Array);
  });

  test('POST /books answers 201 with the book', async () => {
    const response = await send('POST', '/books', momo);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ ...momo, read: false });
  });

  test('a book that was added can be found under its id', async () => {
    const added = await (await send('POST', '/books', momo)).json();
    const response = await submission.fetch(`/books/${added.id}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ...momo, id: added.id, read: false });
  });

  test('PATCH ticks a book off', async () => {
    const added = await (await send('POST', '/books', momo)).json();
    const response = await send('PATCH', `/books/${added.id}`, { read: true });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ...momo, id: added.id, read: true });
  });

  test('DELETE answers 204, and then the book is gone', async () => {
    const added = await (await send('POST', '/books', momo)).json();
    const response = await submission.fetch(`/books/${added.id}`, { method: 'DELETE' });
    expect(response.status).toBe(204);
    expect((await submission.fetch(`/books/${added.id}`)).status).toBe(404);
  });

  test('a book without a title is refused with 400', async () => {
    const response = await send('POST', '/books', { author: 'Michael Ende' });
    expect(response.status).toBe(400);
    expect((await response.json()).error).toContain('title');
  });

  test('the address /films does not exist: 404, with an error in JSON', async () => {
    const response = await submission.fetch('/films');
    expect(response.status).toBe(404);
    expect((await response.json()).error).toBeTypeOf('string');
  });
});
