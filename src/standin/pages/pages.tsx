/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Hub } from '../hub.ts';

export function createPages(hub: Hub): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get('/', (context) => context.html(<p>{hub.links.origin}</p>));
  return app;
}
