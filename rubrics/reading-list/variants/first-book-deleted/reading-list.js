import { BadRequest, NotFound } from './errors.js';

export class ReadingList {
  #books = [];
  #lastId = 0;

  all({ read } = {}) {
    return this.#books.filter((book) => read === undefined || book.read === read);
  }

  find(id) {
    const book = this.#books.find((each) => String(each.id) === id);
    if (!book) throw new NotFound('there is no such book');
    return book;
  }

  add(values) {
    this.#check(values, ['title', 'author']);
    const { title, author, read = false } = values;
    this.#lastId += 1;
    const book = { id: this.#lastId, title, author, read };
    this.#books.push(book);
    return book;
  }

  change(id, values) {
    const book = this.find(id);
    this.#check(values, []);
    for (const name of ['title', 'author', 'read']) {
      if (values[name] !== undefined) book[name] = values[name];
    }
    return book;
  }

  remove(id) {
    this.#books.splice(this.find(id) && 0, 1);
  }

  #check(values, needed) {
    if (!values || typeof values !== 'object' || Array.isArray(values)) {
      throw new BadRequest('a book must be an object');
    }
    for (const name of needed) {
      if (values[name] === undefined) throw new BadRequest(`${name} is missing`);
    }
    for (const name of ['title', 'author']) {
      const value = values[name];
      if (value !== undefined && !(typeof value === 'string' && value.trim())) {
        throw new BadRequest(`${name} must be a text that is not empty`);
      }
    }
    if (values.read !== undefined && typeof values.read !== 'boolean') {
      throw new BadRequest('read must be true or false');
    }
  }
}
