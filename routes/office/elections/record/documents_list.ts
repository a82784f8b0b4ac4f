import type { Locale } from '../../../../models/core/dates.ts'
import type { Facts } from '../../../../models/rules/elections/state.ts'
import { listStanding } from '../../../../models/elections/candidates/candidates.ts'
import { hasPaper } from '../../../../models/elections/means.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { findRecord, readRecord } from '../../../../models/elections/record/record.ts'
import { countRoll, type RollCount } from '../../../../models/elections/roll/roll.ts'
import { ballotPapers, fitsPerSheet, specimen, PER_SHEET } from '../../../../views/paper/elections/ballots.ts'
import { electionRecord } from '../../../../views/paper/elections/election_record.ts'
import { callPoster, pollingPoster } from '../../../../views/paper/elections/notices.ts'
import { plainNotice } from '../../../../views/paper/elections/plain_notice.ts'
import { resultPoster } from '../../../../views/paper/elections/result_poster.ts'
import { countSheet, pollingDaySheet, rollList } from '../../../../views/paper/elections/sheets.ts'
import type { Translate } from '../../../../views/partials/statutes/statutes_text.ts'
import { LOCALES, translatorFor } from '../../../web/i18n.ts'
import { ballotPage, noticePage, resultPosterPage, rollPage, sheetPage } from './documents_data.ts'
import type { ElectionRequest } from '../shared.ts'

export const GROUPS = ['before', 'polling_day', 'after'] as const
export type Group = (typeof GROUPS)[number]

export type DocumentName = (typeof DOCUMENTS)[number]['name']

/** How a document is made larger, or how many there are to a sheet. */
export type Variant = 'a4' | 'a3' | '1' | '2' | '4'

export interface Making {
  req: ElectionRequest
  election: Election
  variant: Variant
  t: Translate
  lang: Locale
}

export interface PrintedDocument {
  /** The file's name in the address. */
  name: string
  group: Group
  variants: readonly Variant[]
  /** A ballot paper in two languages would be two kinds of ballot papers. */
  languages: readonly Locale[]
  /** Only for those who run the election. */
  staff: boolean
  during: (is: Facts) => boolean
  /** Whether there is anything to print, beside the election's stage. */
  ready?: (req: ElectionRequest, election: Election, variant: Variant) => boolean | Promise<boolean>
  make: (making: Making) => Promise<Buffer>
}

const SIZES = ['a4', 'a3'] as const
const sizeOf = (variant: Variant) => (variant === 'a3' ? 'A3' : 'A4')
const whilePapersAreUsed = (is: Facts) => is.listed && is.invitesVoters
const onPaper = (_req: ElectionRequest, election: Election) => hasPaper(election)

/** Every document of an election, in the order in which it is needed. */
export const DOCUMENTS = [
  {
    name: 'indkaldelse',
    group: 'before',
    variants: SIZES,
    languages: LOCALES,
    staff: false,
    during: (is) => is.awaits === 'candidates',
    make: async ({ req, election, variant, t, lang }) =>
      callPoster(await noticePage(req, election), sizeOf(variant), t, lang),
  },
  {
    name: 'forklaring',
    group: 'before',
    variants: SIZES,
    languages: LOCALES,
    staff: false,
    during: (is) => is.invitesVoters,
    make: async ({ req, election, variant, t, lang }) =>
      plainNotice(await noticePage(req, election), sizeOf(variant), t, lang),
  },
  {
    name: 'opslag',
    group: 'before',
    variants: SIZES,
    languages: LOCALES,
    staff: false,
    during: (is) => is.invitesVoters || is.withoutVote,
    make: async ({ req, election, variant, t, lang }) =>
      pollingPoster(await noticePage(req, election), sizeOf(variant), t, lang),
  },
  {
    name: 'stemmesedler',
    group: 'polling_day',
    variants: ['1', '2', '4'],
    languages: ['da'],
    staff: true,
    during: whilePapersAreUsed,
    ready: (req, election, variant) => fits(req, election, variant),
    make: async ({ req, election, variant, t, lang }) =>
      ballotPapers(await ballotPage(req, election, t), perSheet(variant), t, lang),
  },
  {
    name: 'proeve',
    group: 'polling_day',
    variants: ['a4'],
    languages: ['da'],
    staff: false,
    during: whilePapersAreUsed,
    ready: onPaper,
    make: async ({ req, election, t, lang }) => specimen(await ballotPage(req, election, t), t, lang),
  },
  {
    name: 'valgdagsark',
    group: 'polling_day',
    variants: ['a4'],
    languages: LOCALES,
    staff: false,
    during: whilePapersAreUsed,
    make: async ({ req, election, t, lang }) => pollingDaySheet(await sheetPage(req, election, t), t, lang),
  },
  {
    name: 'valgliste',
    group: 'polling_day',
    variants: ['a4'],
    languages: LOCALES,
    staff: true,
    during: whilePapersAreUsed,
    ready: async (req, { id, roll_kind }) =>
      roll_kind === 'named' && canBeTicked(await countRoll(req.db, id)),
    make: async ({ req, election, t, lang }) => rollList(await rollPage(req, election, t), t, lang),
  },
  {
    name: 'taelleark',
    group: 'polling_day',
    variants: ['a4'],
    languages: LOCALES,
    staff: false,
    during: (is) => whilePapersAreUsed(is) || is.awaits === 'count',
    ready: onPaper,
    make: async ({ req, election, t, lang }) => countSheet(await sheetPage(req, election, t), t, lang),
  },
  {
    name: 'resultat',
    group: 'after',
    variants: SIZES,
    languages: LOCALES,
    staff: false,
    during: (is) => is.certified,
    make: async ({ req, election, variant, t, lang }) =>
      resultPoster(await resultPosterPage(req, election), sizeOf(variant), t, lang),
  },
  {
    name: 'protokol',
    group: 'after',
    variants: ['a4'],
    languages: LOCALES,
    staff: false,
    during: (is) => is.pollingOver,
    ready: async (req, { id }) => (await findRecord(req.db, id)) !== undefined,
    make: async ({ req, election, t, lang }) => {
      const record = await findRecord(req.db, election.id)
      if (!record) throw new RangeError(`election ${election.id} has no record`)
      return electionRecord({ ...record, wording: election.wording, document: readRecord(record) }, t, lang)
    },
  },
] as const satisfies readonly PrintedDocument[]

/** Nobody ticks a longer roll by hand, and making it would keep others waiting. */
const LONGEST_ROLL = 2000

function canBeTicked({ entries }: RollCount): boolean {
  return entries > 0 && entries <= LONGEST_ROLL
}

function perSheet(variant: Variant) {
  return PER_SHEET.find((number) => `${number}` === variant) ?? 1
}

async function fits(req: ElectionRequest, election: Election, variant: Variant): Promise<boolean> {
  const stands = (await listStanding(req.db, election.id)).length > 0
  const t = translatorFor('da')
  return (
    hasPaper(election) &&
    stands &&
    fitsPerSheet(await ballotPage(req, election, t), perSheet(variant), t, 'da')
  )
}
