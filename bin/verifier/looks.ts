import { checkCorrections, CORRECTED_IN } from './corrections.ts'
import { checkBox, checkPapers, checkSheets, checkTotals } from './figures.ts'
import { type Check, type Finding, leftOut } from './findings.ts'
import { checkCertified, checkDraws, checkOutcome } from './outcome.ts'
import type { RecordData } from './record.ts'
import { checkResultCode, RESTED_ON } from './result_code.ts'

type CheckOf<Name extends keyof RecordData> = {
  check: Check
  needs: readonly Name[]
  look: (record: Pick<RecordData, Name>) => Finding | Promise<Finding>
}

function looking<Name extends keyof RecordData>(
  check: Check,
  needs: readonly Name[],
  look: CheckOf<Name>['look'],
): (shown: Partial<RecordData>) => Promise<Finding> {
  return async (shown) => (hasAll(shown, needs) ? look(shown) : leftOut(check))
}

function hasAll<Name extends keyof RecordData>(
  shown: Partial<RecordData>,
  needs: readonly Name[],
): shown is Partial<RecordData> & Pick<RecordData, Name> {
  return needs.every((name) => shown[name] !== undefined)
}

/** Each with the sections that it reads: it is left out where one of them is not shown. */
const LOOKS = [
  looking('sheets', ['rounds', 'candidates', 'election'], checkSheets),
  looking('papers', ['papers', 'rounds'], checkPapers),
  looking('box', ['booth', 'candidates', 'election'], checkBox),
  looking('totals', ['totals', 'rounds', 'booth', 'election'], checkTotals),
  looking('outcome', ['result', 'totals', 'candidates', 'election', 'lot', 'uncontested'], checkOutcome),
  looking('result', RESTED_ON, checkResultCode),
  looking('draws', ['list', 'lot', 'candidates'], checkDraws),
  looking('corrections', CORRECTED_IN, checkCorrections),
  looking('certified', ['certifications', 'result', 'board', 'made_at'], checkCertified),
]

/** Looks at what is shown of a record. */
export async function checkRecord(shown: Partial<RecordData>): Promise<Finding[]> {
  return Promise.all(LOOKS.map((look) => look(shown)))
}
