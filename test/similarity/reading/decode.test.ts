import { expect, test } from 'vitest';
import { decode } from '../../../src/similarity/reading/decode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, { big, mark }: { big: boolean; mark: boolean }): Uint8Array => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

test.each([
  ['UTF-8', utf8('let é = 1;\n')],
  ['UTF-8 with its mark', utf8('\ufefflet é = 1;\n')],
  ['UTF-16, little end first', utf16('let é = 1;\n', { big: false, mark: true })],
  ['UTF-16, big end first', utf16('let é = 1;\n', { big: true, mark: true })],
  ['UTF-16 without a mark', utf16('let é = 1;\n', { big: false, mark: false })],
  ['UTF-16 without a mark, big end first', utf16('let é = 1;\n', { big: true, mark: false })],
  ['as Windows writes it in western Europe', Buffer.from('let é = 1;\n', 'latin1')],
  ['line ends of Windows', utf8('let é = 1;\r\n')],
  ['line ends of old Macs', utf8('let é = 1;\r')],
])('reads %s', (_name, bytes) => {
  expect(decode(bytes)).toEqual({ text: 'let é = 1;\n' });
});

test.each([
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82])],
  ['a zero far down', Buffer.concat([Buffer.alloc(20_000, 'a'), Buffer.from([0])])],
  ['control characters', Uint8Array.from({ length: 100 }, (_, at) => 1 + (at % 8))],
])('finds no text in %s', (_name, bytes) => {
  expect(decode(bytes)).toEqual({ fault: 'it is no text' });
});

test('reads nothing as an empty text', () => {
  expect(decode(new Uint8Array())).toEqual({ text: '' });
});
