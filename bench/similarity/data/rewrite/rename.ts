import ts from 'typescript';
import type { Random } from '../random.ts';
import { parse } from '../reading.ts';

const WORDS =
  'item value current result total index position entry data input output temp list group found next previous first last left right source target word letter number amount size start end part piece node element key count current final answer box row col flag state mapped chosen acc cur tmp res val arr str num idx el obj out buf ref pos len sum cell chunk step info rest base limit record holder mine other'.split(
    ' ',
  );
const VERBS =
  'get make build compute find check handle run do create calc process apply pick convert parse format'.split(
    ' ',
  );

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

interface Names {
  readonly locals: Set<string>;
  readonly members: Set<string>;
  readonly all: Set<string>;
  /** Names that come from packages, or that must stay. */
  readonly foreign: Set<string>;
}

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);

/** The names that the text itself gives, locals apart from members. What is imported or exported keeps its name. */
const namesIn = (source: ts.SourceFile, single: boolean): Names => {
  const kept = new Set<string>();
  const names: Names = { locals: new Set(), members: new Set(), all: new Set(), foreign: kept };
  const bind = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) names.locals.add(name.text);
    else for (const element of name.elements) if (ts.isBindingElement(element)) bind(element.name);
  };
  const walk = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.all.add(node.text);
    if (ts.isVariableDeclaration(node)) {
      bind(node.name);
      if (isExported(node.parent.parent) && ts.isIdentifier(node.name))
        (single ? kept : names.locals).add(node.name.text);
    } else if (ts.isParameter(node)) bind(node.name);
    else if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isFunctionExpression(node)) {
      if (node.name !== undefined) (single && isExported(node) ? kept : names.locals).add(node.name.text);
    } else if (
      (ts.isMethodDeclaration(node) || ts.isPropertyDeclaration(node) || ts.isGetAccessor(node)) &&
      ts.isIdentifier(node.name)
    ) {
      names.members.add(node.name.text);
    } else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const { left } = node;
      if (ts.isPropertyAccessExpression(left) && left.expression.kind === ts.SyntaxKind.ThisKeyword)
        names.members.add(left.name.text);
    } else if (ts.isExportSpecifier(node)) {
      if (single) kept.add(node.name.text);
    } else if (ts.isImportSpecifier(node) || ts.isImportClause(node)) {
      const from = ts.isImportClause(node) ? node.parent : node.parent.parent.parent;
      const own =
        ts.isImportDeclaration(from) &&
        ts.isStringLiteral(from.moduleSpecifier) &&
        from.moduleSpecifier.text.startsWith('.');
      if (node.name !== undefined) (own && !single ? names.locals : kept).add(node.name.text);
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  for (const name of kept) names.locals.delete(name);
  for (const name of ['constructor', 'length', 'exports', 'prototype', 'toString', 'name'])
    names.members.delete(name);
  return names;
};

const fresh = (old: string, taken: Set<string>, random: Random): string => {
  for (let turn = 0; ; turn += 1) {
    const plain = random.chance(0.5) ? random.pick(WORDS) : random.pick(VERBS) + capital(random.pick(WORDS));
    const word = turn > 20 ? `${plain}${turn}` : plain;
    const name = /^[A-Z][A-Z_]+$/.test(old) ? word.toUpperCase() : /^[A-Z]/.test(old) ? capital(word) : word;
    if (!taken.has(name)) {
      taken.add(name);
      return name;
    }
  }
};

const isMemberName = (node: ts.Identifier, parent: ts.Node = node.parent): boolean =>
  (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
  ((ts.isPropertyAssignment(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isGetAccessor(parent) ||
    ts.isSetAccessor(parent)) &&
    parent.name === node) ||
  (ts.isBindingElement(parent) && parent.propertyName === node);

interface Maps {
  readonly locals: ReadonlyMap<string, string>;
  readonly members: ReadonlyMap<string, string>;
}

const nameFor = (node: ts.Identifier, { locals, members }: Maps, single: boolean): string | undefined => {
  const { parent, text: said } = node;
  const [local, member] = [locals.get(said), members.get(said)];
  if (isMemberName(node)) return member;
  const pattern =
    ts.isBindingElement(parent) && parent.name === node && ts.isObjectBindingPattern(parent.parent);
  const shorthand =
    ts.isShorthandPropertyAssignment(parent) ||
    (pattern && parent.propertyName === undefined && parent.dotDotDotToken === undefined);
  if (shorthand)
    return local === undefined && member === undefined ? undefined : `${member ?? said}: ${local ?? said}`;
  return single && (ts.isExportSpecifier(parent) || ts.isImportSpecifier(parent)) ? undefined : local;
};

/**
 * The files with their author's names replaced, the same way in all. `publicNames` are those the task asks for, which a
 * copyist cannot change; what a file that stands alone exports stays too. Scopes are not told apart: one name becomes one other.
 */
export const renamed = (
  files: Readonly<Record<string, string>>,
  publicNames: ReadonlySet<string>,
  random: Random,
): Record<string, string> => {
  const single = Object.keys(files).length === 1;
  const sources = Object.entries(files).map(([name, text]) => ({ name, text, source: parse(text, name) }));
  const all = sources.map(({ source }) => namesIn(source, single));
  const union = (field: keyof Names) => new Set(all.flatMap((names) => [...names[field]]));
  const foreign = union('foreign');
  const taken = new Set([...union('all'), 'this', 'super', 'arguments', 'undefined', 'do', 'next']);
  const chosen = new Map<string, string>();
  const mapOf = (from: ReadonlySet<string>) => {
    const own = [...from].filter((word) => !publicNames.has(word) && !foreign.has(word));
    for (const word of own) if (!chosen.has(word)) chosen.set(word, fresh(word, taken, random));
    return new Map(own.map((word) => [word, chosen.get(word) ?? word]));
  };
  const maps = { locals: mapOf(union('locals')), members: mapOf(union('members')) };
  const rewritten = sources.map(({ name, text, source }) => {
    const edits: { at: number; end: number; to: string }[] = [];
    const walk = (node: ts.Node): void => {
      const to = ts.isIdentifier(node) ? nameFor(node, maps, single) : undefined;
      if (to !== undefined) edits.push({ at: node.getStart(source), end: node.end, to });
      ts.forEachChild(node, walk);
    };
    walk(source);
    const done = edits
      .sort((a, b) => b.at - a.at)
      .reduce((now, { at, end, to }) => now.slice(0, at) + to + now.slice(end), text);
    return [name, done] as const;
  });
  return Object.fromEntries(rewritten);
};
