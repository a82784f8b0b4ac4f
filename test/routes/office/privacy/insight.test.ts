import { expect } from 'chai'
import type { Page } from '../../../../rehearsal/kit/page.ts'
import { changePerson, getPerson, versionOf } from '../../../../models/people/people.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { aLife, PRIVATE, tiedTo, type Life } from '../../../support/builders/life.ts'
import { aPicture } from '../../../support/builders/pictures.ts'
import { aMember, aPerson } from '../../../support/builders/register.ts'
import { insertRows } from '../../../support/builders/rows.ts'
import type { CastName } from '../../../support/cast.ts'
import { alternativesOf, infoOf, languageOf, spokenOf, structureOf, textOf } from '../../../support/pdf.ts'
import type { PersonId } from '../../../../models/core/ids.ts'
import { anId } from '../../../support/ids.ts'

const CONTACT = { CONTACT_EMAIL: 'raad@randers.example', CONTACT_PHONE: '89 15 00 00' }

async function pdfFrom(visitor: Visitor, path: string): Promise<Buffer> {
  const answer = await visitor.raw('get', path).buffer(true)
  expect(answer.status).to.equal(200)
  expect(answer.headers['content-type']).to.equal('application/pdf')
  expect(answer.headers['cache-control']).to.equal('no-store')
  return answer.body as Buffer
}

const bare = (text: string) => text.replace(/\s+/g, '')

function piecesOf(page: Page): string[] {
  const { $ } = page
  return $('main h1, main > p:not(.d-print-none), main nav, main section')
    .toArray()
    .flatMap((element) =>
      $(element).is('section, nav') ? $(element).find('h2, h3, p, dt, dd, ul li').toArray() : element,
    )
    .flatMap((element) => $(element).text().split(' · '))
    .map(bare)
    .filter((text) => text !== '')
}

/** The text of the PDF as a screen reader says it, without feet and repeated headings. */
async function heard(pdf: Buffer): Promise<string> {
  const lines = (await spokenOf(pdf)).split('\n')
  return bare(lines.flatMap((line) => /^\s*"(.*)"$/.exec(line)?.[1] ?? []).join(''))
}

/** The parts of the text that are not among the pieces, which must all be there in their order. */
function restOf(text: string, pieces: readonly string[]): string[] {
  const rest: string[] = []
  let at = 0
  for (const piece of pieces) {
    const found = text.indexOf(piece, at)
    expect(found, `"${piece}" after "${text.slice(Math.max(0, at - 80), at)}"`).to.be.at.least(0)
    if (found > at) rest.push(text.slice(at, found))
    at = found + piece.length
  }
  return [...rest, text.slice(at)].filter((one) => one !== '')
}

describe('everything about a person', () => {
  let house: TestApp
  let life: Life
  let signe: Visitor

  beforeEach(async () => {
    house = await anApp({ env: CONTACT })
    life = await aLife(house)
    signe = await house.as('signe')
  })

  const path = (tail = '') => `/kontor/personer/${life.personId}/indsigt${tail}`
  const section = (page: Page, key: string) => page.texts(`section[aria-labelledby="${key}"]`).join(' ')

  it('is for the secretary, the auditor and the person; for anybody else there is no such page', async () => {
    const status = async (name: CastName, tail: string) =>
      (await (await house.as(name)).raw('get', path(tail))).status
    for (const tail of ['', '.pdf']) {
      for (const name of ['signe', 'ruth'] as const) expect(await status(name, tail), name).to.equal(200)
      for (const name of ['vera', 'tage', 'bo', 'ib'] as const)
        expect(await status(name, tail), name).to.equal(404)
      expect((await house.visitor().raw('get', path(tail))).status).to.equal(303)
    }
  })

  it('a person reads their own, whatever role the account has, and nobody else’s', async () => {
    const other = await aPerson(house.db, house.by, { name: 'Jens Ærø' })
    for (const name of ['tage', 'bo'] as const) {
      await tiedTo(house, name, life.personId)
      const visitor = await house.as(name)
      const own = await visitor.get((await visitor.get('/kontor/min-konto')).link('Se alt, der står om dig'))
      expect(own.heading).to.equal('Alt om Jens Ærø')
      expect(own.text).to.include(PRIVATE.address)
      expect((await visitor.get(`/kontor/personer/${other}/indsigt`)).status).to.equal(404)
      expect((await visitor.get(`/kontor/personer/${other}/indsigt.pdf`)).status).to.equal(404)
      await tiedTo(house, name, null)
    }
    expect((await signe.get('/kontor/min-konto')).text).not.to.include('Se alt, der står om dig')
  })

  it('says on which day and by whom it was made, whom to ask, what rights one has, and is never kept', async () => {
    const answer = await signe.raw('get', path())
    expect(answer.headers['cache-control']).to.equal('no-store')
    const { text } = await signe.get(path())
    expect(text).to.include('Lavet den 11. marts 2026 af Signe Holm.')
    expect(text).to.include('Har du spørgsmål, så ring eller skriv: 89 15 00 00, raad@randers.example.')
    expect(text).to.include('kan du klage til Datatilsynet')
    expect(text).to.include('Stemmesedler: de er hemmelige')
    expect(text).to.include('Valglister: de er ikke søgt igennem.')
  })

  it('has the address, the private reason and the notes: they are the person’s own', async () => {
    const page = await signe.get(path())
    expect(section(page, 'contact')).to.include(
      'Postadresse Skjulte Stræde 7 Navne- og adressebeskyttelse Ja',
    )
    expect(section(page, 'memberships')).to.include('Hvorfor det stoppede Er flyttet Grunden er privat Ja')
    expect(section(page, 'memberships')).to.include('Note Bad om ro')
    expect(section(page, 'grounds')).to.include(PRIVATE.ground)
    expect(section(page, 'candidacies')).to.include('Udfald Ikke valgt')
    expect(section(page, 'nominations')).to.include('Dit svar Nej, sagt den 14. januar 2026.')
    expect(section(page, 'attendance')).to.include('Møde 2023-06-01, 1. juni 2023 Gået')
    expect(section(page, 'imports')).to.include('Der er ikke gemt noget.')
  })

  it('has every answer about what anyone may see, also those that count no more', async () => {
    const form = await signe.get(`/kontor/personer/${life.personId}/offentligt`)
    await signe.submit(form, { publish_name: 'nej', decided_on: '10-03-2026' })
    expect(section(await signe.get(path()), 'publication')).to.include(
      'Navn Ja, sagt den 15. januar 2026 E-mail Nej, sagt den 15. januar 2026 Telefon Nej, sagt den 15. januar 2026 Navn Nej, sagt den 10. marts 2026',
    )
  })

  it('has the account without the hash, and says that a password is stored', async () => {
    await tiedTo(house, 'tage', life.personId)
    const page = await signe.get(path())
    expect(section(page, 'accounts')).to.include('Tage Friis E-mail tage@raadsbogen.example Rolle Medlem')
    expect(section(page, 'accounts')).to.include('Adgangskode Gemt, så ingen kan læse den.')
    const { password_hash } = (await house.db('accounts').where({ person_id: life.personId }).first())!
    const [link] = await house.db('sign_in_links').pluck<string[]>('token_hash')
    for (const secret of [password_hash!, link!]) expect(page.$.html()).not.to.include(secret)
    expect(section(page, 'log')).to.include('Rettede en konto. Tage Friis')
  })

  it('has what an account had to do with elections', async () => {
    await tiedTo(house, 'vera', life.personId)
    const duties = section(await signe.get(path()), 'duties')
    expect(duties).to.include('I valgbestyrelsen Valg på Perron 4, 10. marts 2026.')
    expect(duties).to.include('Godkendte resultatet Valg på Perron 4, 10. marts 2026. Gjort den 11. marts')
  })

  it('has the lines of the log that are about the person, and no others', async () => {
    const someone = await aMember(house.db, house.by, { seat: 'cafe-rusfri', name: 'Finn Overgaard' })
    const { phone, ...before } = await getPerson(house.db, life.personId)
    const seen = versionOf({ ...before, phone })
    const form = { ...before, protected_address: true, phone: '86 42 00 00', seen }
    await changePerson(house.db, house.by, life.personId, form)
    const page = await signe.get(path())
    expect(page.texts('.log p:not(.log-when)')).to.deep.equal([
      'Skrev en person ind i bogen. Jens Ærø',
      'Gav en person en plads i rådet. Jens Ærø, Slotsgården',
      'Skrev et nyt hverv ind. Jens Ærø, Formand',
      'Skrev fremmøde ind. Møde 2023-03-01, 1. marts 2023',
      'Skrev fremmøde ind. Møde 2023-06-01, 1. juni 2023',
      'Skrev ind, at et medlem måske ikke er valgbart mere. Jens Ærø, Slotsgården',
      'Afsluttede et medlemskab før tid. Jens Ærø, Slotsgården',
      'Skrev en indstilling ind. Forsorg/Hjemløse',
      'Skrev ind, hvad den indstillede selv siger. Forsorg/Hjemløse',
      'Skrev en kandidat ind. Perron 4, valgdag 10. marts 2026',
      'Godkendte kandidatlisten. Perron 4, valgdag 10. marts 2026',
      'Knyttede en kandidat til en person i bogen. Perron 4, valgdag 10. marts 2026',
      'Rettede oplysninger om en person. Jens Ærø (telefon)',
    ])
    expect(page.text).not.to.include(someone.name)
  })

  it('has nothing of another person of the same name', async () => {
    const other = { name: 'Jens Ærø', email: 'anden@eksempel.example', postal_address: 'Andenvej 2' }
    const namesake = await aMember(house.db, house.by, { seat: 'cafe-rusfri', ...other })
    const mine = await signe.get(path())
    for (const theirs of ['anden@eksempel', 'Andenvej', 'Café Rusfri'])
      expect(mine.text).not.to.include(theirs)
    const page = await signe.get(`/kontor/personer/${namesake.personId}/indsigt`)
    expect(page.text).to.include('Andenvej 2')
    for (const secret of [...Object.values(PRIVATE), 'Slotsgården', 'Perron 4'])
      expect(page.text).not.to.include(secret)
  })

  it('has the photo, for the person’s own candidacy alone', async () => {
    const jpeg = await aPicture(40, 40)
    const own = await house.db('candidacies').where({ person_id: life.personId }).first('id')
    const other = await house.db('candidacies').where({ name: 'Åse Wang' }).first('id')
    for (const row of [own, other])
      await house.db('candidate_photos').insert({
        ...{ candidacy_id: row!.id, jpeg, sha256: 'a'.repeat(64), added_on: house.clock.today() },
      })
    const page = await signe.get(path())
    const [src = ''] = page.attributes('main img', 'src')
    const answer = await signe.raw('get', src)
    expect(answer.headers['content-type']).to.equal('image/jpeg')
    expect(answer.body).to.deep.equal(jpeg)
    expect((await signe.raw('get', path(`/foto/${other!.id}`))).status).to.equal(404)
    expect(alternativesOf(await pdfFrom(signe, path('.pdf')))).to.include('Billede af Jens Ærø')
  })

  for (const lang of ['da', 'en'] as const)
    it(`the PDF says what the page says, no more and no less, in the language of the page (${lang})`, async () => {
      await signe.get(`/kontor?sprog=${lang}`)
      const page = await signe.get(path())
      const pdf = await pdfFrom(signe, path('.pdf'))
      const rest = restOf(await heard(pdf), piecesOf(page))
      const left = rest.map((one) => one.replaceAll('–', '')).filter((one) => one !== '')
      const council = 'UdsatterådetiRandersKommune'
      const columns = lang === 'da' ? 'DagHvemHvad' : 'DayWhoWhat'
      expect(left).to.deep.equal([council, columns])
      expect(languageOf(pdf)).to.equal(lang === 'da' ? 'da-DK' : 'en-GB')
      expect(page.heading).to.equal(lang === 'da' ? 'Alt om Jens Ærø' : 'Everything about Jens Ærø')
    })

  it('the PDF is tagged, with headings in order and the number of each page', async () => {
    const pdf = await pdfFrom(signe, path('.pdf'))
    expect((await infoOf(pdf)).Tagged).to.equal('yes')
    const headings = (await structureOf(pdf)).filter((type) => /^H\d$/.test(type))
    expect(headings[0]).to.equal('H1')
    headings.reduce((before, type) => {
      expect(Number(type[1]) - Number(before[1])).to.be.at.most(1)
      return type
    })
    const { Pages } = await infoOf(pdf)
    expect(await textOf(pdf))
      .to.include(`Side 1 af ${Pages}`)
      .and.to.include(`Side ${Pages} af ${Pages}`)
  })

  it('a very long story goes on over the pages, and all of it is there', async () => {
    const long = await aLongStory(house)
    const page = await signe.get(`/kontor/personer/${long}/indsigt`)
    const pdf = await pdfFrom(signe, `/kontor/personer/${long}/indsigt.pdf`)
    expect(page.texts('section[aria-labelledby=memberships] h3')).to.have.length(60)
    expect(page.texts('.log li')).to.have.length(301)
    restOf(await heard(pdf), piecesOf(page))
    expect(Number((await infoOf(pdf)).Pages)).to.be.within(15, 40)
  })

  it('reading it leaves no line in the log', async () => {
    const before = await house.db('audit_heads').first()
    await signe.get(path())
    await pdfFrom(signe, path('.pdf'))
    expect(await house.db('audit_heads').first()).to.deep.equal(before)
  })
})

async function aLongStory({ db, by }: TestApp): Promise<PersonId> {
  const id = await aPerson(db, by, { name: 'Agnete Lang' })
  const note = 'En lang note om, hvordan det gik til. '.repeat(12).trim()
  for (let month = 0; month < 60; month += 1) {
    const days = new Date(Date.UTC(2000, month * 2, 1)).toISOString().slice(0, 10)
    const last = new Date(Date.UTC(2000, month * 2 + 1, 20)).toISOString().slice(0, 10)
    await db('memberships').insert({
      ...{ seat_id: 1, person_id: id, term_id: 1, origin: 'registration' },
      ...{ starts_on: days, due_on: last, ends_on: last, end_note: month % 7 === 0 ? note : null },
    } as never)
  }
  const head = await db('audit_heads').first()
  const start = (head?.sequence ?? 0) + 1
  const about = { action: 'person.changed', subject: `person:${id}`, details: '{"changed":["phone"]}' }
  const lines = Array.from({ length: 300 }, (_one, index) => {
    const hash = String(start + index).padStart(64, '0')
    return {
      sequence: start + index,
      day: by.clock.today(),
      actor: by.name,
      ...about,
      hash,
      previous_hash: hash,
    }
  })
  await db('audit_events').insert(lines)
  return id
}

describe('everything about a person, table by table', () => {
  it('shows something of every table that is tied to the person', async () => {
    const house = await anApp({ on: '2026-04-02' })
    await insertRows(house.db)
    await house
      .db('accounts')
      .where({ id: anId(1) })
      .update({ person_id: anId(1) })
    const page = await (await house.as('signe')).get('/kontor/personer/1/indsigt')
    const empty = page
      .$('main section')
      .toArray()
      .filter((element) => page.$(element).text().includes('Der er ikke gemt noget.'))
      .map((element) => page.$(element).attr('aria-labelledby'))
    expect(empty).to.deep.equal(['log'])
    const shown = [
      ...['Via Perron 4', 'Navn Ja, sagt den 2. marts 2026', 'Perron 4', 'Formand', 'Trådte ind, skrevet af'],
      ...['Nyvalg sat på mødet Ordinært møde', 'Valg på Perron 4', 'Lagt ind den 2. marts 2026'],
      ...['Indstillet af Sind', 'Dit svar Ja', 'Udpeget af Socialudvalget', 'Bor måske ikke i kommunen mere'],
      ...['Det blev til Har fået arbejde her', 'Ordinært møde, 1. april 2026 Til stede'],
      ...['asta@raadsbogen.example', 'Væresteder Perron 4', 'Engangslink Gælder til den 1. april 2026'],
      ...['I valgbestyrelsen', 'Talte stemmer op', 'Godkendte resultatet', 'raadet.csv', 'Linje 2'],
    ]
    for (const text of shown) expect(page.text).to.include(text)
  })
})
