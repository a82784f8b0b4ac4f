import type { Role } from '../../../../models/accounts/tables.ts'
import { paths } from '../../../../views/paths.ts'
import { Person } from '../../../kit/person.ts'
import { expectText, step, t, type Cast, type Plot } from './plot.ts'

const PASSWORD = 'tre ord der er lange nok'

/** The first account comes by the printed link, all others by invitation. */
export async function openAccounts(plot: Omit<Plot, 'cast'> & { cast?: Cast }): Promise<Cast> {
  const administrator = await firstAccount(plot)
  const invited = plot as Plot
  invited.cast = { administrator } as Cast
  const secretary = await invite(invited, { name: 'Signe Holm', role: 'secretary' })
  const auditor = await invite(invited, { name: 'Ruth Dahl', role: 'auditor' })
  const officials: Cast['officials'] = new Map()
  for (const area of plot.places) {
    const place = area.bodies[0]?.name ?? area.name
    const hire = () => invite(invited, { name: plot.names.next().value, role: 'polling_officer', place })
    officials.set(area.key, [await hire(), await hire(), await hire()])
  }
  return { administrator, secretary, auditor, officials }
}

async function firstAccount({ house, journal }: Pick<Plot, 'house' | 'journal'>): Promise<Person> {
  const account = { email: emailOf('Ib Skov'), password: PASSWORD }
  const person = new Person(house.base, { name: 'Ib Skov', title: 'administrator', account })
  const { pathname } = new URL(house.firstLink)
  await journal.step(
    'Ib Skov (administrator)',
    'åbner linket fra terminalen og opretter den første konto',
    async () => {
      const page = await person.open(pathname)
      const password = { password: PASSWORD, password_again: PASSWORD }
      await person.send(page, { name: 'Ib Skov', email: account.email, ...password })
    },
  )
  await journal.step('Ib Skov (administrator)', 'logger ind; linket virker ikke igen', async () => {
    expectText(await person.open(paths.accounts), 'Ib Skov')
    const { status } = await person.look(pathname)
    if (status !== 404) throw new Error(`linket svarede ${status} anden gang`)
  })
  return person
}

interface Invitation {
  name: string
  role: Role
  place?: string
  /** The account's person in the register, as the list shows them. */
  inRegister?: string
}

export async function invite(plot: Plot, { name, role, place, inRegister }: Invitation): Promise<Person> {
  const { administrator } = plot.cast
  const title = t(`roles.${role}`).toLocaleLowerCase('da')
  const person = new Person(plot.house.base, {
    name,
    title: place === undefined ? title : `${title}, ${place}`,
    account: { email: emailOf(name), password: PASSWORD },
  })
  const link = await step(plot, administrator, `inviterer ${name} (${person.title})`, async () => {
    const form = await administrator.open(paths.newAccount)
    const account = await administrator.send(form, {
      name,
      email: person.email,
      role,
      ...(place !== undefined && { places: form.choice('places', place) }),
      ...(inRegister !== undefined && { person_id: form.choice('person_id', inRegister) }),
    })
    const shown = await administrator.send(account, {}, t('accounts.new_link'))
    return { address: shown.texts('main textarea').join('') }
  })
  await step(plot, person, 'vælger en adgangskode og logger ind', async () => {
    const page = await person.open(link.address)
    await person.send(page, { password: PASSWORD, password_again: PASSWORD })
    await person.open(paths.office)
  })
  return person
}

function emailOf(name: string): string {
  const plain = name.toLocaleLowerCase('da').replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa')
  return `${plain.replaceAll(' ', '.')}@raadsbogen.example`
}
