import { z } from 'zod'
import { parseDate, type IsoDate } from '../core/dates.ts'

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

export const text = z.string().trim().min(1)
export const slug = z
  .string()
  .regex(SLUG, { error: 'This must be lower-case letters a-z and digits, with single hyphens between.' })
// A refinement, not a transform: the document stays as written, and a JSON Schema can be made of it.
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'This must be a day, written as 2018-01-01.' })
  .refine((typed) => parseDate(typed) !== undefined, {
    error: 'There is no such day in the calendar.',
    abort: true,
  }) as unknown as z.ZodType<IsoDate, string>

/** `confirmed`: the secretary stands by it. `source` and `note` are in the council's own language. */
export interface Rule<T> {
  value: T
  source: string
  sourceEn?: string | undefined
  confirmed: boolean
  note?: string | undefined
  noteEn?: string | undefined
}

export function rule<T extends z.ZodType>(value: T) {
  return z.strictObject({
    value,
    source: text.describe('Hvor reglen står, eller hvorfor den er antaget'),
    sourceEn: text.optional().describe('Det samme på engelsk'),
    confirmed: z.boolean().describe('Om rådets sekretær står inde for reglen'),
    note: text.optional(),
    noteEn: text.optional(),
  })
}

/** 1/3 is [1, 3]. */
export const share = z.tuple([z.int().min(1), z.int().min(1)])

const active = { activeFrom: day.optional(), activeUntil: day.optional() }
const named = { key: slug, name: text, aliases: z.array(text).default([]) }
const successor = z.strictObject({
  ...named,
  ...active,
  note: text.optional(),
  noteEn: text.optional(),
})
const body = z.strictObject({ ...named, ...active, successor: successor.optional() })

export const placeArea = z.strictObject({
  ...named,
  kind: z.literal('place'),
  seats: z.int().min(1),
  wording: z.enum(['på', 'blandt brugere i']),
  filling: z.strictObject({
    by: z.literal('election'),
    method: z
      .enum(['poll', 'meeting'])
      .optional()
      .describe('poll: afstemning med stemmesedler; meeting: på et valgmøde'),
  }),
  bodies: z.array(body).length(1),
})

/** Ways to fill seats without a vote: in all of them the bodies of the area name the person. */
export const FILLINGS = ['nomination', 'applicants', 'appointment', 'ex_officio', 'delegate'] as const

export const organisationsArea = z.strictObject({
  ...named,
  kind: z.literal('organisations'),
  seats: z.int().min(1),
  filling: z.strictObject({
    by: z
      .enum(FILLINGS)
      .describe(
        'nomination: organisationer indstiller; applicants: valgt blandt ansøgere; appointment: udpeges af et udvalg; ex_officio: følger et hverv; delegate: udsendt af et andet råd',
      ),
    agreement: rule(z.enum(['joint', 'one_each', 'single'])),
    office: text.optional().describe('Hvervet, som pladsen følger (ex_officio)'),
    heldBy: z
      .enum(['person', 'organisation'])
      .optional()
      .describe('organisation: organisationen har pladsen og skifter selv sin repræsentant'),
  }),
  bodies: z.array(body).min(1),
})

export const term = z.strictObject({
  startsOn: day,
  endsOn: day,
  municipalElectionOn: day.describe(
    'Dagen, som fornyelsen regnes fra: kommunalvalget, eller i råd med andre perioder den dag, de selv har sat',
  ),
  areas: z
    .array(slug)
    .min(1)
    .optional()
    .describe('De valgområder, som perioden gælder for, når ikke alle pladser fornyes samtidig'),
})
