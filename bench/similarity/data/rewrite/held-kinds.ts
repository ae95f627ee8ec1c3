import ts from 'typescript';
import { block, has, hasDeep, negated, variable } from './conditions.ts';
import type { Kind } from './structure.ts';

const { factory } = ts;
const K = ts.SyntaxKind;

const mirrored = new Map<ts.SyntaxKind, ts.BinaryOperator>([
  [K.LessThanToken, K.GreaterThanToken],
  [K.GreaterThanToken, K.LessThanToken],
  [K.LessThanEqualsToken, K.GreaterThanEqualsToken],
  [K.GreaterThanEqualsToken, K.LessThanEqualsToken],
  [K.EqualsEqualsEqualsToken, K.EqualsEqualsEqualsToken],
  [K.ExclamationEqualsEqualsToken, K.ExclamationEqualsEqualsToken],
]);

const swapSides: Kind = (node) => {
  if (!ts.isBinaryExpression(node)) return undefined;
  const operator = mirrored.get(node.operatorToken.kind);
  return operator === undefined ? undefined : factory.createBinaryExpression(node.right, operator, node.left);
};

const deMorgan: Kind = (node) => {
  if (!ts.isBinaryExpression(node)) return undefined;
  const { kind } = node.operatorToken;
  if (kind !== K.AmpersandAmpersandToken && kind !== K.BarBarToken) return undefined;
  if (!ts.isBinaryExpression(node.left) || !ts.isBinaryExpression(node.right)) return undefined;
  const other = kind === K.BarBarToken ? K.AmpersandAmpersandToken : K.BarBarToken;
  const inner = factory.createBinaryExpression(negated(node.left), other, negated(node.right));
  return factory.createLogicalNot(factory.createParenthesizedExpression(inner));
};

const returnChoice: Kind = (node) => {
  if (!ts.isReturnStatement(node) || node.expression === undefined) return undefined;
  const choice = ts.isParenthesizedExpression(node.expression) ? node.expression.expression : node.expression;
  if (!ts.isConditionalExpression(choice)) return undefined;
  return [
    factory.createIfStatement(
      choice.condition,
      factory.createBlock([factory.createReturnStatement(choice.whenTrue)], true),
    ),
    factory.createReturnStatement(choice.whenFalse),
  ];
};

const branchToChoice: Kind = (node) => {
  if (!ts.isIfStatement(node) || node.elseStatement === undefined) return undefined;
  const [yes, more] = block(node.thenStatement).statements;
  const [no, other] = block(node.elseStatement).statements;
  if (yes === undefined || no === undefined || more !== undefined || other !== undefined) return undefined;
  if (
    !ts.isReturnStatement(yes) ||
    !ts.isReturnStatement(no) ||
    yes.expression === undefined ||
    no.expression === undefined
  )
    return undefined;
  return factory.createReturnStatement(
    factory.createConditionalExpression(node.expression, undefined, yes.expression, undefined, no.expression),
  );
};

const switchToBranches: Kind = (node) => {
  if (!ts.isSwitchStatement(node)) return undefined;
  const { clauses } = node.caseBlock;
  let result: ts.Statement | undefined;
  for (const clause of [...clauses].reverse()) {
    const body = clause.statements.filter((one) => !ts.isBreakStatement(one));
    if (body.length === 0) return undefined;
    const inside = factory.createBlock(body, true);
    if (ts.isDefaultClause(clause)) {
      if (result !== undefined) return undefined;
      result = inside;
    } else
      result = factory.createIfStatement(
        factory.createStrictEquality(node.expression, clause.expression),
        inside,
        result,
      );
  }
  return result;
};

const eachToLoop: Kind = (node) => {
  if (!ts.isExpressionStatement(node) || !ts.isCallExpression(node.expression)) return undefined;
  const { expression: callee, arguments: given } = node.expression;
  const [callback, more] = given;
  if (
    !ts.isPropertyAccessExpression(callee) ||
    callee.name.text !== 'forEach' ||
    callback === undefined ||
    more !== undefined
  )
    return undefined;
  if (!ts.isArrowFunction(callback) || has(callback.body, K.ReturnStatement)) return undefined;
  const [element, index] = callback.parameters;
  if (element === undefined || index !== undefined) return undefined;
  const body = ts.isBlock(callback.body)
    ? callback.body
    : factory.createBlock([factory.createExpressionStatement(callback.body)], true);
  const declared = factory.createVariableDeclarationList(
    [factory.createVariableDeclaration(element.name)],
    ts.NodeFlags.Const,
  );
  return factory.createForOfStatement(undefined, declared, callee.expression, body);
};

const loopToEach: Kind = (node) => {
  if (!ts.isForOfStatement(node) || !ts.isVariableDeclarationList(node.initializer)) return undefined;
  if (
    has(
      node.statement,
      K.ReturnStatement,
      K.BreakStatement,
      K.ContinueStatement,
      K.AwaitExpression,
      K.YieldExpression,
    )
  )
    return undefined;
  const [declared] = node.initializer.declarations;
  if (declared === undefined) return undefined;
  const parameter = factory.createParameterDeclaration(undefined, undefined, declared.name);
  const arrow = factory.createArrowFunction(
    undefined,
    undefined,
    [parameter],
    undefined,
    undefined,
    block(node.statement),
  );
  const call = factory.createCallExpression(
    factory.createPropertyAccessExpression(node.expression, 'forEach'),
    undefined,
    [arrow],
  );
  return factory.createExpressionStatement(call);
};

const mapToLoop: Kind = (node, { fresh, random }) => {
  if (!ts.isReturnStatement(node) || node.expression === undefined || !ts.isCallExpression(node.expression))
    return undefined;
  const { expression: callee, arguments: given } = node.expression;
  const [callback] = given;
  if (
    !ts.isPropertyAccessExpression(callee) ||
    callback === undefined ||
    !ts.isArrowFunction(callback) ||
    ts.isBlock(callback.body)
  )
    return undefined;
  const [element, index] = callback.parameters;
  if (element === undefined || index !== undefined || !['map', 'filter'].includes(callee.name.text))
    return undefined;
  const list = factory.createIdentifier(fresh(random.pick(['collected', 'gathered', 'built'])));
  const push = (value: ts.Expression) =>
    factory.createExpressionStatement(
      factory.createCallExpression(factory.createPropertyAccessExpression(list, 'push'), undefined, [value]),
    );
  const name = ts.isIdentifier(element.name) ? element.name : undefined;
  if (name === undefined) return undefined;
  const body =
    callee.name.text === 'map'
      ? push(callback.body)
      : factory.createIfStatement(callback.body, factory.createBlock([push(name)], true));
  const declared = factory.createVariableDeclarationList(
    [factory.createVariableDeclaration(name)],
    ts.NodeFlags.Const,
  );
  return [
    variable(list, factory.createArrayLiteralExpression([]), ts.NodeFlags.Const),
    factory.createForOfStatement(undefined, declared, callee.expression, factory.createBlock([body], true)),
    factory.createReturnStatement(list),
  ];
};

const plusToTemplate: Kind = (node) => {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== K.PlusToken) return undefined;
  const { left, right } = node;
  if (ts.isStringLiteral(right) && !ts.isStringLiteral(left) && !ts.isBinaryExpression(left)) {
    return factory.createTemplateExpression(factory.createTemplateHead(''), [
      factory.createTemplateSpan(left, factory.createTemplateTail(right.text)),
    ]);
  }
  if (ts.isStringLiteral(left) && !ts.isStringLiteral(right)) {
    return factory.createTemplateExpression(factory.createTemplateHead(left.text), [
      factory.createTemplateSpan(right, factory.createTemplateTail('')),
    ]);
  }
  return undefined;
};

const nameArgument: Kind = (node, { fresh, random }) => {
  if (!ts.isExpressionStatement(node) || !ts.isCallExpression(node.expression)) return undefined;
  const [first, ...others] = node.expression.arguments;
  if (
    first === undefined ||
    ts.isIdentifier(first) ||
    ts.isLiteralExpression(first) ||
    ts.isFunctionLike(first) ||
    ts.isSpreadElement(first)
  )
    return undefined;
  const name = factory.createIdentifier(fresh(random.pick(['arg', 'given', 'toPass'])));
  const call = factory.createCallExpression(node.expression.expression, undefined, [name, ...others]);
  return [variable(name, first, ts.NodeFlags.Const), factory.createExpressionStatement(call)];
};

const splitDeclaration: Kind = (node) => {
  if (!ts.isVariableStatement(node) || (node.modifiers?.length ?? 0) > 0) return undefined;
  const [one, more] = node.declarationList.declarations;
  if (
    one?.initializer === undefined ||
    more !== undefined ||
    !ts.isIdentifier(one.name) ||
    ts.isFunctionLike(one.initializer)
  )
    return undefined;
  const bare = factory.createVariableDeclaration(one.name, undefined, one.type);
  const declared = factory.createVariableStatement(
    undefined,
    factory.createVariableDeclarationList([bare], ts.NodeFlags.Let),
  );
  return [declared, factory.createExpressionStatement(factory.createAssignment(one.name, one.initializer))];
};

const literalAccess: Kind = (node) =>
  ts.isElementAccessExpression(node) && ts.isNumericLiteral(node.argumentExpression)
    ? factory.createCallExpression(factory.createPropertyAccessExpression(node.expression, 'at'), undefined, [
        node.argumentExpression,
      ])
    : undefined;

const guardToNesting: Kind = (node) => {
  if (!ts.isBlock(node)) return undefined;
  const at = node.statements.findIndex(
    (one) =>
      ts.isIfStatement(one) &&
      one.elseStatement === undefined &&
      hasDeep(one.thenStatement, K.ThrowStatement),
  );
  const found = node.statements[at];
  const rest = node.statements.slice(at + 1);
  if (found === undefined || !ts.isIfStatement(found) || rest.length === 0) return undefined;
  const nested = factory.createIfStatement(
    negated(found.expression),
    factory.createBlock(rest, true),
    found.thenStatement,
  );
  return factory.createBlock([...node.statements.slice(0, at), nested], true);
};

const tryAround: Kind = (node, { random }) => {
  if (
    !ts.isMethodDeclaration(node) ||
    node.body === undefined ||
    node.body.statements.length < 2 ||
    random.chance(0.6)
  )
    return undefined;
  const rethrow = factory.createCatchClause(
    'problem',
    factory.createBlock([factory.createThrowStatement(factory.createIdentifier('problem'))], true),
  );
  const body = factory.createBlock([factory.createTryStatement(node.body, rethrow, undefined)], true);
  return factory.updateMethodDeclaration(
    node,
    node.modifiers,
    node.asteriskToken,
    node.name,
    node.questionToken,
    node.typeParameters,
    node.parameters,
    node.type,
    body,
  );
};

/** The kinds for the half that is looked at once. */
export const HELD_KINDS: readonly Kind[] = [
  swapSides,
  deMorgan,
  returnChoice,
  branchToChoice,
  switchToBranches,
  eachToLoop,
  loopToEach,
  mapToLoop,
  plusToTemplate,
  nameArgument,
  splitDeclaration,
  literalAccess,
  guardToNesting,
  tryAround,
];
