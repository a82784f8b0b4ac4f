import { expect } from 'chai'
import {
  checkPrinted,
  checkSheets,
  checkTakenOff,
  MOST_SHEETS,
} from '../../../../../models/rules/elections/protocol/prints.ts'

const said = (verdict: ReturnType<typeof checkSheets | typeof checkTakenOff | typeof checkPrinted>) =>
  verdict.ok ? 'allowed' : verdict.reason

describe('Papers that are printed while people vote', () => {
  const sheets: [number | undefined, string][] = [
    [1, 'allowed'],
    [MOST_SHEETS, 'allowed'],
    [MOST_SHEETS + 1, 'too_many_sheets'],
    [0, 'nothing_to_print'],
    [undefined, 'figure_missing'],
  ]
  for (const [count, answer] of sheets)
    it(`are ${String(count)} sheets at once: ${answer}`, () => {
      const verdict = said(checkSheets(count))
      if (answer === 'figure_missing') expect(verdict).not.to.equal('allowed')
      else expect(verdict).to.equal(answer)
    })

  const off: [copies: number, left: number, answer: string][] = [
    [3, 20, 'allowed'],
    [20, 20, 'allowed'],
    [21, 20, 'more_than_printed'],
    [0, 20, 'nothing_taken_off'],
    [1, 0, 'more_than_printed'],
  ]
  for (const [copies, left, answer] of off)
    it(`are taken off, ${copies} of ${left} that are left: ${answer}`, () => {
      expect(said(checkTakenOff(copies, left))).to.equal(answer)
    })

  const account: [what: Parameters<typeof checkPrinted>[0], reason: string | undefined, answer: string][] = [
    // 60 counted by people and a batch of 20, of which 3 jammed: 77 in the book.
    [{ typed: 77, inBook: 77, batches: 1 }, undefined, 'allowed'],
    [{ typed: 80, inBook: 77, batches: 1 }, undefined, 'printed_differs'],
    [{ typed: 80, inBook: 77, batches: 1 }, '  ', 'printed_differs'],
    [{ typed: 80, inBook: 77, batches: 1 }, 'Tre lå i printeren.', 'allowed'],
    // Without a batch the book has only what people wrote down.
    [{ typed: 80, inBook: 0, batches: 0 }, undefined, 'allowed'],
  ]
  for (const [what, reason, answer] of account)
    it(`stand in the account: ${JSON.stringify(what)} with ${reason ?? 'no reason'} is ${answer}`, () => {
      expect(said(checkPrinted(what, reason))).to.equal(answer)
    })
})
