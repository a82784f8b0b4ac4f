import type { BoothBallot } from '../../models/elections/booth/ballot.ts'
import { type CandidacyId, idOf } from '../../models/core/ids.ts'
import type { Translate } from '../reader.ts'

/** They are drawings on ballots too. */
const SYMBOLS = ['apple', 'boat', 'sun'] as const

/** As large as the real one, with invented names: nobody can take a trial for a vote, or see who stands before they may. */
export function trialBallot(
  t: Translate,
  { area, wording, crosses }: BoothBallot,
): Pick<BoothBallot, 'area' | 'wording' | 'crosses' | 'candidates' | 'candidacyIds'> {
  const numbers = Array.from(
    { length: Math.max(SYMBOLS.length, crosses.max + 1) },
    (_one, index) => index + 1,
  )
  const candidates = numbers.map((number) => ({
    id: idOf<CandidacyId>(number),
    name: t('booth.trial.name', { number }),
    symbol: SYMBOLS[(number - 1) % SYMBOLS.length] ?? null,
    photo: null,
  }))
  return { area, wording, crosses, candidates, candidacyIds: candidates.map(({ id }) => id) }
}
