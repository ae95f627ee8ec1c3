import { describe, expect, it } from 'vitest';
import type { FileMap } from '../../src/domain/course/file-map.ts';
import { isUntouchedStarter } from '../../src/mastery/untouched-starter.ts';

const files = (texts: Record<string, string | Uint8Array>): FileMap =>
  new Map(
    Object.entries(texts).map(([path, text]) => [
      path,
      typeof text === 'string' ? new TextEncoder().encode(text) : text,
    ]),
  );

const starter = files({ 'index.js': 'export {};\n', 'package.json': '{}\n', 'README.md': '# Start\n' });
const same = { 'index.js': 'export {};\n', 'package.json': '{}\n', 'README.md': '# Start\n' };

describe('an untouched starter', () => {
  it.each<[string, Record<string, string>]>([
    ['is the same files', same],
    ['may have other line ends', { ...same, 'index.js': 'export {};\r\n', 'README.md': '# Start\r\n' }],
    ['may have a note beside it', { ...same, 'NOTES.md': 'I will begin tomorrow.', LICENSE: 'MIT' }],
    [
      'may have what tools leave behind',
      { ...same, '.gitignore': 'x', 'package-lock.json': '{}', '.idea/a.xml': '' },
    ],
    ['may have a picture of the task', { ...same, 'docs/task.PNG': '...' }],
  ])('%s', (_, submission) => {
    expect(isUntouchedStarter(starter, files(submission))).toBe(true);
  });

  it.each<[string, Record<string, string>]>([
    ['a changed line', { ...same, 'index.js': 'export const one = 1;\n' }],
    ['one more blank', { ...same, 'index.js': 'export {}; \n' }],
    ['a new file of code', { ...same, 'basket.js': 'export {};\n' }],
    ['a new file of data', { ...same, 'data.json': '[]' }],
    ['a missing file', { 'index.js': 'export {};\n', 'README.md': '# Start\n' }],
    ['a renamed file', { 'main.js': 'export {};\n', 'package.json': '{}\n', 'README.md': '# Start\n' }],
    ['nothing at all', {}],
  ])('is not %s', (_, submission) => {
    expect(isUntouchedStarter(starter, files(submission))).toBe(false);
  });

  it('tells bytes apart that are no text', () => {
    const picture = files({ 'a.bin': new Uint8Array([0xff, 0x00]) });
    expect(isUntouchedStarter(picture, files({ 'a.bin': new Uint8Array([0xff, 0x00]) }))).toBe(true);
    expect(isUntouchedStarter(picture, files({ 'a.bin': new Uint8Array([0xfe, 0x00]) }))).toBe(false);
  });
});
