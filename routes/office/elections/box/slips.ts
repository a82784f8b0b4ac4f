import type { Response } from 'express'
import type { Slip } from '../../../../models/elections/box/key_slips.ts'
import { slipQrText } from '../../../../models/elections/box/key_words.ts'
import { boxSlipsPage } from '../../../../views/office/elections/box/box_slips.page.ts'
import { headOf } from '../../../../views/office/elections/head.ts'
import { keySlips } from '../../../../views/paper/elections/key_slips.ts'
import { readerOf } from '../../../web/reader.ts'
import { electionOf, showTitled, type ElectionRequest } from '../shared.ts'

/** Answers with the slips, as a PDF or a page to copy by hand. The answer may not be cached, and nothing is stored. */
export async function sendSlips(
  req: ElectionRequest,
  res: Response,
  slips: readonly Slip[],
  as: 'pdf' | 'page',
): Promise<void> {
  const election = await electionOf(req)
  const reader = readerOf(req)
  if (as === 'page') {
    showTitled(req, res, 'box/box_slips', req.t('box.slips.title'), boxSlipsPage(reader, election, slips))
    return
  }
  const about = { election: headOf(reader, election).name, place: election.place, date: reader.today }
  const pdf = await keySlips(
    slips.map((slip) => ({ ...about, ...slip, qrText: slipQrText(election.id, slip.number, slip.words) })),
    req.t,
    req.lang,
  )
  res.set('Cache-Control', 'no-store').attachment('noeglesedler.pdf').type('pdf').send(pdf)
}
