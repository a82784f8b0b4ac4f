import { sha256 } from '../../core/canonical.ts'
import type { Instant, IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { PersonId } from '../../core/ids.ts'
import { publicationsOf } from '../../people/publications.ts'
import { rosterOn } from '../../council/roster.ts'

/** `public`: only what each person has agreed to show. */
export type Audience = 'public' | 'office'

export interface CardWords {
  council: string
  role: (seat: string, office: string | undefined) => string
}

/** vCard 4.0 (RFC 6350). Only the office gets addresses, never protected ones. Unnamed members are not public. */
export async function contactCards(
  db: Db,
  day: IsoDate,
  audience: Audience,
  { now, words, base }: { now: Instant; words: CardWords; base: string },
): Promise<string> {
  const members = (await rosterOn(db, day)).flatMap(({ seat, member }) => (member ? [{ seat, member }] : []))
  const ids = members.map(({ member }) => member.person_id)
  const people = new Map((await db('people').whereIn('id', ids)).map((person) => [person.id, person]))
  const published = await publicationsOf(db, ids)
  const cards = members.flatMap(({ seat, member }) => {
    const person = people.get(member.person_id)
    const may = published.get(member.person_id)
    const open = audience === 'office'
    if (!person || !(open || may?.name.published)) return []
    const hidden = !open || Boolean(person.protected_address)
    return [
      card({
        uid: uidOf(base, person.id),
        name: person.name,
        email: open || may?.email.published ? person.email : null,
        phone: open || may?.phone.published ? person.phone : null,
        address: hidden ? null : person.postal_address,
        organisation: words.council,
        role: words.role(seat.label, member.office),
        revised: now,
      }),
    ]
  })
  return cards.join('')
}

/** The id is the same every time, so that an address book does not keep a person twice. */
function uidOf(base: string, id: PersonId): string {
  const hex = sha256(`${base}/person/${id}`)
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`]
  return `urn:uuid:${parts.join('-')}-${hex.slice(20, 32)}`
}

function card(one: {
  uid: string
  name: string
  email: string | null
  phone: string | null
  address: string | null
  organisation: string
  role: string
  revised: Instant
}): string {
  const words = one.name.split(' ')
  const family = words.at(-1) ?? ''
  const given = words.slice(0, -1).join(' ')
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID:${one.uid}`,
    `FN:${escape(one.name)}`,
    `N:${escape(family)};${escape(given)};;;`,
    `ORG:${escape(one.organisation)}`,
    `TITLE:${escape(one.role)}`,
    ...(one.email === null ? [] : [`EMAIL:${escape(one.email)}`]),
    ...(one.phone === null ? [] : [`TEL;VALUE=text:${escape(one.phone)}`]),
    ...(one.address === null ? [] : [`ADR;LABEL=${quoted(one.address)}:;;;;;;`]),
    `REV:${one.revised.replace(/[-:]/g, '').replace(/\.\d+/, '')}`,
    'END:VCARD',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function escape(text: string): string {
  return text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n')
}

/** A parameter has no backslashes: a line break is ^n, a quotation mark ^' (RFC 6868). */
function quoted(text: string): string {
  return `"${text.replaceAll('^', '^^').replace(/\r?\n/g, '^n').replaceAll('"', "^'")}"`
}

/** A line has at most 75 bytes, and no letter of two bytes is cut. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    const most = parts.length === 0 ? 75 : 74
    if (Buffer.byteLength(part + letter) > most) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part].join('\r\n ')
}
