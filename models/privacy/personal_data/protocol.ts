import { about, none, official, type PersonalData } from './kinds.ts'

/** What stands in an election's record beside its figures. */
export const PROTOCOL = {
  package_sealings: {
    id: none,
    election_id: none,
    number: none,
    first_sealer: about('typed', 'case'),
    second_sealer: about('typed', 'case'),
    sealed_on: none,
    sealed_at: none,
    difference_reason: about('typed', 'case'),
    recorded_by: official,
    recorded_on: none,
  },
  packages: {
    id: none,
    election_id: none,
    sealing_id: none,
    number: none,
    kind: none,
    candidacy_id: about('record', 'result'),
    pieces: about('record', 'result'),
    expected: none,
    seal_number: none,
  },
  package_openings: {
    id: none,
    election_id: none,
    first_opener: about('typed', 'case'),
    second_opener: about('typed', 'case'),
    opened_on: none,
    opened_at: none,
    reason: about('typed', 'case'),
    recorded_by: official,
    recorded_on: none,
  },
  opened_packages: {
    package_id: about('record', 'result'),
    opening_id: none,
  },
  destroyed_packages: {
    package_id: about('record', 'result'),
    election_id: none,
  },
} satisfies Partial<PersonalData>
