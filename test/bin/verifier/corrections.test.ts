import { expect } from 'chai'
import { canonicalOf, sha256 } from '../../../models/core/canonical.ts'
import type { ElectionId } from '../../../models/core/ids.ts'
import { findRecord } from '../../../models/elections/record/record.ts'
import type { RecordData } from '../../../bin/verifier/record.ts'
import type { Correction, Investigation } from '../../../bin/verifier/record_corrections.ts'
import { verify, type Report } from '../../../bin/verifier/verify.ts'
import { anApp, type TestApp } from '../../support/app.ts'
import { anOpenBoothElection, aBooth, closed, openedBox } from '../../support/builders/booth.ts'
import { aCountedElection, counts, DAYS, type Figures } from '../../support/builders/elections.ts'
import {
  aCertifiedElection,
  anInvestigation,
  aRecountDecided,
  certifies,
} from '../../support/builders/outcomes.ts'
import { asFile, NOTHING_PRINTED } from './records.ts'

const PAPERS = { printed: 90, handed_out: 70, exchanged: 0, unused: 20, not_returned: 0 }
const FIRST: Figures = { votes: [25, 15, 10], reason: 'Nogle gik med sedlen.' }
const MORE: Figures = { votes: [25, 35, 10] }

/** As if an attacker had written the code of the changed record on the paper too. */
async function reportOn(record: RecordData): Promise<Report> {
  const text = canonicalOf(record)
  return verify({
    files: [asFile('protokol.json', text)],
    printed: { ...NOTHING_PRINTED, record: sha256(text) },
  })
}

async function corrections(record: RecordData): Promise<string> {
  const { findings } = await reportOn(record)
  const { result, why } = findings.find(({ check }) => check === 'corrections')!
  return why?.key ?? result
}

async function wrongIn(record: RecordData): Promise<string[]> {
  const { findings } = await reportOn(record)
  return findings.filter(({ result }) => result === 'wrong').map(({ check, why }) => `${check} ${why?.key}`)
}

async function recordOf(house: TestApp, id: ElectionId): Promise<RecordData> {
  return JSON.parse((await findRecord(house.db, id))?.document ?? '') as RecordData
}

async function countedAnew(house: TestApp, id: ElectionId, figures: Figures): Promise<void> {
  for (const name of ['bo', 'lis'] as const) await counts(house, id, name, figures)
  await certifies(house, id)
}

type Change = (record: RecordData, correction: Correction) => void

/** What an attacker edits in any corrected record, and what the check calls it. */
const EDITED: Readonly<Record<string, [Change, string]>> = {
  'an old figure': [(_record, { was }) => (was.totals!.votes[0]!.votes += 1), 'correction_old_figures'],
  'an old figure, and the line about it with it': [
    (_record, { was, changes }) => {
      const [line] = changes
      was.totals!.votes.find((one) => one.candidacy_id === line!.candidacy_id)!.votes -= 1
      line!.was -= 1
    },
    'correction_old_figures',
  ],
  'the old number of ballots': [(_record, { was }) => (was.totals!.ballots = 70), 'correction_old_figures'],
  'a new figure': [(_record, { is }) => (is!.totals!.votes[0]!.votes += 1), 'correction_new_figures'],
  'who was elected before': [
    (_record, correction) => (correction.was.elected = correction.is!.elected),
    'correction_old_elected',
  ],
  'who is elected now': [
    (_record, correction) => (correction.is!.elected = correction.was.elected),
    'correction_new_elected',
  ],
  'a figure of what was changed': [(_record, { changes }) => (changes[0]!.is -= 1), 'correction_changes'],
  'a line of what was changed, taken away': [
    (_record, { changes }) => changes.splice(0, 1),
    'correction_changes',
  ],
  'a line of what was changed that is none': [
    (_record, { changes }) => changes.push({ line: 'blank', was: 0, is: 0 }),
    'correction_changes',
  ],
  'the new result, taken away': [(_record, correction) => (correction.is = null), 'correction_unfinished'],
  'that it is corrected': [(record) => (record.made_at = 'certified'), 'not_called_corrected'],
  'that the first one was certified': [
    (_record, correction) => (correction.was_certified = false),
    'corrected_without_cause',
  ],
}

const OF_INVESTIGATION: Readonly<Record<string, [(record: RecordData, one: Investigation) => void, string]>> =
  {
    'what was found, taken away': [(_record, one) => (one.findings = null), 'investigation_open'],
    'that the figures were to stay': [
      (_record, one) => (one.findings!.figures = 'kept'),
      'investigation_open',
    ],
    'a signature, taken away': [(_record, one) => one.signatures.pop(), 'investigation_open'],
    'one who signed twice': [
      (_record, one) => (one.signatures[1]!.signer = one.signatures[0]!.signer),
      'investigation_open',
    ],
    'the investigation, taken away': [(record) => (record.investigations = []), 'investigation_missing'],
    'what came of it, taken away': [(_record, one) => (one.corrected = null), 'investigation_missing'],
    'the round that it asked for': [
      (record) => delete record.rounds[1]!.investigation,
      'investigation_missing',
    ],
  }

const OF_RECOUNT: Readonly<Record<string, [(record: RecordData) => void, string]>> = {
  'the complaint, taken away': [(record) => (record.complaints = []), 'recount_without_complaint'],
  'a complaint that was dismissed': [
    (record) => (record.complaints![0]!.decision!.outcome = 'dismissed'),
    'recount_without_complaint',
  ],
  'the round that it asked for': [
    (record) => (record.rounds[1]!.complaint = null),
    'recount_without_complaint',
  ],
  'the recount, taken away': [(record) => (record.recounts = []), 'corrected_without_cause'],
}

describe('verifier: a corrected record', () => {
  const records = new Map<string, string>()
  const recordBy = (how: string) => JSON.parse(records.get(how) ?? '') as RecordData
  const correctionIn = (record: RecordData) =>
    (record.investigations?.[0]?.corrected ?? record.recounts[0]?.corrected)!

  before(async () => {
    for (const [how, asksFor] of [
      ['investigation', anInvestigation],
      ['recount', aRecountDecided],
    ] as const) {
      const house = await anApp()
      const id = await aCertifiedElection(house, { papers: PAPERS, figures: FIRST })
      await asksFor(house, id)
      await countedAnew(house, id, MORE)
      records.set(how, JSON.stringify(await recordOf(house, id)))
    }
  })

  for (const how of ['investigation', 'recount']) {
    it(`fits after an ${how === 'recount' ? 'upheld complaint' : how}, and says who was elected before`, async () => {
      const record = recordBy(how)
      expect(record.made_at).to.equal('corrected')
      const { verdict, findings } = await reportOn(record)
      expect(findings.filter(({ result }) => result === 'wrong')).to.deep.equal([])
      expect([verdict, await corrections(record)]).to.deep.equal(['fits', 'fits'])
    })

    for (const [what, [change, expected]] of Object.entries(EDITED))
      it(`names what was edited after an ${how}: ${what}`, async () => {
        const record = recordBy(how)
        change(record, correctionIn(record))
        expect(await corrections(record)).to.equal(expected)
      })
  }

  for (const [what, [change, expected]] of Object.entries(OF_INVESTIGATION))
    it(`names what was edited of an investigation: ${what}`, async () => {
      const record = recordBy('investigation')
      change(record, record.investigations![0]!)
      expect(await corrections(record)).to.equal(expected)
    })

  for (const [what, [change, expected]] of Object.entries(OF_RECOUNT))
    it(`names what was edited of a recount: ${what}`, async () => {
      const record = recordBy('recount')
      change(record)
      expect(await corrections(record)).to.equal(expected)
    })
})

describe('verifier: records with several counts', () => {
  let house: TestApp

  beforeEach(async () => {
    house = await anApp()
  })

  it('fit when a recount confirms, and find a confirmed one that is called corrected', async () => {
    const id = await aCertifiedElection(house, { papers: PAPERS, figures: FIRST })
    await aRecountDecided(house, id)
    await countedAnew(house, id, FIRST)
    const record = await recordOf(house, id)
    expect([record.made_at, await wrongIn(record)]).to.deep.equal(['certified', []])
    expect(await corrections({ ...record, made_at: 'corrected' })).to.equal('corrected_without_cause')
  })

  it('fit when the board kept the figures, and find what it found taken away', async () => {
    const id = await aCertifiedElection(house, { papers: PAPERS, figures: FIRST })
    await anInvestigation(house, id, 'kept')
    const record = await recordOf(house, id)
    expect([record.made_at, await wrongIn(record)]).to.deep.equal(['corrected', []])
    expect(await corrections({ ...record, investigations: [] })).to.equal('corrected_without_cause')
  })

  it('hold each count against the next, whatever asked for it, certified or not', async () => {
    const id = await aCountedElection(house, { papers: PAPERS, figures: FIRST })
    await anInvestigation(house, id)
    await countedAnew(house, id, MORE)
    await aRecountDecided(house, id)
    await countedAnew(house, id, FIRST)
    const record = await recordOf(house, id)
    expect([record.made_at, await wrongIn(record)]).to.deep.equal(['corrected', []])
    const other = structuredClone(record)
    const { corrected } = other.investigations![0]!
    corrected!.is = { ...record.recounts[0]!.corrected!.is! }
    expect(await corrections(other)).to.equal('correction_new_figures')
  })

  it('fit with a tablet beside the papers after an investigation, its box counted in the new round', async () => {
    const { id, slips } = await anOpenBoothElection(house, { means: 'both' })
    const booth = await aBooth(house, id)
    for (const name of ['Åse Wang', 'Anker Bro', 'Anker Bro']) await booth.vote(name)
    await closed(house, id)
    await openedBox(house, id, slips)
    for (const name of ['bo', 'lis'] as const) await counts(house, id, name)
    house.clock.set(DAYS.certified)
    await certifies(house, id)
    await anInvestigation(house, id)
    await countedAnew(house, id, { votes: [5, 14, 10], blank: 1, invalid: 1 })
    const record = await recordOf(house, id)
    expect(await wrongIn(record)).to.deep.equal([])
    expect(record.booth).not.to.equal(null)
  })
})
