const day = '2026-03-02'

/** Who held, showed, printed and entered what belongs to a box, after the rows of `rows.ts`. */
export const BOX_ROWS: readonly (readonly [table: string, row: Record<string, unknown>])[] = [
  [
    'box_custodies',
    { id: 1, election_id: 1, threshold: 2, shares: 3, made_by: 'Vera Stub', account_id: 1, made_on: day },
  ],
  ['box_slips', { id: 1, custody_id: 1, number: 1, holder: 'Asta Juhl', account_id: 1 }],
  [
    'box_slip_keys',
    {
      ...{ id: 1, slip_id: 1, public_key: 'a'.repeat(64), shown_to: 'Asta Juhl' },
      ...{ account_id: 1, shown_on: day },
    },
  ],
  ['box_slip_copies', { slip_key_id: 1, copied_by: 'Asta Juhl', account_id: 1, copied_on: day }],
  ['box_slip_trials', { slip_key_id: 1, account_id: 1, tried_by: 'Asta Juhl', tried_on: day }],
  ['box_sittings', { election_id: 1, public_key: 'b'.repeat(64), ends_at: `${day}T15:00:00.000Z` }],
  [
    'box_sitting_slips',
    {
      ...{ election_id: 1, account_id: 1, number: 1, place: 1 },
      ...{ session_hash: 'c'.repeat(64), sealed: 'd'.repeat(64) },
    },
  ],
  [
    'box_prints',
    { id: 1, election_id: 1, number: 1, sheets: 9, printed_by: 'Asta Juhl', printed_on: day, account_id: 1 },
  ],
  ['paper_entries', { election_id: 1, decided_by: 'Vera Stub', decided_on: day }],
  [
    'paper_entry_pairs',
    {
      ...{ id: 1, election_id: 1, number: 1, first_account_id: 1, first_counter: 'Asta Juhl' },
      ...{ second_account_id: 2, second_counter: 'Lis Krag', began_on: day },
    },
  ],
  ['paper_entry_turns', { election_id: 1, number: 1, first_account_id: 1, second_account_id: 2 }],
]
