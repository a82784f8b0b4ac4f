import { canonicalOf } from '../../../models/core/canonical.ts'
import { formatDate, formatLongDate, type IsoDate, type Locale } from '../../../models/core/dates.ts'
import type { RecordDocument } from '../../../models/elections/record/document.ts'
import type { Translate } from '../../partials/statutes/statutes_text.ts'
import { frame, inside, space } from '../kit/paper.ts'
import { makeDocument } from '../kit/document.ts'
import { emblem } from '../kit/figures.ts'
import { atOf } from './posters/notices.ts'
import { writeCandidates, writeElection, writeTimetable } from './record_before.ts'
import { writeBooth, writeLostBox, writeMixedIn } from './record_booth.ts'
import { writeResult, writeRounds } from './record_count.ts'
import {
  writeCertifications,
  writeComplaints,
  writeDisposal,
  writeProof,
  writeSignatures,
} from './record_end.ts'
import { writeConduct } from './record_conduct.ts'
import { writeIncidents } from './record_incidents.ts'
import { writeInvestigations } from './record_investigation.ts'
import { writePackages } from './record_packages.ts'
import type { Recording } from './record_parts.ts'
import { writePapers, writePolling } from './record_polling.ts'
import { markLines, type RecordMarks } from './posters/result_poster.ts'
import { heading, paragraph } from '../kit/text.ts'

export interface RecordPage extends RecordMarks {
  document: RecordDocument
  /** Nothing in it is kept from the public. */
  isPublic: boolean
  made_on: IsoDate
  /** How the statutes name the voters of the area. */
  wording: 'på' | 'blandt brugere i'
}

/** Says all that is stored and nothing else: the paper can be held against the data. Each foot has the hashes. */
export function electionRecord(page: RecordPage, t: Translate, lang: Locale): Promise<Buffer> {
  const { document: record } = page
  const at = atOf({ wording: page.wording, area: record.election.area_name }, t)
  const name = t('elections.name', { at })
  const title = `${t('documents.record.title')} – ${name}`
  const attachment = {
    ...{ name: 'protokol.json', type: 'application/json' },
    description: t('documents.record.attachment'),
    data: Buffer.from(canonicalOf(record)),
  }
  const about = { title, lang, date: page.made_on, t, margin: 54, foot: footOf(page, t), attachment }
  return makeDocument(about, (paper) => {
    const recording = Object.assign(paper, { record })
    writeTitle(recording, name, page)
    for (const [index, { key, write }] of chaptersOf(record, page).entries()) {
      const heading = `${index + 1}. ${t(`documents.record.chapters.${key}`)}`
      inside(recording, 'Sect', () => write(recording, heading))
    }
  })
}

/** Each page says who may not have it. */
function footOf(page: RecordPage, t: Translate): string[] {
  const marks = markLines(page, t)
  return page.isPublic ? marks : [t('documents.record.not_public'), ...marks]
}

function writeTitle(paper: Recording, name: string, { isPublic }: RecordPage): void {
  const { pdf, record, t, lang } = paper
  const { left, top } = frame(paper)
  emblem(paper, { left, top, side: 28 })
  pdf.y = top + 6
  paragraph(paper, record.council.name, { size: 11, weight: 'medium', indent: 38 })
  pdf.y = top + 44
  heading(paper, 1, t('documents.record.title'), { size: 30, after: 2 })
  const polled = formatLongDate(record.timetable.polling_on, lang)
  paragraph(paper, `${name}, ${polled}`, { size: 14, after: 4 })
  paragraph(
    paper,
    t(`documents.record.made_at.${record.made_at}`, { date: formatDate(record.made_on, lang) }),
  )
  if (!isPublic) {
    paragraph(paper, t('documents.record.not_public'), { size: 13, weight: 'bold', after: 2 })
    paragraph(paper, t('documents.record.not_public_text'))
  }
  space(paper, 4)
}

interface Chapter {
  key: string
  write: (paper: Recording, title: string) => void
}

/** Without a vote there is no count to show, and no zeros in its place. */
function chaptersOf(record: RecordDocument, marks: RecordMarks): Chapter[] {
  const { means } = record.election
  const polled = record.uncontested === null
  return [
    { key: 'election', write: writeElection },
    { key: 'timetable', write: writeTimetable },
    { key: 'candidates', write: writeCandidates },
    ...(polled
      ? [{ key: 'polling', write: writePolling }]
      : [{ key: 'uncontested', write: writeUncontested }]),
    ...(polled && means !== 'booth'
      ? [
          { key: 'papers', write: writePapers },
          ...(record.entered ? [] : [{ key: 'count', write: writeRounds }]),
        ]
      : []),
    ...(polled && record.booth ? [{ key: 'booth', write: writeBooth }] : []),
    ...(polled && record.box_loss ? [{ key: 'booth', write: writeLostBox }] : []),
    ...(polled && record.mixed_in ? [{ key: 'booth', write: writeMixedIn }] : []),
    { key: 'result', write: writeResult },
    { key: 'certification', write: writeCertifications },
    { key: 'complaints', write: writeComplaints },
    ...(record.incidents ? [{ key: 'incidents', write: writeIncidents }] : []),
    ...(record.investigations ? [{ key: 'investigations', write: writeInvestigations }] : []),
    ...(record.conduct ? [{ key: 'conduct', write: writeConduct }] : []),
    ...(polled && (means !== 'booth' || record.packages) ? [{ key: 'packages', write: writePackages }] : []),
    ...(polled ? [{ key: 'disposal', write: writeDisposal }] : []),
    { key: 'signatures', write: writeSignatures },
    { key: 'proof', write: (paper, title) => writeProof(paper, title, marks) },
  ]
}

function writeUncontested(paper: Recording, title: string): void {
  const { record, t, lang } = paper
  heading(paper, 2, title)
  if (!record.uncontested) return
  const { body, decided_on } = record.uncontested
  paragraph(paper, t('public_election.uncontested', { body, date: formatDate(decided_on, lang) }))
}
