import { expect } from 'chai'
import { slugFor } from '../../../models/core/slugs.ts'

describe('The address of a new place or organisation', () => {
  it('is made of the name, and numbered where it is taken', () => {
    expect(slugFor('Den boligsociale helhedsplan Randers 2029-33', [])).to.equal(
      'den-boligsociale-helhedsplan-randers-2029-33',
    )
    expect(slugFor('Huset Å & Æble', ['huset-aa-aeble'])).to.equal('huset-aa-aeble-2')
    expect(slugFor('–', [])).to.equal('organisation')
  })
})
