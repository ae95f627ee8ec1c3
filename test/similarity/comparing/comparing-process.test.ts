import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  startComparing,
  type ComparingProcess,
} from '../../../src/similarity/comparing/comparing-process.ts';
import { readStored } from '../../../src/similarity/index/stored-reading.ts';
import { pack } from '../../../src/similarity/reading/process/packed.ts';
import { createReader } from '../../../src/similarity/reading/read-files.ts';

const nothing = pack([]);
let comparing: ComparingProcess;
let reader: Awaited<ReturnType<typeof createReader>>;

beforeAll(async () => {
  comparing = startComparing();
  reader = await createReader();
});
afterAll(() => {
  comparing.close();
});

async function packed(text: string, path = 'main.js') {
  const options = { only: null, asWords: new Set<string>(), tokens: 10_000, onFile: () => undefined };
  return pack((await reader.read([[path, Buffer.from(text)]], options)).files);
}

const total = `function total(items) {
  let sum = 0;
  for (const item of items) {
    sum += item.price * item.count;
  }
  return sum;
}
`;
const label = `const label = (item) => item.name.toUpperCase().split('').reverse().join('-') + JSON.stringify(item);
`;

test('a work keeps how old its parts are, wherever they stand and whatever they are called', async () => {
  const first = await comparing.index({
    files: await packed(total),
    starter: nothing,
    before: null,
    at: 1_000,
  });
  expect(first.sketch.length).toBeGreaterThan(20);
  const renamed = total.replaceAll('sum', 'result').replaceAll('total', 'priceOf');
  const second = await comparing.index({
    files: await packed(`${label}\n${renamed}`),
    starter: nothing,
    before: first.reading,
    at: 2_000,
  });
  const [file] = readStored(second.reading);
  expect(file?.since[0]).toBe(2_000);
  expect(file?.since.slice(3, 6)).toEqual([1_000, 1_000, 1_000]);
});

test('what was given is in no sketch', async () => {
  const files = await packed(total);
  const { sketch } = await comparing.index({ files, starter: files, before: null, at: 0 });
  expect(sketch).toEqual([]);
});

test('says what two share, where each has it and since when', async () => {
  const works = await Promise.all(
    [
      { id: '1', text: total + label, at: 1_000 },
      { id: '2', text: label.replaceAll('item', 'thing') + total.replaceAll('sum', 'all'), at: 2_000 },
    ].map(async ({ id, text, at }) => ({ id, files: await packed(text), at })),
  );
  const stored: { id: string; reading: string }[] = [];
  for (const { id, files, at } of works)
    stored.push({
      id,
      reading: (await comparing.index({ files, starter: nothing, before: null, at })).reading,
    });
  const { pairs } = await comparing.compare({
    works: stored,
    history: [],
    background: [],
    starter: nothing,
    idioms: nothing,
  });
  expect(pairs).toHaveLength(1);
  expect(pairs[0]?.score).toBeGreaterThan(0.5);
  expect(pairs[0]?.members.map(({ id, since }) => [id, since])).toEqual([
    ['1', 1_000],
    ['2', 2_000],
  ]);
  expect(pairs[0]?.marks.length).toBeGreaterThan(5);
});

test('fails by itself where it is asked nonsense, and goes on with the next', async () => {
  const works = [{ id: '1', reading: 'nonsense' }];
  await expect(
    comparing.compare({ works, history: [], background: [], starter: nothing, idioms: nothing }),
  ).rejects.toThrow();
  await expect(
    comparing.compare({ works: [], history: [], background: [], starter: nothing, idioms: nothing }),
  ).resolves.toMatchObject({ pairs: [], groups: [] });
});

test('ends what takes too long', async () => {
  const impatient = startComparing({ questionMs: 1, memoryMiB: 256 });
  await expect(
    impatient.compare({ works: [], history: [], background: [], starter: nothing, idioms: nothing }),
  ).rejects.toThrow(/too long/);
  impatient.close();
  await expect(
    impatient.compare({ works: [], history: [], background: [], starter: nothing, idioms: nothing }),
  ).rejects.toThrow(/ended before/);
});
