import ts from 'typescript';

const { factory } = ts;
const K = ts.SyntaxKind;

const OPPOSITES = new Map<ts.SyntaxKind, ts.BinaryOperator>([
  [K.EqualsEqualsEqualsToken, K.ExclamationEqualsEqualsToken],
  [K.ExclamationEqualsEqualsToken, K.EqualsEqualsEqualsToken],
  [K.EqualsEqualsToken, K.ExclamationEqualsToken],
  [K.ExclamationEqualsToken, K.EqualsEqualsToken],
  [K.LessThanToken, K.GreaterThanEqualsToken],
  [K.GreaterThanEqualsToken, K.LessThanToken],
  [K.GreaterThanToken, K.LessThanEqualsToken],
  [K.LessThanEqualsToken, K.GreaterThanToken],
]);

/** The opposite of a condition, said as a person would. */
export const negated = (condition: ts.Expression): ts.Expression => {
  if (ts.isParenthesizedExpression(condition)) return negated(condition.expression);
  if (ts.isPrefixUnaryExpression(condition) && condition.operator === K.ExclamationToken)
    return condition.operand;
  if (ts.isBinaryExpression(condition)) {
    const opposite = OPPOSITES.get(condition.operatorToken.kind);
    if (opposite !== undefined)
      return factory.createBinaryExpression(condition.left, opposite, condition.right);
  }
  const plain =
    ts.isIdentifier(condition) || ts.isCallExpression(condition) || ts.isPropertyAccessExpression(condition);
  return factory.createLogicalNot(plain ? condition : factory.createParenthesizedExpression(condition));
};

/** A statement as a block, itself if it is one. */
export const block = (statement: ts.Statement): ts.Block =>
  ts.isBlock(statement) ? statement : factory.createBlock([statement], true);

export const variable = (
  name: string | ts.BindingName,
  value: ts.Expression | undefined,
  flags: ts.NodeFlags,
): ts.VariableStatement =>
  factory.createVariableStatement(
    undefined,
    factory.createVariableDeclarationList(
      [factory.createVariableDeclaration(name, undefined, undefined, value)],
      flags,
    ),
  );

/** Whether a node or anything in it (not in functions inside it) is of these kinds. */
export const has = (node: ts.Node, ...kinds: readonly ts.SyntaxKind[]): boolean =>
  kinds.includes(node.kind) ||
  (ts.forEachChild(node, (child) => (ts.isFunctionLike(child) ? false : has(child, ...kinds)) || undefined) ??
    false);

/** The same, functions inside it too. */
export const hasDeep = (node: ts.Node, ...kinds: readonly ts.SyntaxKind[]): boolean =>
  kinds.includes(node.kind) ||
  (ts.forEachChild(node, (child) => hasDeep(child, ...kinds) || undefined) ?? false);
