import { paths } from '../../../../views/paths.ts'
import { expectText, step, t, type Plot } from './plot.ts'

/** The person gets messages at the drop-in centre. Returns the name. */
export async function registerNominee(plot: Plot): Promise<string> {
  const { secretary } = plot.cast
  const name = plot.names.next().value
  await step(
    plot,
    secretary,
    `registrerer ${name}, der har beskyttet adresse og får besked via værestedet`,
    async () => {
      const form = await secretary.open(paths.newPerson)
      const place = plot.places[0]?.bodies[0]?.name
      const way =
        place === undefined
          ? { contact_by: 'phone', phone: '86 40 00 00' }
          : { contact_by: 'place', contact_place_id: form.choice('contact_place_id', place) }
      const page = await secretary.send(form, { name, ...way, protected_address: 'ja', publish_name: 'ja' })
      expectText(page, t('register.person.protected_tag'))
    },
  )
  await step(
    plot,
    secretary,
    `prøver at registrere ${name} en gang til og bliver spurgt, om det er en anden`,
    async () => {
      const form = await secretary.open(paths.newPerson)
      const phone = { contact_by: 'phone', phone: '86 40 00 01', publish_name: 'nej' }
      expectText(await secretary.sendInVain(form, { name, ...phone }), t('register.person.another'))
    },
  )
  return name
}
