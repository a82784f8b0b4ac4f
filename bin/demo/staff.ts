import {
  closeAccount,
  findSignedIn,
  inviteAccount,
  type AccountForm,
  type SignedIn,
} from '../../models/accounts/accounts.ts'
import { choosePassword, renewLink } from '../../models/accounts/credentials.ts'
import { bySystem } from '../../models/core/audit.ts'
import type { Clock } from '../../models/core/dates.ts'
import type { Db } from '../../models/core/db.ts'
import type { OutsideKeys } from '../../models/core/keys.ts'
import type { Official } from '../../models/elections/reach.ts'
import { listAreas } from '../../models/council/areas.ts'
import { listBodiesOfArea } from '../../models/bodies/bodies.ts'
import { isPlace } from '../../models/rules/core/by_kind.ts'
import { required } from '../../models/core/records.ts'

/** One for all accounts, which open nothing but invented data. */
export const PASSWORD = 'en kop kaffe til alle'

/** Two at every place, since two count. */
const AT_EACH_PLACE = [
  ['Bo Krag', 'Lis Winther'],
  ['Dorte Sø', 'Per Rønn'],
  ['Kaj Bang', 'Mie Ager'],
  ['Ulrik Bech', 'Nina Falk'],
]

/** The empty house, before anybody works in it. */
export interface Town {
  db: Db
  clock: Clock
  keys: OutsideKeys
}

export interface Staff {
  administrator: Official
  secretary: Official
  auditor: Official
  /** Certifies with the secretary until there is a new chair. */
  formerChair: Official
  /** By the slug of the place's area. */
  at: ReadonlyMap<string, readonly [Official, Official]>
}

export async function hireStaff({ db, clock, keys }: Town): Promise<Staff> {
  let hired = 0
  const hire = (form: Pick<AccountForm, 'name' | 'role'> & Partial<AccountForm>) => {
    hired += 1
    return openAccount({ db, clock, keys }, { phone: `86 40 01 ${String(hired).padStart(2, '0')}`, ...form })
  }
  const administrator = await hire({ name: 'Ib Skov', role: 'administrator' })
  const secretary = await hire({ name: 'Signe Holm', role: 'secretary' })
  const auditor = await hire({ name: 'Ruth Dahl', role: 'auditor' })
  const formerChair = await hire({ name: 'Vera Stub', role: 'chair' })
  const at = new Map<string, readonly [Official, Official]>()
  const areas = (await listAreas(db)).filter(isPlace)
  for (const [index, area] of areas.entries()) {
    const places = (await listBodiesOfArea(db, area.id, clock.today())).map(({ id }) => id)
    const names = AT_EACH_PLACE[index] ?? [`Medarbejder A, ${area.name}`, `Medarbejder B, ${area.name}`]
    const [first, second] = names.map((name) => ({ name, role: 'polling_officer' as const, places }))
    if (first && second) at.set(area.slug, [await hire(first), await hire(second)])
  }
  return { administrator, secretary, auditor, formerChair, at }
}

export async function openAccount(
  { db, clock, keys }: Town,
  form: Pick<AccountForm, 'name' | 'role'> & Partial<AccountForm>,
): Promise<Official> {
  const by = bySystem(clock, keys)
  const email = `${form.name.split(' ')[0]?.toLocaleLowerCase('da') ?? ''}@raadsbogen.example`
  const ascii = email.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa')
  const { id } = await inviteAccount(db, by, {
    email: ascii,
    phone: null,
    personId: null,
    places: [],
    ...form,
  })
  await choosePassword(db, by, await renewLink(db, by, id), PASSWORD)
  return officialOf(required(await findSignedIn(db, id)), clock, keys)
}

export async function retire({ db, clock, keys }: Town, official: Official): Promise<void> {
  await closeAccount(db, bySystem(clock, keys), official.user.id)
}

function officialOf(user: SignedIn, clock: Clock, keys: OutsideKeys): Official {
  return { accountId: user.id, name: user.name, clock, keys, user }
}
