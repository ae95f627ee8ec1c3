import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { connectPglite } from '../../src/adapters/postgres/pglite.ts';

const folder = new URL('../../.touchstone/test/', import.meta.url);

/** A new database takes seconds to make, so a migrated one is kept as a file, under the name of its migrations. */
async function template(): Promise<Blob> {
  const journal = new URL('../../src/adapters/postgres/migrations/meta/_journal.json', import.meta.url);
  const version = createHash('sha256')
    .update(await readFile(journal))
    .digest('hex')
    .slice(0, 12);
  const file = new URL(`pglite-${version}.tar`, folder);
  try {
    return new Blob([await readFile(file)]);
  } catch {
    const fresh = await PGlite.create();
    await connectPglite(fresh);
    const dump = await fresh.dumpDataDir('none');
    await fresh.close();
    await mkdir(folder, { recursive: true });
    const mine = new URL(`${file.href}.${process.pid}`);
    await writeFile(mine, Buffer.from(await dump.arrayBuffer()));
    await rename(mine, file);
    return dump;
  }
}

/** An embedded database in memory, migrated. */
export async function freshPglite(): Promise<PGlite> {
  return PGlite.create({ loadDataDir: await template() });
}
