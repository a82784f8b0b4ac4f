import { expect } from 'chai'
import fc from 'fast-check'
import { addressInLanguage, localAddress } from '../../../routes/web/return_address.ts'
import { anApp } from '../../support/app.ts'

const HOUSE = 'https://house.example'

const piece = fc.constantFrom(
  '/',
  '\\',
  '//',
  '.',
  '..',
  '\t',
  '\n',
  ' ',
  '@',
  ':',
  '?',
  '#',
  '%2f',
  '%5c',
  'host',
  'kontor',
  'javascript:',
  'sprog=en',
  'ø',
)
const address = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
  fc.webUrl(),
)

describe('addresses that a page leads back to', () => {
  it('only a path of this house passes, whatever is asked for', () => {
    fc.assert(
      fc.property(address, (asked) => {
        const passed = localAddress(asked)
        if (passed === undefined) return
        expect(passed).to.match(/^\/(?![/\\])/)
        expect(new URL(passed, HOUSE).origin).to.equal(HOUSE)
      }),
    )
  })

  it('a link to another language stays in this house, whatever the address is', () => {
    fc.assert(
      fc.property(address, fc.constantFrom('da', 'en', undefined), (asked, lang) => {
        const link = addressInLanguage(asked, lang)
        expect(link).to.match(/^\/(?![/\\])/)
        expect(new URL(link, HOUSE).origin).to.equal(HOUSE)
        expect(new URL(link, HOUSE).searchParams.get('sprog')).to.equal(lang ?? null)
      }),
    )
  })

  it('a path of this house keeps its query', () => {
    expect(localAddress('/kontor/valg?dato=2026-01-01')).to.equal('/kontor/valg?dato=2026-01-01')
    expect(addressInLanguage('/raadet?dato=2026-01-01&sprog=da', 'en')).to.equal(
      '/raadet?dato=2026-01-01&sprog=en',
    )
  })

  for (const asked of [
    '//host.example/x',
    '/\\host.example/x',
    '/.//host.example/x',
    '//host.example/x?sprog=en',
  ]) {
    it(`the page at ${asked} leads to no other host`, async () => {
      const house = await anApp()
      const { headers, text } = await house.visitor().raw('get', asked)
      const links = [...text.matchAll(/(?:href|action)="([^"#]*)"/g)].map(([, href = '']) => href)
      const leading = [headers.location, ...links].filter((href) => href !== undefined)
      expect(leading).to.not.be.empty
      for (const href of leading) expect(new URL(href, HOUSE).origin, href).to.equal(HOUSE)
    })
  }
})
