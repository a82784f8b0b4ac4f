import { expect } from 'chai'
import fc from 'fast-check'
import { isoDate } from '../../../../models/core/dates.ts'
import type { BodyId } from '../../../../models/core/ids.ts'
import {
  bodiesLeft,
  checkAppointment,
  nominationOutcome,
  isReminderDue,
} from '../../../../models/rules/renewal/nomination.ts'
import { anId, someIds } from '../../../support/ids.ts'

const [livtagerne, blaaKors, sand] = [anId(1), anId(2), anId(3)]
interface Said {
  body_id: BodyId
  person: string
}

const says = (body_id: BodyId, person: string) => ({ body_id, person })

describe('"1 medlem indstilles af Livtagerne, Blå Kors og SAND": together', () => {
  const bodies = [livtagerne, blaaKors, sand]
  const joint = (...answers: Said[]) => nominationOutcome({ agreement: 'joint', bodies, answers })

  it('waits for each of the three', () => {
    expect(joint()).to.deep.equal({ state: 'waiting', missing: bodies })
    expect(joint(says(sand, 'Bodil'))).to.deep.equal({ state: 'waiting', missing: [livtagerne, blaaKors] })
    expect(joint(says(sand, 'Bodil'), says(livtagerne, 'Bodil'))).to.deep.equal({
      state: 'waiting',
      missing: [blaaKors],
    })
  })

  it('is agreed when all three name the same person', () => {
    const all = bodies.map((body) => says(body, 'Bodil'))
    expect(joint(...all)).to.deep.equal({ state: 'agreed', person: 'Bodil' })
  })

  it('is a disagreement when Livtagerne and SAND propose different persons, even before Blå Kors answers', () => {
    expect(joint(says(sand, 'Tage'), says(livtagerne, 'Bodil'))).to.deep.equal({
      state: 'disagreement',
      proposals: [says(livtagerne, 'Bodil'), says(sand, 'Tage')],
    })
  })

  it('does not count the answer of an organisation that is not asked', () => {
    expect(joint(...bodies.map((body) => says(body, 'Bodil')), says(anId(9), 'Tage'))).to.deep.equal({
      state: 'agreed',
      person: 'Bodil',
    })
  })

  it('does not depend on the order of organisations or answers', () => {
    const answers = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...someIds(1, 2, 3, 9)), fc.constantFrom('Bodil', 'Tage')),
      {
        selector: ([body]) => body,
      },
    )
    fc.assert(
      fc.property(answers, (all) => {
        const given = all.map(([body, person]) => says(body, person))
        const turned = nominationOutcome({
          agreement: 'joint',
          bodies: [...bodies].reverse(),
          answers: [...given].reverse(),
        })
        expect(turned).to.deep.equal(joint(...given))
      }),
    )
  })
})

describe('"1 medlem indstilles af Kirkens Korshær og KFUM socialt arbejde": together', () => {
  it('is agreed when both name the same person, and a disagreement otherwise', () => {
    const both = (first: string, second: string) =>
      nominationOutcome({
        agreement: 'joint',
        bodies: someIds(1, 2),
        answers: [says(anId(1), first), says(anId(2), second)],
      }).state
    expect(both('Bodil', 'Bodil')).to.equal('agreed')
    expect(both('Bodil', 'Tage')).to.equal('disagreement')
  })
})

describe('"2 medlemmer indstilles af Sind og Bedre Psykiatri": one each', () => {
  const [sind, bedre] = [anId(1), anId(2)]

  it('each seat belongs to one of them, which has to be chosen first', () => {
    expect(nominationOutcome({ agreement: 'one_each', bodies: [bedre, sind], answers: [] })).to.deep.equal({
      state: 'body_not_chosen',
      bodies: [sind, bedre],
    })
  })

  it('the one it belongs to names the person alone', () => {
    const forSind = (...answers: Said[]) =>
      nominationOutcome({ agreement: 'one_each', bodies: [sind], answers })
    expect(forSind()).to.deep.equal({ state: 'waiting', missing: [sind] })
    expect(forSind(says(bedre, 'Tage'))).to.deep.equal({ state: 'waiting', missing: [sind] })
    expect(forSind(says(sind, 'Bodil'), says(bedre, 'Tage'))).to.deep.equal({
      state: 'agreed',
      person: 'Bodil',
    })
  })

  it('none of them has two seats', () => {
    expect(bodiesLeft([sind, bedre], [])).to.deep.equal([sind, bedre])
    expect(bodiesLeft([sind, bedre], [sind])).to.deep.equal([bedre])
    expect(bodiesLeft([sind, bedre], [sind, bedre])).to.deep.equal([])
  })

  it('two jointly, should Randers say so: both must name the same person for a seat', () => {
    const answers = [says(sind, 'Bodil'), says(bedre, 'Bodil')]
    expect(nominationOutcome({ agreement: 'joint', bodies: [sind, bedre], answers }).state).to.equal('agreed')
  })
})

describe('"1 medlem indstilles af Helhedsplanen for Nordbyen": alone', () => {
  it('is agreed when it has named a person', () => {
    const outcome = nominationOutcome({
      agreement: 'single',
      bodies: someIds(5),
      answers: [says(anId(5), 'Bodil')],
    })
    expect(outcome).to.deep.equal({ state: 'agreed', person: 'Bodil' })
  })

  it('has nobody to nominate when the plan has ended', () => {
    const outcome = nominationOutcome({ agreement: 'single', bodies: [], answers: [says(anId(5), 'Bodil')] })
    expect(outcome).to.deep.equal({ state: 'no_body' })
  })
})

describe('An organisation that names nobody', () => {
  const asked = { agreement: 'joint' as const, bodies: someIds(1, 2) }

  it('together with one that names somebody: they do not agree, and somebody has to decide', () => {
    const answers = [{ body_id: anId(1), person: anId(7) }]
    expect(nominationOutcome({ ...asked, answers, refusals: someIds(2) })).to.deep.equal({
      state: 'disagreement',
      proposals: answers,
    })
  })

  it('when all do, nobody is nominated; while one is missing, it is waited for', () => {
    expect(nominationOutcome({ ...asked, answers: [], refusals: someIds(1, 2) })).to.deep.equal({
      state: 'nobody',
    })
    expect(nominationOutcome({ ...asked, answers: [], refusals: someIds(1) })).to.deep.equal({
      state: 'waiting',
      missing: [2],
    })
    const single = { agreement: 'single' as const, bodies: someIds(3), answers: [], refusals: someIds(3) }
    expect(nominationOutcome(single)).to.deep.equal({ state: 'nobody' })
  })
})

describe('A reminder', () => {
  const day = isoDate
  // Asked on Monday 5 January, to answer by Monday 26 January. A week before is the 19th.
  const asked = { askedOn: day('2026-01-05'), answerBy: day('2026-01-26') }
  const due = (today: string, remindedOn?: string) =>
    isReminderDue({
      ...asked,
      remindedOn: remindedOn === undefined ? undefined : day(remindedOn),
      today: day(today),
    })

  it('is due a week before the deadline, once', () => {
    expect(due('2026-01-18')).to.equal(false)
    expect(due('2026-01-19')).to.equal(true)
    expect(due('2026-01-20', '2026-01-19')).to.equal(false)
    expect(due('2026-01-26', '2026-01-19')).to.equal(false)
  })

  it('and once in each week after it', () => {
    expect(due('2026-01-27', '2026-01-19')).to.equal(true)
    expect(due('2026-01-30', '2026-01-27')).to.equal(false)
    expect(due('2026-02-03', '2026-01-27')).to.equal(true)
  })

  it('is never due on the day they were asked', () => {
    const short = { askedOn: day('2026-01-05'), answerBy: day('2026-01-07'), remindedOn: undefined }
    expect(isReminderDue({ ...short, today: day('2026-01-05') })).to.equal(false)
    expect(isReminderDue({ ...short, today: day('2026-01-06') })).to.equal(true)
  })
})

describe('An appointment', () => {
  const appointment = {
    outcome: 'agreed' as const,
    bodyDecided: false,
    body: 'Socialudvalget',
    nominatedOn: isoDate('2021-12-01'),
    decidedOn: isoDate('2021-12-01'),
    consent: 'yes' as const,
  }

  it('waits for the nominee to say yes, and is refused after a no', () => {
    expect(checkAppointment({ ...appointment, consent: undefined })).to.include({
      reason: 'nominee_consent_missing',
      field: 'consent',
    })
    expect(checkAppointment({ ...appointment, consent: 'no' })).to.include({ reason: 'nominee_said_no' })
  })

  it('follows an agreed nomination, by a named body, on the same day or later', () => {
    expect(checkAppointment(appointment)).to.deep.equal({ ok: true })
  })

  const refusals = [
    ['while answers are missing', { outcome: 'waiting' }, 'nomination_incomplete'],
    ['where nobody can nominate', { outcome: 'no_body' }, 'nomination_incomplete'],
    ['before an organisation is chosen', { outcome: 'body_not_chosen' }, 'nomination_incomplete'],
    ['where they disagree and nobody has decided', { outcome: 'disagreement' }, 'disagreement_undecided'],
    ['by nobody', { body: '' }, 'appointing_body_missing'],
    ['by a body that is not known', { body: undefined }, 'appointing_body_missing'],
    ['before the nomination', { decidedOn: isoDate('2021-11-30') }, 'appointed_before_nomination'],
  ] as const
  for (const [when, change, reason] of refusals) {
    it(`is refused ${when}: ${reason}`, () => {
      expect(checkAppointment({ ...appointment, ...change })).to.include({ ok: false, reason })
    })
  }

  it('may follow a disagreement that the appointing body has decided', () => {
    const decided = { ...appointment, outcome: 'disagreement' as const, bodyDecided: true }
    expect(checkAppointment(decided)).to.deep.equal({ ok: true })
    expect(checkAppointment({ ...decided, body: undefined })).to.include({
      reason: 'appointing_body_missing',
    })
  })

  it('of an incomplete nomination is not helped by a decision', () => {
    const hasty = { ...appointment, outcome: 'waiting' as const, bodyDecided: true }
    expect(checkAppointment(hasty)).to.include({ reason: 'nomination_incomplete' })
  })
})
