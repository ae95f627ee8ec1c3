import ts from 'typescript';
import { block, has, hasDeep, negated, variable } from './conditions.ts';
import type { Kind } from './structure.ts';

const { factory } = ts;
const K = ts.SyntaxKind;

const forToWhile: Kind = (node) => {
  if (!ts.isForStatement(node) || has(node.statement, K.ContinueStatement)) return undefined;
  const { initializer, condition = factory.createTrue(), incrementor, statement } = node;
  const body = incrementor === undefined ? [] : [factory.createExpressionStatement(incrementor)];
  const loop = factory.createWhileStatement(
    condition,
    factory.createBlock([...block(statement).statements, ...body], true),
  );
  if (initializer === undefined) return loop;
  const first = ts.isVariableDeclarationList(initializer)
    ? factory.createVariableStatement(undefined, initializer)
    : factory.createExpressionStatement(initializer);
  return [first, loop];
};

const whileToFor: Kind = (node) =>
  ts.isWhileStatement(node)
    ? factory.createForStatement(undefined, node.expression, undefined, node.statement)
    : undefined;

const ofToIndex: Kind = (node, { fresh, random }) => {
  if (!ts.isForOfStatement(node) || !ts.isVariableDeclarationList(node.initializer)) return undefined;
  const { expression } = node;
  const [declared] = node.initializer.declarations;
  if (declared === undefined || !(ts.isIdentifier(expression) || ts.isPropertyAccessExpression(expression)))
    return undefined;
  const at = factory.createIdentifier(fresh(random.pick(['i', 'j', 'idx', 'index'])));
  const element = variable(
    declared.name,
    factory.createElementAccessExpression(expression, at),
    ts.NodeFlags.Const,
  );
  const length = factory.createPropertyAccessExpression(expression, 'length');
  const counter = factory.createVariableDeclarationList(
    [factory.createVariableDeclaration(at, undefined, undefined, factory.createNumericLiteral(0))],
    ts.NodeFlags.Let,
  );
  const body = factory.createBlock([element, ...block(node.statement).statements], true);
  return factory.createForStatement(
    counter,
    factory.createLessThan(at, length),
    factory.createPostfixIncrement(at),
    body,
  );
};

const COMPOUND = new Map<ts.SyntaxKind, ts.BinaryOperator>([
  [K.PlusEqualsToken, K.PlusToken],
  [K.MinusEqualsToken, K.MinusToken],
  [K.AsteriskEqualsToken, K.AsteriskToken],
  [K.SlashEqualsToken, K.SlashToken],
  [K.PercentEqualsToken, K.PercentToken],
]);

const expandCompound: Kind = (node) => {
  if (!ts.isBinaryExpression(node)) return undefined;
  const operator = COMPOUND.get(node.operatorToken.kind);
  if (operator === undefined) return undefined;
  const right = ts.isBinaryExpression(node.right)
    ? factory.createParenthesizedExpression(node.right)
    : node.right;
  return factory.createAssignment(node.left, factory.createBinaryExpression(node.left, operator, right));
};

const stepToCompound: Kind = (node) => {
  if (!ts.isPostfixUnaryExpression(node) || !ts.isIdentifier(node.operand)) return undefined;
  const operator = node.operator === K.PlusPlusToken ? K.PlusEqualsToken : K.MinusEqualsToken;
  return factory.createBinaryExpression(node.operand, operator, factory.createNumericLiteral(1));
};

const invertIf: Kind = (node) =>
  ts.isIfStatement(node) && node.elseStatement !== undefined && !ts.isIfStatement(node.elseStatement)
    ? factory.createIfStatement(
        negated(node.expression),
        block(node.elseStatement),
        block(node.thenStatement),
      )
    : undefined;

const templateToPlus: Kind = (node) => {
  if (!ts.isTemplateExpression(node)) return undefined;
  let sum: ts.Expression = factory.createStringLiteral(node.head.text, true);
  for (const { expression, literal } of node.templateSpans) {
    const part =
      ts.isBinaryExpression(expression) || ts.isConditionalExpression(expression)
        ? factory.createParenthesizedExpression(expression)
        : expression;
    sum = factory.createAdd(sum, part);
    if (literal.text !== '') sum = factory.createAdd(sum, factory.createStringLiteral(literal.text, true));
  }
  return sum;
};

const arrowToFunction: Kind = (node, { random }) => {
  if (random.chance(0.5)) return undefined;
  if (!ts.isArrowFunction(node) || hasDeep(node.body, K.ThisKeyword)) return undefined;
  const body = ts.isBlock(node.body)
    ? node.body
    : factory.createBlock([factory.createReturnStatement(node.body)], true);
  return factory.createFunctionExpression(
    undefined,
    undefined,
    undefined,
    node.typeParameters,
    node.parameters,
    node.type,
    body,
  );
};

const functionToArrow: Kind = (node, { random }) => {
  if (random.chance(0.5)) return undefined;
  if (!ts.isFunctionDeclaration(node) || node.name === undefined || node.body === undefined) return undefined;
  if (
    node.asteriskToken !== undefined ||
    (node.modifiers?.length ?? 0) > 0 ||
    hasDeep(node.body, K.ThisKeyword)
  )
    return undefined;
  const arrow = factory.createArrowFunction(
    undefined,
    node.typeParameters,
    node.parameters,
    node.type,
    undefined,
    node.body,
  );
  return variable(node.name, arrow, ts.NodeFlags.Const);
};

const reorderMembers: Kind = (node, { random }) =>
  ts.isClassDeclaration(node) && node.members.length > 1
    ? factory.updateClassDeclaration(
        node,
        node.modifiers,
        node.name,
        node.typeParameters,
        node.heritageClauses,
        random.shuffled(node.members),
      )
    : undefined;

const reorderFunctions: Kind = (node, { random }) => {
  if (!ts.isSourceFile(node)) return undefined;
  const moved = random.shuffled(node.statements.filter((statement) => ts.isFunctionDeclaration(statement)));
  const statements = node.statements.map((statement) =>
    ts.isFunctionDeclaration(statement) ? (moved.shift() ?? statement) : statement,
  );
  return factory.updateSourceFile(node, statements);
};

const deadCode: Kind = (node, { random, fresh }) => {
  const isFunction = ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node);
  if (!isFunction || node.body === undefined || node.body.statements.length < 2 || random.chance(0.75))
    return undefined;
  const name = fresh(random.pick(['debug', 'unused', 'counter', 'temp', 'check']));
  const nothing = factory.createBlock([factory.createReturnStatement(factory.createNull())], true);
  const dead = random.pick([
    () => [variable(name, factory.createNumericLiteral(0), ts.NodeFlags.Let)],
    () => [
      variable(name, factory.createFalse(), ts.NodeFlags.Const),
      factory.createIfStatement(factory.createIdentifier(name), nothing),
    ],
    () => [variable(name, factory.createArrayLiteralExpression([]), ts.NodeFlags.Const)],
  ])();
  const body = factory.createBlock([...dead, ...node.body.statements], true);
  return ts.isFunctionDeclaration(node)
    ? factory.updateFunctionDeclaration(
        node,
        node.modifiers,
        node.asteriskToken,
        node.name,
        node.typeParameters,
        node.parameters,
        node.type,
        body,
      )
    : factory.updateMethodDeclaration(
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

const nameResult: Kind = (node, { random, fresh }) => {
  if (random.chance(0.65)) return undefined;
  if (
    !ts.isReturnStatement(node) ||
    node.expression === undefined ||
    ts.isIdentifier(node.expression) ||
    ts.isLiteralExpression(node.expression)
  )
    return undefined;
  const name = fresh(random.pick(['result', 'answer', 'output', 'toReturn']));
  return [
    variable(name, node.expression, ts.NodeFlags.Const),
    factory.createReturnStatement(factory.createIdentifier(name)),
  ];
};

const leaves = (statement: ts.Statement): boolean => {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
};

/** `if (a) return b; rest` becomes `if (a) return b; else { rest }`. */
const returnToElse: Kind = (node, { random }) => {
  if (!ts.isBlock(node) || random.chance(0.5)) return undefined;
  const at = node.statements.findIndex(
    (one) => ts.isIfStatement(one) && one.elseStatement === undefined && leaves(one.thenStatement),
  );
  const found = node.statements[at];
  const rest = node.statements.slice(at + 1);
  if (found === undefined || !ts.isIfStatement(found) || rest.length === 0) return undefined;
  const split = factory.createIfStatement(
    found.expression,
    found.thenStatement,
    factory.createBlock(rest, true),
  );
  return factory.createBlock([...node.statements.slice(0, at), split], true);
};

/** `if (a) return b; else c` becomes `if (a) return b; c`. */
const elseToReturn: Kind = (node) =>
  ts.isIfStatement(node) &&
  node.elseStatement !== undefined &&
  !ts.isIfStatement(node.elseStatement) &&
  leaves(node.thenStatement)
    ? [
        factory.createIfStatement(node.expression, node.thenStatement),
        ...block(node.elseStatement).statements,
      ]
    : undefined;

/** What copyists do to a program's structure, as far as the set to develop on has it. */
export const DEV_KINDS: readonly Kind[] = [
  forToWhile,
  whileToFor,
  ofToIndex,
  expandCompound,
  stepToCompound,
  invertIf,
  templateToPlus,
  arrowToFunction,
  functionToArrow,
  reorderMembers,
  reorderFunctions,
  deadCode,
  nameResult,
  returnToElse,
  elseToReturn,
];
