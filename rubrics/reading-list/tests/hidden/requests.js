import { submission } from 'touchstone';
import { between, shuffled } from './random.js';

const words = [
  'Night',
  'River',
  'Stone',
  'Garden',
  'Winter',
  'Clock',
  'Island',
  'Letter',
  'Bridge',
  'Harbour',
];
const people = ['Ada Berg', 'Noor Haddad', 'Tomás Ruiz', 'Wanjiru Kamau', 'Mei Lindqvist'];

/** A book that no other test has. */
export function randomBook() {
  const [one, other] = shuffled(words);
  return {
    title: `${one} and ${other} ${between(1000, 999999)}`,
    author: people[between(0, people.length - 1)],
  };
}

/** True or false by chance. */
export const eitherWay = () => between(0, 1) === 1;

/** Sends a value as JSON; a text is sent as it is, and said to be JSON. */
export function send(method, path, value) {
  const headers = { 'Content-Type': 'application/json' };
  const body = typeof value === 'string' ? value : JSON.stringify(value);
  return submission.fetch(path, { method, headers, body });
}

export const get = (path) => submission.fetch(path);

export const remove = (path) => submission.fetch(path, { method: 'DELETE' });

/** Adds a book and gives back what the server made of it. */
export async function add(book) {
  const response = await send('POST', '/books', book);
  if (response.status !== 201) throw new Error('a book could not be added');
  return response.json();
}

export async function titles(path = '/books') {
  const books = await (await get(path)).json();
  return books.map((book) => book.title);
}

/** The sentence of an answer that says what is wrong; '' when there is none. */
export async function errorOf(response) {
  try {
    const { error } = await response.json();
    return typeof error === 'string' ? error : '';
  } catch {
    return '';
  }
}
