/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Mark } from './check-state.ts';

const shapes: Record<Mark, string> = {
  success:
    'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm3.7 6.2-4.5 4.5a.9.9 0 0 1-1.2 0L4.2 8.9a.8.8 0 0 1 1.2-1.2l1.2 1.2 3.9-3.9a.8.8 0 0 1 1.2 1.2Z',
  failure:
    'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0ZM5.9 4.8 8 6.9l2.1-2.1a.8.8 0 0 1 1.1 1.1L9.1 8l2.1 2.1a.8.8 0 0 1-1.1 1.1L8 9.1l-2.1 2.1a.8.8 0 0 1-1.1-1.1L6.9 8 4.8 5.9a.8.8 0 0 1 1.1-1.1Z',
  attention:
    'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm-.8 4a.8.8 0 0 1 1.6 0v4.4a.8.8 0 0 1-1.6 0V4ZM8 12.5a1 1 0 1 1 0-2 1 1 0 0 1 0 2Z',
  neutral: 'M2 2h12v12H2zM4 4v8h8V4z',
  stopped:
    'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0ZM1.6 8a6.4 6.4 0 0 1 10.3-5L3 11.9A6.3 6.3 0 0 1 1.6 8ZM8 14.4a6.3 6.3 0 0 1-3.9-1.3L13 4.1A6.4 6.4 0 0 1 8 14.4Z',
  waiting: 'M8 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z',
  running: 'M8 0a8 8 0 0 1 8 8h-2a6 6 0 0 0-6-6V0Z',
};

/** The mark of a check, with its word for those who do not see it. */
export function CheckMark({ mark, word, size = 16 }: { mark: Mark; word: string; size?: number }) {
  return (
    <svg
      class={`mark mark-${mark}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      role="img"
      aria-label={word}
    >
      {mark === 'running' ? <circle class="track" cx="8" cy="8" r="7" fill="none" stroke-width="2" /> : null}
      <path fill-rule="evenodd" d={shapes[mark]} />
    </svg>
  );
}

const drawn = {
  pull: 'M4 1.5a2.5 2.5 0 0 0-.75 4.9v3.2a2.5 2.5 0 1 0 1.5 0V6.4A2.5 2.5 0 0 0 4 1.5Zm0 1.5a1 1 0 1 1 0 2 1 1 0 0 1 0-2Zm0 8a1 1 0 1 1 0 2 1 1 0 0 1 0-2ZM8.5 2.2l2.6-2.1v1.4h.6c1 0 1.8.8 1.8 1.8v6.3a2.5 2.5 0 1 1-1.5 0V3.3c0-.2-.1-.3-.3-.3h-.6v1.4L8.5 2.2Zm4.2 8.8a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z',
  commit:
    'M11.9 8.75a4 4 0 0 1-7.8 0H.75a.75.75 0 0 1 0-1.5h3.35a4 4 0 0 1 7.8 0h3.35a.75.75 0 0 1 0 1.5H11.9ZM8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  talk: 'M1.8 1h12.4c1 0 1.8.8 1.8 1.8v8.4c0 1-.8 1.8-1.8 1.8H8.6l-3.4 2.9a.7.7 0 0 1-1.2-.5V13H1.8A1.8 1.8 0 0 1 0 11.2V2.8C0 1.8.8 1 1.8 1Zm0 1.5a.3.3 0 0 0-.3.3v8.4c0 .2.1.3.3.3h3.7v2.2l2.6-2.2h6.1a.3.3 0 0 0 .3-.3V2.8a.3.3 0 0 0-.3-.3H1.8Z',
  checks:
    'M2.5 1.8c0-.2.1-.3.3-.3h8.4c.2 0 .3.1.3.3v2.6H13V1.8C13 .8 12.2 0 11.2 0H2.8C1.8 0 1 .8 1 1.8v11.4c0 1 .8 1.8 1.8 1.8h2.4v-1.5H2.8a.3.3 0 0 1-.3-.3V1.8ZM15.8 7.5a.8.8 0 0 1 0 1l-6.1 6.2a.8.8 0 0 1-1 0l-2.9-2.8a.8.8 0 0 1 1.1-1.1l2.3 2.3 5.5-5.6a.8.8 0 0 1 1.1 0Z',
  files:
    'M2 1.8C2 .8 2.8 0 3.8 0h6.1c.4 0 .9.2 1.2.5l2.4 2.4c.3.3.5.8.5 1.2v10.1c0 1-.8 1.8-1.8 1.8H3.8A1.8 1.8 0 0 1 2 14.2V1.8Zm1.8-.3a.3.3 0 0 0-.3.3v12.4c0 .2.1.3.3.3h8.4a.3.3 0 0 0 .3-.3V5H9.8C9 5 8.5 4.4 8.5 3.7V1.5H3.8ZM5 8h6v1.3H5V8Zm0 3h6v1.3H5V11Z',
  repository:
    'M2 2.5A2.5 2.5 0 0 1 4.5 0h8.8c.4 0 .7.3.7.8v12.5c0 .4-.3.7-.8.7h-2.5v-1.5h1.8v-2h-8a1 1 0 0 0-.7 1.7V14A2.5 2.5 0 0 1 2 11.5v-9Zm10.5-1h-8a1 1 0 0 0-1 1v6.7c.3-.1.6-.2 1-.2h8V1.5ZM5 12.3v3.2c0 .2.2.3.4.2l1.4-1.1 1.5 1.1c.2.1.4 0 .4-.2v-3.2H5Z',
} as const;

/** A drawing beside words that say the same. */
export function Icon({ name }: { name: keyof typeof drawn }) {
  return (
    <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path fill-rule="evenodd" d={drawn[name]} />
    </svg>
  );
}
