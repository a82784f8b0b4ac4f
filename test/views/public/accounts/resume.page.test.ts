import { expect } from 'chai'
import { resumePage } from '../../../../views/public/accounts/resume.page.ts'
import { aReader } from '../../../support/reader.ts'

const fields = {
  _once: 'a-key',
  name: 'Ole Bæk',
  starts_on: '2026-04-01',
  chosen: ['sind', 'Blå Kors'],
  seat: '7',
  empty: '',
}

describe('A form that is shown once more', () => {
  it('shows words and days as they are read, and neither codes nor what the page adds itself', () => {
    const page = resumePage(aReader(), { path: '/kontor/moeder/nyt', fields }, 'session')
    expect(page.typed).to.deep.equal(['Ole Bæk', '1. april 2026', 'Blå Kors'])
    expect(page.action).to.equal('/kontor/moeder/nyt')
  })

  it('sends all of it again, as it was typed', () => {
    const page = resumePage(aReader(), { path: '/kontor/moeder/nyt', fields }, 'session')
    expect(page.fields.map(({ name, text }) => `${name}=${text}`)).to.deep.equal([
      ...['name=Ole Bæk', 'starts_on=2026-04-01', 'chosen=sind', 'chosen=Blå Kors', 'seat=7', 'empty='],
    ])
  })

  it('says why: the session ran out, or there were control characters', () => {
    const [session, controls] = (['session', 'controls'] as const).map((reason) =>
      resumePage(aReader({ lang: 'en' }), { path: '/kontor/konti/ny', fields }, reason),
    )
    expect(session?.heading).not.to.equal(controls?.heading)
    expect(session?.lead).not.to.equal(controls?.lead)
  })
})
