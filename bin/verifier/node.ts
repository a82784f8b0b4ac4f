import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { formerIn } from './corrections.ts'
import { filled, TEXTS, type Lang } from './texts.ts'
import type { Texts } from './texts_form.ts'
import { type Report, verify } from './verify.ts'

const OPTIONS = {
  protokol: { type: 'string' },
  linje: { type: 'string' },
  logbog: { type: 'string' },
  koder: { type: 'string' },
  dele: { type: 'string' },
  en: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

const STATUS = { fits: 0, wrong: 1, incomplete: 2 } as const

/** Returns what the command says and how it ends: 0 fits, 1 does not fit, 2 something is missing or cannot be read. */
export async function run(args: readonly string[]): Promise<{ text: string; status: 0 | 1 | 2 }> {
  let lang: Lang = args.includes('--en') ? 'en' : 'da'
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
    lang = values.en ? 'en' : 'da'
    if (positionals.length === 0) return { text: TEXTS[lang].usage, status: 2 }
    const files = await Promise.all(
      positionals.map(async (file) => ({
        name: path.basename(file),
        bytes: new Uint8Array(await readFile(file)),
      })),
    )
    const {
      protokol: record = '',
      linje: line = '',
      logbog: log = '',
      koder: codes = '',
      dele: parts = '',
    } = values
    const report = await verify({ files, printed: { record, line, log, codes, parts } })
    const text = values.json ? JSON.stringify(report, null, 2) : inWords(report, lang)
    return { text, status: STATUS[report.verdict] }
  } catch (error) {
    return {
      text: `${error instanceof Error ? error.message : String(error)}\n${TEXTS[lang].usage}`,
      status: 2,
    }
  }
}

const MARKS = { fits: '✓', wrong: '✗', left_out: '–' } as const

function inWords({ verdict, findings, code, record }: Report, lang: Lang): string {
  const texts = TEXTS[lang]
  const lines = findings.map(({ check, result, why }) => {
    const reason = why === undefined ? '' : `\n    ${filled(texts.why[why.key] ?? why.key, why.words)}`
    return `${MARKS[result]} ${texts.checks[check]}${reason}`
  })
  const computed = code === null ? [] : ['', `${texts.says_code}: ${code}`]
  const says = record === null ? [] : electedIn(record, texts)
  return [texts.verdict[verdict], texts.verdict_text[verdict], '', ...lines, ...says, ...computed].join('\n')
}

/** Who is elected, and who was before the votes were counted anew. */
function electedIn(record: NonNullable<Report['record']>, texts: Texts): string[] {
  const nameOf = new Map((record.candidates ?? []).map(({ id, name }) => [id, name]))
  const named = (ids: readonly number[]) => ids.map((id) => nameOf.get(id) ?? `${id}`).join(', ')
  const { result } = record
  const now = result ? ['', `${texts.says_elected}: ${named(result.elected)}`] : []
  return [...now, ...formerIn(record).map((elected) => `${texts.says_before}: ${named(elected)}`)]
}
