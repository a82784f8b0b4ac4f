import { z } from 'zod'
import { day, organisationsArea, placeArea, rule, slug, term, text } from './schema_parts.ts'
import * as values from './schema_values.ts'
import { keysOf } from '../core/records.ts'

export type { Rule } from './schema_parts.ts'

const wholeNumber = z.int().min(0)

const required = {
  seats: rule(values.seats),
  substitutes: rule(values.substitutes),
  vacancy: rule(values.vacancy),
  candidateEligibility: rule(z.strictObject({ anyOf: z.array(z.enum(['resident', 'active'])).min(1) })),
  minimumAge: rule(z.int().min(0).max(120).nullable()),
  voters: rule(text),
  reelection: rule(z.union([z.literal('unlimited'), z.strictObject({ maxTerms: z.int().min(1) })])),
  offices: rule(values.offices),
  quorum: rule(values.quorum),
  councilTie: rule(values.councilTie),
  electionTie: rule(z.enum(['lot'])),
  uncontested: rule(z.enum(['decision', 'poll'])),
  marks: rule(values.marks),
  ballotOrder: rule(z.enum(['alphabet', 'lot'])),
  oneVoteAcrossPlaces: rule(z.enum(['warn_secretary', 'block', 'ignore'])),
  complaintDays: rule(wholeNumber.max(366)),
  publicationThreshold: rule(wholeNumber),
  appointingBody: rule(text.nullable()),
  holdover: rule(z.enum(['yes', 'no', 'unknown'])),
  noticeDays: rule(values.noticeDays),
  itemDeadlineDays: rule(values.itemDeadlineDays),
  minutesApproval: rule(values.minutesApproval),
  meetingsOpen: rule(z.boolean()),
  absenceLoss: rule(z.union([z.literal('off'), z.strictObject({ months: z.int().min(1) })])),
  rollRetention: rule(z.enum(['until_complaints_decided'])),
}

/** A file leaves out what its papers do not say; many councils have written nothing about these. */
const optional = {
  termLength: rule(values.termLength).optional(),
  formalAppointment: rule(values.formalAppointment).optional(),
  officersChosen: rule(values.officersChosen).optional(),
  quotas: rule(values.quotas).optional(),
  lateItems: rule(values.lateItems).optional(),
  extraordinaryMeetings: rule(values.extraordinaryMeetings).optional(),
  meetingsPerYear: rule(values.meetingsPerYear).optional(),
  consultation: rule(values.consultation).optional(),
  ruleChanges: rule(values.ruleChanges).optional(),
  afterFirstVote: rule(values.afterFirstVote).optional(),
  lotByTelephone: rule(values.lotByTelephone).optional(),
}

/** Demands of one part on another are checked in coherence.ts. */
export const statutesSchema = z.strictObject({
  $schema: z.string().optional().describe('Adressen på dette skema, så en editor kan hjælpe'),
  format: z.literal(1),
  council: z.strictObject({ key: slug, name: text, municipality: text }),
  title: text,
  reference: text,
  inForceFrom: day,
  terms: z.array(term).min(1),
  areas: z.array(z.discriminatedUnion('kind', [placeArea, organisationsArea])).min(1),
  rules: z.strictObject({ ...required, ...optional }),
})

export type Statutes = z.infer<typeof statutesSchema>
export type Area = Statutes['areas'][number]
export type PlaceArea = Extract<Area, { kind: 'place' }>
export type OrganisationsArea = Extract<Area, { kind: 'organisations' }>
export type Body = Area['bodies'][number]
export type Term = Statutes['terms'][number]
export type Rules = Statutes['rules']
export type RuleName = keyof Rules
export type RuleValue<K extends RuleName> = NonNullable<Rules[K]>['value']
export type Agreement = OrganisationsArea['filling']['agreement']['value']
export type Ground = RuleValue<'candidateEligibility'>['anyOf'][number]
export type QuorumRule = RuleValue<'quorum'>
export type Quota = RuleValue<'quotas'>[number]

/** In the order of the statutes page. */
export const RULE_NAMES: readonly RuleName[] = [...keysOf(required), ...keysOf(optional)]

export const OPTIONAL_RULE_NAMES: readonly RuleName[] = keysOf(optional)
