import type { Response } from 'express'
import { encodeQR } from 'qr'
import type { Slip } from '../../../../models/elections/box/key_slips.ts'
import { slipQrText } from '../../../../models/elections/box/key_words.ts'
import { keySlips } from '../../../../views/paper/elections/key_slips.ts'
import { show } from '../../../web/views.ts'
import { electionOf, type ElectionRequest } from '../shared.ts'
import { headOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

/** office/elections/box_slips */
export interface BoxSlipsPage {
  head: ElectionHead
  slips: (Slip & { qr: { side: number; path: string } })[]
}

/**
 * Answers with the slips, the only time they exist: as a PDF for the printer, or as a page to print or copy by hand.
 * Nothing may keep the answer, and nothing of it is stored.
 */
export async function sendSlips(
  req: ElectionRequest,
  res: Response,
  slips: readonly Slip[],
  as: 'pdf' | 'page',
): Promise<void> {
  const election = await electionOf(req)
  const head = headOf(req, election)
  const withText = slips.map((slip) => ({
    ...slip,
    qrText: slipQrText(election.id, slip.number, slip.words),
  }))
  if (as === 'pdf') {
    const about = { election: head.name, place: head.place, date: req.clock.today() }
    const pdf = await keySlips(
      withText.map((slip) => ({ ...about, ...slip })),
      req.t,
      req.lang,
    )
    res.set('Cache-Control', 'no-store').attachment('noeglesedler.pdf').type('pdf').send(pdf)
    return
  }
  const page: BoxSlipsPage = {
    head,
    slips: withText.map(({ qrText, ...slip }) => ({ ...slip, qr: qrOf(qrText) })),
  }
  const title = `${req.t('box.slips.title')} – ${head.name}`
  show(req, res, 'office/elections/box/box_slips', { title, layout: 'office', page })
}

/** A QR code as one SVG path of unit squares. */
function qrOf(text: string): { side: number; path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 })
  const squares = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
  return { side: rows.length, path: squares.join('') }
}
