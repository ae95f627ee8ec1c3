/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */

/** A day, by UTC. */
export function Day({ at }: { at: string }) {
  const words = new Date(at).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return <time datetime={at}>{words}</time>;
}
