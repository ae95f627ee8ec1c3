import { describe, expect, test } from 'vitest';
import { add, errorOf, get, randomBook, send, titles } from './requests.js';
import { between } from './random.js';

const statuses = async (requests) => (await Promise.all(requests)).map(({ status }) => status);

describe('A book that is not in order', () => {
  test('is refused when its title or author is missing or empty', async () => {
    const { title, author } = randomBook();
    const wrong = [{ title }, { author }, { title: '', author }, { title, author: '   ' }, {}];
    expect(await statuses(wrong.map((book) => send('POST', '/books', book)))).toEqual(wrong.map(() => 400));
  });

  test('is refused when its title or author is not a text', async () => {
    const { title, author } = randomBook();
    const wrong = [
      { title: between(1, 99), author },
      { title, author: [author] },
      { title: null, author },
      { title: { text: title }, author },
    ];
    expect(await statuses(wrong.map((book) => send('POST', '/books', book)))).toEqual(wrong.map(() => 400));
  });

  test('is refused when read is neither true nor false', async () => {
    const book = randomBook();
    const wrong = ['yes', 1, null].map((read) => ({ ...book, read }));
    expect(await statuses(wrong.map((each) => send('POST', '/books', each)))).toEqual([400, 400, 400]);
  });

  test('is refused when it is not an object at all', async () => {
    const { title } = randomBook();
    const wrong = ['[]', JSON.stringify([title])];
    expect(await statuses(wrong.map((body) => send('POST', '/books', body)))).toEqual([400, 400]);
  });

  test('leads to an answer that names what is wrong', async () => {
    const { title, author } = randomBook();
    const errors = [];
    for (const book of [{ author }, { title }, { title, author, read: 'yes' }]) {
      errors.push(await errorOf(await send('POST', '/books', book)));
    }
    expect(errors[0]).toMatch(/title/i);
    expect(errors[1]).toMatch(/author/i);
    expect(errors[2]).toMatch(/read/i);
  });

  test('is not added', async () => {
    const good = randomBook();
    const { title } = randomBook();
    const response = await send('POST', '/books', { title, author: '' });
    await add(good);
    expect(response.status).toBe(400);
    const found = await titles();
    expect(found).toContain(good.title);
    expect(found).not.toContain(title);
  });
});

describe('A change that is not in order', () => {
  test('is refused, and the book stays as it was', async () => {
    const book = randomBook();
    const { id } = await add(book);
    const wrong = [{ title: '' }, { author: between(1, 9) }, { read: 'true' }, { title: 'Other', read: 0 }];
    const answers = [];
    for (const change of wrong) answers.push((await send('PATCH', `/books/${id}`, change)).status);
    expect(answers).toEqual(wrong.map(() => 400));
    expect(await (await get(`/books/${id}`)).json()).toEqual({ ...book, id, read: false });
  });
});

describe('A body that is not JSON', () => {
  const broken = ['{"title":', 'title=Momo', '{"title": "Momo" "author": "Michael Ende"}'];

  test('is answered with 400 and an error in JSON', async () => {
    for (const body of broken) {
      const response = await send('POST', '/books', body);
      expect(response.status).toBe(400);
      expect(await errorOf(response)).not.toBe('');
    }
  });

  test('does not stop the server', async () => {
    const book = randomBook();
    expect((await send('POST', '/books', broken[between(0, 2)])).status).toBe(400);
    expect(await add(book)).toMatchObject(book);
  });
});

describe('What is not there', () => {
  test('is answered with an error in JSON, whatever address it is', async () => {
    const { id } = await add(randomBook());
    for (const path of [`/films/${id}`, '/book', `/books/${id}/pages/${between(1, 99)}`]) {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await errorOf(response)).not.toBe('');
    }
  });

  test('is answered with an error in JSON when it is a book', async () => {
    const response = await get(`/books/no-such-book-${between(1, 999)}`);
    expect(response.status).toBe(404);
    expect(await errorOf(response)).not.toBe('');
  });
});
