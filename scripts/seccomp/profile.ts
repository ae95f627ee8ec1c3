import { ERRNO, type AllowedFamily, type Argument, type RefusedFamily } from './family.ts';

interface Rule {
  names: string[];
  action: 'SCMP_ACT_ALLOW' | 'SCMP_ACT_ERRNO';
  errnoRet?: number;
  args?: { index: number; value: number; valueTwo: number; op: 'SCMP_CMP_MASKED_EQ' }[];
}

/** A seccomp profile as Docker takes it. */
export interface Profile {
  defaultAction: 'SCMP_ACT_ERRNO';
  defaultErrnoRet: number;
  archMap: { architecture: string; subArchitectures: string[] }[];
  syscalls: Rule[];
}

/** An argument is a C int: its upper half may hold anything, and the kernel does not look at it. */
const argument = ({ at, is, mask = 0xffff_ffff }: Argument) =>
  ({ index: at, value: mask, valueTwo: is, op: 'SCMP_CMP_MASKED_EQ' }) as const;

const byName = (names: readonly string[]): string[] => [...names].sort();

/** Makes the profile: whatever is not allowed by a family is refused, with EPERM where no family says otherwise. */
export function profileOf(allowed: readonly AllowedFamily[], refused: readonly RefusedFamily[]): Profile {
  const plain = byName(allowed.flatMap(({ calls }) => calls));
  const narrow = allowed
    .flatMap(({ narrow: calls = [] }) => calls)
    .flatMap(({ name, when }) =>
      when.map((fits): Rule => ({ names: [name], action: 'SCMP_ACT_ALLOW', args: fits.map(argument) })),
    );
  const answered = refused.flatMap(({ calls, answer }): Rule[] =>
    answer === undefined ? [] : [{ names: byName(calls), action: 'SCMP_ACT_ERRNO', errnoRet: ERRNO[answer] }],
  );
  return {
    defaultAction: 'SCMP_ACT_ERRNO',
    defaultErrnoRet: ERRNO.EPERM,
    // Without the 32-bit architectures of each: whoever makes a call of theirs is ended.
    archMap: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_AARCH64'].map((architecture) => ({
      architecture,
      subArchitectures: [],
    })),
    syscalls: [{ names: plain, action: 'SCMP_ACT_ALLOW' }, ...narrow, ...answered],
  };
}

/** The same as text: a rule a line, so that a change can be read. */
export function profileText(allowed: readonly AllowedFamily[], refused: readonly RefusedFamily[]): string {
  const { syscalls, ...rest } = profileOf(allowed, refused);
  const head = Object.entries(rest).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  const rules = syscalls.map((rule) => `    ${JSON.stringify(rule)}`);
  return `{\n${head.join('')}  "syscalls": [\n${rules.join(',\n')}\n  ]\n}\n`;
}
