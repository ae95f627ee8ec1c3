/** Something that is wrong with a course (`error`: it cannot be used), or that its author should look at. */
export interface CourseFinding {
  level: 'error' | 'warning';
  /** As the course's folder was named, so that it can be opened from where the command was typed. */
  file: string;
  /** Counted from 1, as the column. */
  line: number;
  column: number;
  message: string;
  found: string | null;
  expected: string | null;
}

/** A finding before it has a place: `path` leads to a value of the YAML document. */
export interface Remark {
  level: CourseFinding['level'];
  path: readonly PropertyKey[];
  /** Set when the remark is about this key of the mapping at `path`, and not about a value. */
  key?: string;
  message: string;
  found?: string;
  expected?: string;
}

/** `file:line: message (found …, expected …)`, as compilers write it and editors read it. */
export function describeFinding({
  file,
  line,
  message,
  found,
  expected,
}: Omit<CourseFinding, 'level'>): string {
  const notes = [
    ...(found === null ? [] : [`found ${found}`]),
    ...(expected === null ? [] : [`expected ${expected}`]),
  ];
  return `${file}:${line}: ${message}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}

/** `file:line`, where nobody must be named. */
export const placeOf = ({ file, line }: Pick<CourseFinding, 'file' | 'line'>): string => `${file}:${line}`;

/** Puts findings in the order in which an author meets them. */
export function inOrder(findings: readonly CourseFinding[]): CourseFinding[] {
  return findings.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}

/** A finding about a file or folder as a whole. */
export function aboutFile(
  level: CourseFinding['level'],
  file: string,
  message: string,
  { found = null, expected = null }: { found?: string | null; expected?: string | null } = {},
): CourseFinding {
  return { level, file, line: 1, column: 1, message, found, expected };
}
