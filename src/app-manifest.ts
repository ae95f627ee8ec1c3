import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const AppManifest = z.object({
  name: z.string(),
  default_permissions: z.record(z.string(), z.enum(['read', 'write'])),
  default_events: z.array(z.string()),
});
export type AppManifest = z.infer<typeof AppManifest>;

const appYml = new URL('../app.yml', import.meta.url);

/** Reads `app.yml`: what the GitHub App asks for. */
export async function readAppManifest(): Promise<AppManifest> {
  return AppManifest.parse(parse(await readFile(appYml, 'utf8')));
}
