import type { ERRNO, AllowedFamily, RefusedFamily } from './family.ts';

const cell = (text: string) => text.replaceAll('|', '\\|');
const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(' ');

const ANSWERS: Record<keyof typeof ERRNO, string> = {
  EPERM: 'you may not',
  EINVAL: 'not for these files',
  ENOSYS: 'there is no such call',
  ENOTSUP: 'not on this file system',
};

/** `docs/seccomp.md`, made from the list. */
export function pageOf(allowed: readonly AllowedFamily[], refused: readonly RefusedFamily[]): string {
  const allowedRows = allowed.map(({ family, why, calls, narrow = [] }) => {
    const some = narrow.map(({ name, only }) => `\`${name}\` (${only})`);
    return `| ${cell(family)} | ${cell(why)} | ${[code(calls), ...some].filter((part) => part !== '').join('; ')} |`;
  });
  const refusedRows = refused.map(
    ({ family, why, answer = 'EPERM', calls }) =>
      `| ${cell(family)} | ${cell(why)} | ${answer} | ${code(calls)} |`,
  );
  const errors = Object.entries(ANSWERS).map(([name, words]) => `${name} (${words})`);
  return `# System calls in the sandbox

What a container of the sandbox may ask of the kernel, and what not. This page and the profile itself
(\`src/adapters/docker/hardening/seccomp.json\`) are made from \`scripts/seccomp/\` by \`npx tsx scripts/make-seccomp.ts\`; a test fails
when they are not equal to it. [decisions/](decisions/) says why there is a list of our own.

Only what is listed here as allowed is allowed, on x86-64 and 64-bit ARM; a program that uses another architecture's calls (32 bit, x32) is
ended. Everything else is refused with ${errors.join(', ')}: which one depends on what programs fall back on.

## Allowed

| family | why | calls |
| --- | --- | --- |
${allowedRows.join('\n')}

## Left out

| family | why it is left out | answer | calls |
| --- | --- | --- | --- |
${refusedRows.join('\n')}
`;
}
