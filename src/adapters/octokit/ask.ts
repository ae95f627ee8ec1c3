import { z } from 'zod';
import { createGitHubClient } from './client.ts';
import type { GitHubClientOptions } from './client.ts';

/** What GitHub says about our App. */
export interface AppFacts {
  name: string;
  permissions: Record<string, string>;
  events: string[];
  /** By GitHub's clock, milliseconds since 1970. */
  at: number;
}

const App = z.object({
  name: z.string(),
  permissions: z.record(z.string(), z.string()),
  events: z.array(z.string()),
});

/** Asks GitHub what it knows of the App whose key this is. Rejects where the key is not accepted. */
export async function askGitHub(options: GitHubClientOptions): Promise<AppFacts> {
  const { data, headers } = await createGitHubClient(options).app.request('GET /app');
  return { ...App.parse(data), at: Date.parse(z.string().parse(headers.date)) };
}
