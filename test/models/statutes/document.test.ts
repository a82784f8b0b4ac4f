import { expect } from 'chai'
import {
  agreementOf,
  assumedRules,
  findArea,
  getRule,
  isRuleKey,
  OPTIONAL_RULE_NAMES,
  RULE_NAMES,
  ruleKeys,
  seatsInAreas,
} from '../../../models/statutes/document.ts'
import { statutesSchema } from '../../../models/statutes/schema.ts'
import { z } from 'zod'
import { randers } from '../../support/statutes/randers.ts'

describe('The statutes of Randers', () => {
  const statutes = randers()

  it('have nine seats in eight areas: four elected at places, five nominated by organisations', () => {
    // 1 + 1 + 1 + 1 at the places, 2 + 1 + 1 + 1 from the organisations
    expect(statutes.areas).to.have.length(8)
    expect(seatsInAreas(statutes)).to.equal(9)
    const seatsOf = (kind: string) =>
      statutes.areas.filter((area) => area.kind === kind).reduce((sum, area) => sum + area.seats, 0)
    expect([seatsOf('place'), seatsOf('organisations')]).to.deep.equal([4, 5])
    expect(statutes.rules.seats).to.include({ value: 9, confirmed: true })
  })

  it('elect "på" three places and "blandt brugere i" Psykiatriens Hus', () => {
    const wording = statutes.areas.flatMap((area) =>
      area.kind === 'place' ? [[area.name, area.wording]] : [],
    )
    expect(wording).to.deep.equal([
      ['Perron 4', 'på'],
      ['Café Rusfri', 'på'],
      ['Slotsgården', 'på'],
      ['Psykiatriens Hus', 'blandt brugere i'],
    ])
  })

  it('know Café Rusfri by the name that papers also use', () => {
    expect(findArea(statutes, 'cafe-rusfri')).to.deep.include({
      name: 'Café Rusfri',
      aliases: ['Cafe Rusfri'],
    })
  })

  const nominating = {
    psykiatri: ['one_each', 'Sind', 'Bedre Psykiatri'],
    boligsocial: ['single', 'Helhedsplanen for Nordbyen'],
    'kontanthjaelp-foertidspension': ['joint', 'Livtagerne', 'Blå Kors', 'SAND'],
    'forsorg-hjemloese': ['joint', 'Kirkens Korshær', 'KFUM socialt arbejde'],
  }
  for (const [key, [agreement, ...names]] of Object.entries(nominating)) {
    it(`fill ${key} by nomination: ${String(agreement)}, by ${names.join(', ')}`, () => {
      const area = findArea(statutes, key)
      expect(area && agreementOf(area)?.value).to.equal(agreement)
      expect(area?.bodies.map(({ name }) => name)).to.deep.equal(names)
    })
  }

  it('know that Helhedsplanen for Nordbyen ended inside a term, and what came after it', () => {
    const [plan] = findArea(statutes, 'boligsocial')?.bodies ?? []
    expect(plan?.activeUntil).to.equal('2025-07-31')
    expect(plan?.successor).to.include({
      key: 'den-boligsociale-helhedsplan-randers-2025-29',
      activeFrom: '2025-08-01',
      activeUntil: '2029-07-31',
    })
  })

  it('follow the byrådsperiode, with the municipal election in the November before', () => {
    expect(
      statutes.terms.map((term) => [term.startsOn, term.endsOn, term.municipalElectionOn]),
    ).to.deep.equal([
      ['2018-01-01', '2021-12-31', '2017-11-21'],
      ['2022-01-01', '2025-12-31', '2021-11-16'],
      ['2026-01-01', '2029-12-31', '2025-11-18'],
    ])
  })

  it('say of every rule whether it is known or assumed', () => {
    expect(assumedRules(statutes)).to.deep.equal([
      'minimumAge',
      'quorum',
      'councilTie',
      'electionTie',
      'uncontested',
      'marks',
      'ballotOrder',
      'oneVoteAcrossPlaces',
      'complaintDays',
      'publicationThreshold',
      'appointingBody',
      'holdover',
      'noticeDays',
      'itemDeadlineDays',
      'minutesApproval',
      'meetingsOpen',
      'absenceLoss',
      'rollRetention',
      'afterFirstVote',
      'lotByTelephone',
      'areas.psykiatri.agreement',
    ])
  })

  it('name the paper that each known rule stands in', () => {
    const known = ruleKeys(statutes)
      .map((key) => getRule(statutes, key))
      .filter(({ confirmed }) => confirmed)
    expect(known).to.have.length(10)
    for (const { source } of known) expect(source).to.match(/^UR010118 \(referat 27-09-2021, punkt 21\)/)
  })

  it('have a shape that can be handed on as a JSON Schema', () => {
    const schema = z.toJSONSchema(statutesSchema, { io: 'input' })
    expect(schema).to.have.nested.property('properties.rules.additionalProperties', false)
    expect(schema.required).to.include.members(['format', 'council', 'terms', 'areas', 'rules'])
  })

  it('give every rule by its key, and no other', () => {
    expect(RULE_NAMES).to.have.length(36)
    const unstated = RULE_NAMES.filter((name) => statutes.rules[name] === undefined)
    expect(['afterFirstVote', 'lotByTelephone', ...unstated]).to.have.members(OPTIONAL_RULE_NAMES)
    expect(ruleKeys(statutes)).to.have.length(31)
    expect(getRule(statutes, 'quorum').value.share).to.deep.equal([1, 2])
    expect(getRule(statutes, 'areas.boligsocial.agreement').value).to.equal('single')
    expect(isRuleKey(statutes, 'areas.psykiatri.agreement')).to.equal(true)
    for (const key of ['areas.perron-4.agreement', 'quorm', 'toString', '']) {
      expect(isRuleKey(statutes, key), key).to.equal(false)
    }
    expect(() => getRule(statutes, 'areas.perron-4.agreement')).to.throw(RangeError)
  })
})
