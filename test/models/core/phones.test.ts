import { expect } from 'chai'
import { parsePhone } from '../../../models/core/phones.ts'

describe('Telephone numbers', () => {
  it('are read as people write them', () => {
    for (const written of ['86400012', ' 86 40 00 12 ', '8640-0012', '+45 86400012', '0045 86.40.00.12'])
      expect(parsePhone(written), written).to.equal('86 40 00 12')
  })

  it('from abroad keep their country', () => {
    expect(parsePhone('+46 (8) 123-45 67')).to.equal('+46 8 123 45 67')
    expect(parsePhone('0049 30 1234567')).to.equal('0049 30 1234567')
  })

  it('are nothing else, and least of all a CPR number', () => {
    for (const written of [
      '',
      '1234567',
      '123456789',
      '010190-1234',
      '0101901234',
      'spørg Bo',
      '86 40 00 12 lokal 4',
    ])
      expect(parsePhone(written), written).to.equal(undefined)
  })
})
