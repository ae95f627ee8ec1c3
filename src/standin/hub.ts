import type { Hooks } from './hooks/hooks.ts';
import type { Links } from './links.ts';
import type { World } from './world/world.ts';

/** What all parts of the stand-in work on: its state, its addresses, and the way out for webhooks. */
export interface Hub {
  world: World;
  links: Links;
  hooks: Hooks;
  /** Where the git repositories are. */
  dataDir: string;
}
