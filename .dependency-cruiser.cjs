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
    {
      name: 'search-before-practices-before-reports',
      comment: 'later rooms may use earlier ones, not the other way round',
      severity: 'error',
      from: { path: '^src/forum/practices/' },
      to: { path: '^src/forum/(search|suggestions|drafts|desk|notifications|reports)/' },
    },
    {
      name: 'search-knows-no-suggestions',
      severity: 'error',
      from: { path: '^src/forum/search/' },
      to: { path: '^src/forum/(suggestions|drafts)/' },
    },
    {
      name: 'suggestions-know-no-drafts',
      severity: 'error',
      from: { path: '^src/forum/suggestions/' },
      to: { path: '^src/forum/(drafts|reports)/' },
    },
    {
      name: 'drafts-know-no-reports',
      severity: 'error',
      from: { path: '^src/forum/drafts/' },
      to: { path: '^src/forum/reports/' },
    },
    {
      name: 'drafts-before-desk-before-notifications',
      severity: 'error',
      from: { path: '^src/forum/(drafts|desk)/' },
      to: { path: '^src/forum/notifications/' },
    },
    {
      name: 'drafts-know-no-desk',
      severity: 'error',
      from: { path: '^src/forum/drafts/' },
      to: { path: '^src/forum/desk/' },
    },
    {
      name: 'search-knows-no-reports',
      severity: 'error',
      from: { path: '^src/forum/search/' },
      to: { path: '^src/forum/reports/' },
    },
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
