import { z } from 'zod'
import { parseDate, type IsoDate } from '../dates.ts'

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

const text = z.string().trim().min(1)
const slug = z
  .string()
  .regex(SLUG, { error: 'This must be lower-case letters a-z and digits, with single hyphens between.' })
const wholeNumber = z.int().min(0)
// The check is a refinement and not a transform, so that the document reads the same before and after parsing
// and a JSON Schema can be made of it.
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'This must be a day, written as 2018-01-01.' })
  .refine((typed) => parseDate(typed) !== undefined, {
    error: 'There is no such day in the calendar.',
    abort: true,
  }) as unknown as z.ZodType<IsoDate, string>

/**
 * One rule of the statutes: what it says, where that is written, and whether the council's secretary stands
 * by it.
 */
export interface Rule<T> {
  value: T
  source: string
  confirmed: boolean
  note?: string | undefined
}

function rule<T extends z.ZodType>(value: T) {
  return z.strictObject({ value, source: text, confirmed: z.boolean(), note: text.optional() })
}

const active = { activeFrom: day.optional(), activeUntil: day.optional() }
const named = { key: slug, name: text, aliases: z.array(text).default([]) }
const successor = z.strictObject({ ...named, ...active, note: text.optional() })
const body = z.strictObject({ ...named, ...active, successor: successor.optional() })

const placeArea = z.strictObject({
  ...named,
  kind: z.literal('place'),
  seats: z.int().min(1),
  wording: z.enum(['på', 'blandt brugere i']),
  filling: z.strictObject({ by: z.literal('election') }),
  bodies: z.array(body).length(1),
})

const organisationsArea = z.strictObject({
  ...named,
  kind: z.literal('organisations'),
  seats: z.int().min(1),
  filling: z.strictObject({
    by: z.literal('nomination'),
    agreement: rule(z.enum(['joint', 'one_each', 'single'])),
  }),
  bodies: z.array(body).min(1),
})

const term = z.strictObject({ startsOn: day, endsOn: day, municipalElectionOn: day })

const quorum = z.strictObject({
  share: z.tuple([z.int().min(1), z.int().min(1)]),
  comparison: z.enum(['at_least', 'more_than']),
  base: z.enum(['all_seats', 'filled_seats']),
})

const rules = z.strictObject({
  seats: rule(z.int().min(1)),
  substitutes: rule(z.enum(['none', 'personal', 'vote_order', 'pool'])),
  vacancy: rule(z.enum(['same_area', 'stays_empty'])),
  candidateEligibility: rule(z.strictObject({ anyOf: z.array(z.enum(['resident', 'active'])).min(1) })),
  minimumAge: rule(z.int().min(0).max(120).nullable()),
  voters: rule(text),
  reelection: rule(z.union([z.literal('unlimited'), z.strictObject({ maxTerms: z.int().min(1) })])),
  offices: rule(z.array(z.enum(['chair', 'vice_chair']))),
  quorum: rule(quorum),
  councilTie: rule(z.enum(['motion_falls', 'chair_decides'])),
  electionTie: rule(z.enum(['lot'])),
  uncontested: rule(z.enum(['decision', 'poll'])),
  marks: rule(z.strictObject({ min: z.int().min(1), max: z.int().min(1) })),
  ballotOrder: rule(z.enum(['alphabet', 'lot'])),
  oneVoteAcrossPlaces: rule(z.enum(['warn_secretary', 'block', 'ignore'])),
  complaintDays: rule(wholeNumber.max(366)),
  publicationThreshold: rule(wholeNumber),
  appointingBody: rule(text.nullable()),
  holdover: rule(z.enum(['yes', 'no', 'unknown'])),
  noticeDays: rule(wholeNumber.max(366)),
  itemDeadlineDays: rule(wholeNumber.max(366)),
  minutesApproval: rule(z.enum(['next_meeting', 'end_of_meeting', 'in_writing', 'tacit'])),
  meetingsOpen: rule(z.boolean()),
  absenceLoss: rule(z.union([z.literal('off'), z.strictObject({ months: z.int().min(1) })])),
  rollRetention: rule(z.enum(['until_complaints_decided'])),
})

/** The shape of a statutes file. What one part demands of another is checked in statutes_coherence.ts. */
export const statutesSchema = z.strictObject({
  format: z.literal(1),
  council: z.strictObject({ key: slug, name: text, municipality: text }),
  title: text,
  reference: text,
  inForceFrom: day,
  terms: z.array(term).min(1),
  areas: z.array(z.discriminatedUnion('kind', [placeArea, organisationsArea])).min(1),
  rules,
})

export type Statutes = z.infer<typeof statutesSchema>
export type Area = Statutes['areas'][number]
export type PlaceArea = Extract<Area, { kind: 'place' }>
export type OrganisationsArea = Extract<Area, { kind: 'organisations' }>
export type Body = Area['bodies'][number]
export type Term = Statutes['terms'][number]
export type Rules = Statutes['rules']
export type RuleName = keyof Rules
export type RuleValue<K extends RuleName> = Rules[K]['value']
export type Agreement = OrganisationsArea['filling']['agreement']['value']
export type Office = RuleValue<'offices'>[number]
export type Ground = RuleValue<'candidateEligibility'>['anyOf'][number]
export type QuorumRule = RuleValue<'quorum'>

/** Every rule that a statutes file must state, in the order in which the statutes page shows them. */
export const RULE_NAMES = Object.keys(rules.shape) as readonly RuleName[]
