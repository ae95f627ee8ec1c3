import ts from 'typescript';
import { parse, tokensOf } from '../reading.ts';
import type { Random } from '../random.ts';

/** A function that can be carried over: where it stands in its text, and whether it belongs to a class. */
export interface Unit {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly member: boolean;
  readonly tokens: number;
}

/** Functions, constants that hold one, and methods, but not the constructor. */
export const unitsOf = (text: string, file: string): Unit[] => {
  const source = parse(text, file);
  const units: Unit[] = [];
  const add = (node: ts.Node, name: string, member: boolean): void => {
    const [start, end] = [node.getStart(source), node.end];
    units.push({ name, start, end, member, tokens: tokensOf(text.slice(start, end), file).length });
  };
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name !== undefined)
      add(statement, statement.name.text, false);
    else if (ts.isVariableStatement(statement)) {
      const [declared] = statement.declarationList.declarations;
      const value = declared?.initializer;
      if (
        declared !== undefined &&
        value !== undefined &&
        ts.isFunctionLike(value) &&
        ts.isIdentifier(declared.name)
      ) {
        add(statement, declared.name.text, false);
      }
    } else if (ts.isClassDeclaration(statement)) {
      for (const member of statement.members) {
        if (ts.isMethodDeclaration(member) && ts.isIdentifier(member.name))
          add(member, member.name.text, true);
      }
    }
  }
  return units.filter(({ tokens }) => tokens >= 12);
};

const asFunction = (text: string): string => {
  const bare = text.replace(/^(?:(?:static|public|private|protected|readonly)\s+)+/, '');
  return bare.startsWith('async ') ? bare.replace('async ', 'async function ') : `function ${bare}`;
};
const asMember = (text: string): string | undefined =>
  /^(?:async )?function\s/.test(text) ? text.replace(/function\s+/, '') : undefined;

/** The end of the last member of the first class, where another can go. */
const placeInClass = (text: string, file: string): number | undefined => {
  for (const statement of parse(text, file).statements)
    if (ts.isClassDeclaration(statement)) return statement.members.at(-1)?.end;
  return undefined;
};

/** `host` with some of the units of `from` in it: in place of its own of the same name, or beside them. */
export const grafted = (
  { host, from, file, units }: { host: string; from: string; file: string; units: readonly Unit[] },
  random: Random,
): string => {
  let text = host;
  for (const unit of units) {
    const code = from.slice(unit.start, unit.end);
    const own = unitsOf(text, file).find(({ name, member }) => name === unit.name && member === unit.member);
    if (own !== undefined) {
      text = text.slice(0, own.start) + code + text.slice(own.end);
      continue;
    }
    const place = placeInClass(text, file);
    const member = unit.member ? code : asMember(code.replace(/^export\s+(?:default\s+)?/, ''));
    if (place !== undefined && member !== undefined) {
      text = `${text.slice(0, place)}\n\n${member}\n${text.slice(place)}`;
    } else {
      const plain = (unit.member ? asFunction(code) : code).replace(/^export\s+(?:default\s+)?/, '');
      const ends = parse(text, file).statements.map(({ end }) => end);
      const at = ends.length === 0 ? 0 : random.pick(ends);
      text = `${text.slice(0, at)}\n\n${plain}\n${text.slice(at)}`;
    }
  }
  return text;
};
