import { isInForce } from '../../../../models/rules/elections/incidents/signing.ts'
import type { Insight } from '../../../../models/privacy/insight/insight.ts'
import type { PersonAnswer, PersonNomination } from '../../../../models/renewal/nominations/of_person.ts'
import type { InsightThing } from '../../../paper/privacy/insight.ts'
import { dated, type Words } from './words.ts'

type Incident = Insight['candidacies'][number]['incidents'][number]

export function candidacyThings(words: Words, candidacies: Insight['candidacies']): InsightThing[] {
  const { t, day, by, facts, election } = words
  return candidacies.map(({ photo, outcome, incidents, ...one }) => ({
    heading: election(one.election),
    facts: [
      ...facts(
        ['kind', t(`public_election.kind.${one.election.kind}`)],
        ['polling_on', day(one.election.polling_on)],
        ['outcome', t(`insight.outcome.${outcome}`)],
        ['ballot_name', one.name],
        ['ballot_position', one.ballot_position === null ? null : String(one.ballot_position)],
        ['candidate_contact', one.contact],
        ['consented_on', day(one.consented_on)],
        ['eligible_as', t(`elections.candidates.ground.${one.eligible_as}`)],
        ['checked', by(one.eligibility_checked_by, one.eligibility_checked_on)],
        ['statement', one.statement],
        ['symbol', one.symbol && t(`symbols.${one.symbol}`)],
        ['photo', photo && t('insight.photo_added', { date: day(photo.added_on) })],
        ['withdrew_on', dated(words, one.withdrawn_on)],
        [
          'withdrew_because',
          one.withdrawn_because && t(`elections.withdrawal.because_${one.withdrawn_because}`),
        ],
      ),
      ...incidents.flatMap((incident) => incidentFacts(words, incident)),
    ],
    ...(photo && {
      photo: { candidacy: one.id, jpeg: photo.jpeg, alt: t('insight.photo_alt', { name: one.name }) },
    }),
  }))
}

function incidentFacts({ t, day, by, facts }: Words, incident: Incident) {
  const { because, effect, reason, learnt_on, recorded_by, recorded_on, state, answer } = incident
  return facts(
    ['incident', t(`elections.incidents.kinds.${because}`)],
    ['incident_state', t(`elections.incidents.states.${state === 'waits' ? 'unsigned' : state}`)],
    [isInForce(state) ? 'incident_effect' : 'incident_would', t(`elections.incidents.effects.${effect}`)],
    ['incident_learnt_on', day(learnt_on)],
    ['incident_reason', reason],
    ['recorded_by', by(recorded_by, recorded_on)],
    [`incident_${answer?.answer ?? 'signed'}`, answer && by(answer.answered_by, answer.answered_on)],
    ['incident_refusal', answer?.reason],
  )
}

export function nominationThings(words: Words, nominations: Insight['nominations']): InsightThing[] {
  const { day, facts } = words
  return nominations.map((nomination) => ({
    heading: nomination.seat.label,
    facts: [
      ...facts(['asked_on', day(nomination.asked_on)]),
      ...nomination.answers.flatMap((answer) => answerFacts(words, answer)),
      ...repliesAndDecision(words, nomination),
    ],
  }))
}

function answerFacts({ day, by, facts }: Words, answer: PersonAnswer) {
  const { refusal } = answer
  return facts(
    ['named_by', by(answer.body, answer.answered_on)],
    ['given_by', answer.given_by],
    ['recorded_by', answer.recorded_by],
    ['replaced_on', answer.replaced_on && day(answer.replaced_on)],
    ['refused', refusal && by(refusal.given_by, refusal.answered_on)],
    ['note', refusal?.note],
  )
}

function repliesAndDecision(words: Words, { replies, appointment, letters }: PersonNomination) {
  const { t, day, by, facts } = words
  return facts(
    ...replies.map(({ reply, replied_on, recorded_by }) => {
      const said = t(`insight.answer.${reply}`, { date: day(replied_on) })
      return ['reply', `${said}. ${t('insight.written_by', { name: recorded_by })}`] as const
    }),
    ['appointed', appointment && by(appointment.appointing_body, appointment.decided_on)],
    ['case_number', appointment?.case_number],
    ['eligible_as', appointment && t(`elections.candidates.ground.${appointment.eligible_as}`)],
    ['note', appointment?.note],
    ['recorded_by', appointment?.recorded_by],
    ...letters.map(({ sent_by_way_of, sent_on, recorded_by }) => {
      const way = t(`insight.letter.${sent_by_way_of}`, { date: day(sent_on) })
      return ['letter', `${way} ${t('insight.written_by', { name: recorded_by })}`] as const
    }),
  )
}
