import { expect } from 'chai'
import { contactFrom } from '../../../models/people/contact.ts'
import { anId } from '../../support/ids.ts'

describe('elections: how to reach somebody who was elected', () => {
  const nobody = { email: null, phone: null }

  it('is the telephone or e-mail that was written down, else through the place', () => {
    expect(contactFrom('86 12 34 56', anId(4))).to.deep.include({ contact_by: 'phone', phone: '86 12 34 56' })
    expect(contactFrom('+45 8612 3456', anId(4))).to.deep.include({
      contact_by: 'phone',
      phone: '86 12 34 56',
    })
    expect(contactFrom(' elna@eksempel.dk ', anId(4))).to.deep.include({
      contact_by: 'email',
      email: 'elna@eksempel.dk',
    })
    for (const line of [null, '', 'Spørg Bo', '1234567', '86 12 34 56 eller 78'])
      expect(contactFrom(line, anId(4))).to.deep.equal({
        contact_by: 'place',
        contact_place_id: 4,
        ...nobody,
      })
  })
})
