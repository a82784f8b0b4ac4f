import { expect } from 'chai'
import {
  checkPrinted,
  checkSheets,
  checkTakenOff,
  MOST_SHEETS,
} from '../../../../../models/rules/elections/protocol/prints.ts'

type Said = ReturnType<typeof checkSheets | typeof checkTakenOff | typeof checkPrinted>

type Answer = 'allowed' | [reason: string, field: string, count: number | undefined]

/** What is wrong, in which field, and the figure that the sentence needs. */
const said = (verdict: Said) =>
  verdict.ok ? 'allowed' : [verdict.reason, verdict.field, verdict.params?.count]

describe('Papers that are printed while people vote', () => {
  const sheets: [number | undefined, Answer][] = [
    [1, 'allowed'],
    [MOST_SHEETS, 'allowed'],
    [MOST_SHEETS + 1, ['too_many_sheets', 'sheets', MOST_SHEETS]],
    [0, ['nothing_to_print', 'sheets', undefined]],
    [undefined, ['not_entered', 'sheets', undefined]],
  ]
  for (const [count, answer] of sheets)
    it(`are ${String(count)} sheets at once: ${String(answer)}`, () => {
      expect(said(checkSheets(count))).to.deep.equal(answer)
    })

  const off: [copies: number | undefined, left: number, answer: Answer][] = [
    [3, 20, 'allowed'],
    [20, 20, 'allowed'],
    [21, 20, ['more_than_printed', 'copies', 20]],
    [0, 20, ['nothing_taken_off', 'copies', undefined]],
    [1, 0, ['more_than_printed', 'copies', 0]],
    [undefined, 20, ['not_entered', 'copies', undefined]],
  ]
  for (const [copies, left, answer] of off)
    it(`are taken off, ${String(copies)} of ${left} that are left: ${String(answer)}`, () => {
      expect(said(checkTakenOff(copies, left))).to.deep.equal(answer)
    })

  const differs = ['printed_differs', 'difference_reason', 77]
  const account: [what: Parameters<typeof checkPrinted>[0], reason: string | undefined, answer: unknown][] = [
    // 60 counted by people and a batch of 20, of which 3 jammed: 77 in the book.
    [{ typed: 77, inBook: 77, batches: 1 }, undefined, 'allowed'],
    [{ typed: 80, inBook: 77, batches: 1 }, undefined, differs],
    [{ typed: 80, inBook: 77, batches: 1 }, '  ', differs],
    [{ typed: 80, inBook: 77, batches: 1 }, 'Tre lå i printeren.', 'allowed'],
    // Without a batch the book has only what people wrote down.
    [{ typed: 80, inBook: 0, batches: 0 }, undefined, 'allowed'],
  ]
  for (const [what, reason, answer] of account)
    it(`stand in the account: ${JSON.stringify(what)} with ${reason ?? 'no reason'} is ${String(answer)}`, () => {
      expect(said(checkPrinted(what, reason))).to.deep.equal(answer)
    })
})
