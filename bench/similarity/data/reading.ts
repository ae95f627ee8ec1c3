import ts from 'typescript';

/** The tree of a JavaScript or TypeScript text, with parents set. */
export const parse = (text: string, name = 'a.ts'): ts.SourceFile =>
  ts.createSourceFile(
    name,
    text,
    ts.ScriptTarget.ESNext,
    true,
    /\.[cm]?jsx?$/.test(name) ? ts.ScriptKind.JSX : ts.ScriptKind.TS,
  );

/** Whether the text is JavaScript or TypeScript at all. */
export const parses = (text: string, name: string): boolean => {
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: name,
    reportDiagnostics: true,
    compilerOptions: { allowJs: true, target: ts.ScriptTarget.ESNext },
  });
  return diagnostics.length === 0;
};

/** The tokens with every name of the author's choosing as one: what is left when all is renamed. */
export const tokensOf = (text: string, name: string): string[] => {
  const tokens: string[] = [];
  const source = parse(text, name);
  const walk = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) {
      const isProperty = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
      tokens.push(isProperty ? `.${node.text}` : 'name');
      return;
    }
    const children = node.getChildren(source).filter((child) => !ts.isJSDoc(child));
    if (children.length > 0) children.forEach(walk);
    else if (node.kind === ts.SyntaxKind.StringLiteral) tokens.push('"');
    else if (node.kind !== ts.SyntaxKind.SemicolonToken && node.kind !== ts.SyntaxKind.CommaToken) {
      const said = node.getText(source);
      if (said !== '') tokens.push(said);
    }
  };
  walk(source);
  return tokens;
};

const gramsOf = (tokens: readonly string[]): Map<string, number> => {
  const grams = new Map<string, number>();
  for (let at = 0; at + 3 <= Math.max(3, tokens.length); at += 1) {
    const gram = tokens.slice(at, at + 3).join(' ');
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
};

/** How much of two token streams is the same: the Jaccard index of their bags of three neighbours, 0 to 1. */
export const likeness = (a: readonly string[], b: readonly string[]): number => {
  const [first, second] = [gramsOf(a), gramsOf(b)];
  let shared = 0;
  let all = 0;
  for (const gram of new Set([...first.keys(), ...second.keys()])) {
    const [x, y] = [first.get(gram) ?? 0, second.get(gram) ?? 0];
    shared += Math.min(x, y);
    all += Math.max(x, y);
  }
  return all === 0 ? 1 : shared / all;
};
