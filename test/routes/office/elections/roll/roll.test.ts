import { expect } from 'chai'
import type { Page } from '../../../../../rehearsal/kit/page.ts'
import { certifyResult, finishElection } from '../../../../../models/elections/result/certification.ts'
import { getResult } from '../../../../../models/elections/result/loading.ts'
import { getAnyElection } from '../../../../../models/elections/elections.ts'
import { closePolling } from '../../../../../models/elections/polling/polling.ts'
import { markByName } from '../../../../../models/elections/roll/marks.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import {
  aListedElection,
  counts,
  DAYS,
  official,
  PAPERS,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import { aNamedRoll, anOpenTable, entryOf, NOON } from '../../../../support/builders/roll.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'

const LOOK = 'Se filen igennem'

describe('elections: the roll', () => {
  let house: TestApp
  let bo: Visitor
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    id = await aListedElection(house)
    bo = await house.as('bo')
  })

  const names = async () => (await house.db('roll_entries').pluck<string[]>('name')).sort()
  const chosen = async () => (await house.db('elections').where({ id }).first('roll_kind'))?.roll_kind

  async function named(): Promise<Page> {
    return bo.submit(await bo.get(paths.roll(id)), { roll_kind: 'named' }, 'Gem')
  }

  it('is kept without a list until somebody chooses another way', async () => {
    const page = await bo.get((await bo.get(paths.election(id))).link('Valgliste'))
    expect(page.value('roll_kind')).to.equal('counted')
    const alias = await bo.submit(page, { roll_kind: 'alias' }, 'Gem')
    expect(alias.text).to.include('Valglisten føres med det, folk bliver kaldt.')
    expect(await chosen()).to.equal('alias')
    expect((await bo.get(paths.election(id))).text).to.include('Valglisten føres med det, folk bliver kaldt.')
  })

  it('asks before it takes names off to be kept in another way', async () => {
    await aNamedRoll(house.db, await official(house, 'bo'), id)
    const page = await bo.get(paths.roll(id))
    const asked = await storesNothing(house, () => bo.submit(page, { roll_kind: 'counted' }, 'Gem'))
    expect(asked.status).to.equal(422)
    expect(asked.errors).to.deep.equal([
      'Der står 5 navne på valglisten, og de bliver slettet. Sæt hak, hvis det er meningen.',
    ])
    expect(await names()).to.have.length(5)
    await bo.submit(asked, { roll_kind: 'counted', sure: 'ja' }, 'Gem')
    expect(await chosen()).to.equal('counted')
    expect(await names()).to.deep.equal([])
    expect(await house.db('roll_words')).to.deep.equal([])
  })

  it('takes people on, puts their names right, and takes them off', async () => {
    let page = await bo.submit(await named(), { name: ' Åse Vang ', note: '1961' }, 'Sæt på listen')
    expect(page.notice).to.equal('Personen står nu på listen.')
    const twice = await storesNothing(house, () =>
      bo.submit(page, { name: 'aase vang', note: '1961' }, 'Sæt på listen'),
    )
    expect(twice.errors).to.deep.equal([
      'Åse Vang står allerede på valglisten. Er det en anden, så skriv en note, der skelner dem.',
    ])
    page = await bo.submit(twice, { note: '1984' }, 'Sæt på listen')
    expect(page.texts('.roll-name')).to.deep.equal(['Åse Vang 1961', 'aase vang 1984'])
    const line = await bo.get(page.link('Ret Åse Vang'))
    page = await bo.submit(line, { name: 'Åse Wang', note: '' }, 'Gem')
    expect(page.texts('.roll-name')).to.include('Åse Wang')
    const removal = await bo.get(page.link('Ret aase vang'))
    page = await bo.submit(removal, {}, 'Tag af listen')
    expect(page.notice).to.equal('Personen er taget af listen.')
    expect(await names()).to.deep.equal(['Åse Wang'])
    const events = await house.db('audit_events').where('action', 'like', 'election.roll%').pluck('details')
    expect(events.join()).not.to.match(/vang|wang/i)
  })

  it('takes no CPR number, in the name or in the note', async () => {
    const page = await named()
    const number = ['010203', '1234'].join('-')
    for (const fields of [{ name: number }, { name: 'Åse Vang', note: number }]) {
      const refused = await storesNothing(house, () => bo.submit(page, fields, 'Sæt på listen'))
      expect(refused.errors).to.deep.equal([
        'Det ligner et CPR-nummer. Der må ikke stå CPR-numre på valglisten. Skriv kun navnet.',
      ])
    }
    expect(await names()).to.deep.equal([])
  })

  it('is as it was when polling opened, but for somebody who was forgotten', async () => {
    id = await anOpenTable(await anotherHouse())
    bo = await house.as('bo')
    const page = await bo.get(paths.roll(id))
    expect(page.$('[name=roll_kind], [name=file]')).to.have.length(0)
    const added = await bo.submit(page, { name: 'Karl Ravn' }, 'Sæt på listen')
    expect(added.text).to.include('6 står på listen.')
    const { id: entry } = await entryOf(house, id, 'Ole Bæk')
    const line = await bo.get(paths.rollVoter(id, entry))
    expect(line.text).to.include('Afstemningen er begyndt, så navnet kan ikke rettes.')
    const _csrf = page.$('input[name=_csrf]').attr('value') ?? ''
    for (const form of [
      { action: paths.rollVoterRemoval(id, entry), fields: { _csrf } },
      { action: paths.rollVoter(id, entry), fields: { _csrf, name: 'En anden' } },
      { action: paths.rollKind(id), fields: { _csrf, roll_kind: 'counted', sure: 'ja' } },
    ]) {
      const late = await storesNothing(house, () => bo.send(form))
      expect(late.status).to.equal(409)
    }
    expect(await names()).to.have.length(6)
  })

  async function anotherHouse(): Promise<TestApp> {
    house = await anApp()
    return house
  }

  describe('from a file', () => {
    beforeEach(named)

    async function look(content: string | Buffer, name = 'navne.csv'): Promise<Page> {
      const page = await bo.get(paths.roll(id))
      return bo.upload(page.fill({}, LOOK), { field: 'file', name, content: Buffer.from(content) })
    }

    const rows = (page: Page, table: string) => page.texts(`#${table} tbody tr`)

    it('shows every line with what it would do, and stores nothing until it is approved', async () => {
      await bo.submit(await bo.get(paths.roll(id)), { name: 'Ole Bæk' }, 'Sæt på listen')
      const number = ['010203', '1234'].join('-')
      const text = [
        'Navn;Note',
        'Søren Ørsted;1961',
        'OLE BÆK;',
        number,
        'søren ørsted;1961',
        ';uden navn',
        '=Åse;x',
      ]
      const preview = await storesNothing(house, () =>
        look(Buffer.from(`${text.join('\r\n')}\r\n`, 'latin1')),
      )
      expect(preview.status).to.equal(200)
      expect(preview.text).to.include('2 navne kommer på listen. 4 linjer gør ikke.')
      expect(preview.text).to.include('Filen er gemt med ældre bogstaver.')
      expect(rows(preview, 'bad')).to.deep.equal([
        '3 OLE BÆK Står allerede på valglisten',
        '4 (vises ikke) Ligner et CPR-nummer, og det må ikke stå på listen',
        '5 søren ørsted 1961 Står også i linje 2',
        '6 – uden navn Der mangler et navn',
      ])
      expect(rows(preview, 'good')).to.deep.equal([
        '2 Søren Ørsted 1961 Kommer på listen',
        '7 Åse x Kommer på listen',
      ])
      expect(preview.$.html()).not.to.include(number)
      expect(await names()).to.deep.equal(['Ole Bæk'])
      const stored = await bo.upload(preview.fill())
      expect(stored.notice).to.equal('Navnene står nu på listen.')
      expect(await names()).to.deep.equal(['Ole Bæk', 'Søren Ørsted', 'Åse'])
      const event = await house.db('audit_events').orderBy('sequence', 'desc').first()
      expect(event).to.include({ action: 'election.roll_imported', details: '{"entries":2}' })
      const again = await storesNothing(house, () => bo.upload(preview.fill()))
      expect(again.status).to.equal(200)
    })

    it('reads commas, tabs, quotation marks and names over several lines', async () => {
      const preview = await look('"Lund, Maja",kaldet Bette\n"Ole ""Bølle""\nBæk",\n')
      expect(rows(preview, 'good')).to.deep.equal([
        '1 Lund, Maja kaldet Bette Kommer på listen',
        '3 Ole "Bølle" Bæk Kommer på listen',
      ])
      await bo.upload(preview.fill())
      expect(await names()).to.deep.equal(['Lund, Maja', 'Ole "Bølle" Bæk'])
      expect(rows(await look('\uFEFFFornavn\tEfternavn\nKarl\tRavn'), 'good')).to.deep.equal([
        '2 Karl Ravn Kommer på listen',
      ])
    })

    it('takes more names than go into one statement, and finds them', async () => {
      const many = Array.from({ length: 1500 }, (_one, index) => `Gæst ${index} Fra Stedet;bord ${index}`)
      const stored = await bo.upload((await look(many.join('\n'))).fill())
      expect(stored.text).to.include('1500 står på listen.')
      expect(stored.text).to.include('Her står de første 500.')
      expect(await house.db('roll_words').where({ word: 'gaest 1499 fra stedet' })).to.have.length(1)
    })

    const wrong: { what: string; content: string | Buffer; error: string }[] = [
      { what: 'no file', content: '', error: 'Vælg en fil.' },
      { what: 'a file without names', content: 'Navn;Note\n\n', error: 'Der er ingen navne i filen.' },
      {
        what: 'a spreadsheet',
        content: Buffer.from('PK\x03\x04\x14\x00', 'latin1'),
        error: 'Filen er ikke en liste, der kan læses her. Åbn den i regnearket, og gem den som CSV.',
      },
      {
        what: 'a quotation mark that never ends',
        content: '"Maja Lund\nOle Bæk',
        error: 'Filen kan ikke læses. Se efter, om der mangler et anførselstegn, og gem den som CSV igen.',
      },
      {
        what: 'a file of more than a megabyte',
        content: Buffer.alloc(1_048_577, 'a'),
        error: 'Filen fylder for meget. Den må højst fylde 1 MB.',
      },
    ]
    for (const { what, content, error } of wrong) {
      it(`refuses ${what} in words`, async () => {
        const refused = await storesNothing(house, () => look(content))
        expect(refused.status).to.equal(422)
        expect(refused.errors).to.deep.equal([error])
        expect(refused.heading).to.equal('Valgliste')
      })
    }

    it('is looked at again where the roll was changed meanwhile', async () => {
      const preview = await look('Karl Ravn\nOle Bæk')
      await bo.submit(await bo.get(paths.roll(id)), { name: 'Ole Bæk' }, 'Sæt på listen')
      const late = await storesNothing(house, () => bo.upload(preview.fill()))
      expect(late.status).to.equal(409)
      expect(await names()).to.deep.equal(['Ole Bæk'])
    })

    it('is taken with the token of the page alone, at its own address alone, from those signed in alone', async () => {
      const form = (await bo.get(paths.roll(id))).fill({}, LOOK)
      const file = { field: 'file', name: 'navne.csv', content: Buffer.from('Karl Ravn') }
      const { _csrf = '', ...without } = form.fields
      expect((await bo.upload({ ...form, fields: without }, file)).status).to.equal(403)
      expect(
        (await bo.upload({ ...form, fields: { ...without, _csrf: `${_csrf as string}x` } }, file)).status,
      ).to.equal(403)
      expect((await bo.upload({ ...form, action: paths.rollVoters(id) }, file)).status).to.equal(403)
      expect((await house.visitor().upload(form, file)).status).to.equal(401)
      const kaj = await house.as('kaj')
      const token = (await kaj.get(paths.elections)).$('input[name=_csrf]').attr('value') ?? ''
      expect((await kaj.upload({ ...form, fields: { _csrf: token } }, file)).status).to.equal(404)
      expect((await bo.upload(form, { ...file, field: 'other' })).status).to.equal(404)
      const large = { ...form, fields: { ...form.fields, text: 'x'.repeat(30_000) } }
      expect((await bo.upload(large, file)).status).to.equal(413)
      expect(await names()).to.deep.equal([])
    })
  })
})

describe('elections: the roll afterwards', () => {
  let house: TestApp
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    id = await anOpenTable(house)
    await markByName(house.db, await official(house, 'bo'), id, 'Ole Bæk')
    house.clock.set(DAYS.evening)
    await closePolling(house.db, await official(house, 'bo'), id, {
      closed_at: '14.00',
      ...PAPERS,
      marks_reason: 'Listen blev ført på papir',
    })
    for (const name of ['bo', 'lis'] as const) await counts(house, id, name)
    house.clock.set(DAYS.certified)
    for (const name of ['signe', 'vera'] as const) {
      const { hash } = await getResult(house.db, await getAnyElection(house.db, id))
      await certifyResult(house.db, await official(house, name), id, hash)
    }
  })

  async function finish(): Promise<void> {
    house.clock.set(DAYS.final)
    await finishElection(house.db, await official(house, 'signe'), id)
  }

  it('is erased when nobody can complain any more, and that is written down', async () => {
    const bo = await house.as('bo')
    const early = await bo.get(paths.rollErasure(id))
    expect(early.text).to.include('Valglisten slettes, når klagefristen er gået, og resultatet er endeligt.')
    const _csrf = early.$('input[name=_csrf]').attr('value') ?? ''
    const refused = await storesNothing(house, () =>
      bo.send({ action: paths.rollErasure(id), fields: { _csrf } }),
    )
    expect(refused.status).to.equal(409)
    await finish()

    const later = await house.as('bo')
    const todo = await later.get(paths.office)
    expect(todo.text).to.include('Slet valglisten for Perron 4')
    expect(todo.attributes('main a', 'href')).to.include(paths.rollErasure(id))
    const page = await later.get(paths.rollErasure(id))
    expect(page.text).to.include('Slet 5 navne for altid?')
    const erased = await later.submit(page, {}, 'Slet valglisten')
    expect(erased.notice).to.equal('Valglisten er slettet.')
    expect(erased.text).to.include('Valglisten med 5 navne er slettet den 18. marts 2026 af Bo Krag.')
    for (const table of ['roll_entries', 'roll_words'] as const)
      expect(await house.db(table)).to.deep.equal([])
    expect(await house.db('roll_erasures').select('entries', 'marked')).to.deep.equal([
      { entries: 5, marked: 1 },
    ])
    const event = await house.db('audit_events').orderBy('sequence', 'desc').first()
    expect(event).to.include({ action: 'election.roll_erased', details: '{"entries":5,"marked":1}' })
    expect((await later.get(paths.office)).text).not.to.include('Slet valglisten')
  })

  it('is erased once where two press at the same moment', async () => {
    await finish()
    const visitors = [await house.as('bo'), await house.as('signe')]
    const pages = await Promise.all(visitors.map(async (visitor) => visitor.get(paths.rollErasure(id))))
    const answers = await Promise.all(
      visitors.map(async (visitor, index) => visitor.submit(pages[index] as Page, {}, 'Slet valglisten')),
    )
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
  })
})

describe('elections: the same person on two rolls', () => {
  let house: TestApp
  let perron: ElectionId
  let slot: ElectionId

  beforeEach(async () => {
    house = await anApp()
    perron = await aListedElection(house)
    house.clock.set('2026-01-15')
    slot = await aListedElection(house, { area: 'slotsgaarden', candidates: ['Ditte Hede', 'Palle Sø'] })
    const by = await official(house, 'signe')
    await aNamedRoll(house.db, by, perron, [['Søren Ørsted', '1961'], ['Ole Bæk']])
    await aNamedRoll(house.db, by, slot, [['soeren oersted'], ['Maja Lund']])
  })

  it('is told to the secretary alone, and stops nothing', async () => {
    const signe = await house.as('signe')
    for (const address of [paths.roll(perron), paths.roll(slot), paths.election(perron)]) {
      const page = await signe.get(address)
      expect(page.text, address).to.include('1 navn står på to valglister')
      expect(page.text, address).to.match(/(Søren Ørsted|soeren oersted): Perron 4 og Slotsgården/)
      expect(page.text, address).to.include('Antaget')
    }
    const bo = await house.as('bo')
    for (const address of [paths.roll(perron), paths.election(perron)])
      expect((await bo.get(address)).text, address).not.to.include('to valglister')
    house.clock.set(NOON)
    const staff = await house.as('bo')
    const opening = await staff.get(paths.polling(perron))
    await staff.submit(opening, { second_witness: 'Dagmar Lind', opened_at: '11.00' })
    await markByName(house.db, await official(house, 'bo'), perron, 'Søren Ørsted')
    expect((await entryOf(house, perron, 'Søren Ørsted')).marked).to.equal(1)
  })

  it('is seen as soon as somebody is called the same at another table', async () => {
    const signe = await house.as('signe')
    await house.db('roll_words').where({ election_id: slot }).delete()
    await house.db('roll_entries').where({ election_id: slot }).delete()
    expect((await signe.get(paths.roll(perron))).text).not.to.include('to valglister')
    await house.db('elections').where({ id: slot }).update({ roll_kind: 'alias', status: 'polling' })
    await markByName(house.db, await official(house, 'kaj'), slot, 'OLE BÆK')
    expect((await signe.get(paths.roll(perron))).text).to.include('1 navn står på to valglister')
  })
})
