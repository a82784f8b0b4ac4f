import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import fc from 'fast-check'
import { NODE_FILE, PAGE_FILE, verifierForNode, verifierPage } from '../../../bin/verifier/build.ts'
import type { Check } from '../../../bin/verifier/findings.ts'
import { TEXTS } from '../../../bin/verifier/texts.ts'
import { verify, type Given, type Report } from '../../../bin/verifier/verify.ts'
import { publicCode } from '../../../models/elections/record/public_record.ts'
import { findRecord } from '../../../models/elections/record/record.ts'
import { paths } from '../../../views/paths.ts'
import { anApp } from '../../support/app.ts'
import { aCertifiedElection } from '../../support/builders/outcomes.ts'
import { bytesOf, NOTHING_PRINTED } from './records.ts'

interface Kept {
  pdf: Uint8Array<ArrayBuffer>
  data: string
  log: string
  printed: Given['printed']
}

describe('verifier: what an outsider fetches', () => {
  let kept: Kept

  before(async () => {
    const house = await anApp()
    const id = await aCertifiedElection(house, { figures: { votes: [16, 10, 5] } })
    const vera = await house.as('vera')
    const ruth = await house.as('ruth')
    const pdf = await vera.raw('get', paths.electionPaper(id, 'protokol.pdf'))
    const record = await findRecord(house.db, id)
    kept = {
      pdf: new Uint8Array(pdf.body as Buffer),
      data: (await house.visitor().raw('get', paths.publicRecordData(id))).text,
      log: (await fileOf(ruth.raw('get', paths.auditFile))).toString('utf8'),
      printed: {
        ...{ record: record?.hash ?? '', line: `${record?.audit_sequence ?? ''}` },
        ...{ log: record?.audit_hash ?? '', codes: '', parts: publicCode(record?.document ?? '{}') },
      },
    }
  })

  const given = (change: Partial<Kept> = {}): Given => {
    const { pdf, log, printed } = { ...kept, ...change }
    return {
      files: [
        { name: 'protokol.pdf', bytes: pdf },
        { name: 'logbog.jsonl', bytes: bytesOf(log) },
      ],
      printed,
    }
  }

  it('fits: the PDF with its data, the log, and what is printed', async () => {
    const { verdict, findings, record } = await verify(given())
    expect(findings.filter(({ result }) => result === 'wrong')).to.deep.equal([])
    expect(verdict).to.equal('fits')
    const expected: Check[] = [
      'seal',
      'attachment',
      'code',
      'parts',
      'sheets',
      'papers',
      'totals',
      'outcome',
      'result',
      'certified',
      'chain',
      'head',
      'logged',
    ]
    for (const check of expected)
      expect(findings.find((one) => one.check === check)?.result, check).to.equal('fits')
    expect(record?.totals?.votes.map(({ votes }) => votes)).to.have.members([16, 10, 5])
  })

  it('has in the PDF the data of which anybody can fetch a part', async () => {
    const files = [{ name: 'x', bytes: bytesOf(kept.data) }]
    const part = await verify({ files, printed: { ...kept.printed, record: '' } })
    expect([part.verdict, part.code]).to.deep.equal(['fits', null])
    const both = [...given().files, ...files]
    expect((await verify({ files: both, printed: kept.printed })).verdict).to.equal('fits')
  })

  it('says that something is missing until the code on the paper is typed', async () => {
    expect((await verify(given({ printed: NOTHING_PRINTED }))).verdict).to.equal('incomplete')
    const none = await verify({ files: [], printed: kept.printed })
    expect(none.verdict).to.equal('wrong')
  })

  it('reads a code as people copy it: in groups, in capitals, with its label', async () => {
    const groups = kept.printed.record.toUpperCase().replace(/(.{8})/g, '$1 ')
    for (const record of [groups, `Protokollens kontrolkode: ${kept.printed.record}`])
      expect((await verify(given({ printed: { ...kept.printed, record } }))).verdict).to.equal('fits')
    const short = { ...kept.printed, record: kept.printed.record.slice(0, 63) }
    expect((await verify(given({ printed: short }))).verdict).to.equal('wrong')
  })

  it('finds any byte of the PDF that is changed, taken out or put in', async () => {
    await attack(
      () => kept.pdf,
      (pdf) => verify(given({ pdf })),
      { runs: 40 },
    )
  })

  it('finds any byte of the data that is changed, taken out or put in', async () => {
    await attack(
      () => bytesOf(kept.data),
      (bytes) => verify({ files: [{ name: 'protokol.json', bytes }], printed: kept.printed }),
    )
  })

  it('finds any byte of the log that is changed, taken out or put in', async () => {
    // The first line only says what file it is, and nothing rests on it.
    const begins = bytesOf(kept.log.slice(0, kept.log.indexOf('\n') + 1)).length
    await attack(
      () => bytesOf(kept.log),
      (bytes) => {
        const files = [
          { name: 'protokol.pdf', bytes: kept.pdf },
          { name: 'logbog.jsonl', bytes },
        ]
        return verify({ files, printed: kept.printed })
      },
      { from: begins },
    )
  })

  it('finds lines of the log that are cut off, exchanged or taken away', async () => {
    const lines = kept.log.trimEnd().split('\n')
    const swapped = [...lines]
    swapped.splice(2, 2, lines[3] ?? '', lines[2] ?? '')
    for (const log of [lines.slice(0, 3), lines.toSpliced(4, 1), swapped, [lines[0] ?? '']])
      expect((await verify(given({ log: `${log.join('\n')}\n` }))).verdict).to.equal('wrong')
  })

  it('finds each printed code that is another one', async () => {
    for (const field of ['record', 'log', 'parts'] as const) {
      const other = kept.printed[field].replace(/^./, (sign) => (sign === '0' ? '1' : '0'))
      expect((await verify(given({ printed: { ...kept.printed, [field]: other } }))).verdict).to.equal(
        'wrong',
      )
    }
    expect((await verify(given({ printed: { ...kept.printed, line: '1' } }))).verdict).to.equal('wrong')
  })

  it('finds a PDF that another program has added to', async () => {
    const more = bytesOf('\n9 0 obj\n<< >>\nendobj\ntrailer << >>\nstartxref\n0\n%%EOF\n')
    const pdf = new Uint8Array([...kept.pdf, ...more])
    const { findings } = await verify(given({ pdf }))
    expect(findings.find(({ check }) => check === 'seal')?.why?.key).to.equal('added_to')
  })

  it('does not break on a file of any kind, and knows none that it was not made for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (random) => {
        const bytes = new Uint8Array(random)
        const { verdict } = await verify({ files: [{ name: 'x', bytes }], printed: kept.printed })
        expect(verdict).to.equal('wrong')
      }),
    )
  })

  it('runs as one file in Node, and ends as it says', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'raadsbogen-verifier-'))
    const run = promisify(execFile)
    try {
      writeFileSync(path.join(folder, 'p.pdf'), kept.pdf)
      const { record } = kept.printed
      const fit = await run('node', [NODE_FILE, 'p.pdf', '--protokol', record], { cwd: folder })
      expect(fit.stdout).to.include(TEXTS.da.verdict.fits)
      const other = await run('node', [NODE_FILE, 'p.pdf', '--en', '--protokol', 'f'.repeat(64)], {
        cwd: folder,
      }).catch((error: unknown) => error as { code: number; stdout: string })
      expect(other).to.include({ code: 1 })
      expect(other.stdout).to.include(TEXTS.en.why.other_code)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('verifier: the two files', () => {
  it('are what their sources give', async () => {
    expect(readFileSync(PAGE_FILE, 'utf8')).to.equal(await verifierPage())
    expect(readFileSync(NODE_FILE, 'utf8')).to.equal(await verifierForNode())
  })

  it('have every text in both languages', () => {
    expect(Object.keys(TEXTS.en.why)).to.deep.equal(Object.keys(TEXTS.da.why))
  })
})

/** Changes one byte at a place of chance in one of three ways; no such file may pass. */
async function attack(
  bytes: () => Uint8Array<ArrayBuffer>,
  check: (changed: Uint8Array<ArrayBuffer>) => Promise<Report>,
  { from = 0, runs = 200 }: { from?: number; runs?: number } = {},
): Promise<void> {
  const whole = bytes()
  const place = fc.integer({ min: from, max: whole.length - 1 })
  await fc.assert(
    fc.asyncProperty(
      place,
      fc.integer({ min: 1, max: 255 }),
      fc.constantFrom(0, 1, 2),
      async (at, by, way) => {
        const old = whole[at] ?? 0
        const put = [[old ^ by], [], [old, by]][way] ?? []
        const changed = new Uint8Array([...whole.subarray(0, at), ...put, ...whole.subarray(at + 1)])
        const { verdict } = await check(changed)
        expect(verdict, `byte ${at}`).to.equal('wrong')
      },
    ),
    { numRuns: runs },
  )
}

async function fileOf(answer: PromiseLike<{ body: unknown; text?: string }>): Promise<Buffer> {
  const { body, text } = await answer
  return Buffer.isBuffer(body) ? body : Buffer.from(text ?? '', 'utf8')
}
