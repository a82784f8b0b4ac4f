import { addDays, formatShortDate, type IsoDate } from '../../../../models/core/dates.ts'
import type { OrganisationsArea } from '../../../../models/statutes/document.ts'
import { paths } from '../../../../views/paths.ts'
import { expectText, step, t, type Plot } from './plot.ts'

export interface Nomination {
  area: OrganisationsArea
  at: string
  /** The nominees, the appointed one first; two when the organisations do not agree. */
  names: readonly [string, ...string[]]
  /** The first nominee is in the register already. */
  isKnown: boolean
}

const ANSWER_DAYS = 21

/** In one area the organisations will not agree. */
export async function askOrganisations(plot: Plot, day: IsoDate, known: string): Promise<Nomination[]> {
  const seats = plot.organisations
    .filter((area) => hasSomebody(area, day))
    .flatMap((area) => seatsOf(area).map((seat) => ({ area, seat })))
  const disputed = seats.find(
    ({ area }) => area.filling.agreement.value === 'joint' && area.bodies.length > 1,
  )
  const nominations: Nomination[] = []
  for (const [index, { area, seat }] of seats.entries()) {
    const first = index === 0 ? known : plot.names.next().value
    const others = seat === disputed?.seat ? [plot.names.next().value] : []
    const at = await ask(plot, area, seat, day)
    nominations.push({ area, at, names: [first, ...others], isKnown: index === 0 })
  }
  return nominations
}

function hasSomebody({ bodies }: OrganisationsArea, day: IsoDate): boolean {
  return bodies.some((body) => !hasEnded(body, day) || (body.successor && !hasEnded(body.successor, day)))
}

function hasEnded({ activeUntil }: { activeUntil?: IsoDate | undefined }, day: IsoDate): boolean {
  return activeUntil !== undefined && activeUntil < day
}

export function seatsOf({ key, seats }: { key: string; seats: number }): string[] {
  return seats === 1 ? [key] : Array.from({ length: seats }, (_none, index) => `${key}-${index + 1}`)
}

async function ask(plot: Plot, area: OrganisationsArea, seat: string, day: IsoDate): Promise<string> {
  const { secretary } = plot.cast
  const onlySuccessors = area.bodies.every((body) => hasEnded(body, day))
  const what = onlySuccessors ? 'efterfølgeren og skriver hvorfor' : 'organisationerne'
  const asked = await step(
    plot,
    secretary,
    `beder om en indstilling til ${seat}: spørger ${what}`,
    async () => {
      const form = await secretary.open(await addressFor(plot, seat))
      const [firstBody] = form.attributes('main input[name="body_id"]', 'value')
      const successors = form.attributes('main input[name="successors"]', 'value')
      const page = await secretary.send(form, {
        ...(firstBody !== undefined && { body_id: firstBody }),
        ...(onlySuccessors && {
          successors,
          successor_reason: 'Den nye plan fortsætter arbejdet i området',
        }),
        answer_by: formatShortDate(addDays(day, ANSWER_DAYS)),
      })
      return { page }
    },
  )
  return asked.page.url
}

async function addressFor({ cast, term }: Plot, seat: string): Promise<string> {
  const list = await cast.secretary.open(paths.nominations)
  const years = `${term.startsOn.slice(0, 4)}–${term.endsOn.slice(0, 4)}`
  const links = list.attributes(`main li:contains("${years}") a`, 'href')
  const found = links.find((href) => new URLSearchParams(href.split('?')[1]).get('plads') === seat)
  if (found === undefined) throw new Error(`${seat} er ikke på listen over pladser, der skal besættes`)
  return found
}

/** Organisations that nominate together name the same person. */
export async function writeAnswers(plot: Plot, nomination: Nomination): Promise<void> {
  const { secretary } = plot.cast
  const { at, names, isKnown } = nomination
  const page = await secretary.open(at)
  const bodies = page.texts('#bodies ~ ul strong')
  for (const [index, body] of bodies.entries()) {
    const name = names[index === 1 ? names.length - 1 : 0] ?? names[0]
    await step(plot, secretary, `skriver, at ${body} indstiller ${name}`, async () => {
      const link = `${t('nominations.write_answer')} ${t('nominations.answer_about', { name: body })}`
      const form = await secretary.follow(await secretary.open(at), link)
      const chosen = form.$('main input[name=body_id][type=radio]').length > 0
      const isNamed = form.texts('main label').includes(name)
      const who = isNamed
        ? { who: form.choice('who', name) }
        : isKnown && name === names[0]
          ? { who: 'known', person_id: form.choice('person_id', name) }
          : { who: 'new', name, phone: '86 40 00 00', publish_name: 'ja' }
      const organisation = chosen ? { body_id: form.choice('body_id', body) } : {}
      await secretary.send(form, { ...organisation, ...who, given_by: 'Formanden' })
    })
  }
}

/** When the organisations disagree, the appointing body chooses between their proposals. */
export async function appoint(plot: Plot, { area, at, names }: Nomination, day: IsoDate): Promise<void> {
  const { secretary } = plot.cast
  const [name] = names
  const how = names.length > 1 ? ', da organisationerne er uenige' : ''
  await step(plot, secretary, `skriver, at ${name} er udpeget til ${area.name}${how}`, async () => {
    if (names.length > 1) expectText(await secretary.open(at), t('nominations.button_decide'))
    const form = await secretary.open(`${at}/udpegning`)
    const page = await secretary.send(form, {
      appointing_body: plot.house.statutes.rules.appointingBody.value ?? 'Socialudvalget',
      decided_on: formatShortDate(day),
      consent: 'ja',
      eligible_as: form.attributes('main input[name=eligible_as]', 'value')[0] ?? 'active',
      ...(names.length > 1 && { person_id: form.choice('person_id', name) }),
    })
    expectText(page, name)
  })
  plot.seated.set(area.key, [...(plot.seated.get(area.key) ?? []), name])
}
