import { LOCALES } from '../../../models/core/dates.ts'
import { hasBooth, hasPaper } from '../../../models/elections/means.ts'
import type { RollCount } from '../../../models/elections/roll/roll.ts'
import type { Facts } from '../../../models/rules/elections/state.ts'
import { ballotPapers, fitsPerSheet, specimen, PER_SHEET, type PerSheet } from './ballots.ts'
import { codesPosterPage } from './posters/codes_page.ts'
import { codesPoster } from './posters/codes_poster.ts'
import type { DocumentSource } from './document_source.ts'
import {
  ballotPage,
  labelsPage,
  noticePage,
  printerTrial,
  readinessPage,
  resultPosterPage,
  rollPage,
  sheetPage,
} from './documents_data.ts'
import { electionRecord } from './election_record.ts'
import { callPoster, pollingPoster } from './posters/notices.ts'
import { packageLabels } from './package_labels.ts'
import { plainNotice } from './posters/plain_notice.ts'
import { printerPage } from './readiness/printer_page.ts'
import { readinessList } from './readiness/readiness_list.ts'
import type { PrintedDocument, Variant } from './printed_document.ts'
import { resultPoster } from './posters/result_poster.ts'
import { countSheet, pollingDaySheet, rollList } from './sheets.ts'

export type DocumentName = (typeof DOCUMENTS)[number]['name']

const SIZES = ['a4', 'a3'] as const
const sizeOf = (variant: Variant) => (variant === 'a3' ? 'A3' : 'A4')
const isAhead = (is: Facts) => is.called && is.beforePolling
const whilePapersAreUsed = (is: Facts) => is.listed && is.invitesVoters
const onPaper = ({ election }: DocumentSource) => hasPaper(election)

/** In the order in which they are needed. */
export const DOCUMENTS = [
  {
    name: 'indkaldelse',
    group: 'before',
    variants: SIZES,
    languages: LOCALES,
    staff: false,
    during: (is) => is.awaits === 'candidates',
    ready: async ({ load }) => (await load.reopened())?.open !== true,
    make: async ({ source, variant, t, lang }) =>
      callPoster(await noticePage(source), sizeOf(variant), t, lang),
  },
  {
    name: 'forklaring',
    group: 'before',
    variants: SIZES,
    languages: LOCALES,
    staff: false,
    during: (is) => is.invitesVoters,
    make: async ({ source, variant, t, lang }) =>
      plainNotice(await noticePage(source), sizeOf(variant), t, lang),
  },
  {
    name: 'opslag',
    group: 'before',
    variants: SIZES,
    languages: LOCALES,
    staff: false,
    during: (is) => is.invitesVoters || is.withoutVote || is.calledOff || is.stopped,
    make: async ({ source, variant, t, lang }) =>
      pollingPoster(await noticePage(source), sizeOf(variant), t, lang),
  },
  {
    name: 'stemmesedler',
    group: 'polling_day',
    variants: ['1', '2', '4'],
    languages: ['da'],
    staff: true,
    // Once polls are open, papers are printed in batches that are counted.
    during: (is) => is.listed && is.beforePolling,
    ready: fits,
    make: async ({ source, variant, t, lang }) =>
      ballotPapers(await ballotPage(source, t), perSheet(variant), t, lang),
  },
  {
    name: 'proeve',
    group: 'polling_day',
    variants: ['a4'],
    languages: ['da'],
    staff: false,
    during: whilePapersAreUsed,
    ready: onPaper,
    make: async ({ source, t, lang }) => specimen(await ballotPage(source, t), t, lang),
  },
  {
    name: 'tjekliste',
    group: 'polling_day',
    variants: ['a4'],
    languages: LOCALES,
    staff: false,
    during: isAhead,
    make: async ({ source, t, lang }) => readinessList(await readinessPage(source, t), t, lang),
  },
  {
    name: 'printerproeve',
    group: 'polling_day',
    variants: ['a4'],
    languages: LOCALES,
    staff: false,
    during: isAhead,
    make: ({ source, t, lang }) => printerPage(printerTrial(source, t), t, lang),
  },
  {
    name: 'valgdagsark',
    group: 'polling_day',
    variants: ['a4'],
    languages: LOCALES,
    staff: false,
    during: whilePapersAreUsed,
    make: async ({ source, t, lang }) => pollingDaySheet(await sheetPage(source, t), t, lang),
  },
  {
    name: 'valgliste',
    group: 'polling_day',
    variants: ['a4'],
    languages: LOCALES,
    staff: true,
    during: whilePapersAreUsed,
    ready: async ({ election, load }) =>
      election.roll_kind === 'named' && canBeTicked(await load.rollCount()),
    make: async ({ source, t, lang }) => rollList(await rollPage(source, t), t, lang),
  },
  {
    name: 'taelleark',
    group: 'polling_day',
    variants: ['a4'],
    languages: LOCALES,
    staff: false,
    during: (is) => whilePapersAreUsed(is) || is.awaits === 'count',
    ready: onPaper,
    make: async ({ source, t, lang }) => countSheet(await sheetPage(source, t), t, lang),
  },
  {
    name: 'koder',
    group: 'after',
    variants: ['a4'],
    languages: LOCALES,
    staff: false,
    during: (is) => is.pollingOver,
    ready: async ({ election, load }) =>
      hasBooth(election) && ((await load.codes()).length > 0 || (await load.destroyedBox()) !== undefined),
    make: async ({ source, t, lang }) => codesPoster(await codesPosterPage(source), t, lang),
  },
  {
    name: 'pakkesedler',
    group: 'after',
    variants: ['a4'],
    languages: LOCALES,
    staff: false,
    during: (is) => is.pollingOver,
    ready: async ({ load }) => (await load.packages()).length > 0,
    make: async ({ source, t, lang }) => packageLabels(await labelsPage(source, t), t, lang),
  },
  {
    name: 'resultat',
    group: 'after',
    variants: SIZES,
    languages: LOCALES,
    staff: false,
    during: (is) => is.certified,
    make: async ({ source, variant, t, lang }) =>
      resultPoster(await resultPosterPage(source, { t, lang }), sizeOf(variant), t, lang),
  },
  {
    name: 'protokol',
    group: 'after',
    variants: ['a4'],
    languages: LOCALES,
    staff: false,
    during: (is) => is.pollingOver,
    ready: async ({ load }) => (await load.record()) !== undefined,
    make: async ({ source: { election, load }, t, lang }) => {
      const record = await load.record()
      if (!record) throw new RangeError(`election ${election.id} has no record`)
      return electionRecord({ ...record, wording: election.wording }, t, lang)
    },
  },
] as const satisfies readonly PrintedDocument[]

/** A longer roll is not ticked by hand, and making it would keep other requests waiting. */
const LONGEST_ROLL = 2000

function canBeTicked({ entries }: RollCount): boolean {
  return entries > 0 && entries <= LONGEST_ROLL
}

function perSheet(variant: Variant): PerSheet {
  return PER_SHEET.find((number) => `${number}` === variant) ?? 1
}

async function fits(source: DocumentSource, variant: Variant): Promise<boolean> {
  if (!hasPaper(source.election) || (await source.load.standing()).length === 0) return false
  const t = source.words('da')
  return fitsPerSheet(await ballotPage(source, t), perSheet(variant), t, 'da')
}
