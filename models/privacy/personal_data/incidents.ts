import { about, none, tie, type PersonalData } from './kinds.ts'

/** What happened to candidates while people voted. */
export const INCIDENTS = {
  election_incidents: {
    id: none,
    election_id: none,
    number: none,
    candidacy_id: tie('candidacies'),
    because: about('candidacies', 'result'),
    misled: about('evident', 'result'),
    // The certified record has it, whose code holds only while it is whole.
    reason: about('candidacies', 'case'),
    learnt_on: about('candidacies', 'case'),
    effect: about('candidacies', 'result'),
    recorded_by: about('candidacies', 'official'),
    recorded_on: about('candidacies', 'case'),
    account_id: tie('duties'),
  },
  incident_answers: {
    incident_id: tie('candidacies'),
    election_id: about('duties', 'case'),
    answer: about('candidacies', 'result'),
    reason: about('candidacies', 'case'),
    account_id: tie('duties'),
    answered_by: about('candidacies', 'official'),
    answered_on: about('candidacies', 'case'),
  },
} satisfies Partial<PersonalData>
