import { expect } from 'chai'
import type { CandidacyId } from '../../../models/core/ids.ts'
import { ballotPage } from '../../../views/booth/ballot.page.ts'
import { confirmPage } from '../../../views/booth/confirm.page.ts'
import type { Looks, Voting } from '../../../views/booth/screen.ts'
import { genitive, questionOf } from '../../../views/booth/words.ts'
import { aReader } from '../../support/reader.ts'
import { anId, someIds } from '../../support/ids.ts'

const looks: Looks = { lang: 'da', size: 0, contrast: false }

function voting(count: number, marks: readonly CandidacyId[] = []): Voting {
  const ids = Array.from({ length: count }, (_, index) => index + 1)
  const candidates: Voting['ballot']['candidates'] = ids.map((id) => {
    return { id: anId(id), name: `Navn ${id}`, symbol: null, photo: null }
  })
  const ballot = { area: 'Perron 4', wording: 'på' as const, crosses: { min: 1, max: 1 }, candidates }
  return { ballot, release: 'abc', choice: { marks, blank: false } }
}

describe('The ballot on a tablet', () => {
  const page = (given: Voting, asked = 0) => ballotPage(aReader({ as: null }), looks, given, asked)

  it('has at most six candidates on a screen, and stays on the last', () => {
    expect(page(voting(6))).to.include({ screen: 0, screens: 1 })
    const second = page(voting(7), 1)
    expect([second.screens, second.cards.map(({ id }) => id)]).to.deep.equal([2, [7]])
    expect(page(voting(7), 99).screen).to.equal(1)
    expect(page(voting(0))).to.include({ screen: 0, screens: 1 })
  })

  it('carries along what is chosen on other screens', () => {
    const { cards, elsewhere } = page(voting(8, someIds(2, 8)), 1)
    expect(cards.map(({ chosen }) => chosen)).to.deep.equal([false, true])
    expect(elsewhere).to.deep.equal([2])
  })

  it('shows a photo by an address that changes with it, and a drawing that is known', () => {
    const given = voting(2)
    given.ballot.candidates[0] = { id: anId(1), name: 'Navn 1', symbol: 'apple', photo: '0123456789abcdef' }
    given.ballot.candidates[1] = { id: anId(2), name: 'Navn 2', symbol: 'unheard_of', photo: null }
    const [first, second] = page(given).cards
    expect(first?.photo).to.equal('/stemmeboks/foto/1?v=0123456789ab')
    expect(first?.symbol).to.match(/^M/)
    expect([second?.photo, second?.symbol]).to.deep.equal([null, null])
  })

  it('asks once what was chosen', () => {
    const confirm = confirmPage(aReader({ as: null }), looks, voting(3, someIds(2)))
    expect(confirm.chosen.map(({ name }) => name)).to.deep.equal(['Navn 2'])
    expect(confirm).to.include({ blank: false, release: 'abc' })
  })
})

describe('The question on the ballot', () => {
  it('names the place as a Danish owner', () => {
    expect(
      ['Slotsgården', 'Perron 4', 'Psykiatriens Hus', 'Café Rusfri', 'Jazz'].map(genitive),
    ).to.deep.equal(['Slotsgårdens', "Perron 4's", "Psykiatriens Hus'", 'Café Rusfris', "Jazz'"])
  })

  it('is asked of a place and of the users of a house, in both languages', () => {
    const ask = (lang: 'da' | 'en', wording: 'på' | 'blandt brugere i') =>
      questionOf(aReader({ as: null, lang }), { area: 'Perron 4', wording })
    expect(ask('da', 'på')).to.include("Perron 4's")
    for (const lang of ['da', 'en'] as const) expect(ask(lang, 'blandt brugere i')).to.match(/Perron 4(?!'s)/)
  })
})
