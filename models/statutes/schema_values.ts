import { z } from 'zod'
import { share, slug, text } from './schema_parts.ts'

/** What each rule may say, as seen in Danish councils. */

const days = z.int().min(0).max(366)

export const seats = z.union([
  z.int().min(1),
  z
    .strictObject({ min: z.int().min(0), max: z.int().min(1) })
    .describe('Et spænd; min er 0, hvor der kun er et højeste antal'),
  z.literal('one_per_place'),
])

const SUBSTITUTES = ['none', 'personal', 'vote_order', 'pool'] as const

export const substitutes = z.union([
  z.enum(SUBSTITUTES),
  z.strictObject({
    kind: z.enum(SUBSTITUTES),
    only: z.enum(['elected', 'nominated']).optional().describe('Kun for de valgte eller kun for de udpegede'),
    pool: z
      .enum(['area', 'group', 'council'])
      .optional()
      .describe('Hvem der deler suppleanter: valgområdet, gruppen (valgte eller udpegede) eller hele rådet'),
    meetings: z
      .enum(['when_absent', 'every_meeting'])
      .optional()
      .describe('Om suppleanter møder ved forfald eller altid'),
  }),
])

export const vacancy = z.enum([
  'same_area',
  'organisation_replaces',
  'substitute',
  'council_supplements',
  'stays_empty',
])

/** Offices for which the program has words of its own. */
export const STANDARD_OFFICES = ['chair', 'vice_chair'] as const

const office = z
  .strictObject({
    key: z
      .union([z.enum(STANDARD_OFFICES), slug])
      .describe('Bliver aldrig ændret: registret husker hvervet ved det'),
    title: text.describe('Hvad hvervet hedder midt i en sætning, som i "kasserer"'),
    titleEn: text,
    count: z.int().min(1).max(4).optional().describe('Hvor mange der har hvervet på samme tid; ellers 1'),
    chosenBy: z
      .union([z.literal('council'), z.strictObject({ appointedBy: text })])
      .optional()
      .describe('Hvem der vælger; ellers rådet, og til at lede møderne den, som officersChosen siger'),
    leads: z.boolean().optional().describe('Leder møderne'),
    deputises: z.boolean().optional().describe('Leder møderne, når ingen anden gør'),
  })
  .describe('Et hverv, som rådet har ud over formand og næstformand, eller som det kalder noget andet')

export const offices = z.array(z.union([z.enum(STANDARD_OFFICES), office])).max(8)

export const quorum = z.strictObject({
  share,
  comparison: z.enum(['at_least', 'more_than']),
  base: z.enum(['all_seats', 'filled_seats']),
  appliesTo: z.literal('rule_changes').optional().describe('Hvor kravet kun gælder, når vedtægterne ændres'),
})

export const councilTie = z.enum(['motion_falls', 'chair_decides', 'chair_or_vice_decides', 'consensus'])

export const marks = z.strictObject({
  min: z.int().min(1),
  max: z.int().min(1),
  per: z
    .literal('seat')
    .optional()
    .describe(
      'Hvor der højst er ét kryds for hver plads, der er på valg; max er da det største områdes pladser',
    ),
})

const notice = z
  .strictObject({ days: days.optional(), weekdays: days.optional(), about: z.boolean().optional() })
  .refine((value) => value.days !== undefined || value.weekdays !== undefined, {
    error: 'This must say how many days, how many weekdays, or both.',
  })

export const noticeDays = z.union([days, notice])

export const itemDeadlineDays = z.union([days, z.strictObject({ beforeDispatch: days })])

export const minutesApproval = z.union([
  z.enum(['next_meeting', 'end_of_meeting', 'in_writing', 'tacit']),
  z.strictObject({ tacitAfterDays: z.int().min(1).max(366) }),
])

export const termLength = z.union([
  z.enum(['municipal', 'fixed_dates']),
  z.strictObject({ years: z.int().min(1).max(8) }),
  z.strictObject({ staggeredYears: z.int().min(2).max(8) }),
])

export const formalAppointment = z.enum(['none', 'nominated', 'all'])

export const officersChosen = z.union([
  z.enum(['council', 'one_from_each_group']),
  z.strictObject({ appointedBy: text }),
])

/** So many members, or such a share, should or must come from somewhere. */
export const quotas = z
  .array(
    z.strictObject({
      key: slug,
      name: text.describe('Hvem det drejer sig om, som i "brugere" eller "ansatte i kommunen"'),
      nameEn: text.optional(),
      of: z.union([z.enum(['elected', 'nominated']), z.strictObject({ areas: z.array(slug).min(1) })]),
      limit: z.enum(['at_least', 'more_than', 'at_most']),
      amount: z.union([z.int().min(0), share]).describe('Et antal, eller en del som [1, 3]'),
      force: z.enum(['soft', 'hard']).describe('soft: rådet får besked; hard: rådet kan ikke bryde den'),
    }),
  )
  .min(1)

const askedBy = z.union([
  z.enum(['chair', 'municipal_council', 'administration']),
  z.strictObject({ share }),
  z.strictObject({ members: z.int().min(1) }),
])

export const lateItems = z.union([z.literal('not'), z.array(askedBy).min(1)])

export const extraordinaryMeetings = z.strictObject({
  askedBy: z.array(askedBy).min(1),
  withinDays: days.optional(),
  withinWeekdays: days.optional(),
})

export const meetingsPerYear = z.strictObject({ min: z.int().min(0).max(60), max: z.int().min(1).max(60) })

export const consultation = z.enum(['whole_council', 'elected', 'nominated', 'none'])

/** Whose seat it is matters only where the vote goes on, so the two questions are one choice. */
export const afterFirstVote = z
  .enum(['seat_open', 'seat_next', 'stops'])
  .describe('Når en kandidat dør eller ikke kan vælges, efter at nogen har stemt')

/** A member of the board confirms it by their own sign-in, before the result is certified. */
export const lotByTelephone = z
  .boolean()
  .describe('Om der må trækkes lod efter et valg med valgbestyrelsen på telefonen i stedet for i rummet')

export const ruleChanges = z.strictObject({
  share,
  comparison: z.enum(['at_least', 'more_than']),
  of: z.enum(['votes', 'members']),
  meetings: z.int().min(1).max(3),
  approvedBy: text.optional(),
})
