/** Bytes that are no UTF-8, other encodings, and a byte order mark in every place. */
export function* files() {
  const code = 'export const add = () => 0;\n';
  yield ['index.js', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from("import './broken.js';\nexport * from './cr.js';\n")])];
  yield ['broken.js', Buffer.concat([Buffer.from('// '), Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0xf8, 0x88]), Buffer.from('\n')])];
  yield ['utf16.js', Buffer.from(`\ufeff${code}`, 'utf16le')];
  yield ['cr.js', code.replaceAll('\n', '\r').repeat(1) + 'export const initials = () => "";\r'];
  yield ['nul.js', `${code}\0\0\0`];
  yield ['random.js', Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 256))];
  yield ['elf.js', Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), Buffer.alloc(1000)])];
  yield ['only-mark.js', Buffer.from([0xef, 0xbb, 0xbf])];
  yield ['empty.js', ''];
}
