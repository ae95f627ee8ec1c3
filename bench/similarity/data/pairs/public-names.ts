import ts from 'typescript';
import { parse } from '../reading.ts';
import { askPython } from '../rewrite/python/ask.ts';
import type { Language, Submission } from '../submission.ts';

const declaredIn = (text: string, name: string): string[] => {
  const names: string[] = [];
  const walk = (node: ts.Node): void => {
    const named =
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isMethodDeclaration(node) ||
      ts.isGetAccessor(node);
    if (named && node.name !== undefined && ts.isIdentifier(node.name)) names.push(node.name.text);
    if (ts.isVariableStatement(node) && ts.isSourceFile(node.parent)) {
      for (const { name: bound } of node.declarationList.declarations)
        if (ts.isIdentifier(bound)) names.push(bound.text);
    }
    ts.forEachChild(node, walk);
  };
  walk(parse(text, name));
  return names;
};

/** The names that a quarter of the people declare: the task asks for them. */
export const publicNamesOf = (language: Language, submissions: readonly Submission[]): Set<string> => {
  const lists =
    language === 'py'
      ? submissions.map(({ files }) =>
          askPython(Object.values(files).map((text) => ({ op: 'names' as const, text }))).flatMap(
            (one) => (one ?? []) as string[],
          ),
        )
      : submissions.map(({ files }) =>
          Object.entries(files).flatMap(([name, text]) => declaredIn(text, name)),
        );
  const counts = new Map<string, number>();
  for (const list of lists) for (const name of new Set(list)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count >= Math.max(3, submissions.length / 4)).map(([name]) => name),
  );
};
