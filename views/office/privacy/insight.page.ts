import { formatDate } from '../../../models/core/dates.ts'
import type { CandidacyId } from '../../../models/core/ids.ts'
import type { Insight } from '../../../models/privacy/insight/insight.ts'
import { INSIGHT_SECTIONS, type InsightSectionKey } from '../../../models/privacy/insight/sections.ts'
import type { Statutes } from '../../../models/statutes/document.ts'
import type { Office } from '../../../models/statutes/offices.ts'
import type { InsightPage as InsightText, InsightSection } from '../../paper/privacy/insight.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { contactFacts, logRows, publicationFacts } from './insight/facts.ts'
import { accountThings, attendanceFacts, dutyFacts, importThings } from './insight/rest.ts'
import { groundThings, membershipThings, officeThings, substituteThings } from './insight/seats.ts'
import { candidacyThings, nominationThings } from './insight/ways.ts'
import { wordsFor, type Words } from './insight/words.ts'

export interface InsightPage extends InsightText {
  back: string
  fileHref: string
  photoHref: (candidacy: CandidacyId) => string
}

/** `by` is the name of the reader. */
export interface InsightSource {
  insight: Insight
  statutes: Statutes
  offices: readonly Office[]
  council: { name: string; municipality: string }
  contact: { email: string | null; phone: string | null }
  by: string
}

/** A person without access to the register goes back to their own account. */
export function insightPage(reader: Reader, source: InsightSource): InsightPage {
  const { id } = source.insight.person
  return {
    ...insightText(reader, source),
    back: reader.can['register.read'] ? paths.person(id) : paths.ownAccount,
    fileHref: paths.insightFile(id),
    photoHref: (candidacy) => paths.insightPhoto(id, candidacy),
  }
}

/** The page and the PDF are made of this text alone, so they say the same. */
export function insightText(reader: Reader, source: InsightSource): InsightText {
  const { t, lang, today } = reader
  const { insight, statutes, offices, council, contact, by } = source
  const words = wordsFor(reader, statutes, offices)
  const known = [contact.phone, contact.email].filter((one) => one !== null)
  const { municipality } = council
  return {
    title: t('insight.title', { name: insight.person.name }),
    made_on: today,
    made: t('insight.made', { date: formatDate(today, lang), name: by }),
    lead: t('insight.lead', { municipality }),
    council: council.name,
    contact:
      known.length > 0
        ? t('insight.contact', { contact: known.join(', ') })
        : t('insight.contact_unknown', { municipality }),
    rights: t('insight.rights').split('\n'),
    sections: INSIGHT_SECTIONS.map((key) => sectionOf(key, words, insight)),
    left_out: t('insight.left_out').split('\n'),
  }
}

function sectionOf(key: InsightSectionKey, words: Words, insight: Insight): InsightSection {
  const { t } = words
  const content = { things: [], rows: [], ...CONTENTS[key](words, insight) }
  const isEmpty = content.things.length + content.rows.length === 0
  return {
    key,
    heading: t(`insight.sections.${key}`),
    why: t(`insight.why.${key}`).split('\n'),
    ...content,
    empty: isEmpty ? t('insight.nothing') : null,
  }
}

type Content = Partial<Pick<InsightSection, 'things' | 'rows'>>

const CONTENTS: Readonly<Record<InsightSectionKey, (words: Words, insight: Insight) => Content>> = {
  contact: (words, insight) => ({ things: [{ heading: null, facts: contactFacts(words, insight) }] }),
  publication: (words, { publications }) => inOne(publicationFacts(words, publications)),
  memberships: (words, { memberships }) => ({ things: membershipThings(words, memberships) }),
  offices: (words, { offices }) => ({ things: officeThings(words, offices) }),
  substitutes: (words, { substitutes }) => ({ things: substituteThings(words, substitutes) }),
  candidacies: (words, { candidacies }) => ({ things: candidacyThings(words, candidacies) }),
  nominations: (words, { nominations }) => ({ things: nominationThings(words, nominations) }),
  grounds: (words, { grounds }) => ({ things: groundThings(words, grounds) }),
  attendance: (words, { attendance }) => inOne(attendanceFacts(words, attendance)),
  accounts: (words, { accounts }) => ({ things: accountThings(words, accounts) }),
  duties: (words, { duties }) => inOne(dutyFacts(words, duties)),
  imports: (words, { imports }) => ({ things: importThings(words, imports) }),
  log: (words, { log }) => ({ rows: logRows(words, log) }),
}

function inOne(facts: InsightSection['things'][number]['facts']): Content {
  return { things: facts.length > 0 ? [{ heading: null, facts }] : [] }
}
