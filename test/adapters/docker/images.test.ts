import Docker from 'dockerode';
import { expect, test } from 'vitest';
import {
  ensureAnalyst,
  ensureImages,
  lookForImages,
  pinned,
  tagsOf,
} from '../../../src/adapters/docker/images.ts';
import { gradersDir } from '../../graders/case.ts';

const docker = new Docker();
const log = () => undefined;
const ensured = (grader: string) => ensureImages({ docker, gradersDir, grader, projects: [], log });

const layersOf = async (image: string): Promise<string[]> =>
  (await docker.getImage(image).inspect()).RootFS.Layers ?? [];

test.each(['node', 'python'])(
  'the images of %s share no file with each other, nor with their base',
  async (grader) => {
    const images = [...tagsOf(await ensured(grader))];
    const layers = await Promise.all([...images, 'touchstone-base-node:24'].map(layersOf));
    // Layers without a file are the same everywhere.
    const EMPTY = 'sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef';
    const all = layers.flat().filter((layer) => layer !== EMPTY);
    expect(all.filter((layer, at) => all.indexOf(layer) !== at)).toEqual([]);
  },
);

test('containers are made from what a tag pointed to when it was looked at', async () => {
  const tags = await ensured('node');
  const { learner, runner } = await pinned(docker, tags);
  expect([learner, runner]).toEqual(
    await Promise.all(
      [tags.learner, tags.runner].map(async (tag) => (await docker.getImage(tag).inspect()).Id),
    ),
  );
  expect(learner).toMatch(/^sha256:[0-9a-f]{64}$/);
});

test('a project may not have packages where its grader takes none', async () => {
  const projects = [{ slug: 'words', dependencies: new Map([['package.json', new Uint8Array()]]) }];
  await expect(ensureImages({ docker, gradersDir, grader: 'python', projects, log })).rejects.toMatchObject({
    code: 'sandbox.no-dependencies',
    audience: 'author',
  });
});

test('a grader that only reads has an analyst, and no image for runs', async () => {
  const request = { docker, gradersDir, grader: 'style', log };
  const tag = await ensureAnalyst(request);
  expect(tag).toMatch(/^touchstone-style-analyst:/);
  expect(await lookForImages({ ...request, projects: [] })).toEqual({ wanted: [tag], missing: [] });
  await expect(ensureImages({ ...request, projects: [] })).rejects.toMatchObject({
    code: 'sandbox.runs-no-tests',
    audience: 'author',
  });
});
