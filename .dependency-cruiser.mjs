// The directions of the rooms as rules: cli -> bin -> http | queue -> flows -> store | library -> domain;
// channels, odoo, twins -> domain; embedded stands alone; tools/generate -> domain; portal -> specs/generated. `npm run check` applies them; test/architecture breaks each and sees it caught.
// A rule's comment is read by whoever broke it: it says what to do instead.

const layer = (name, mayImport, comment) => ({
  name: `${name}-looks-down-only`,
  comment,
  severity: 'error',
  from: { path: `^services/${name}/` },
  to: { path: '^(services|tools|portal|migrations)/', pathNot: `^services/(${[name, ...mayImport].join('|')})/` },
});

const notThese = (path) => ({ pathNot: path });

// What somebody starts; all other modules must be reached from one of these.
const programs =
  '^(services/bin/(crossdock[.]js|apart-program[.]ts)|tools/generate/generate[.]ts|tools/install/build-ssh-ciphers[.]js|portal/src/main[.]tsx)$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    layer(
      'domain',
      [],
      'The domain is pure and knows nobody. Move what does I/O to the flow that calls you, and take its result as an argument.',
    ),
    layer(
      'store',
      ['domain'],
      'The store is SQL over the domain. Put what needs more than SQL into a flow that calls the store.',
    ),
    layer(
      'library',
      ['store', 'domain'],
      'The library reads what comes with the program: standards, trade rules, templates. Put what needs a database into the store, whose form of a configuration it may use.',
    ),
    layer(
      'embedded',
      [],
      'The embedded PostgreSQL and the home run without anything of the hub. Take what you need as an argument.',
    ),
    layer(
      'twins',
      ['domain'],
      'A twin stands for a server of somebody else: it knows nothing of the hub, so that no fault of ours hides in both.',
    ),
    layer(
      'flows',
      ['store', 'library', 'domain', 'channels', 'odoo'],
      'A flow does not know who started it. What it needs from HTTP, the queue or the process comes in as an argument or by `Context`.',
    ),
    layer(
      'queue',
      ['flows', 'store', 'domain'],
      'The queue wakes flows and nothing else. Let the flow speak to the channel or to Odoo.',
    ),
    layer(
      'http',
      ['flows', 'store', 'domain', 'channels'],
      'An operation calls a flow or reads the store. What it needs of the queue, `bin` hands in when it builds the app.',
    ),
    layer(
      'channels',
      ['domain'],
      'A channel moves bytes and knows no document. Hand the bytes to the flow that `bin` gave you.',
    ),
    layer(
      'odoo',
      ['domain'],
      'The Odoo client and its actions know the domain only. The flow `apply` brings store and action together.',
    ),
    layer('mail', ['domain'], 'The mail room speaks SMTP and knows no hub: `bin` hands it to the flow that sends.'),
    {
      name: 'domain-without-node',
      comment:
        'The domain has no I/O, no clock and no environment. Take bytes, the time, ids and settings as arguments.',
      severity: 'error',
      from: { path: '^services/domain/' },
      to: { dependencyTypes: ['core'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-with-pure-packages-only',
      comment:
        'The domain may use packages that compute and do nothing else. If yours is one, add it to this rule; otherwise use it outside.',
      severity: 'error',
      from: { path: '^services/domain/' },
      to: {
        path: 'node_modules/',
        pathNot:
          'node_modules/(yaml|ajv|ajv-formats|@marcbachmann/cel-js|jsonc-parser|@rgrove/parse-xml|csv-parse|fflate|read-excel-file|uuidv7)/',
      },
    },
    {
      name: 'domain-reads-specs-as-data',
      comment:
        'Of `specs/`, the domain imports data (.json), the schemas and validators of events and the types of their data; the generated API types are for `http` and the portal.',
      severity: 'error',
      from: { path: '^services/domain/' },
      to: { path: '^specs/', pathNot: '[.]json$|^specs/generated/event-(validators|data|schemas)[.]ts$' },
    },
    {
      name: 'x12-knows-the-standard-only',
      comment:
        'Reading, checking and writing X12 know no mapping, guide or partner. Put what needs both into `guide`, `rules` or `mapping`, which may import `x12`.',
      severity: 'error',
      from: { path: '^services/domain/x12/' },
      to: { path: '^services/domain/[a-z]+/', pathNot: '^services/domain/x12/' },
    },
    {
      name: 'bin-is-imported-by-commands-only',
      comment:
        '`bin` only puts the parts together. Move what you need to the layer that it belongs to, and let `bin` import it too.',
      severity: 'error',
      // What npm runs at the installation asks which Node the hub runs on.
      from: notThese('^(services/(bin|cli)|test|tools/install)/'),
      to: { path: '^services/bin/' },
    },
    {
      name: 'commands-are-imported-by-nobody',
      comment:
        'A command reads arguments and prints. Move what you need to the flow or the layer that it belongs to, and let the command call it too.',
      severity: 'error',
      from: notThese('^(services/cli/|services/bin/crossdock[.]js$|test/)'),
      to: { path: '^services/cli/' },
    },
    {
      name: 'tools-are-imported-by-nobody',
      comment:
        'What makes files from the contract is no part of the running program. Move what both need into `services/`.',
      severity: 'error',
      from: notThese('^(tools|test)/'),
      to: { path: '^tools/' },
    },
    {
      name: 'test-is-imported-by-nobody',
      comment: 'Product code does not use test code. Move what both need into `services/`.',
      severity: 'error',
      from: notThese('^test/|^vitest[.]config[.]ts$'),
      to: { path: '^test/' },
    },
    {
      name: 'channels-do-not-know-each-other',
      comment:
        'A channel stands alone, so that it can be added and removed by one line. What two share goes to `channels/*.ts` or the domain.',
      severity: 'error',
      from: { path: '^services/channels/([^/]+)/' },
      to: { path: '^services/channels/[^/]+/', pathNot: '^services/channels/$1/' },
    },
    {
      name: 'hub-reads-releases-only',
      comment:
        'The running hub knows partners by their releases. Templates are for onboarding, seed and command line: read the configuration that is in use.',
      severity: 'error',
      from: { path: '^services/(flows|http|queue|odoo|channels)/', pathNot: '^services/flows/onboarding/' },
      to: { path: '^services/library/templates[.]ts$' },
    },
    {
      name: 'obligations-have-one-writer',
      comment:
        'Rungs, clocks, cases and the status of documents are written by `services/flows/obligations.ts` alone. Call its verbs: `expect`, `met`, `late`, `raise`, `resolve`.',
      severity: 'error',
      // `case-work` has what people do about a case: cause, assignee, notes.
      from: { path: '^services/', pathNot: '^services/(flows/(obligations|case-work)[.]ts$|store/obligations/)' },
      to: { path: '^services/store/obligations/', pathNot: '/in-statements[.]ts$' },
    },
    {
      name: 'obligations-in-few-statements',
      comment:
        'Only the statements that store or translate many documents at once, and the one that moves all deadlines, write obligations as a part of their own. Call the verbs of `services/flows/obligations.ts`.',
      severity: 'error',
      from: { path: '^services/', pathNot: '^services/store/(obligations/|documents[.]ts$|clock-jumps[.]ts$)' },
      to: { path: '^services/store/obligations/in-statements[.]ts$' },
    },
    {
      name: 'queue-library-in-queue-only',
      comment:
        'Only `services/queue` knows BullMQ and Redis. Write a `wake_up` row in your transaction and call `wakeRelay`.',
      severity: 'error',
      from: { path: '^services/', pathNot: '^services/queue/' },
      to: { path: 'node_modules/(bullmq|ioredis|@bull-board/[^/]+)/' },
    },
    {
      name: 'no-web-server-below-http',
      comment: 'Flows, store and domain speak no HTTP. Return a value or throw a coded error; `http` makes the answer.',
      severity: 'error',
      from: { path: '^services/(domain|store|flows)/' },
      to: { path: 'node_modules/(express|multer|helmet|pino-http|@types/express)/' },
    },
    {
      name: 'portal-knows-the-contract-only',
      comment:
        'The portal knows the API by `specs/generated` and nothing of the services. Put what it needs into specs/openapi.',
      severity: 'error',
      from: { path: '^portal/' },
      to: { path: '^(services|test|migrations|partners|specs)/', pathNot: '^specs/generated/' },
    },
    {
      name: 'portal-is-imported-by-nobody',
      comment: 'The portal is built and served as files. Move what you need to `services/` or `specs/`.',
      severity: 'error',
      from: notThese('^(portal|test)/'),
      to: { path: '^portal/' },
    },
    {
      name: 'portal-features-do-not-know-each-other',
      comment: 'A route puts features together. Move what two features share to `portal/src/ui` or `portal/src/lib`.',
      severity: 'error',
      from: { path: '^portal/src/features/([^/]+)/' },
      to: { path: '^portal/src/(features/[^/]+|app)/', pathNot: '^portal/src/features/$1/' },
    },
    {
      name: 'portal-parts-know-no-feature',
      comment: '`ui` and `lib` are the parts that features are made of. Give the part what it needs by its properties.',
      severity: 'error',
      from: { path: '^portal/src/(ui|lib)/' },
      to: { path: '^portal/src/(features|app)/' },
    },
    {
      name: 'specs-import-nothing',
      comment: '`specs/` is data and types made from it; it depends on no code of ours.',
      severity: 'error',
      from: { path: '^specs/' },
      to: { path: '^(services|portal|test|migrations)/' },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration must do the same for ever, so it may not call code that changes. Write the SQL into it.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^(services|portal|specs|test)/' },
    },
    {
      name: 'no-cycles',
      comment:
        'Two modules that need each other are one, or hide a third: move what both use into a module of its own.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-is-used',
      comment: 'No program leads to this module: it is registered nowhere. Add its line to the registry, or delete it.',
      severity: 'error',
      from: { path: programs },
      to: { path: '^(services|tools|portal/src)/', pathNot: ['[.]d[.]ts$', programs], reachable: false },
    },
    {
      name: 'everything-is-found',
      comment: 'This import leads nowhere: correct its path (relative imports end in .ts) or install the package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '[.](css|svg|png|woff2)' },
    },
    {
      name: 'packages-are-declared',
      comment: 'This package is here only because another one uses it. Add it to package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'services-run-without-dev-packages',
      comment: 'Production installs no devDependencies. Move the package to `dependencies`, or import only its types.',
      severity: 'error',
      // A clone builds the portal; what is installed without development packages comes with both done.
      from: { path: '^services/', pathNot: '^services/bin/portal-build[.]ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules|portal/dist)/|[.]css$' },
    // Types too: a type from a higher layer is a dependency upwards as well.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
