import { readFileSync } from 'node:fs'
import { isPostgres, type Db } from '../../models/core/db.ts'
import { describeSchema, schemaFile } from './describe.ts'

export interface GuardFinding {
  kind: 'missing' | 'changed' | 'extra' | 'off'
  /** The trigger, function, index, constraint, table or column. */
  name: string
}

/** Holds the tables, triggers, functions, indexes and constraints of the database against those of the migrations. */
export async function checkGuards(db: Db): Promise<GuardFinding[]> {
  const expected = partsOf(readFileSync(schemaFile(db), 'utf8'))
  const found = partsOf(await describeSchema(db))
  const findings: GuardFinding[] = await triggersOff(db)
  for (const [name, text] of expected) {
    const is = found.get(name)
    if (is === undefined) findings.push({ kind: 'missing', name })
    // How a server writes out a check depends on its version; what a trigger does is kept as it was written.
    else if (is !== text && !(isPostgres(db) && name.includes('.'))) findings.push({ kind: 'changed', name })
  }
  for (const name of found.keys()) if (!expected.has(name)) findings.push({ kind: 'extra', name })
  return findings
}

const STATEMENT = /^create (?:unique )?(?:table|index|trigger|function|view) ([\w]+)/i
const LAST_LINE = /;$/

/** Each statement by its name; of a table each line by the table and its first words. */
function partsOf(text: string): Map<string, string> {
  const parts = new Map<string, string>()
  let [name, lines]: [string, string[]] = ['', []]
  for (const line of text.split('\n')) {
    const begun = STATEMENT.exec(line)
    if (begun) [name, lines] = [begun[1] ?? '', []]
    if (name === '') continue
    lines.push(line)
    if (begun && /^create table/i.test(line)) continue
    if (lines[0]?.startsWith('create table')) {
      if (line === ');') name = ''
      else parts.set(`${name}.${firstWords(line)}`, line.replace(/,$/, ''))
    } else parts.set(name, lines.join('\n'))
    if (LAST_LINE.test(line) && !line.startsWith('  ') && name !== '') name = ''
  }
  return parts
}

function firstWords(line: string): string {
  const text = line.trim().replace(/,$/, '')
  const constraint = /^constraint (\w+)/i.exec(text)?.[1]
  // A check without a name is known by all of its text.
  return constraint ?? (/^(check|foreign|primary|unique)\b/i.test(text) ? text : (text.split(' ')[0] ?? ''))
}

/** PostgreSQL can leave a trigger where it is and never ask it. */
async function triggersOff(db: Db): Promise<GuardFinding[]> {
  if (!isPostgres(db)) return []
  const { rows } = await db.raw<{ rows: { name: string }[] }>(
    `select t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = current_schema()::regnamespace and t.tgenabled <> 'O' and not t.tgisinternal order by 1`,
  )
  return rows.map(({ name }) => ({ kind: 'off', name }))
}
