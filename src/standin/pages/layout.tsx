/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { Icon } from './icons.tsx';

/** The frame of every page. It brings itself up to date while it is looked at (`assets/refresh.js`). */
export function Layout({
  title,
  crumbs,
  children,
}: {
  title: string;
  crumbs: { text: string; href: string }[];
  children: Child;
}) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href="/assets/icon.svg" />
        <link rel="stylesheet" href="/assets/style.css" />
        <script src="/assets/refresh.js" defer></script>
      </head>
      <body>
        <header class="top">
          <a class="home" href="/" aria-label="All pull requests">
            <Icon name="pull" />
          </a>
          <nav aria-label="Where you are">
            {crumbs.map((crumb, at) => (
              <>
                {at > 0 ? <span class="slash">/</span> : null}
                <a href={crumb.href}>{crumb.text}</a>
              </>
            ))}
          </nav>
          <span class="stand-in">A stand-in for GitHub, on this machine</span>
        </header>
        <main id="page">{children}</main>
      </body>
    </html>
  );
}

/** A moment, as GitHub writes older ones. Times of day are UTC. */
export function When({ at }: { at: number }) {
  const date = new Date(at);
  const words = date.toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  return <time datetime={date.toISOString()}>{words}</time>;
}
