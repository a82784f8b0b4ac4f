/*
 * The house, as dependency-cruiser holds it. Floors lie over each other, and every floor has the same rooms. A floor knows
 * the floors below it; a room knows the rooms before it; what lies on common ground knows no room. `npm run house` reports
 * each import that goes another way, and draws the picture in README from the lists here.
 */

/** The rooms, each after those that it knows. */
export const ROOMS = [
  { name: 'statutes', holds: 'the document, its versions, its rules in sentences' },
  { name: 'bodies', holds: 'places and organisations, their names over time, mergers' },
  { name: 'people', holds: 'persons, and what of them is published' },
  { name: 'accounts', holds: 'sign-in, roles and permissions, links' },
  { name: 'council', holds: 'seats, terms, roster, offices, substitutes, the council over time' },
  { name: 'elections', holds: 'from the plan to the record, complaints and the box' },
  { name: 'renewal', holds: 'timetable, nominations, appointments, letters' },
  { name: 'meetings', holds: 'notice, attendance, quorum' },
  { name: 'exchange', holds: 'import, export, open data' },
  { name: 'privacy', holds: 'insight, erasing, retention, the log' },
  { name: 'front', holds: 'what to do now, search, notices' },
]

/** The floors, each above those that it knows, and the folders in which a room lies on it. */
export const FLOORS = [
  { name: 'rules', holds: 'the law, pure', folders: ['models/rules/<room>'] },
  { name: 'models', holds: 'queries and official acts', folders: ['models/<room>'] },
  {
    name: 'views',
    holds: 'pages and papers from plain rows',
    folders: ['views/(?:office|public|paper|partials)/<room>'],
  },
  {
    name: 'routes',
    holds: 'guard, checks, load, act, render',
    folders: ['routes/(?:office|public)/<room>'],
  },
]

/** What stands above the floors: it may look into every room, and no room looks at it. */
export const ROOF = ['app.ts', 'server.ts', 'bin', 'rehearsal', 'bench', 'test']

/** Folders of a room that are not named after it. */
const ALSO = {
  elections: { views: ['views/booth'], routes: ['routes/booth'] },
}

/** What every room may use, and what knows no room. */
export const COMMON = [
  {
    path: 'config.ts',
    may: ['models/rules/privacy/retention'],
    why: 'the settings of how long things are kept',
  },
  { path: 'models/core/', may: [] },
  {
    path: 'models/exchange/reading/',
    may: [],
    why: 'the one reader of CSV and Excel, for rolls and rosters',
  },
  { path: 'models/rules/core/', may: [] },
  {
    path: 'views/[^/]+$',
    may: ['models/accounts/permissions'],
    why: 'the reader of a page may do what their role allows',
  },
  { path: 'views/(?:errors|layouts)/', may: [] },
  { path: 'views/paper/kit/', may: [] },
  { path: 'views/partials/(?:form|layout|[^/]+$)', may: [] },
  {
    path: 'routes/web/',
    may: ['models/accounts/', 'models/statutes/versions', 'models/rules/privacy/retention'],
    why: 'a request knows who is signed in, the name of the council, and the settings',
  },
]

/** Pages that show what later rooms know. They take it from those rooms' models; the models themselves never look ahead. */
export const PAGES_LOOK_AHEAD = {
  statutes: { to: ['council'], why: 'new statutes show what they do to seats and members' },
  bodies: { to: ['council'], why: 'a place shows the seats behind it' },
  people: {
    to: ['council', 'elections', 'renewal', 'meetings', 'privacy'],
    why: 'a person has one page, with everything the house knows',
  },
  accounts: { to: ['council'], why: 'a chair is chosen among those who sit' },
  council: {
    to: ['elections', 'renewal', 'meetings'],
    why: 'a vacant seat shows what is under way to fill it, and who comes next by votes',
  },
}

/** Questions of the law that one rule answers, whole: what it asks others for, and who may ask them beside it. */
const FRONT_DOORS = [
  {
    question: 'who-may-stand',
    door: 'models/rules/elections/candidacy.ts',
    parts: ['models/rules/council/eligibility.ts', 'models/rules/council/reelection.ts'],
    // A seat is not given for more terms than the statutes allow, however its member was found.
    also: ['models/council/terms_sat.ts'],
  },
]

/** What a room offers to the routes, and where else routes find what every door uses. Below it, files know each other. */
const ROOM_FRONTS = [
  '^models/[^/]+/index[.]ts$',
  '^views/office/[^/]+/index[.]ts$',
  '^routes/web/index[.]ts$',
]
const BEHIND_FRONTS = ['^models/', '^views/office/', '^routes/web/']
const FIELDS = '^routes/web/fields[.]ts$'
const DOORS = '^routes/(?:office|public|booth)/'

/** All that a rule may reach. */
const LAW = [
  '^models/rules/',
  '^models/core/(?:dates|ids|records)[.]ts$',
  '^models/statutes/(?!versions|tables)',
  '(?:^|/)node_modules/zod/',
]
const DATABASE = '(?:^|/)node_modules/(?:knex|pg|sqlite3|better-sqlite3)/'
const WEB =
  '(?:^|/)node_modules/(?:@types/)?(?:express|express-[a-z]+|passport|passport-local|helmet|multer|ejs|csrf-sync|compression)/'
const NOT_COMMON = COMMON.map(({ path }) => `^${path}`)

/** Where these rooms lie on these floors. */
function placesOf(rooms, floors = FLOORS) {
  return floors.flatMap((floor) =>
    rooms.flatMap(({ name }) => [
      ...floor.folders.map((folder) => `^${folder.replace('<room>', name)}/`),
      ...(ALSO[name]?.[floor.name] ?? []).map((folder) => `^${folder}/`),
    ]),
  )
}

function floorsNamed(...names) {
  return FLOORS.filter(({ name }) => names.includes(name))
}

/** A rule that forbids an import; `name` says what should hold. */
function never(name, from, to) {
  return { name, severity: 'error', from, to }
}

/** A room knows the rooms before it; a page may also show what the later rooms in its list know, but never their routes. */
function orderOf({ name }, index) {
  const later = ROOMS.slice(index + 1)
  const ahead = PAGES_LOOK_AHEAD[name]?.to ?? []
  const unseen = later.filter((room) => !ahead.includes(room.name))
  const seen = later.filter((room) => ahead.includes(room.name))
  const models = placesOf([{ name }], floorsNamed('rules', 'models'))
  const pages = placesOf([{ name }], floorsNamed('views', 'routes'))
  const to = (rooms, floors) => ({ path: placesOf(rooms, floors), pathNot: NOT_COMMON })
  return [
    later.length > 0 &&
      never(`${name}-knows-earlier-rooms`, { path: models, pathNot: NOT_COMMON }, to(later)),
    unseen.length > 0 && never(`${name}-shows-earlier-rooms`, { path: pages }, to(unseen)),
    seen.length > 0 &&
      never(`${name}-knows-no-later-route`, { path: pages }, to(seen, floorsNamed('routes'))),
  ].filter(Boolean)
}

function frontDoor({ question, door, parts, also }) {
  return never(
    `${question}-has-one-front-door`,
    { path: '^(?:models|views|routes|bin)/', pathNot: [door, ...also].map((file) => `^${file}$`) },
    { path: parts.map((file) => `^${file}$`), dependencyTypesNot: ['type-only'] },
  )
}

function commonGround({ path, may }) {
  return never(
    'common-ground-knows-no-room',
    { path: `^${path}` },
    { path: placesOf(ROOMS), pathNot: [...NOT_COMMON, ...may.map((one) => `^${one}`)] },
  )
}

const FLOOR_PATHS = {
  rules: '^models/rules/',
  models: '^models/(?!rules/)',
  views: '^views/',
  routes: '^routes/',
}

function floorKnowsThoseBelow({ name }, index) {
  const above = FLOORS.slice(index + 1).flatMap((floor) => FLOOR_PATHS[floor.name])
  return never(
    `${name}-know-the-floors-below`,
    { path: FLOOR_PATHS[name] },
    { path: [...above, ...ROOF.map((one) => `^${one}`)], pathNot: LAW },
  )
}

export default {
  forbidden: [
    never('no-circles', {}, { circular: true }),
    ...ROOMS.flatMap(orderOf),
    ...COMMON.map(commonGround),
    ...FLOORS.map(floorKnowsThoseBelow),
    never(
      'rules-reach-the-law-alone',
      { path: '^models/rules/' },
      { path: '.', pathNot: LAW, reachable: true },
    ),
    ...FRONT_DOORS.map(frontDoor),
    never(
      'rooms-open-their-front-to-routes-only',
      { path: '.', pathNot: [DOORS, '^app[.]ts$'] },
      { path: ROOM_FRONTS },
    ),
    never(
      'routes-enter-rooms-by-their-front',
      { path: DOORS },
      { path: BEHIND_FRONTS, pathNot: [...ROOM_FRONTS, FIELDS] },
    ),
    never('models-know-no-request', { path: '^models/' }, { path: WEB }),
    never('only-models-talk-to-the-database', { path: '^(?:routes|views)/' }, { path: DATABASE }),
    never('pages-know-no-request-and-no-database', { path: '^views/' }, { path: [WEB, '^models/core/db'] }),
    never(
      'production-needs-no-tools',
      { path: '^(?:app|server|config|models|views|routes|migrations)' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    // The types of knex are declarations alone, which no resolver finds.
    never('every-import-leads-somewhere', {}, { couldNotResolve: true, pathNot: '^knex/types/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/fixtures/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
}
