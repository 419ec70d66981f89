/**
 * Who may import whom (docs/architecture.md): vocab <- platform <- forum <- routes, cli and vocab <- ui <- routes.
 * Inside forum, a room reaches another only through its index.ts, and never in a circle.
 */
const room = (name) => `^src/${name}/`;
const rooms = ['vocab', 'platform', 'forum', 'ui', 'routes', 'cli'];
const only = (from, allowed) => ({
  name: `${from}-imports-only-${allowed.join('-') || 'nothing'}`,
  severity: 'error',
  from: { path: room(from) },
  to: { path: `^src/(${rooms.filter((r) => r !== from && !allowed.includes(r)).join('|')})/` },
});

/** The rooms of the forum in their order: a later one may use an earlier one, not the other way round. */
const order = [
  'people',
  'themes',
  'editions',
  'governance',
  'programme',
  'survey',
  'practices',
  'replication',
  'search',
  'suggestions',
  'drafts',
  'observations',
  'library',
  'finding',
  'recollection',
  'planning',
  'desk',
  'notifications',
  'reports',
];
const before = (name, later) => ({
  name: `${name}-before-${later.join('-')}`,
  severity: 'error',
  from: { path: `^src/forum/${name}/` },
  to: { path: `^src/forum/(${later.join('|')})/` },
});

module.exports = {
  forbidden: [
    only('vocab', []),
    only('platform', ['vocab']),
    only('forum', ['vocab', 'platform']),
    only('ui', ['vocab']),
    only('routes', ['vocab', 'platform', 'forum', 'ui']),
    only('cli', ['vocab', 'platform', 'forum']),
    {
      name: 'rooms-have-one-door',
      comment: 'a room of the forum is entered by its index.ts',
      severity: 'error',
      from: { path: '^src/forum/([^/]+)/' },
      to: { path: '^src/forum/([^/]+)/', pathNot: ['^src/forum/$1/', '^src/forum/[^/]+/index\\.ts$'] },
    },
    {
      name: 'pages-and-commands-use-the-door',
      severity: 'error',
      from: { path: '^src/(routes|cli)/|^src/hooks', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/forum/[^/]+/', pathNot: '^src/forum/[^/]+/index\\.ts$' },
    },
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    ...order.slice(0, -1).map((name, at) => before(name, order.slice(at + 1))),
    {
      name: 'models-do-no-io',
      comment: 'a model is rules and types alone',
      severity: 'error',
      from: { path: 'model\\.ts$' },
      to: { path: '^node:|(tables|store|actions)\\.ts$' },
    },
    {
      name: 'resolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(\\$app|\\./\\$types|vitest)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'svelte', 'types'],
    },
  },
};
