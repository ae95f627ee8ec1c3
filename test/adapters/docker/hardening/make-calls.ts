import type { RawCall } from './system-calls.ts';

const ARCH = process.arch === 'arm64' ? 1 : 0;

/** The calls that this processor has. */
export const here = (calls: readonly RawCall[]): RawCall[] =>
  calls.filter(({ numbers }) => numbers[ARCH] !== null);

/** A Perl program that makes each call in a process of its own, and prints the error's number, or 0, a line each. */
export function programOf(calls: readonly RawCall[]): string[] {
  const lines = calls.map(({ numbers, args }) => {
    // Perl hands on the address of a string, and only of one that it could write to.
    const list = [numbers[ARCH] ?? -1, ...args].map((value) => JSON.stringify(value)).join(', ');
    return `one(sub { my @a = (${list}); my $r = syscall(shift(@a), @a); $r == -1 ? $! + 0 : 0 });`;
  });
  return ['perl', '-e', `${ONE}\n${lines.join('\n')}`];
}

// What a call may do to the process that makes it is not to reach the next: each has a child, which says what it got.
const ONE = `
use strict; $| = 1;
sub one {
  my ($call) = @_;
  pipe(my $from, my $to);
  my $pid = fork();
  if ($pid == 0) { my $got = $call->(); syswrite($to, "$got\\n"); kill(9, $$); }
  close($to);
  my $line = <$from>;
  waitpid($pid, 0);
  print defined $line ? $line : "signal " . ($? & 127) . "\\n";
}`;
