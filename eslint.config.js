import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const noRandomness = {
  object: 'Math',
  property: 'random',
  message: 'Draws are made with node:crypto and recorded.',
}
const noEnvironment = {
  object: 'process',
  property: 'env',
  message: 'config.ts is the only reader of the environment.',
}
const noEnvironmentImport = {
  name: 'node:process',
  importNames: ['env'],
  message: 'config.ts is the only reader of the environment.',
}
const noClock = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Rules know no clock: take the date as a parameter.',
  },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Rules know no clock: take the date as a parameter.',
  },
]
const noQuery = [
  {
    selector:
      ':matches(CallExpression[callee.name=/^(db|trx)$/], CallExpression[callee.property.name=/^(db|trx)$/])',
    message: 'Queries live in models/.',
  },
  {
    selector:
      'CallExpression[callee.object.name=/^(db|trx)$/], CallExpression[callee.object.property.name="db"]',
    message: 'Queries and transactions live in models/.',
  },
]
const noWaiting = [
  {
    selector:
      'CallExpression[callee.name=/^(setTimeout|setInterval)$/], CallExpression[callee.property.name=/^(timeout|waitForTimeout)$/]',
    message: 'No test depends on how fast the machine is: wait for the end of what runs, like settled(db).',
  },
  {
    selector: 'CallExpression[callee.object.name=/^(performance|Date)$/][callee.property.name="now"]',
    message: 'No test depends on how fast the machine is: measure in bench/.',
  },
]

const oneDoorForWithheldFigures = [
  {
    selector:
      'MemberExpression[property.name="value"][object.property.name="publicationThreshold"], ObjectPattern > Property[key.name="publicationThreshold"]',
    message: 'models/rules/elections/withheld.ts answers whether figures are withheld.',
  },
]

/** Words that only a kind of area or body is compared with; on the other side stands something named `kind`. */
const A_KIND = 'Literal[value=/^(place|organisations?)$/]'
const KIND =
  ':matches(MemberExpression[property.name=/kind$/i], ChainExpression[expression.property.name=/kind$/i], Identifier[name=/kind$/i])'
const oneDoorForKinds = [
  {
    selector: `BinaryExpression[operator=/^[!=]==?$/]:has(> ${A_KIND}):has(> ${KIND})`,
    message:
      'Ask byKind, or isPlace and its like, of models/rules/core/by_kind.ts: a third kind has to be answered too.',
  },
]

/** Questions of the law, and the one file that answers each. */
const FRONT_DOORS = [
  { file: 'models/rules/elections/withheld.ts', rule: oneDoorForWithheldFigures },
  { file: 'models/rules/core/by_kind.ts', rule: oneDoorForKinds },
]

/** The syntax that a folder keeps clear of, beside what only a front door says. */
function keepClear(files, also = []) {
  const rules = FRONT_DOORS.flatMap(({ rule }) => rule)
  return { files, rules: { 'no-restricted-syntax': ['error', ...also, ...rules] } }
}

/** A front door says what it answers, and nothing that another one answers. */
function frontDoor({ file, rule }) {
  const rules = FRONT_DOORS.flatMap((other) => (other.rule === rule ? [] : other.rule))
  return { files: [file], rules: { 'no-restricted-syntax': ['error', ...noClock, ...rules] } }
}

/** Which rooms of the house a folder may not reach into. */
function keepOut(files, patterns) {
  return {
    files,
    rules: { 'no-restricted-imports': ['error', { paths: [noEnvironmentImport], patterns }] },
  }
}

export default defineConfig(
  globalIgnores(['dist/', 'data/', 'coverage/', 'test/e2e/screenshots/', 'public/efterproev/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      'no-restricted-imports': ['error', { paths: [noEnvironmentImport] }],
      'no-restricted-properties': ['error', noRandomness, noEnvironment],
      'object-shorthand': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // As tsc has it: a leading underscore says that a name is there for its place only.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },

  // The house: three doors, one way through.
  keepOut(
    ['routes/**/*.ts', 'views/**/*.ts'],
    [{ regex: '^(knex|pg|sqlite3|better-sqlite3)(/|$)', message: 'Only models/ talk to the database.' }],
  ),
  keepOut(
    ['models/**/*.ts'],
    [
      { regex: '^(express|passport|helmet|ejs|csrf-sync)([-/]|$)', message: 'Models know no request.' },
      { regex: '/(routes|views)/', message: 'Data flows from routes to models, never back.' },
    ],
  ),
  keepClear(['models/**/*.ts', 'bin/**/*.ts', 'rehearsal/**/*.ts', 'bench/**/*.ts']),
  keepClear(['routes/**/*.ts', 'views/**/*.ts'], noQuery),
  keepClear(['models/rules/**/*.ts'], noClock),
  ...FRONT_DOORS.map(frontDoor),

  { files: ['config.ts'], rules: { 'no-restricted-properties': ['error', noRandomness] } },
  {
    files: ['test/**/*.ts'],
    rules: {
      // chai's `expect(x).to.be.true` is an expression statement.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // supertest types a parsed body as any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  { files: ['test/**/*.test.ts'], rules: { 'no-restricted-syntax': ['error', ...noWaiting] } },
  {
    // The harness chooses the engine and the time zone by the environment.
    files: ['test/support/**'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly' } },
    rules: { 'no-restricted-properties': ['error', noRandomness] },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', module: 'writable' } },
  },
  {
    files: ['bin/verifier/page.js'],
    languageOptions: { globals: browserGlobals() },
  },
  {
    files: ['public/js/**/*.js'],
    languageOptions: { sourceType: 'script', globals: browserGlobals() },
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['eslint.config.js', '.dependency-cruiser.js', 'knexfile.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
)

function browserGlobals() {
  const names = [
    'AbortController',
    'DKFDS',
    'Event',
    'EventSource',
    'FormData',
    'HTMLElement',
    'Intl',
    'URL',
    'URLSearchParams',
    'clearInterval',
    'clearTimeout',
    'console',
    'document',
    'fetch',
    'history',
    'localStorage',
    'location',
    'navigator',
    'sessionStorage',
    'setInterval',
    'setTimeout',
    'window',
  ]
  return Object.fromEntries(names.map((name) => [name, 'readonly']))
}
