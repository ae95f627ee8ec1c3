import type { Role } from '../../sandbox/launcher.ts';
import type { ImageContext } from './image-context.ts';

/**
 * Names without a network. Docker writes an /etc/hosts for containers that have a network alone, and empties the image's
 * own for all (moby, `initlayer.Setup`). So that `localhost` is a name, the C library, of Debian or Alpine, is told to
 * read another file, whose path is as long.
 */
const HOSTS = '127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\n';

/**
 * What every image of a grader begins with: a copy of the base without setuid bits, as one layer that no other role's
 * image has. Containers that share a layer share its files in the machine's page cache, and faults there
 * (CVE-2022-0847, CVE-2026-31431) let whoever may read a file write to it: for all of them.
 */
const DOCKERFILE = `ARG BASE
FROM \${BASE} AS base
COPY role /etc/touchstone-role
COPY hosts /etc/local
RUN find / -xdev -type f -perm /6000 -exec chmod a-s {} + && \\
  for library in /lib/*/libc.so.6 /usr/lib/*/libc.so.6 /lib/ld-musl-*.so.1; do \\
    if [ -f "$library" ]; then LC_ALL=C sed -i 's#/etc/hosts#/etc/local#g' "$library"; fi; done
FROM scratch
COPY --from=base / /
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
`;

/** The grader and the role are in it, and so make the layer another one. */
export function roleBaseContext(grader: string, role: Role): ImageContext {
  const texts = { Dockerfile: DOCKERFILE, role: `${grader} ${role}\n`, hosts: HOSTS };
  const files = Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  return { files: new Map(files), packages: new Map() };
}
