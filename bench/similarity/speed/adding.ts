import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectPglite } from '../../../src/adapters/postgres/pglite.ts';
import { databaseOn } from '../../../src/adapters/postgres/database.ts';
import { indexed } from '../../../src/similarity/comparing/answer.ts';
import { pack } from '../../../src/similarity/reading/process/packed.ts';
import { startReading } from '../../../src/similarity/reading/process/reading-process.ts';
import { freshPglite } from '../../../test/services/pglite.ts';
import { madeUpCommits } from '../index/made-up-commits.ts';

const PROJECT = 'basket';
const NEIGHBOURS = 24;

/** An index that works are added to, one by one. */
export interface Growing {
  /** Reads a work, asks for its neighbours, and adds it. */
  add: (name: string) => Promise<void>;
  close: () => Promise<void>;
}

/** An index in an embedded database: the slower one of the two that there are. `works`: so many will be added. */
export async function growingIndex(folder: string, works: number): Promise<Growing> {
  const connection = await connectPglite(await freshPglite());
  const { similarity } = databaseOn(connection);
  await madeUpCommits(connection.rows, 1, works);
  const reading = startReading();
  let learnerId = 0;
  return {
    async add(name) {
      learnerId += 1;
      const dir = join(folder, name);
      const files = new Map<string, Uint8Array>();
      for (const file of await readdir(dir)) files.set(file, await readFile(join(dir, file)));
      const read = await reading.read(files, null);
      const { sketch, reading: kept } = indexed({
        what: 'index',
        files: pack(read.files),
        starter: pack([]),
        before: null,
        at: learnerId,
      });
      await similarity.works.neighbours(PROJECT, learnerId, sketch, NEIGHBOURS);
      const work = {
        submissionId: learnerId,
        project: PROJECT,
        learnerId,
        cohort: null,
        handedInAt: learnerId,
      };
      await similarity.works.add({ ...work, reading: kept, sketch });
    },
    async close() {
      reading.close();
      await connection.close();
    },
  };
}
