import { isoDate } from '../../../models/core/dates.ts'
import type { RecordedLot, RecordedSheet } from '../../../models/elections/record/counted.ts'
import type { RecordDocument } from '../../../models/elections/record/document.ts'
import type { BallotPage } from '../../../views/paper/elections/ballots.ts'
import type { NoticePage } from '../../../views/paper/elections/posters/notices.ts'
import type { RecordPage } from '../../../views/paper/elections/election_record.ts'
import type { ResultPosterPage } from '../../../views/paper/elections/posters/result_poster.ts'
import type { SheetPage } from '../../../views/paper/elections/sheets.ts'
import { anId, someIds } from '../ids.ts'

/* The pages of the documents of one election at Perron 4. */

export const CANDIDATES = ['Åse Wang', 'Karl-Emil Ørsted-Æblegård', 'Jens Ærø'] as const
const polling_on = isoDate('2026-03-10')
const sitting = { held_on: polling_on, opens_at: '11.00', closes_at: '14.00', place: 'Caféen' }
const hash = (letter: string) => letter.repeat(64)

export function aBallotPage(page: Partial<BallotPage> = {}): BallotPage {
  return {
    election: 'Valg på Perron 4',
    electionId: anId(12),
    listVersion: 1,
    polling_on,
    crosses: { min: 1, max: 1 },
    candidates: CANDIDATES.map((name) => ({ name, portrait: null })),
    ...page,
  }
}

export function aNoticePage(page: Partial<NoticePage> = {}): NoticePage {
  return {
    council: 'Udsatterådet i Randers Kommune',
    area: 'Perron 4',
    wording: 'på',
    kind: 'ordinary',
    means: 'paper',
    seats: 1,
    sittings: [sitting],
    candidates_by: isoDate('2026-03-02'),
    polling_on,
    voters: 'Brugere af værestederne',
    eligibility: { anyOf: ['resident', 'active'] },
    minimumAge: null,
    crosses: { min: 1, max: 1 },
    complaintDays: 7,
    candidates: [],
    uncontested: null,
    unfilled: false,
    isStopped: false,
    calledOff: null,
    movedFrom: null,
    incidents: [],
    outdated: null,
    contact: { email: 'sekretaer@raadsbogen.example', phone: null },
    link: 'https://raad.example/valg/12',
    ...page,
  }
}

export function aSheetPage(page: Partial<SheetPage> = {}): SheetPage {
  return {
    election: 'Valg på Perron 4',
    polling_on,
    sittings: [sitting],
    candidates: CANDIDATES,
    crosses: { min: 1, max: 1 },
    hasPaper: true,
    hasBooth: false,
    ...page,
  }
}

export function aResultPosterPage(page: Partial<ResultPosterPage> = {}): ResultPosterPage {
  return {
    council: 'Udsatterådet i Randers Kommune',
    area: 'Perron 4',
    wording: 'på',
    link: 'https://raad.example/valg/12',
    polling_on,
    complaints_until: isoDate('2026-03-17'),
    final: false,
    elected: ['Åse Wang'],
    uncontested: null,
    lot: null,
    figures: {
      candidates: [
        { name: 'Åse Wang', votes: 14, elected: true },
        { name: 'Jens Ærø', votes: 10, elected: false },
      ],
      blank: 3,
      invalid: 2,
      ballots: 29,
    },
    withheldBelow: null,
    term: [isoDate('2026-01-01'), isoDate('2029-12-31')],
    record: { hash: hash('a'), code: hash('c'), audit_sequence: 231, audit_hash: hash('b') },
    ...page,
  }
}

function aSheet(
  counter: string,
  votes: readonly number[],
  sheet: Partial<RecordedSheet> = {},
): RecordedSheet {
  return {
    counter,
    made_on: polling_on,
    list_version: 1,
    ballots_in_box: 31,
    blank: 1,
    invalid: 2,
    difference_reason: null,
    votes: votes.map((one, index) => ({ candidacy_id: anId(index + 1), votes: one })),
    invalid_ballots: [
      { number: 1, reason: 'recognisable', note: null },
      { number: 2, reason: 'other', note: 'Sedlen var revet midt over' },
    ],
    ...sheet,
  }
}

const lot: RecordedLot = {
  method: 'slips',
  witnesses: 'Birte Ørum og Ejnar Ås',
  drawn_by: 'Signe Holm',
  drawn_on: isoDate('2026-03-11'),
  among: someIds(1, 2),
  chosen: someIds(2),
  draw: {
    commitment: hash('c'),
    seed: hash('d'),
    prepared_by: 'Signe Holm',
    prepared_on: isoDate('2026-03-11'),
    words: 'kaffe og boller',
    hashes: [
      { candidacy_id: anId(2), hash: hash('1') },
      { candidacy_id: anId(1), hash: hash('2') },
    ],
  },
}

/** A record in which nearly everything has happened: two rounds, a tablet, a tie, complaints, an erased roll. */
export function aRecordDocument(record: Partial<RecordDocument> = {}): RecordDocument {
  const checked = { eligibility_checked_by: 'Bo Krag', eligibility_checked_on: isoDate('2026-02-02') }
  const stands = { ...checked, consented_on: isoDate('2026-02-01'), eligible_as: 'resident' } as const
  return {
    format: 1,
    salt: '0123456789abcdef0123456789abcdef',
    made_at: 'final',
    made_on: isoDate('2026-03-18'),
    council: { key: 'randers', name: 'Udsatterådet i Randers Kommune', municipality: 'Randers Kommune' },
    election: {
      id: anId(12),
      area: 'perron-4',
      area_name: 'Perron 4',
      term: [isoDate('2026-01-01'), isoDate('2029-12-31')],
      kind: 'rerun',
      seats: 1,
      means: 'both',
      roll_kind: 'named',
      place: 'Caféen',
      rerun_of: anId(11),
    },
    statutes: {
      version_id: anId(1),
      in_force_from: isoDate('2018-01-01'),
      title: 'Vedtægter og forretningsorden for Udsatterådet',
      reference: 'UR010118',
      assumed: ['marks', 'complaintDays'],
    },
    timetable: {
      candidates_by: isoDate('2026-03-02'),
      polling_on,
      opens_at: '11.00',
      closes_at: '14.00',
      complaints_until: isoDate('2026-03-17'),
      sittings: [
        { number: 1, ...sitting },
        { number: 2, ...sitting, held_on: isoDate('2026-03-11'), place: 'Hal 2' },
      ],
    },
    board: ['Signe Holm', 'Vera Stub'],
    candidates: [
      ...CANDIDATES.map((name, index) => ({
        ...{ ...stands, id: anId(index + 1), name, position: index + 1, withdrawn_on: null },
      })),
      { ...stands, id: anId(4), name: 'Lis Ø', position: null, withdrawn_on: isoDate('2026-02-20') },
    ],
    list: {
      version: 1,
      ordered_by: 'lot',
      lot: { ...lot, draw: null, among: someIds(1, 2, 3), chosen: someIds(1, 2, 3) },
    },
    prints: [{ list_version: 1, copies: 60, recorded_by: 'Bo Krag', recorded_on: isoDate('2026-03-09') }],
    polling: {
      opening: {
        opened_at: '11.04',
        first_witness: 'Birte Ørum',
        second_witness: 'Dagmar Lind',
        recorded_by: 'Bo Krag',
        recorded_on: polling_on,
      },
      pauses: [
        {
          paused_on: polling_on,
          paused_at: '12.10',
          reason: 'Brandalarm',
          resumed: { resumed_on: polling_on, resumed_at: '12.25' },
        },
      ],
      closing: {
        closed_at: '13.45',
        early_reason: 'Vandskade i caféen',
        late_reason: 'Skrevet ind dagen efter',
        recorded_by: 'Lis Winther',
        recorded_on: polling_on,
      },
      tally: { handed_out: 34, exchanged: 1, not_returned: 1, marked: 43 },
      help: [{ kind: 'outside_room', officials: 2, times: 3 }],
      corrections: [
        { kind: 'unmarked', reason: 'Forkert person', recorded_by: 'Bo Krag', recorded_on: polling_on },
      ],
    },
    papers: {
      printed: 60,
      handed_out: 34,
      exchanged: 1,
      not_returned: 1,
      unused: 25,
      difference_reason: 'En seddel blev væk',
      made_by: 'Bo Krag',
      made_on: polling_on,
      in_box: 31,
    },
    rounds: [
      {
        round: 1,
        complaint: null,
        sheets: [aSheet('Bo Krag', [13, 11, 4]), aSheet('Lis Winther', [14, 10, 4])],
        differs: [
          { line: 'candidate', candidacy_id: anId(1) },
          { line: 'candidate', candidacy_id: anId(2) },
        ],
      },
      {
        round: 2,
        complaint: 1,
        sheets: [
          aSheet('Bo Krag', [14, 10, 4], { difference_reason: 'Talt tre gange: « » “ ” – €' }),
          aSheet('Lis Winther', [14, 10, 4]),
        ],
        differs: [],
      },
    ],
    booth: {
      releases: 12,
      voided: 2,
      envelopes: 10,
      blank: 1,
      invalid: 0,
      codes_hash: hash('e'),
      opened_by: 'Signe Holm',
      opened_on: polling_on,
      votes: someIds(1, 2, 3).map((candidacy_id) => ({ candidacy_id, votes: 3 })),
      tablets: 1,
      key: {
        public_key: hash('f'),
        threshold: 2,
        shares: 3,
        made_by: 'Signe Holm',
        made_on: isoDate('2026-03-09'),
        trial: { tried_by: 'Lis Winther', tried_on: isoDate('2026-03-09') },
      },
    },
    totals: {
      ballots: 41,
      blank: 2,
      invalid: 2,
      votes: [16, 16, 5].map((votes, index) => ({ candidacy_id: anId(index + 1), votes })),
    },
    result: {
      outcome: 'decided',
      elected: someIds(2),
      among: [],
      seatsLeft: 0,
      hash: hash('9'),
      steps: [
        { rule: 'tie_at_border', source: 'electionTie', candidates: someIds(1, 2), votes: 16, seats: 1 },
        { rule: 'lot', source: 'electionTie', candidates: someIds(2), votes: null, seats: 1 },
      ],
    },
    lot,
    uncontested: null,
    certifications: ['Signe Holm', 'Vera Stub'].map((certifier) => {
      return { round: 2, certifier, result_hash: hash('9'), certified_on: isoDate('2026-03-11') }
    }),
    complaints: [
      {
        number: 1,
        received_on: isoDate('2026-03-12'),
        late: false,
        decision: {
          outcome: 'recount',
          decided_by: 'Valgbestyrelsen',
          decided_on: isoDate('2026-03-13'),
          reason: 'Tallene blev læst højt, så der tælles om.',
        },
      },
      { number: 2, received_on: isoDate('2026-03-19'), late: true, decision: null },
    ],
    recounts: [{ after_round: 1, decided_on: isoDate('2026-03-13'), complaint: 1 }],
    roll_erasure: { entries: 80, marked: 43, erased_by: 'Vera Stub', erased_on: isoDate('2026-03-18') },
    ballot_destruction: {
      first_witness: 'Ejnar Ås',
      second_witness: 'Birte Ørum',
      destroyed_on: isoDate('2026-03-18'),
      recorded_by: 'Bo Krag',
      recorded_on: isoDate('2026-03-18'),
    },
    ...record,
  }
}

export function aRecordPage(record: Partial<RecordDocument> = {}): RecordPage {
  const document = aRecordDocument(record)
  const marks = { hash: hash('7'), code: hash('9'), audit_sequence: 231, audit_hash: hash('8') }
  return { ...marks, document, made_on: document.made_on, wording: 'på', isPublic: true }
}
