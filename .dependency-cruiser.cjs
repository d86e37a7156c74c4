/** Dependencies point one way: renderer → api (types only) → core; api → db → core; hosts → api. */
const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    rule(
      'no-circular',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'A cycle has no direction. Types alone may refer to each other: they are gone when the program runs.',
    ),
    rule('core-stands-alone', { path: '^core/' }, { path: '^(api|db|server|cli|electron|renderer|scripts)/' }, 'core is the pure domain.'),
    rule('core-without-node', { path: '^core/' }, { dependencyTypes: ['core'] }, 'core imports no Node module: it runs anywhere.'),
    rule('db-knows-core-only', { path: '^db/' }, { path: '^(api|server|cli|electron|renderer|scripts)/' }, 'db is below the api.'),
    rule(
      'api-knows-no-host',
      { path: '^api/' },
      { path: '^(server|cli|electron|renderer|scripts)/' },
      'Hosts know the api, not the other way round.',
    ),
    rule(
      'renderer-is-a-client',
      { path: '^renderer/' },
      { path: '^(server|cli|electron|scripts)/' },
      'The renderer talks to the api by fetch.',
    ),
    rule(
      'renderer-takes-types-only',
      { path: '^renderer/' },
      { path: '^(api|db)/', dependencyTypesNot: ['type-only'] },
      'The renderer knows the api’s types; its code stays on the other side of the door.',
    ),
    rule('renderer-without-node', { path: '^renderer/' }, { dependencyTypes: ['core'] }, 'The renderer is web content.'),
    rule('not-to-unresolvable', {}, { couldNotResolve: true }, 'Every import leads somewhere.'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css', '.d.ts'],
    },
  },
};
