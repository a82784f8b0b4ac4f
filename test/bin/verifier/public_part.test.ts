import { expect } from 'chai'
import fc from 'fast-check'
import { canonicalOf, parseJson, sha256 } from '../../../models/core/canonical.ts'
import { publicCode, publicRecord, type KeptBack } from '../../../models/elections/record/public_record.ts'
import { verify, type Report } from '../../../bin/verifier/verify.ts'
import { aMixedRecord, asFile, bytesOf, NOTHING_PRINTED, textOf } from './records.ts'

const RECORD = textOf(aMixedRecord())
const PARTS = publicCode(RECORD)
const part = (...kept: KeptBack[]) => publicRecord(RECORD, kept)

async function reportOn(text: string, given: { parts?: string; record?: string } = {}): Promise<Report> {
  const { parts = PARTS, record } = given
  const files = [asFile('del.json', text), ...(record === undefined ? [] : [asFile('hel.json', record)])]
  const printed = { ...NOTHING_PRINTED, parts, record: record === undefined ? '' : sha256(record) }
  return verify({ files, printed })
}

function resultsOf({ findings }: Report, result: 'fits' | 'wrong' | 'left_out'): string[] {
  return findings.filter((one) => one.result === result).map(({ check }) => check)
}

describe('verifier: the public part of a record', () => {
  it('fits with the printed code of the parts, and each check is made whose sections are shown', async () => {
    const report = await reportOn(part('boxes'))
    expect(report.verdict).to.equal('fits')
    expect(resultsOf(report, 'fits')).to.deep.equal(['form', 'parts', 'draws'])
    expect(report.record?.totals?.ballots).to.equal(24)
    const named = await reportOn(part('sheets'))
    const looked = ['form', 'parts', 'box', 'outcome', 'draws', 'certified']
    expect(resultsOf(named, 'fits')).to.deep.equal(looked)
  })

  it('fits with the whole record, of which it is a part, and not with another one', async () => {
    expect((await reportOn(part('boxes'), { parts: '', record: RECORD })).verdict).to.equal('fits')
    const other = textOf({ ...aMixedRecord(), board: ['Signe Holm', 'Vera Stub', 'Bo Krag'] })
    const report = await reportOn(part('boxes'), { parts: '', record: other })
    expect(report.findings.find(({ check }) => check === 'parts')?.why?.key).to.equal('parts_of_other')
  })

  it('is not known to be the right one until the printed code is typed, and is wrong with another', async () => {
    expect((await reportOn(part('boxes'), { parts: '' })).verdict).to.equal('incomplete')
    const report = await reportOn(part('boxes'), { parts: 'f'.repeat(64) })
    expect(report.findings.find(({ check }) => check === 'parts')?.why?.key).to.equal('other_parts')
  })

  it('finds any byte that is changed, taken out or put in', async () => {
    const bytes = bytesOf(part('boxes'))
    const place = fc.nat({ max: bytes.length - 1 })
    const way = fc.constantFrom(0, 1, 2)
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), way, async (at, by, how) => {
        const old = bytes[at] ?? 0
        const put = [[old ^ by], [], [old, by]][how] ?? []
        const changed = new Uint8Array([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + 1)])
        const printed = { ...NOTHING_PRINTED, parts: PARTS }
        const { verdict } = await verify({ files: [{ name: 'del.json', bytes: changed }], printed })
        expect(verdict, `byte ${at}`).to.equal('wrong')
      }),
      { numRuns: 150 },
    )
  })

  it('finds a section that says another thing, that is taken away, or that is another section of the record', async () => {
    const { sections, ...rest } = parseJson(part('boxes')) as { sections: Record<string, object> }
    const { totals, list, ...others } = sections
    const changes = [
      { ...others, list, totals: { ...totals, value: null } },
      { ...others, list },
      { ...others, list: totals, totals: list },
      { ...sections, booth: { hash: '0'.repeat(64) } },
    ]
    for (const changed of changes)
      expect((await reportOn(canonicalOf({ ...rest, sections: changed }))).verdict).to.equal('wrong')
  })

  it('finds a wrong sum in what is shown, though its codes have been computed anew', async () => {
    const record = aMixedRecord()
    record.result!.elected = [13]
    const text = textOf(record)
    const report = await reportOn(publicRecord(text, ['sheets']), { parts: publicCode(text) })
    expect(resultsOf(report, 'wrong')).to.deep.equal(['outcome'])
  })
})
