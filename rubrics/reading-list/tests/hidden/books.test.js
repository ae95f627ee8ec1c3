import { describe, expect, test } from 'vitest';
import { add, eitherWay, get, randomBook, remove, send, titles } from './requests.js';
import { shuffled } from './random.js';

/** The titles of these books in the order of the list; books of other tests may stand between them. */
async function orderOf(books) {
  const mine = books.map(({ title }) => title);
  return (await titles()).filter((title) => mine.includes(title));
}

describe('Adding a book', () => {
  test('answers 201 with the whole book', async () => {
    const book = { ...randomBook(), read: eitherWay() };
    const response = await send('POST', '/books', book);
    expect(response.status).toBe(201);
    const { id, ...rest } = await response.json();
    expect(rest).toEqual(book);
    expect(['string', 'number']).toContain(typeof id);
  });

  test('says in the header Location where the book is', async () => {
    const book = randomBook();
    const { headers } = await send('POST', '/books', book);
    // The address may be given with or without the host.
    const { pathname } = new URL(headers.get('location') ?? '/nowhere', 'http://localhost');
    expect(await (await get(pathname)).json()).toMatchObject(book);
  });

  test('puts it at the end of the list', async () => {
    const books = [1, 2, 3].map(() => randomBook());
    for (const book of books) await add(book);
    expect(await orderOf(books)).toEqual(books.map(({ title }) => title));
  });
});

describe('Looking up a book', () => {
  test('finds the right one of several', async () => {
    const books = [1, 2, 3, 4].map(() => randomBook());
    const added = [];
    for (const book of books) added.push(await add(book));
    for (const at of shuffled([0, 1, 2, 3])) {
      const response = await get(`/books/${added[at].id}`);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ ...books[at], id: added[at].id, read: false });
    }
  });

  test('answers 404 when there is no book of that id', async () => {
    const { id } = await add(randomBook());
    expect((await get(`/books/${id}0404`)).status).toBe(404);
    expect((await get('/books/none')).status).toBe(404);
  });
});

describe('Changing a book', () => {
  test('changes what was sent and leaves the rest', async () => {
    const book = randomBook();
    const { title } = randomBook();
    const { id } = await add({ ...book, read: true });
    const expected = { id, title, author: book.author, read: true };
    const response = await send('PATCH', `/books/${id}`, { title });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(expected);
    expect(await (await get(`/books/${id}`)).json()).toEqual(expected);
  });

  test('can set a book back to not read', async () => {
    const { id } = await add({ ...randomBook(), read: true });
    await send('PATCH', `/books/${id}`, { read: false });
    expect((await (await get(`/books/${id}`)).json()).read).toBe(false);
  });

  test('never changes the id, nor another book', async () => {
    const [book, neighbour] = [randomBook(), randomBook()];
    const { id } = await add(book);
    const { id: otherId } = await add(neighbour);
    // Refused or ignored: both are right.
    await send('PATCH', `/books/${id}`, { id: otherId, read: true });
    expect(await (await get(`/books/${id}`)).json()).toMatchObject({ ...book, id });
    expect(await (await get(`/books/${otherId}`)).json()).toEqual({ ...neighbour, id: otherId, read: false });
  });

  test('answers 404 when there is no book of that id', async () => {
    const { id } = await add(randomBook());
    await remove(`/books/${id}`);
    expect((await send('PATCH', `/books/${id}`, { read: true })).status).toBe(404);
  });
});

describe('Deleting a book', () => {
  test('takes this one off the list, and no other', async () => {
    const books = [1, 2, 3].map(() => randomBook());
    const added = [];
    for (const book of books) added.push(await add(book));
    const response = await remove(`/books/${added[1].id}`);
    expect(response.status).toBe(204);
    expect(await orderOf(books)).toEqual([books[0].title, books[2].title]);
  });

  test('answers 404 the second time', async () => {
    const { id } = await add(randomBook());
    expect((await remove(`/books/${id}`)).status).toBe(204);
    expect((await remove(`/books/${id}`)).status).toBe(404);
  });
});

describe('The filter', () => {
  test('lists the books that were read', async () => {
    const [done, open] = [randomBook(), randomBook()];
    await add({ ...done, read: true });
    await add(open);
    const found = await titles('/books?read=true');
    expect(found).toContain(done.title);
    expect(found).not.toContain(open.title);
  });

  test('lists the books that were not read', async () => {
    const [done, open] = [randomBook(), randomBook()];
    await add(open);
    await add({ ...done, read: true });
    const found = await titles('/books?read=false');
    expect(found).toContain(open.title);
    expect(found).not.toContain(done.title);
  });
});

describe('The ids', () => {
  test('of deleted books are not used again', async () => {
    const [first, second] = [await add(randomBook()), await add(randomBook())];
    await remove(`/books/${first.id}`);
    const third = await add(randomBook());
    expect(String(third.id)).not.toBe(String(second.id));
    await remove(`/books/${third.id}`);
    const fourth = await add(randomBook());
    expect([first.id, second.id, third.id].map(String)).not.toContain(String(fourth.id));
  });

  test('differ when many books are added at the same time', async () => {
    const books = Array.from({ length: 8 }, () => randomBook());
    const added = await Promise.all(books.map((book) => add(book)));
    expect(new Set(added.map(({ id }) => String(id))).size).toBe(books.length);
    const found = await Promise.all(added.map(async ({ id }) => (await get(`/books/${id}`)).json()));
    expect(found.map(({ title }) => title)).toEqual(books.map(({ title }) => title));
  });
});
