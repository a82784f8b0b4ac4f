import { expect } from 'chai'
import {
  checkObjection,
  checkPresence,
  type Spell,
} from '../../../../../models/rules/elections/protocol/conduct.ts'

const NOW = { today: '2026-03-10', time: '15.00' }
const spell = (from_at: string, until_at: string | null, name = 'Signe Holm'): Spell => {
  return { name, present_on: '2026-03-10', from_at, until_at }
}

describe('Who of the board was there', () => {
  const cases: [string, Spell, Spell[], string | undefined][] = [
    ['from when to when', spell('09.30', '14.30'), [], undefined],
    ['and is there yet', spell('09.30', null), [], undefined],
    ['twice in a day', spell('12.00', '14.00'), [spell('09.00', '12.00')], undefined],
    ['beside another person', spell('09.30', '14.00'), [spell('09.00', '12.00', 'Bo Krag')], undefined],
    [
      'but not twice at once',
      spell('11.59', '14.00'),
      [spell('09.00', '12.00', 'signe  holm')],
      'presence_overlaps',
    ],
    ['nor again before leaving', spell('11.00', null), [spell('09.00', null)], 'presence_overlaps'],
    ['nor until before it began', spell('14.00', '14.00'), [], 'left_before_arrival'],
    ['nor later than now', spell('09.00', '15.01'), [], 'presence_in_future'],
    ['nor tomorrow', { ...spell('09.00', '10.00'), present_on: '2026-03-11' }, [], 'presence_in_future'],
  ]
  for (const [what, one, others, reason] of cases)
    it(what, () => {
      const verdict = checkPresence(one, others, NOW)
      expect(verdict.ok ? undefined : verdict.reason).to.equal(reason)
    })
})

describe('An objection', () => {
  const objection = {
    text: 'Sedlerne lå fremme.',
    objector: 'Karl Ravn' as string | undefined,
    raisedOn: '2026-03-10',
    firstDay: '2026-03-10',
    today: '2026-03-10',
  }

  it('is taken from the first day of polling on, with a name or without', () => {
    expect(checkObjection(objection)).to.deep.equal({ ok: true })
    expect(checkObjection({ ...objection, objector: undefined })).to.deep.equal({ ok: true })
    expect(checkObjection({ ...objection, raisedOn: '2026-03-09' })).to.include({
      reason: 'objection_before_polling',
    })
    expect(checkObjection({ ...objection, raisedOn: '2026-03-11' })).to.include({ reason: 'day_in_future' })
  })

  it('has no name in the text that anybody may read, however it is written', () => {
    for (const text of ['Karl Ravn så det.', 'Det siger KARL  RAVN'])
      expect(checkObjection({ ...objection, text })).to.include({ reason: 'text_names_objector' })
    expect(checkObjection({ ...objection, text: 'Karl Ravnsbjerg så det.' })).to.deep.equal({ ok: true })
  })
})
