import { Transformer } from '@napi-rs/image'
import { isPostgres, type Db } from '../../../models/core/db.ts'
import { RENEWAL_STEPS } from '../../../models/rules/renewal/renewal.ts'

const day = '2026-03-02'
const later = '2026-04-01'

const PIXEL = Transformer.fromRgbaPixels(new Uint8Array([200, 120, 40, 255]), 1, 1).jpegSync(80)

/**
 * One row for every table that can hold one, in an order that its keys allow: for trying what the database itself
 * refuses. The council of the statutes is there already.
 */
export const ROWS: readonly (readonly [table: string, row: Record<string, unknown>])[] = [
  [
    'people',
    {
      id: 1,
      name: 'Maja Lund',
      contact_by: 'place',
      contact_place_id: 1,
      protected_address: false,
      registered_on: day,
    },
  ],
  ['people', { id: 2, name: 'Ellen Vang', contact_by: 'post', protected_address: false, registered_on: day }],
  ['person_publications', { id: 1, person_id: 1, field: 'name', published: true, decided_on: day }],
  [
    'accounts',
    { id: 1, name: 'Asta Juhl', email: 'asta@raadsbogen.example', role: 'polling_officer', made_on: day },
  ],
  ['account_places', { account_id: 1, body_id: 1 }],
  ['sign_in_links', { token_hash: 'a'.repeat(64), purpose: 'password', account_id: 1, expires_at: later }],
  [
    'elections',
    {
      id: 1,
      area_id: 1,
      term_id: 3,
      kind: 'by_election',
      status: 'planned',
      statutes_version_id: 1,
      seats: 1,
      place: 'Perron 4',
      candidates_by: day,
      polling_on: later,
      opens_at: '11.00',
      closes_at: '14.00',
      complaints_until: later,
    },
  ],
  ['election_board', { election_id: 1, account_id: 1 }],
  ['roll_entries', { id: 'a'.repeat(32), election_id: 1, name: 'Karl Ravn', marked: 0 }],
  ['roll_words', { election_id: 1, word: 'karl ravn', entry_id: 'a'.repeat(32) }],
  ['polling_tallies', { election_id: 1, open: 0, handed_out: 12, exchanged: 0, not_returned: 0, marked: 0 }],
  ['help_given', { election_id: 1, kind: 'officials', officials: 2, times: 1 }],
  [
    'polling_pauses',
    {
      id: 1,
      election_id: 1,
      paused_on: later,
      paused_at: '12.10',
      reason: 'Frokost',
      recorded_by: 'Bo Krag',
    },
  ],
  ['polling_resumptions', { pause_id: 1, resumed_on: later, resumed_at: '12.25', recorded_by: 'Bo Krag' }],
  [
    'roll_corrections',
    {
      id: 1,
      election_id: 1,
      kind: 'unmarked',
      reason: 'Forkert linje',
      recorded_by: 'Bo Krag',
      recorded_on: later,
    },
  ],
  ['roll_erasures', { election_id: 1, entries: 1, marked: 0, erased_by: 'Bo Krag', erased_on: later }],
  [
    'polling_sittings',
    { election_id: 1, number: 1, held_on: later, opens_at: '11.00', closes_at: '14.00', place: 'Caféen' },
  ],
  [
    'candidacies',
    {
      id: 1,
      election_id: 1,
      person_id: 1,
      name: 'Maja Lund',
      consented_on: day,
      eligible_as: 'resident',
      eligibility_checked_by: 'Signe Holm',
      eligibility_checked_on: day,
      ballot_position: 1,
    },
  ],
  ['candidate_photos', { candidacy_id: 1, jpeg: PIXEL, sha256: 'e'.repeat(64), added_on: day }],
  [
    'ballot_prints',
    { id: 1, election_id: 1, list_version: 1, copies: 60, recorded_by: 'Signe Holm', recorded_on: day },
  ],
  [
    'polling_openings',
    {
      id: 1,
      election_id: 1,
      opened_at: '11.04',
      first_witness: 'Bo Krag',
      second_witness: 'Lis Winther',
      recorded_by: 'Bo Krag',
      recorded_on: later,
    },
  ],
  [
    'polling_closings',
    { id: 1, election_id: 1, closed_at: '14.00', recorded_by: 'Bo Krag', recorded_on: later },
  ],
  [
    'paper_accounts',
    {
      id: 1,
      election_id: 1,
      printed: 50,
      handed_out: 12,
      exchanged: 0,
      not_returned: 0,
      unused: 38,
      made_by: 'Bo Krag',
      made_on: later,
    },
  ],
  [
    'counts',
    {
      id: 1,
      election_id: 1,
      round: 1,
      account_id: 1,
      counter: 'Bo Krag',
      list_version: 1,
      ballots_in_box: 12,
      blank: 1,
      invalid: 0,
      made_on: later,
    },
  ],
  ['count_lines', { count_id: 1, candidacy_id: 1, votes: 11 }],
  [
    'lots',
    {
      id: 1,
      election_id: 1,
      about: 'tie',
      round: 1,
      among: '[1,2]',
      chosen: '[1]',
      method: 'slips',
      witnesses: 'Bo Krag og Lis Winther',
      drawn_by: 'Bo Krag',
      drawn_on: later,
    },
  ],
  [
    'certifications',
    {
      id: 1,
      election_id: 1,
      round: 1,
      account_id: 1,
      certifier: 'Vera Stub',
      result_hash: 'b'.repeat(64),
      certified_on: later,
    },
  ],
  ['invalid_ballots', { count_id: 1, number: 1, reason: 'recognisable' }],
  [
    'complaints',
    {
      id: 1,
      election_id: 1,
      received_on: later,
      received_by: 'Signe Holm',
      complainant: 'En bruger',
      text: 'Der var ingen gardin.',
      late: 0,
      recorded_by: 'Signe Holm',
      recorded_on: later,
    },
  ],
  [
    'complaint_decisions',
    {
      complaint_id: 1,
      outcome: 'recount',
      decided_by: 'Valgbestyrelsen',
      decided_on: later,
      reason: 'Der skal tælles igen.',
      recorded_by: 'Signe Holm',
      recorded_on: later,
    },
  ],
  ['recounts', { id: 1, election_id: 1, complaint_id: 1, after_round: 1, decided_on: later }],
  [
    'draws',
    {
      id: 1,
      election_id: 1,
      about: 'tie',
      round: 1,
      seed: 'd'.repeat(64),
      commitment: 'f'.repeat(64),
      prepared_by: 'Signe Holm',
      prepared_on: later,
    },
  ],
  ['lot_draws', { lot_id: 1, draw_id: 1, words: 'tre blå kopper' }],
  [
    'records',
    {
      id: 1,
      election_id: 1,
      made_at: 'certified',
      document: '{}',
      hash: 'a'.repeat(64),
      audit_sequence: 1,
      audit_hash: 'b'.repeat(64),
      made_on: later,
    },
  ],
  [
    'ballot_destructions',
    {
      election_id: 1,
      first_witness: 'Bo Krag',
      second_witness: 'Lis Winther',
      destroyed_on: later,
      recorded_by: 'Signe Holm',
      recorded_on: later,
    },
  ],
  [
    'nominations',
    {
      id: 1,
      seat_id: 9,
      term_id: 3,
      status: 'open',
      statutes_version_id: 1,
      asked_on: day,
      answer_by: later,
    },
  ],
  ['nomination_bodies', { nomination_id: 1, body_id: 5 }],
  [
    'nomination_answers',
    {
      id: 1,
      nomination_id: 1,
      body_id: 5,
      person_id: 1,
      answered_on: day,
      given_by: 'Ane Toft',
      recorded_by: 'Signe Holm',
    },
  ],
  [
    'appointments',
    {
      id: 1,
      nomination_id: 1,
      person_id: 1,
      appointing_body: 'Socialudvalget',
      decided_on: day,
      eligible_as: 'active',
      recorded_by: 'Signe Holm',
    },
  ],
  ['nomination_closings', { nomination_id: 1, closed_on: day, reason: 'Fejl', recorded_by: 'Signe Holm' }],
  [
    'memberships',
    {
      id: 1,
      seat_id: 1,
      person_id: 1,
      term_id: 3,
      starts_on: day,
      due_on: '2029-12-31',
      ends_on: '2029-12-31',
      origin: 'registration',
    },
  ],
  [
    'officeholdings',
    {
      id: 1,
      office: 'chair',
      number: 1,
      membership_id: 1,
      starts_on: day,
      ends_on: '2029-12-31',
      decided_on: day,
      decided_by: 'Rådet',
    },
  ],
  [
    'meetings',
    {
      id: 1,
      held_on: later,
      starts_at: '17.00',
      place: 'Laksetorvet',
      title: 'Ordinært møde',
      statutes_version_id: 1,
      extraordinary: 1,
      asked_by: 'chair',
      asked_on: day,
    },
  ],
  ['attendances', { meeting_id: 1, membership_id: 1, status: 'present' }],
  [
    'imports',
    {
      id: 1,
      file_name: 'raadet.csv',
      sha256: 'd'.repeat(64),
      content: '[["plads","navn","fra"],["Perron 4","Maja Lund","2014-01-01"]]',
      answers: '{}',
      state: 'draft',
      made_by: 'Signe Holm',
      made_on: day,
    },
  ],
  ['import_jobs', { import_id: 1, state: 'failed', done: 0, total: 1, started_at: `${day}T09:00:00.000Z` }],
  ['imported_memberships', { membership_id: 1, import_id: 1, line: 2, ends_on: '2029-12-31', bodies: '[]' }],
  ['imported_people', { person_id: 1, import_id: 1 }],
  ['imported_terms', { term_id: 1, import_id: 1 }],
  ['imported_seats', { import_id: 1, seat_id: 1, starts_on_before: day }],
  ['renewals', { id: 1, term_id: 3, statutes_version_id: 1, made_by: 'Signe Holm', made_on: day }],
  ...RENEWAL_STEPS.map(
    (kind) => ['renewal_steps', { renewal_id: 1, kind, due_on: later, owner: 'Personalet' }] as const,
  ),
  ['renewal_discussions', { renewal_id: 1, held_on: day, recorded_by: 'Signe Holm' }],
  [
    'body_addresses',
    { id: 1, body_id: 1, address: 'Havnegade 4', valid_from: day, recorded_by: 'Signe Holm' },
  ],
  ['body_contacts', { id: 1, body_id: 5, name: 'Ane Toft', valid_from: day, recorded_by: 'Signe Holm' }],
  [
    'body_changes',
    {
      id: 1,
      body_id: 1,
      kind: 'renamed',
      effective_on: day,
      reason: 'Nyt navn',
      recorded_by: 'Signe Holm',
      recorded_on: day,
    },
  ],
  [
    'merger_proposals',
    { id: 1, proposed_by: 'Byrådet', proposed_on: day, text: 'Ét hus', recorded_by: 'Signe Holm' },
  ],
  ['merger_bodies', { proposal_id: 1, body_id: 1 }],
  [
    'merger_decisions',
    {
      proposal_id: 1,
      outcome: 'rejected',
      decided_by: 'Byrådet',
      decided_on: later,
      recorded_by: 'Signe Holm',
    },
  ],
  [
    'seat_decisions',
    {
      id: 1,
      seat_id: 1,
      body_id: 1,
      choice: 'keep',
      decided_by: 'Byrådet',
      decided_on: day,
      reason: 'Valgt for perioden',
      recorded_by: 'Signe Holm',
      recorded_on: day,
    },
  ],
  [
    'nomination_refusals',
    {
      id: 1,
      nomination_id: 1,
      body_id: 5,
      answered_on: day,
      given_by: 'Ane Toft',
      recorded_by: 'Signe Holm',
    },
  ],
  [
    'nominee_replies',
    { id: 1, nomination_id: 1, person_id: 1, reply: 'yes', replied_on: day, recorded_by: 'Signe Holm' },
  ],
  [
    'letters',
    {
      id: 1,
      nomination_id: 1,
      kind: 'request',
      body_id: 5,
      sent_by_way_of: 'paper',
      sent_on: day,
      recorded_by: 'Signe Holm',
    },
  ],
  [
    'ground_flags',
    { id: 1, membership_id: 1, lost: 'residence', learned_on: later, recorded_by: 'Signe Holm' },
  ],
  [
    'ground_flag_closings',
    { flag_id: 1, closed_on: later, note: 'Har fået arbejde her', recorded_by: 'Signe Holm' },
  ],
  ['chair_items', { officeholding_id: 1, meeting_id: 1, recorded_by: 'Signe Holm', recorded_on: later }],
  [
    'substitutes',
    {
      id: 1,
      term_id: 3,
      area_id: 1,
      person_id: 1,
      position: 1,
      registered_by: 'Signe Holm',
      registered_on: day,
    },
  ],
  ['substitutions', { membership_id: 1, substitute_id: 1, recorded_by: 'Signe Holm', recorded_on: later }],
  [
    'formal_appointments',
    {
      membership_id: 1,
      appointing_body: 'Socialudvalget',
      decided_on: day,
      case_number: '27.15.00-A08-1-26',
      recorded_by: 'Signe Holm',
      recorded_on: later,
    },
  ],
  ['term_areas', { term_id: 3, area_id: 1 }],
  ['receipts', { key: 'c'.repeat(64), result: 'null', day }],
  [
    'erasures',
    {
      id: 1,
      person_id: 2,
      scope: 'contact',
      ground: 'request',
      asked_on: day,
      reason: 'Har selv bedt om det',
      recorded_by: 'Signe Holm',
      recorded_on: day,
    },
  ],
  [
    'housekeeping_runs',
    {
      id: 1,
      day,
      daily: 1,
      state: 'done',
      started_by: 'Rådsbogen',
      started_at: '2026-03-02T03:00:00.000Z',
      erased: '{}',
    },
  ],
]

export async function insertRows(db: Db): Promise<void> {
  for (const [table, row] of ROWS) {
    await db(table).insert(row)
    // The sequence of PostgreSQL does not know the ids that were given.
    if (isPostgres(db) && typeof row.id === 'number') {
      await db.raw("select setval(pg_get_serial_sequence(?, 'id'), (select max(id) from ??))", [table, table])
    }
  }
}
