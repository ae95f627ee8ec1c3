import type { Random } from '../random.ts';
import { askPython } from '../rewrite/python/ask.ts';
import type { Half } from '../submission.ts';
import type { Fragment } from './fragment.ts';
import type { Variant } from './put-script.ts';
import { fenced } from './spans.ts';

interface Places {
  readonly top: readonly number[];
  readonly end: number;
  readonly bodies: readonly { line: number; indent: string; args: readonly string[] }[];
  readonly returns: readonly { line: number; from: number; to: number }[];
}

/** The fragment as one member would have it. */
export const pythonVariantOf = (
  { code, kind }: Fragment,
  { variant, first, half, random }: { variant: Variant; first: boolean; half: Half; random: Random },
): string => {
  const text = kind === 'B' && !first ? random.pick(code) : (code[0] ?? '');
  if (variant === 0 || first) return text;
  // A function around it lets statements that return stand alone; the code inside is what counts.
  const wrapped = `def outer(ARG):\n${text.replace(/^(?=.)/gm, '    ')}\n`;
  const [answer] = askPython([
    {
      op: 'rewrite', text: wrapped, seed: random.below(1e9), style: false, rename: true,
      share: 0.3, times: variant > 1 ? 1 : 0, kinds: half, public: ['outer', 'ARG'],
    },
  ]); // prettier-ignore
  if (typeof answer !== 'string') return text;
  return answer
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/^ {4}/, ''))
    .join('\n')
    .trim();
};

/** Whether a line, from 1, lies in a fragment that was put there before. */
const inFence = (lines: readonly string[], line: number): boolean => {
  const before = lines.slice(0, line - 1);
  return (
    before.findLastIndex((one) => one.includes('@@begin')) >
    before.findLastIndex((one) => one.includes('@@end'))
  );
};

/** The file with the fragment in it as a part of the program; nothing where it has no place. */
export const putIntoPython = (
  text: string,
  { form }: Fragment,
  code: string,
  id: string,
  random: Random,
): string | undefined => {
  const [answer] = askPython([{ op: 'places', text }]);
  const places = answer as Places | null;
  if (places === null) return undefined;
  const lines = text.split('\n');
  if (form === 'inline') {
    const usable = places.bodies.filter(({ args, line }) => args.length > 0 && !inFence(lines, line));
    if (usable.length === 0) return undefined;
    const { line, indent, args } = random.pick(usable);
    const own = code
      .replaceAll('ARG', args[0] ?? 'None')
      .split('\n')
      .map((one) => (one === '' ? '' : indent + one));
    lines.splice(line - 1, 0, ...fenced(own.join('\n'), id, '#').split('\n'));
    return lines.join('\n');
  }
  const name = [...code.matchAll(/^(?:def|class) (\w+)/gm)].at(-1)?.[1];
  if (form === 'wrap') {
    const ascii = places.returns.filter(
      ({ line }) => !inFence(lines, line) && /^[ -~\t]*$/.test(lines[line - 1] ?? ''),
    );
    if (ascii.length === 0 || name === undefined) return undefined;
    const { line, from, to } = random.pick(ascii);
    const said = lines[line - 1] ?? '';
    lines[line - 1] = `${said.slice(0, from)}${name}(${said.slice(from, to)})${said.slice(to)}`;
  }
  const free = places.top.filter((line) => !inFence(lines, line));
  const place = free.length > 0 && random.chance(0.65) ? random.pick(free) : undefined;
  const fence = fenced(code, id, '#').split('\n');
  if (place === undefined) return `${lines.join('\n').replace(/\n*$/, '\n\n\n')}${fence.join('\n')}\n`;
  lines.splice(place - 1, 0, ...fence, '', '');
  return lines.join('\n');
};
