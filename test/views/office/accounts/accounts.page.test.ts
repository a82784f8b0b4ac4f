import { expect } from 'chai'
import type { AccountWithPlaces } from '../../../../models/accounts/accounts.ts'
import { ROLES } from '../../../../models/accounts/permissions.ts'
import type { Body } from '../../../../models/bodies/bodies.ts'
import { isoDate } from '../../../../models/core/dates.ts'
import type { PersonId } from '../../../../models/core/ids.ts'
import { accountPage } from '../../../../views/office/accounts/account.page.ts'
import { accountsPage } from '../../../../views/office/accounts/accounts.page.ts'
import { linkPage } from '../../../../views/office/accounts/link.page.ts'
import { newPage } from '../../../../views/office/accounts/new.page.ts'
import { ownPage } from '../../../../views/office/accounts/own.page.ts'
import { aReader } from '../../../support/reader.ts'
import { anId, someIds } from '../../../support/ids.ts'

function anAccount(given: Partial<AccountWithPlaces> = {}): AccountWithPlaces {
  return {
    id: anId(7),
    name: 'Ditte Skov',
    email: 'ditte@raadsbogen.example',
    phone: null,
    password_hash: 'hash',
    password_version: 1,
    role: 'polling_officer',
    person_id: null,
    made_on: isoDate('2026-01-15'),
    closed_on: null,
    reminded: 1,
    places: [],
    ...given,
  }
}

function aBody(id: number, name: string, kind: Body['kind'] = 'place'): Body {
  const [slug, active_from, active_until, successor_id, address] = [
    name.toLowerCase(),
    null,
    null,
    null,
    null,
  ]
  return { id: anId(id), name, kind, slug, active_from, active_until, successor_id, address }
}

const bodies = [aBody(1, 'Perron 4'), aBody(2, 'Café Rusfri'), aBody(3, 'SIND', 'organisation')]

describe('pages of the accounts', () => {
  it('the list says what each account lacks, and its places by name', () => {
    const accounts = [
      anAccount({ places: someIds(2, 1) }),
      anAccount({ id: anId(8), password_hash: null }),
      anAccount({ id: anId(9), closed_on: isoDate('2026-02-01'), password_hash: null }),
    ]
    const page = accountsPage(aReader({ as: 'administrator' }), accounts, bodies)
    expect(page.accounts.map(({ state }) => state)).to.deep.equal(['open', 'no_password', 'closed'])
    expect(page.accounts[0]).to.deep.include({
      href: '/kontor/konti/7',
      role: 'Medarbejder på værested',
      places: ['Café Rusfri', 'Perron 4'],
    })
  })

  it('a form offers every role, drop-in centres only, and people with the seat they hold', () => {
    const people = [
      { id: anId(4), name: 'Maja Lund', seat: { slug: 'perron-4', label: 'Perron 4' } },
      { id: anId(5), name: 'Ole Bæk', seat: undefined },
    ]
    const page = newPage(aReader({ as: 'administrator' }), people, bodies)
    expect(page.roles.map(({ value }) => value)).to.deep.equal(ROLES)
    expect(page.places.map(({ text }) => text)).to.deep.equal(['Perron 4', 'Café Rusfri'])
    expect(page.people.map(({ text }) => text)).to.deep.equal(['Maja Lund (Perron 4)', 'Ole Bæk'])
  })

  it('an account shows what it was made from, and no person as an empty choice', () => {
    const page = accountPage(aReader(), newPage(aReader(), [], bodies), anAccount(), 'seen-before')
    expect([page.seen, page.account.personId, page.state]).to.deep.equal(['seen-before', '', 'open'])
  })

  it('a one-time link works until the last of its days', () => {
    const page = linkPage(aReader({ on: '2026-02-27' }), anAccount(), 'https://house.example/x', 7)
    expect(page.last_day).to.equal('2026-03-06')
  })

  it('one’s own account leads to what is held about its owner, when the owner is in the register', () => {
    const of = (personId: PersonId | null) =>
      ownPage(
        aReader({ as: 'member' }),
        { role: 'member', places: someIds(2), personId },
        anAccount(),
        bodies,
      )
    expect(of(null).insightHref).to.equal(null)
    expect(of(anId(12)).insightHref).to.equal('/kontor/personer/12/indsigt')
    expect(of(anId(12))).to.deep.include({ role: 'Medlem', places: ['Café Rusfri'] })
  })
})
