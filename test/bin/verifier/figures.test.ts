import { expect } from 'chai'
import { sha256 } from '../../../models/core/canonical.ts'
import type { Check } from '../../../bin/verifier/findings.ts'
import type { Lot, RecordData, Sheet } from '../../../bin/verifier/record.ts'
import { verify, type Report } from '../../../bin/verifier/verify.ts'
import { aMixedRecord, asFile, CODES, NOTHING_PRINTED, textOf, withResultCode } from './records.ts'

/** The sums alone, as if an attacker had written the code of the changed record on the paper too. */
async function reportOn(record: RecordData, codes?: readonly string[]): Promise<Report> {
  const text = textOf(record)
  const files = [asFile('protokol.json', text)]
  if (codes) files.push(asFile('koder.txt', codes.join('\n')))
  return verify({ files, printed: { ...NOTHING_PRINTED, record: sha256(text) } })
}

async function wrongOf(change: (record: RecordData) => void): Promise<string[]> {
  const record = aMixedRecord()
  change(record)
  const { findings } = await reportOn(record)
  return findings.flatMap(({ check, why }) => (why ? [`${check} ${why.key}`] : []))
}

const sheet = (record: RecordData, at = 0) => record.rounds[0]?.sheets[at] as Sheet
const bothSheets = (change: (one: Sheet) => void) => (record: RecordData) => {
  for (const at of [0, 1]) change(sheet(record, at))
}
const lot = (record: RecordData) => record.lot as Lot & { draw: NonNullable<Lot['draw']> }

/** What an attacker changes, and the first two words of the finding that must come. */
const CHANGES: Readonly<Record<string, [(record: RecordData) => void, `${Check} ${string}`]>> = {
  'a vote on one sheet': [(it) => (sheet(it).votes[0]!.votes -= 1), 'sheets sheets_differ'],
  'a vote on both sheets': [bothSheets((one) => (one.votes[0]!.votes -= 1)), 'totals totals_differ'],
  'more votes than ballots': [
    bothSheets((one) => (one.votes[0]!.votes = 19)),
    'sheets more_votes_than_ballots',
  ],
  'a vote for nobody on the list': [
    bothSheets((one) => (one.votes[0]!.candidacy_id = 99)),
    'sheets not_on_list',
  ],
  'a candidate twice': [bothSheets((one) => (one.votes[0]!.candidacy_id = 12)), 'sheets not_on_list'],
  'a figure below zero': [bothSheets((one) => (one.blank = -1)), 'sheets below_zero'],
  'more blank than there are': [bothSheets((one) => (one.blank = 20)), 'sheets more_than_in_box'],
  'an invalid ballot without a reason': [
    bothSheets((one) => (one.invalid_ballots = [])),
    'sheets invalid_without_reason',
  ],
  'a paper fewer in the box': [(it) => (it.papers!.in_box = 19), 'papers papers_in_box'],
  'a paper more printed': [(it) => (it.papers!.printed += 1), 'papers papers_differ'],
  'a paper fewer in the box of the account, with a reason for a difference': [
    (it) => Object.assign(it.papers!, { in_box: 19, difference_reason: 'Én blev revet over.' }),
    'papers papers_in_box',
  ],
  'a count that is taken away': [(it) => (it.rounds[0]!.round = 2), 'sheets round_missing'],
  'an envelope more': [(it) => (it.booth!.envelopes += 1), 'box box_account'],
  'a release that was given up': [(it) => (it.booth!.voided -= 1), 'box box_account'],
  'more blank in the box than ballots': [(it) => (it.booth!.blank = 5), 'box box_more_than_in_box'],
  'a vote of the tablet': [(it) => (it.booth!.votes[0]!.votes += 1), 'totals totals_differ'],
  'a vote of the total': [(it) => (it.totals!.votes[2]!.votes += 1), 'totals totals_differ'],
  'the total of ballots': [(it) => (it.totals!.ballots += 1), 'totals totals_differ'],
  'the total taken away': [(it) => (it.totals = null), 'totals no_totals'],
  'another elected': [(it) => (it.result!.elected = [13]), 'outcome not_by_lot'],
  'a seat more': [(it) => (it.election.seats = 2), 'outcome not_most_votes'],
  'the lot taken away': [(it) => (it.lot = null), 'outcome tie_without_lot'],
  'a lot among others': [(it) => (lot(it).among = [11, 13]), 'outcome lot_among_others'],
  'a lot on two': [(it) => (lot(it).chosen = [11, 12]), 'outcome lot_wrong_number'],
  'another secret': [(it) => (lot(it).draw.seed = '6'.repeat(64)), 'draws other_secret'],
  'other words': [(it) => (lot(it).draw.words = 'te'), 'draws other_hashes'],
  'another name': [(it) => (it.candidates[0]!.name = 'Aase Wang'), 'draws other_hashes'],
  'the lot on the other': [
    (it) => {
      const other = lot(it).among.filter((id) => !lot(it).chosen.includes(id))
      lot(it).chosen = other
      it.result!.elected = other
    },
    'draws other_order',
  ],
  'one who certified twice': [
    (it) => (it.certifications[1]!.certifier = 'Signe Holm'),
    'certified one_certifier',
  ],
  'one who is not on the board': [
    (it) => (it.certifications[1]!.certifier = 'Bo Krag'),
    'certified not_on_board',
  ],
  'another result certified': [
    (it) => (it.certifications[1]!.result_hash = 'f'.repeat(64)),
    'certified other_result',
  ],
  'fewer crosses than valid papers, hidden in the totals': [
    (it) => {
      bothSheets((one) => (one.votes[2]!.votes = 2))(it)
      it.totals!.votes[2]!.votes -= 1
    },
    'sheets crosses_on_sheet',
  ],
  'fewer crosses than valid ballots on the tablet': [
    (it) => {
      it.booth!.votes[2]!.votes = 0
      it.totals!.votes[2]!.votes -= 1
    },
    'box crosses',
  ],
  'more crosses than two on each can give': [
    (it) => {
      it.election.crosses = { min: 1, max: 2 }
      bothSheets((one) => one.votes.forEach((line) => (line.votes = 18)))(it)
    },
    'sheets crosses_on_sheet',
  ],
  'the reason why a sheet differs': [
    (it) => (sheet(it).difference_reason = 'Én blev revet over.'),
    'result other_result_hash',
  ],
  'the day of the election': [(it) => (it.timetable.polling_on = '2026-03-11'), 'result other_result_hash'],
  'who opened the box': [(it) => (it.booth!.opened_by = 'Lis Winther'), 'result other_result_hash'],
  'who drew the lot': [(it) => (lot(it).drawn_by = 'Bo Krag'), 'result other_result_hash'],
  'why they are elected': [(it) => (it.result!.steps = [{ rule: 'lot' }]), 'result other_result_hash'],
  'nobody who certified': [(it) => (it.certifications = []), 'certified not_certified'],
}

describe('verifier: a candidate who can take no seat', () => {
  /** Paper and tablet: 9, 9 and 4 votes. The second has died, so there is nothing to draw lots about. */
  function afterDeath(effect: string, elected: number[], seats = 1): RecordData {
    const record = aMixedRecord()
    record.election.seats = seats
    record.incidents = [{ candidacy_id: 12, because: 'died', misled: false, effect }]
    record.result!.elected = elected
    return record
  }

  async function outcomeOf(record: RecordData): Promise<string> {
    const { findings } = await reportOn(record)
    const outcome = findings.find(({ check }) => check === 'outcome')
    return outcome?.why?.key ?? outcome?.result ?? 'none'
  }

  it('does not draw a lot, leaves a seat open or passes it on, as the record says', async () => {
    expect(await outcomeOf(afterDeath('seat_open', [11]))).to.equal('fits')
    expect(await outcomeOf(afterDeath('seat_open', [11], 2))).to.equal('fits')
    expect(await outcomeOf(afterDeath('seat_next', [11, 13], 2))).to.equal('fits')
  })

  it('is found where the seat went to the wrong one, or what happened was changed or taken out', async () => {
    expect(await outcomeOf(afterDeath('seat_open', [12]))).to.equal('not_most_votes')
    expect(await outcomeOf(afterDeath('seat_open', [11, 13], 2))).to.equal('not_most_votes')
    expect(await outcomeOf(afterDeath('seat_next', [11], 2))).to.equal('not_most_votes')
    expect(await outcomeOf(afterDeath('none', [11]))).to.equal('incident_not_followed')
    expect(await outcomeOf(afterDeath('stops', [11]))).to.equal('incident_not_followed')
    const misspelt = afterDeath('none', [13])
    misspelt.incidents![0]!.because = 'misspelt'
    expect(await outcomeOf(misspelt)).to.equal('not_by_lot')
    misspelt.incidents![0]!.misled = true
    expect(await outcomeOf(misspelt)).to.equal('incident_not_followed')
  })
})

describe('verifier: the sums of a record', () => {
  it('fit where nothing was changed, and say so of every part', async () => {
    const { verdict, findings } = await reportOn(aMixedRecord(), CODES)
    expect(findings.filter(({ result }) => result === 'wrong')).to.deep.equal([])
    expect(verdict).to.equal('fits')
    const looked = findings.filter(({ result }) => result === 'fits').map(({ check }) => check)
    const all = [
      'form',
      'code',
      'sheets',
      'papers',
      'box',
      'totals',
      'outcome',
      'result',
      'draws',
      'certified',
      'codes',
    ]
    expect(looked).to.deep.equal(all)
  })

  for (const [what, [change, expected]] of Object.entries(CHANGES)) {
    it(`find ${what}`, async () => {
      expect(await wrongOf(change)).to.include(expected)
    })
  }

  it('take a difference with a reason as it is', async () => {
    const record = aMixedRecord()
    Object.assign(record.papers ?? {}, { printed: 41, difference_reason: 'Én seddel blev spildt kaffe på.' })
    withResultCode(record)
    expect((await reportOn(record)).verdict).to.equal('fits')
  })

  it('take a sheet that was kept and one that was made again by the other counter as two that agree', async () => {
    const record = aMixedRecord()
    const [first, second] = record.rounds[0]!.sheets
    const votes = second!.votes.map((line, at) => ({ ...line, votes: [7, 8, 3][at] ?? 0 }))
    const wrongSheet = { ...second!, votes }
    record.rounds = [
      { round: 1, sheets: [first!, wrongSheet], kept: { counter: first!.counter } },
      { round: 2, sheets: [second!] },
    ]
    const { findings } = await reportOn(record)
    expect(findings.find(({ check }) => check === 'sheets')?.result).to.equal('fits')
  })

  it('find a code of a ballot that is missing, exchanged or put beside the others', async () => {
    for (const codes of [CODES.slice(1), [...CODES.slice(1), 'f'.repeat(64)], [...CODES, 'f'.repeat(64)]])
      expect((await reportOn(aMixedRecord(), codes)).verdict).to.equal('wrong')
    expect((await reportOn(aMixedRecord(), [...CODES].reverse())).verdict).to.equal('fits')
  })

  it('say which part is missing, or is of another kind', async () => {
    const record = { ...aMixedRecord(), rounds: 'ingen' } as unknown as RecordData
    const { findings, verdict } = await reportOn(record)
    expect(verdict).to.equal('wrong')
    expect(findings.find(({ check }) => check === 'form')?.why).to.deep.equal({
      key: 'part_missing',
      words: { place: 'rounds' },
    })
  })
})
