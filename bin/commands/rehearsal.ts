import path from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot, statutesFileIsChosen } from '../../config.ts'
import { rehearse, type Outcome, type Scenario } from '../../rehearsal/kit/play.ts'
import { SCENARIOS } from '../../rehearsal/scenarios.ts'
import { scratchPostgres, scratchSqlite } from '../../rehearsal/kit/scratch.ts'
import type { Terminal } from './terminal.ts'

/** Every voter costs several requests over HTTP. */
const MOST_VOTERS = 5000

const USAGE = `Generalprøve: spiller et forløb igennem over HTTP på en database, der smides væk bagefter.

  npm run rehearsal -- --scenario NAVN [--scenario NAVN ...] [--voters ANTAL] [--json] [--keep] [--postgres]
  npm run rehearsal -- --list

  --scenario  forløbet; flere spilles efter hinanden
  --voters    hvor mange der stemmer, i de forløb der har en afstemning
  --json      skriver udfaldet af hvert forløb som ét JSON-objekt på én linje
  --keep      beholder databasen og skriver, hvor den er
  --postgres  spiller på en ny database på den server, som DATABASE_URL peger på
`

/** Exit codes: 0 when everything was as expected, 1 when not, 64 for a wrong call. */
export async function rehearsal(terminal: Terminal): Promise<number> {
  const { args, print, warn } = terminal
  const { values } = parseArgs({
    args: [...args],
    options: {
      scenario: { type: 'string', multiple: true, default: [] },
      voters: { type: 'string' },
      json: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      postgres: { type: 'boolean', default: false },
    },
  })
  if (values.list) {
    for (const { name, description } of SCENARIOS) print(`${name.padEnd(20)} ${description}\n`)
    return 0
  }
  const scenarios = values.scenario.map((wanted) => SCENARIOS.find(({ name }) => name === wanted))
  const voters = values.voters === undefined ? undefined : Number(values.voters)
  if (
    scenarios.length === 0 ||
    !scenarios.every((scenario) => scenario !== undefined) ||
    (voters !== undefined && !(Number.isInteger(voters) && voters >= 0 && voters <= MOST_VOTERS))
  ) {
    warn(USAGE)
    return 64
  }
  let isAllOk = true
  for (const scenario of scenarios) {
    const { ok } = await play(scenario, { ...values, voters }, terminal)
    isAllOk &&= ok
  }
  return isAllOk ? 0 : 1
}

interface Wishes {
  voters: number | undefined
  json: boolean
  keep: boolean
  postgres: boolean
}

/** Plays the scenario once for each of its councils, and prints the outcome of all of them as one. */
async function play(
  scenario: Scenario,
  { voters, json, keep, postgres }: Wishes,
  { print, warn }: Terminal,
): Promise<Outcome> {
  const say = (line: string) => print(`${line}\n`)
  const outcomes: Outcome[] = []
  for (const [index, statutesFile] of councilsOf(scenario).entries()) {
    const name = `generalproeve_${process.pid}_${scenario.name.replaceAll('-', '_')}_${index}`
    const scratch = postgres ? await scratchPostgres(name) : scratchSqlite()
    const config = { ...scratch.config, ...(statutesFile !== undefined && { statutesFile }) }
    try {
      outcomes.push(await rehearse(scenario, config, json ? undefined : say, { voters }))
      if (keep) warn(`Databasen er her: ${scratch.where}\n`)
    } finally {
      if (!keep) await scratch.remove()
    }
  }
  const outcome = together(scenario, outcomes)
  if (json) say(JSON.stringify(outcome))
  else say(`\n${outcome.ok ? 'Alt stemmer' : 'Noget stemmer ikke'} (${outcome.seconds} sekunder)`)
  return outcome
}

/** The statutes that STATUTES_FILE names, else the scenario's own, else the usual ones. */
function councilsOf({ statutesFiles }: Scenario): (string | undefined)[] {
  if (statutesFiles === undefined || statutesFileIsChosen()) return [undefined]
  return statutesFiles.map((file) => path.join(projectRoot, file))
}

function together({ name }: Scenario, outcomes: readonly Outcome[]): Outcome {
  return {
    scenario: name,
    ok: outcomes.every(({ ok }) => ok),
    steps: outcomes.flatMap(({ steps }) => steps),
    reconciliation: outcomes.flatMap(({ reconciliation }) => reconciliation),
    seconds: Math.round(outcomes.reduce((sum, { seconds }) => sum + seconds, 0) * 10) / 10,
  }
}
