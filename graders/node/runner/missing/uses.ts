/** A node of a syntax tree (ESTree). */
type Node = Readonly<Record<string, unknown>> & { type: string; start: number; end: number };

/** A call that declares a test: the lines on which it may be said to be, and whether it may use what was asked for. */
export interface TestCall {
  from: number;
  to: number;
  uses: boolean;
}

/** Functions that declare a test. */
const TEST = new Set(['test', 'it']);
/** Functions whose callbacks only hold tests together. */
const GROUP = new Set(['describe', 'suite']);

/**
 * The tests of a file, and which of them may use an export of the submission that its top level has read under this name.
 *
 * By names, and generously: a helper, a table or a loop that mentions it passes it on to whatever mentions them. Where it
 * cannot be followed, all may use it. `program`: the syntax tree of the test file; `text`: the file.
 */
export function testCalls(program: unknown, text: string, exported: string): TestCall[] {
  const root = program as Node;
  const names = new Set<string>();
  const found: Found = { tests: new Set(), any: false };
  const reads = pathsTo(root, (path) => readsExport(path, exported) && !runsInTest(path));
  if (reads.length === 0) found.any = true;
  for (const path of reads) {
    const [node] = path;
    if (node?.type === 'Property') for (const name of boundNames(node['value'])) names.add(name);
    else if (node?.type === 'ImportSpecifier') for (const name of boundNames(node['local'])) names.add(name);
    else follow(path, names, found);
  }
  for (let known = -1; known < names.size;) {
    known = names.size;
    const places = pathsTo(root, (path) => mentions(path, names));
    for (const path of places) follow(path, names, found);
  }
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  return pathsTo(root, ([node]) => isTestCall(node)).flatMap(([node]) =>
    node === undefined
      ? []
      : [
          {
            from: lineOf(node.start),
            to: lineOf((node['callee'] as Node).end),
            uses: found.any || found.tests.has(node.start),
          },
        ],
  );
}

interface Found {
  /** Where calls of tests begin. */
  tests: Set<number>;
  any: boolean;
}

/** What runs in a test is seen when it is done; what counts here is done before. */
function runsInTest(path: readonly Node[]): boolean {
  const test = path.findIndex(isTestCall);
  return path.slice(0, Math.max(0, test)).some(({ type }) => type.includes('Function'));
}

/** Where what is mentioned at a place goes: into names, into tests, or who knows where. */
function follow(path: readonly Node[], names: Set<string>, found: Found): void {
  let kept = false;
  for (const [at, node] of path.entries()) {
    const from = path[at - 1];
    if (isTestCall(node)) {
      found.tests.add(node.start);
      kept = true;
    }
    for (const name of namesFilledBy(node, from)) {
      names.add(name);
      kept = true;
    }
    // A pattern or an import only names it.
    if (node.type === 'ImportDeclaration' || (node.type === 'VariableDeclarator' && node['id'] === from))
      kept = true;
  }
  if (!kept) found.any = true;
}

/** The names that get something of what is mentioned in `from`, a part of `node`. */
function namesFilledBy(node: Node, from: Node | undefined): string[] {
  switch (node.type) {
    case 'VariableDeclarator':
      return node['init'] === from ? boundNames(node['id']) : [];
    case 'AssignmentExpression':
      return boundNames(node['left']);
    case 'ForOfStatement':
    case 'ForInStatement':
      return node['right'] === from ? boundNames(node['left']) : [];
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return boundNames(node['id']);
    default:
      return [];
  }
}

/** Every name in a pattern, generously: those of members and defaults too. */
function boundNames(pattern: unknown): string[] {
  const names: string[] = [];
  eachNode(pattern, [], ([node]) => {
    if (node?.type === 'Identifier') names.push(String(node['name']));
  });
  return names;
}

function readsExport([node, above]: readonly Node[], exported: string): boolean {
  if (node?.type === 'Property') return above?.type === 'ObjectPattern' && nameOf(node['key']) === exported;
  if (node?.type === 'MemberExpression') return nameOf(node['property']) === exported;
  return node?.type === 'ImportSpecifier' && nameOf(node['imported']) === exported;
}

/** The key of a property and the name of a member mention nothing. */
function mentions([node, above]: readonly Node[], names: ReadonlySet<string>): boolean {
  if (node?.type !== 'Identifier' || !names.has(String(node['name']))) return false;
  if (above?.type === 'MemberExpression') return above['computed'] === true || above['object'] === node;
  if (above?.type === 'Property') return above['value'] === node || above['computed'] === true;
  return true;
}

function isTestCall(node: Node | undefined): boolean {
  return node?.type === 'CallExpression' && TEST.has(calledName(node) ?? '');
}

function nameOf(key: unknown): string | null {
  if (!isNode(key)) return null;
  const name: unknown = key.type === 'Identifier' ? key['name'] : key['value'];
  return typeof name === 'string' ? name : null;
}

/** The name that is called in the end: `test` of `test.only.each(table)('adds', f)`, and of `t.test('adds', f)`. */
function calledName(call: Node): string | null {
  let at: unknown = call['callee'];
  while (isNode(at)) {
    if (at.type === 'Identifier') return String(at['name']);
    if (at.type === 'MemberExpression') {
      const name = nameOf(at['property']);
      if (name !== null && (TEST.has(name) || GROUP.has(name))) return name;
      at = at['object'];
    } else if (at.type === 'CallExpression') at = at['callee'];
    else if (at.type === 'TaggedTemplateExpression') at = at['tag'];
    else return null;
  }
  return null;
}

/** The paths from each node that fits up to the root. */
function pathsTo(root: Node, fits: (path: readonly Node[]) => boolean): (readonly Node[])[] {
  const paths: (readonly Node[])[] = [];
  eachNode(root, [], (path) => {
    if (fits(path)) paths.push(path);
  });
  return paths;
}

function eachNode(value: unknown, above: readonly Node[], visit: (path: readonly Node[]) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) eachNode(item, above, visit);
    return;
  }
  if (!isNode(value)) return;
  const path = [value, ...above];
  visit(path);
  for (const part of Object.values(value)) if (typeof part === 'object') eachNode(part, path, visit);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';
}
