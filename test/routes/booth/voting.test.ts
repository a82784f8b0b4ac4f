import { expect } from 'chai'
import { listCodes } from '../../../models/elections/box/codes.ts'
import { paths } from '../../../views/paths.ts'
import { anApp, type TestApp } from '../../support/app.ts'
import {
  aBooth,
  aLockedElection,
  anOpenBoothElection,
  castOf,
  closed,
  type Tablet,
} from '../../support/builders/booth.ts'
import type { ElectionId } from '../../../models/core/ids.ts'

const WAITING = 'Vent på, at personalet åbner'
const THANKS = 'Tak. Din stemme er i kassen.'
const ALREADY = 'Stemmesedlen ligger allerede i kassen'
const ANOTHERS = 'Det var stemmesedlen fra en vælger før dig'

describe('The voting booth', () => {
  let house: TestApp
  let id: ElectionId
  let tablet: Tablet

  beforeEach(async () => {
    house = await anApp()
    ;({ id } = await anOpenBoothElection(house))
    tablet = await aBooth(house, id)
  })

  async function account() {
    const { state, releases, ballots_cast, voided } = await tablet.row()
    const envelopes = (await house.db('envelopes').where({ election_id: id })).length
    return { state, releases, ballots_cast, voided, envelopes }
  }

  it('waits, shows the ballot, asks once, thanks, and waits again', async () => {
    expect((await tablet.get(paths.boothDoor)).heading).to.equal(WAITING)
    await tablet.release()
    const ballot = await tablet.get(paths.boothDoor)
    expect(ballot.heading).to.equal("Hvem skal tale Perron 4's sag?")
    expect(ballot.texts('.vote-card')).to.deep.equal([
      ...['Anker Bro', 'Jens Ærø', 'Åse Wang'],
      'Stem blankt',
    ])
    const confirm = await tablet.choose(ballot, 'Jens Ærø')
    expect(confirm.heading).to.equal('Du har valgt Jens Ærø')
    expect(confirm.texts('.answers button')).to.deep.equal(['Ja, læg min stemme i kassen', 'Vælg om'])
    const thanks = await tablet.cast(confirm)
    expect([thanks.status, thanks.heading]).to.deep.equal([200, THANKS])
    expect(thanks.text).not.to.include('Jens Ærø')
    expect((await tablet.get(paths.boothDoor)).heading).to.equal(WAITING)
    expect(await account()).to.deep.equal({
      state: 'idle',
      releases: 1,
      ballots_cast: 1,
      voided: 0,
      envelopes: 1,
    })
  })

  it('chooses again from the start, and casts a blank ballot when that is said', async () => {
    const confirm = await tablet.choose(await tablet.ballot(), 'Åse Wang')
    const again = await tablet.press(confirm, 'go', 'again')
    expect(again.heading).to.equal("Hvem skal tale Perron 4's sag?")
    const blank = await tablet.choose(again)
    expect(blank.heading).to.equal('Du har valgt at stemme blankt')
    expect((await tablet.cast(blank)).heading).to.equal(THANKS)
  })

  it('shows eight signs of a code that is on the list when polling has closed, and not before', async () => {
    const thanks = await tablet.vote('Jens Ærø')
    const shown = thanks.$('.code-text').text().trim()
    expect(shown).to.match(/^[0-9A-F]{4} [0-9A-F]{4}$/)
    expect(await listCodes(house.db, id)).to.deep.equal([])
    await closed(house, id)
    const [code = ''] = await listCodes(house.db, id)
    expect(code.slice(0, 8).toUpperCase()).to.equal(shown.replace(' ', ''))
  })

  it('every page is kept by nobody, has no other way out, and starts no session', async () => {
    await tablet.release()
    const pages = [await tablet.raw('get', paths.boothDoor)]
    const ballot = await tablet.get(paths.boothDoor)
    const { action, fields } = ballot.fill()
    pages.push(await tablet.raw('post', action, { ...fields, choose: 'blank' }))
    pages.push(await tablet.raw('post', paths.boothCast, { ...fields, blank: '1' }))
    pages.push(await tablet.raw('get', paths.boothDoor))
    for (const { headers, text, status } of pages) {
      expect(status).to.equal(200)
      expect(headers['cache-control']).to.equal('no-store')
      expect(headers).not.to.have.property('set-cookie')
      const links = [...text.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href)
      expect(links.filter((href) => href !== paths.boothDoor)).to.deep.equal([])
    }
    expect(await house.db('sessions')).to.deep.equal([])
  })

  it('the back button and sending an old page again never show a choice, and never cast twice', async () => {
    const ballot = await tablet.ballot()
    const chosen = ballot.fill({}, 'Jens Ærø')
    const confirm = await tablet.send(chosen)
    const cast = castOf(confirm)
    expect((await tablet.send(cast)).heading).to.equal(THANKS)
    for (const old of [chosen, cast, confirm.fill({}, 'Vælg om')]) {
      const again = await tablet.send(old)
      expect([again.status, again.heading]).to.deep.equal([200, ALREADY])
      expect(again.text).to.include('Så har du stemt. Tak. Du kan gå nu.')
      expect(again.text).to.include('Er du den næste vælger? Så har du ikke stemt endnu.')
      expect(again.text).not.to.match(/Jens Ærø|Åse Wang|Anker Bro/)
      expect(again.$('form').length).to.equal(0)
    }
    // The next voter's ballot shows nothing of the last one, whose forms are told to be another's.
    await tablet.release()
    const early = await tablet.send(cast)
    expect([early.status, early.heading]).to.deep.equal([409, ANOTHERS])
    const next = await tablet.get(paths.boothDoor)
    for (const old of [chosen, cast]) {
      const again = await tablet.send(old)
      expect([again.status, again.heading]).to.deep.equal([409, ANOTHERS])
      expect(again.text)
        .to.include('Du har ikke stemt endnu.')
        .and.not.to.match(/Tak|i kassen/)
      expect([again.link('Til min stemmeseddel'), again.$('.code-text').length]).to.deep.equal([
        paths.boothDoor,
        0,
      ])
      expect(again.text).not.to.match(/Jens Ærø|Åse Wang|Anker Bro/)
    }
    expect(next.$('[checked], .chosen').length).to.equal(0)
    expect(await account()).to.include({ state: 'showing', releases: 2, ballots_cast: 1, envelopes: 1 })
  })

  it('twenty taps at once on one release put exactly one ballot in the box, and all are told that it is there', async () => {
    const cast = castOf(await tablet.choose(await tablet.ballot(), 'Jens Ærø'))
    const answers = await Promise.all(Array.from({ length: 20 }, () => tablet.send(cast)))
    const headings = answers.map(({ heading }) => heading).sort()
    expect(headings).to.deep.equal([...Array<string>(19).fill(ALREADY), THANKS])
    expect(answers.filter((page) => page.$('.code-text').length === 1)).to.have.length(1)
    expect(await account()).to.deep.equal({
      state: 'idle',
      releases: 1,
      ballots_cast: 1,
      voided: 0,
      envelopes: 1,
    })
  })

  it('a release that is forged, late, or of another booth puts nothing in the box', async () => {
    const other = await aBooth(house, id)
    const mine = castOf(await tablet.choose(await tablet.ballot(), 'Jens Ærø'))
    await other.release()
    const theirs = await other.get(paths.boothDoor)
    const forged = { ...mine, fields: { ...mine.fields, release: 'A'.repeat(43) } }
    const elsewhere = { ...mine, fields: { ...mine.fields, release: theirs.value('release') ?? '' } }
    for (const attempt of [forged, elsewhere, { ...mine, fields: {} }]) {
      const answer = await tablet.send(attempt)
      expect([answer.status, answer.heading]).to.deep.equal([409, 'Denne stemmeseddel gælder ikke mere'])
    }
    expect((await house.visitor().send(mine)).status).to.equal(401)
    expect(await account()).to.include({ state: 'showing', envelopes: 0 })
    expect((await tablet.send(mine)).heading).to.equal(THANKS)
  })

  it('of two tablets with one release, only the newest page can vote', async () => {
    await tablet.release()
    const first = await tablet.choose(await tablet.get(paths.boothDoor), 'Jens Ærø')
    const second = await tablet.choose(await tablet.get(paths.boothDoor), 'Åse Wang')
    expect((await tablet.cast(first)).heading).to.equal('Denne stemmeseddel gælder ikke mere')
    expect((await tablet.cast(second)).heading).to.equal(THANKS)
    expect(await account()).to.include({ releases: 1, ballots_cast: 1, envelopes: 1 })
  })

  it('marks that the ballot does not have are refused, and the release can still be used', async () => {
    const ballot = await tablet.ballot()
    const { action, fields } = ballot.fill({}, 'Jens Ærø')
    const mark = String(fields.choose)
    for (const marks of [['999'], [mark, mark], [mark, '999'], [], ['x'], ['0.5']]) {
      const answer = await tablet.send({
        action: paths.boothCast,
        fields: { release: fields.release!, marks },
      })
      expect(answer.status, marks.join()).to.equal(422)
      expect(answer.heading).to.equal("Hvem skal tale Perron 4's sag?")
    }
    const two = [mark, String(ballot.fill({}, 'Åse Wang').fields.choose)]
    const both = await tablet.send({
      action: paths.boothCast,
      fields: { release: fields.release!, marks: two },
    })
    expect([both.status, both.texts('[role=alert]')[0]]).to.deep.equal([
      422,
      'Du kan højst vælge 1. Tag nogle fra.',
    ])
    expect(await account()).to.include({ state: 'showing', envelopes: 0 })
    expect((await tablet.cast(await tablet.send({ action, fields }))).heading).to.equal(THANKS)
  })

  it('a ballot that comes after closing is told that it is not in the box', async () => {
    const cast = castOf(await tablet.choose(await tablet.ballot(), 'Jens Ærø'))
    await closed(house, id)
    const late = await tablet.send(cast)
    expect([late.status, late.heading]).to.deep.equal([409, 'Stemmesedlen er lukket'])
    expect(late.text).to.include('Der er ikke lagt nogen stemme i kassen')
    expect(await account()).to.deep.equal({
      state: 'idle',
      releases: 1,
      ballots_cast: 0,
      voided: 1,
      envelopes: 0,
    })
    expect((await tablet.get(paths.boothDoor)).heading).to.equal('Afstemningen er slut')
  })

  it('the database itself takes no ballot when polling is not open, whatever the booth says', async () => {
    const cast = castOf(await tablet.choose(await tablet.ballot(), 'Jens Ærø'))
    await house.db('elections').where({ id }).update({ status: 'closed' })
    const late = await tablet.send(cast)
    expect(late.status).to.equal(409)
    expect(await account()).to.include({ state: 'showing', ballots_cast: 0, envelopes: 0 })
  })

  it('a voter who walks away leaves a release that is void and can be given again', async () => {
    const confirm = await tablet.choose(await tablet.ballot(), 'Jens Ærø')
    const after = await tablet.send({
      action: paths.boothGivenUp,
      fields: { release: confirm.value('release')! },
    })
    expect(after.heading).to.equal(WAITING)
    expect((await tablet.cast(confirm)).heading).to.equal('Stemmesedlen er lukket')
    expect(await account()).to.include({ releases: 1, voided: 1, envelopes: 0 })
    expect((await tablet.vote('Åse Wang')).heading).to.equal(THANKS)
    await tablet.send({ action: paths.boothGivenUp, fields: { release: confirm.value('release')! } })
    expect(await account()).to.include({ releases: 2, ballots_cast: 1, voided: 1, envelopes: 1 })
  })

  it('language, size and contrast last as long as the voter, on the ballot and on the question', async () => {
    const ballot = await tablet.ballot()
    const english = await tablet.press(ballot, 'set', 'lang:en')
    expect([english.heading, english.$('html').attr('lang')]).to.deep.equal([
      'Who should speak for Perron 4?',
      'en',
    ])
    const large = await tablet.press(english, 'set', 'size:1')
    const dark = await tablet.press(large, 'set', 'contrast:1')
    expect(dark.$('body').attr('class')).to.equal('booth size-1 contrast')
    const confirm = await tablet.choose(dark, 'Åse Wang')
    expect(confirm.heading).to.equal('You have chosen Åse Wang')
    const larger = await tablet.press(confirm, 'set', 'size:2')
    expect([larger.heading, larger.$('body').attr('class')]).to.deep.equal([
      'You have chosen Åse Wang',
      'booth size-2 contrast',
    ])
    expect((await tablet.cast(larger)).heading).to.equal('Thank you. Your ballot is in the box.')
    const next = await tablet.ballot()
    expect([next.$('html').attr('lang'), next.$('body').attr('class')]).to.deep.equal(['da', 'booth size-0'])
  })

  it('tells a screen that lost its connection what became of the ballot', async () => {
    const status = async (release: string) =>
      (await tablet.raw('post', paths.boothStatus, { release })).body as Record<string, unknown>
    const first = await tablet.choose(await tablet.ballot(), 'Jens Ærø')
    const release = first.value('release')!
    expect(await status(release)).to.deep.equal({ ready: true, over: false, outcome: 'open' })
    await tablet.cast(first)
    expect(await status(release)).to.deep.equal({ ready: false, over: false, outcome: 'cast' })
    const second = await tablet.ballot()
    // The next voter's own is out: what stands there of the one before is not theirs.
    expect(await status(release)).to.include({ outcome: 'earlier' })
    await tablet.send({ action: paths.boothGivenUp, fields: { release: second.value('release')! } })
    expect(await status(second.value('release')!)).to.include({ outcome: 'voided' })
    expect(await status(release)).to.include({ outcome: 'unknown' })
    expect(await status('')).to.include({ outcome: null })
  })

  it('is for a paired tablet alone, and only until it is taken away', async () => {
    const stranger = house.visitor()
    expect((await stranger.get(paths.boothDoor)).heading).to.equal('Forbind denne tablet')
    expect((await stranger.raw('post', paths.boothStatus)).status).to.equal(401)
    await tablet.release()
    await house.db('booths').where({ id: tablet.id }).update({ unpaired_on: house.clock.today() })
    expect((await tablet.get(paths.boothDoor)).heading).to.equal('Forbind denne tablet')
  })

  it('a faulty request is answered by a screen of the booth, with no way to anywhere else', async () => {
    for (const path of ['/stemmeboks/findes-ikke', '/stemmeboks/foto/999', '/stemmeboks/foto/x']) {
      const page = await tablet.get(path)
      expect([page.status, page.heading], path).to.deep.equal([404, 'Noget gik galt'])
      expect(page.attributes('a', 'href')).to.deep.equal([paths.boothDoor])
    }
    const foreign = await tablet.raw('post', paths.boothCast).set('Origin', 'https://andre.example')
    expect(foreign.status).to.equal(403)
  })
})

describe('A ballot with many candidates and several crosses', () => {
  const NAMES = ['Bo Ask', 'Ea Birk', 'Ib Eg', 'Jo Elm', 'Ly Fyr', 'My Gran', 'Pi Hassel', 'Ru Lind']

  it('has six on a screen, keeps the crosses of the others, and refuses one too many', async () => {
    const house = await anApp()
    const { id } = await anOpenBoothElection(house, { candidates: NAMES, marksMax: 2 })
    const tablet = await aBooth(house, id)
    const first = await tablet.ballot()
    expect(first.texts('label.vote-card')).to.deep.equal(NAMES.slice(0, 6))
    expect(first.text).to.include('Vælg højst 2, eller stem blankt. Side 1 af 2.')
    const { action, fields } = first.fill()
    const idOf = async (name: string) =>
      String((await house.db('candidacies').where({ election_id: id, name }).first('id'))!.id)
    const [bo, ea, ru] = [await idOf('Bo Ask'), await idOf('Ea Birk'), await idOf('Ru Lind')]
    const second = await tablet.send({ action, fields: { ...fields, marks: bo, go: 'page:1' } })
    expect(second.texts('label.vote-card')).to.deep.equal(NAMES.slice(6))
    const carried = second.fill()
    const confirm = await tablet.send({
      action,
      fields: { ...carried.fields, marks: [[carried.fields.marks ?? []].flat(), ru].flat(), go: 'confirm' },
    })
    expect([confirm.heading, ...confirm.texts('.chosen li')]).to.deep.equal([
      'Du har valgt',
      'Bo Ask',
      'Ru Lind',
    ])
    const tooMany = await tablet.send({ action, fields: { ...fields, marks: [bo, ea, ru], go: 'confirm' } })
    expect([tooMany.status, tooMany.texts('[role=alert]')[0]]).to.deep.equal([
      422,
      'Du kan højst vælge 2. Tag nogle fra.',
    ])
    expect(tooMany.$('input[type=checkbox][checked]').length).to.equal(2)
    expect((await tablet.cast(confirm)).heading).to.equal(THANKS)
  })
})

describe('Pairing a tablet', () => {
  let house: TestApp
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    ;({ id } = await aLockedElection(house))
  })

  async function codeOnPage(): Promise<string> {
    const signe = await house.as('signe')
    const page = await signe.submit(await signe.get(paths.booths(id)), {}, 'Lav en kode')
    return page.$('.booth-code-figures').text().trim()
  }

  it('by a code that staff see once, typed with or without the space', async () => {
    const code = await codeOnPage()
    expect(code).to.match(/^\d{3} \d{3}$/)
    const tablet = house.visitor()
    const page = await tablet.submit(await tablet.get(paths.boothPairing), { code })
    expect([page.heading, page.texts('.number')[0]]).to.deep.equal([
      'Afstemningen er ikke åbnet endnu',
      'Stemmeboks 1',
    ])
    const events = await house.db('audit_events').where({ action: 'election.booth_paired' })
    expect(events.map(({ actor, details }) => [actor, details])).to.deep.equal([
      ['Signe Holm', '{"number":1}'],
    ])
    // The code is used up, and neither it nor the token is stored.
    const another = house.visitor()
    const again = await another.submit(await another.get(paths.boothPairing), { code })
    expect(again.status).to.equal(422)
    expect(await house.db('booth_pairings')).to.deep.equal([])
  })

  it('not with a code that is wrong or more than ten minutes old', async () => {
    house.clock.set('2026-03-03T10:00:00Z')
    const code = await codeOnPage()
    const tablet = house.visitor()
    const wrong = code === '000 000' ? '111111' : '000000'
    expect((await tablet.submit(await tablet.get(paths.boothPairing), { code: wrong })).status).to.equal(422)
    house.clock.set('2026-03-03T10:10:00Z')
    const late = await tablet.submit(await tablet.get(paths.boothPairing), { code })
    expect([late.status, late.texts('[role=alert]')[0]]).to.deep.equal([
      422,
      'Koden passer ikke, eller den er for gammel. En kode kan bruges én gang i 10 minutter. Lav en ny på kontorets side.',
    ])
    expect(await house.db('booths')).to.deep.equal([])
  })

  it('only so many tries from one address', async () => {
    const strict = await anApp({ env: { SIGN_IN_LIMIT: '3' } })
    const tablet = strict.visitor()
    const tries = []
    for (let time = 0; time < 5; time += 1)
      tries.push((await tablet.raw('post', paths.boothPairing, { code: `00000${time}` })).status)
    expect(tries).to.deep.equal([422, 422, 422, 429, 429])
  })

  it('several, each with a number of its own; one that is taken away can show nothing', async () => {
    const [first, second] = [await aBooth(house, id), await aBooth(house, id)]
    const signe = await house.as('signe')
    const page = await signe.get(paths.booths(id))
    expect(page.texts('.booth-state strong')).to.deep.equal(['Stemmeboks 1', 'Stemmeboks 2'])
    await signe.submit(page, {}, 'Tag stemmeboks 1 fra')
    expect((await first.get(paths.boothDoor)).heading).to.equal('Forbind denne tablet')
    expect((await second.get(paths.boothDoor)).heading).to.equal('Afstemningen er ikke åbnet endnu')
    expect((await aBooth(house, id)).id).to.be.greaterThan(second.id)
    expect(await house.db('booths').orderBy('id').pluck('number')).to.deep.equal([1, 2, 3])
  })
})
