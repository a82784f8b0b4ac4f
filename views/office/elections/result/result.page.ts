import type { Election } from '../../../../models/elections/elections.ts'
import { rulesBehind, type Result } from '../../../../models/elections/result/result.ts'
import type { CertificationRow } from '../../../../models/elections/result/tables.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { assumedAmong, headOf, type ElectionHead } from '../head.ts'
import { shownCertifications, shownResult, type Certified, type ShownResult } from './shown.ts'

export interface ResultPage {
  head: ElectionHead
  /** null until two counts agree. */
  result: ShownResult | null
  certified: Certified[]
  next: { kind: 'lot' | 'certification' | 'count'; href: string } | null
  /** null until the result is certified. */
  record: { hash: string; href: string } | null
  complaintsHref: string
  assumedRules: string[]
}

export interface ResultRows {
  result: Result | undefined
  certifications: readonly CertificationRow[]
  record: { hash: string } | undefined
}

/** The page is alike for every reader, so that it can be kept. */
export function resultPage(
  reader: Reader,
  election: Election,
  { result, certifications, record }: ResultRows,
): ResultPage {
  const { id, statutes } = election
  return {
    head: headOf(reader, election),
    result: result ? shownResult(reader, result) : null,
    certified: shownCertifications(certifications),
    next: nextAfter(election),
    record: record ? { hash: record.hash, href: paths.electionRecord(id) } : null,
    complaintsHref: paths.complaints(id),
    assumedRules: assumedAmong(reader, statutes, result ? rulesBehind(result) : []),
  }
}

function nextAfter({ id, status }: Election): ResultPage['next'] {
  const { awaits } = facts(status)
  return awaits === 'lot' || awaits === 'certification' || awaits === 'count'
    ? { kind: awaits, href: paths[awaits](id) }
    : null
}
