import { about, none, official, tie, type PersonalData } from './kinds.ts'

/** Who holds a slip of a ballot box's key, and who typed it: officials, who stand in the record by name. */
export const BOX = {
  box_custodies: {
    id: none,
    election_id: none,
    threshold: none,
    shares: none,
    made_by: official,
    account_id: tie('duties'),
    made_on: none,
  },
  box_slips: {
    id: none,
    custody_id: none,
    number: none,
    holder: official,
    account_id: tie('duties'),
  },
  box_slip_keys: {
    id: none,
    slip_id: none,
    public_key: none,
    shown_to: official,
    account_id: tie('duties'),
    shown_on: none,
  },
  box_slip_copies: {
    slip_key_id: none,
    copied_by: official,
    account_id: tie('duties'),
    copied_on: none,
  },
  box_slip_trials: {
    slip_key_id: none,
    account_id: tie('duties'),
    tried_by: official,
    tried_on: none,
  },
  box_shares: {
    slip_key_id: none,
    box_key_id: none,
    sealed: about('secret', 'opening'),
  },
  box_opening_slips: {
    election_id: none,
    place: none,
    typed_by: official,
    number: none,
    holder: official,
    became: none,
  },
} satisfies Partial<PersonalData>
