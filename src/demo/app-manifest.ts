import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const AppManifest = z.object({
  name: z.string(),
  default_permissions: z.record(z.string(), z.enum(['read', 'write'])),
  default_events: z.array(z.string()),
});
export type AppManifest = z.infer<typeof AppManifest>;

/** Reads `app.yml`: what the GitHub App asks for, so that the demo's App has no right that a school's has not. */
export async function readAppManifest(path: string): Promise<AppManifest> {
  return AppManifest.parse(parse(await readFile(path, 'utf8')));
}
