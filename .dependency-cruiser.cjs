// Inner folders never import outer ones; an adapter never imports another (docs/design.md, 'The house').
const inner = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${from} may import only: ${allowed.join(', ')}`,
  from: { path: from },
  to: { path: '^src/', pathNot: [from, ...allowed] },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/(cli/main|main)\\.ts$|/pages/assets/|\\.d\\.ts$' },
      to: {},
    },
    { name: 'no-unresolved', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependencies',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    inner('domain-imports-none', '^src/domain/', []),
    inner('mastery-is-pure', '^src/mastery/', ['^src/domain/']),
    inner('rendering-is-pure', '^src/report/render/', ['^src/domain/', '^src/report/marker\\.ts$']),
    inner('course-reads-the-course', '^src/course/', ['^src/domain/']),
    inner('report-knows-the-domain', '^src/report/', ['^src/domain/']),
    inner('sandbox-knows-the-domain', '^src/sandbox/', ['^src/domain/']),
    inner('a-stage-imports-no-other-stage', '^src/stages/', ['^src/domain/', '^src/sandbox/']),
    inner('intake-is-inner', '^src/intake/', ['^src/domain/', '^src/course/', '^src/review/']),
    inner('marking-conducts', '^src/marking/', [
      '^src/domain/',
      '^src/stages/',
      '^src/mastery/',
      '^src/report/',
      '^src/intake/',
      '^src/review/',
    ]),
    inner('review-rules-are-pure', '^src/review/', ['^src/domain/']),
    inner('openings-know-the-domain', '^src/opening/', ['^src/domain/']),
    inner('the-roster-knows-the-domain', '^src/roster/', ['^src/domain/']),
    inner('retention-marks-again', '^src/retention/', ['^src/domain/', '^src/mastery/', '^src/intake/']),
    inner('records-are-inner', '^src/record/', ['^src/domain/', '^src/mastery/']),
    inner('regrading-marks-again', '^src/regrade/', [
      '^src/domain/',
      '^src/mastery/',
      '^src/intake/',
      '^src/marking/',
      '^src/review/',
    ]),
    {
      name: 'adapters-are-apart',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    },
    {
      name: 'only-compose-knows-adapters',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/adapters/', '^src/compose/', '^src/main\\.ts$'] },
      to: { path: '^src/adapters/' },
    },
    {
      name: 'production-never-meets-the-stand-in',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/standin/', '^src/demo/'] },
      to: { path: '^src/standin/' },
    },
    {
      name: 'tests-stay-outside',
      severity: 'error',
      from: { path: '^(src|graders)/' },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules|^graders/.*/(cases|node_modules)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
