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
  const cases: [string, Spell, Spell[], [reason: string, field: string] | undefined][] = [
    ['from when to when', spell('09.30', '14.30'), [], undefined],
    ['until this minute', spell('09.30', '15.00'), [], undefined],
    ['and is there yet', spell('09.30', null), [], undefined],
    ['twice in a day', spell('12.00', '14.00'), [spell('09.00', '12.00')], undefined],
    [
      'and again, before the one who is in the book',
      spell('09.00', '12.00'),
      [spell('12.00', null)],
      undefined,
    ],
    ['beside another person', spell('09.30', '14.00'), [spell('09.00', '12.00', 'Bo Krag')], undefined],
    [
      'at the same time on another day',
      { ...spell('09.30', '16.00'), present_on: '2026-03-09' },
      [spell('09.00', '12.00')],
      undefined,
    ],
    [
      'but not twice at once',
      spell('11.59', '14.00'),
      [spell('09.00', '12.00', 'signe  holm')],
      ['presence_overlaps', 'from_at'],
    ],
    [
      'nor again before leaving',
      spell('11.00', null),
      [spell('09.00', null)],
      ['presence_overlaps', 'from_at'],
    ],
    ['nor until it began', spell('14.00', '14.00'), [], ['left_before_arrival', 'until_at']],
    ['nor until later than now', spell('09.00', '15.01'), [], ['presence_in_future', 'until_at']],
    ['nor from later than now', spell('15.01', null), [], ['presence_in_future', 'from_at']],
    [
      'nor tomorrow',
      { ...spell('09.00', '10.00'), present_on: '2026-03-11' },
      [],
      ['presence_in_future', 'present_on'],
    ],
  ]
  for (const [what, one, others, refusal] of cases)
    it(what, () => {
      const verdict = checkPresence(one, others, NOW)
      expect(verdict.ok ? undefined : [verdict.reason, verdict.field]).to.deep.equal(refusal)
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
    expect(checkObjection({ ...objection, objector: '  ' })).to.deep.equal({ ok: true })
    expect(checkObjection({ ...objection, raisedOn: '2026-03-09' })).to.deep.equal({
      ...{ ok: false, reason: 'objection_before_polling', params: { from: '2026-03-10' } },
      field: 'raised_on',
    })
    expect(checkObjection({ ...objection, raisedOn: '2026-03-11' })).to.deep.equal({
      ...{ ok: false, reason: 'day_in_future', field: 'raised_on' },
    })
  })

  it('has no name in the text that anybody may read, however it is written', () => {
    for (const text of ['Karl Ravn så det.', 'Det siger KARL  RAVN'])
      expect(checkObjection({ ...objection, text })).to.deep.equal({
        ...{ ok: false, reason: 'text_names_objector', field: 'text' },
      })
    expect(checkObjection({ ...objection, text: 'Karl Ravnsbjerg så det.' })).to.deep.equal({ ok: true })
  })
})
