import type { Request } from 'express'
import { collectInsight, type Insight } from '../../../../models/privacy/insight/insight.ts'
import { INSIGHT_SECTIONS, type InsightSectionKey } from '../../../../models/privacy/insight/sections.ts'
import { listOffices, statutesOn } from '../../../../models/statutes/versions.ts'
import { formatDate } from '../../../../models/core/dates.ts'
import type { InsightPage, InsightSection } from '../../../../views/paper/privacy/insight.ts'
import { userOf } from '../../../web/access.ts'
import { contactFacts, logRows, publicationFacts } from './facts.ts'
import { accountThings, attendanceFacts, dutyFacts, importThings } from './rest.ts'
import { groundThings, membershipThings, officeThings, substituteThings } from './seats.ts'
import { candidacyThings, nominationThings } from './ways.ts'
import { wordsOf, type Words } from './words.ts'

export type { InsightPage }

/** Everything about a person in words: the page and the PDF are made of this alone, so they say the same. */
export async function insightPage(req: Request, id: number): Promise<InsightPage> {
  const today = req.clock.today()
  const insight = await collectInsight(req.db, id, today)
  const { statutes } = await statutesOn(req.db, today)
  const words = wordsOf(req, statutes, await listOffices(req.db))
  const council = req.house.council
  const { email, phone } = req.house.contact
  const known = [phone, email].filter((one) => one !== null)
  const { t } = req
  return {
    title: t('insight.title', { name: insight.person.name }),
    made_on: today,
    made: t('insight.made', { date: formatDate(today, req.lang), name: userOf(req).name }),
    lead: t('insight.lead', { municipality: council.municipality }),
    council: council.name,
    contact:
      known.length > 0
        ? t('insight.contact', { contact: known.join(', ') })
        : t('insight.contact_unknown', { municipality: council.municipality }),
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

/** What stands in each part. */
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
