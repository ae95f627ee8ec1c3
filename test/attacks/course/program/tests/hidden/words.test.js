// canary-63ab90d8
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';
import { report, someText, whole } from './texts-canary-8a3d51f6.js';

describe('words', () => {
  test('counts what it reads from its input', async () => {
    const { text, words } = someText();
    const { stdout, code } = await submission.run([], { stdin: text });
    assert.equal(stdout, report(words));
    assert.equal(code, 0);
  });
  test('counts small and capital letters as the same', async () => {
    const word = `Canary-77aa10b${whole(10)}`;
    const { stdout } = await submission.run([], { stdin: `${word} ${word.toUpperCase()} ${word.toLowerCase()}` });
    assert.equal(stdout, `3 ${word.toLowerCase()}\n`);
  });
  test('puts the most frequent word first', async () => {
    const [rare, frequent] = [`a${whole(1000)}`, `z${whole(1000)}`];
    const { stdout } = await submission.run([], { stdin: `${rare} ${frequent} ${frequent}` });
    assert.equal(stdout, `2 ${frequent}\n1 ${rare}\n`);
  });
  test('counts nothing where nothing is', async () => {
    const { stdout, code } = await submission.run([], { stdin: ' \n\n' });
    assert.equal(stdout, '');
    assert.equal(code, 0);
    const word = `w${whole(1e6)}`;
    assert.equal((await submission.run([], { stdin: word })).stdout, `1 ${word}\n`);
  });
  test('reads a file', async () => {
    const { text, words } = someText();
    const { stdout } = await submission.run(['in.txt'], { files: { 'in.txt': text } });
    assert.equal(stdout, report(words));
  });
  test('shows only so many with --top', async () => {
    const { text, words } = someText();
    const top = 1 + whole(3);
    const { stdout } = await submission.run(['--top', String(top), 'in.txt'], { files: { 'in.txt': text } });
    assert.equal(stdout, report(words, top));
  });
  test('writes into a file with --out', async () => {
    const { text, words } = someText();
    const { stdout, files } = await submission.run(['--out', 'canary-out.txt', 'in.txt'], { files: { 'in.txt': text } });
    assert.equal(stdout, '');
    assert.deepEqual(files, { 'in.txt': text, 'canary-out.txt': report(words) });
  });
  test('adds up two files', async () => {
    const [one, two] = [someText(), someText()];
    const files = { 'a.txt': one.text, 'folder/b.txt': two.text };
    const { stdout } = await submission.run(['a.txt', 'folder/b.txt'], { files });
    assert.equal(stdout, report([...one.words, ...two.words]));
  });
  test('ends with 2 and a message when an option is unknown', async () => {
    const { stdout, stderr, code } = await submission.run([`--o${whole(1e6)}`], { stdin: 'a' });
    assert.deepEqual([stdout, code], ['', 2]);
    assert.match(stderr, /\S/);
    const word = `w${whole(1e6)}`;
    assert.equal((await submission.run([], { stdin: word })).stdout, `1 ${word}\n`);
  });
  test('ends with 1 and a message when a file is missing', async () => {
    const { stdout, stderr, code } = await submission.run([`no-${whole(1e6)}.txt`]);
    assert.deepEqual([stdout, code], ['', 1]);
    assert.match(stderr, /\S/);
    const word = `w${whole(1e6)}`;
    assert.equal((await submission.run([], { stdin: word })).stdout, `1 ${word}\n`);
  });
});
