import * as elections from '../../../../models/elections/index.ts'
import { LONGEST, optionalText } from '../../../web/fields.ts'
import { secretOf } from '../../../web/index.ts'
import { electionOf, type ElectionRequest } from '../shared.ts'

/** The most slips that any sharing needs. */
const MOST_SLIPS = 5

/** The forms in which slips are typed: their words are never made into text by the server. */
export const KEY_SLIPS = {
  forms: /^\/kontor\/valg\/\d+\/stemmekasse\/(proeve|aabning)\/?$/,
  fields: /^slip_\d+$/,
}

/** A slip is 36 words, or a QR code's text with them. The field holds the mark of what was sent. */
export const slipFields = Array.from({ length: MOST_SLIPS }, (_slip, index) =>
  optionalText(elections.slipField(index), LONGEST.text),
)

/** The empty fields at the end are left out. */
export async function typedSlips(
  req: ElectionRequest,
  form: Readonly<Record<`slip_${number}`, string | undefined>>,
): Promise<Buffer[]> {
  const { id } = await electionOf(req)
  const needed = (await elections.findBoxKey(req.db, id))?.threshold ?? 0
  const typed = Array.from({ length: needed }, (_slip, index) =>
    secretOf(req, form[elections.slipField(index)]),
  )
  return typed.slice(0, typed.findLastIndex((slip) => slip.length > 0) + 1)
}
