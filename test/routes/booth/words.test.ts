import { expect } from 'chai'
import { genitive } from '../../../routes/booth/words.ts'

describe('The question on the ballot', () => {
  it('names the place as a Danish owner', () => {
    expect(
      ['Slotsgården', 'Perron 4', 'Psykiatriens Hus', 'Café Rusfri', 'Jazz'].map(genitive),
    ).to.deep.equal(['Slotsgårdens', "Perron 4's", "Psykiatriens Hus'", 'Café Rusfris', "Jazz'"])
  })
})
