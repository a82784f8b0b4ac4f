import { Transformer } from '@napi-rs/image'
import { expect } from 'chai'
import { listStanding } from '../../../../../models/elections/candidates/candidates.ts'
import { getAnyElection } from '../../../../../models/elections/elections.ts'
import { findPhoto, removePortraits } from '../../../../../models/elections/candidates/portraits.ts'
import { seatElected } from '../../../../../models/elections/result/seating.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import { aCalledElection, DAYS, official, storesNothing } from '../../../../support/builders/elections.ts'
import { aBomb, aPicture, aTelephonePhoto, SECRETS } from '../../../../support/builders/pictures.ts'
import { type CandidacyId, type ElectionId, NO_ID } from '../../../../../models/core/ids.ts'

describe('elections: what stands beside a name', () => {
  let house: TestApp
  let bo: Visitor
  let id: ElectionId
  let anker: CandidacyId
  let jens: CandidacyId

  beforeEach(async () => {
    house = await anApp()
    id = await aCalledElection(house)
    const standing = await listStanding(house.db, id)
    const idOf = (name: string) => standing.find((one) => one.name === name)?.id ?? NO_ID
    anker = idOf('Anker Bro')
    jens = idOf('Jens Ærø')
    bo = await house.as('bo')
  })

  const pageOf = (candidacy: CandidacyId) => bo.get(paths.candidatePortrait(id, candidacy))
  const file = (content: Buffer, name = 'foto.jpg') => ({ field: 'photo', name, content, type: 'image/jpeg' })
  const upload = async (candidacy: CandidacyId, fields: Record<string, string>, content?: Buffer) =>
    bo.upload((await pageOf(candidacy)).fill(fields, 'Gem'), content && file(content))
  const sum = async () =>
    (await house.db('candidate_photos').select('candidacy_id', 'sha256')).map((row) => ({ ...row }))

  it('is a photo, a symbol and a few words, shown to the office and not yet to others', async () => {
    const done = await upload(
      anker,
      { symbol: 'boat', statement: '  Åbent om   søndagen\nog varm mad ', photo_consent: 'ja' },
      await aPicture(),
    )
    expect(done.notice).to.equal('Det er gemt.')
    expect(done.text).to.include('Åbent om søndagen og varm mad')
    expect(done.$('svg[aria-label="Båd"]').length).to.equal(1)
    expect(done.attributes('main img', 'src')).to.deep.equal([paths.candidatePhoto(id, anker)])
    const photo = await bo.raw('get', paths.candidatePhoto(id, anker))
    expect([photo.status, photo.type]).to.deep.equal([200, 'image/jpeg'])
    expect(photo.headers['cache-control']).to.equal('private, no-cache')
    const again = await bo
      .raw('get', paths.candidatePhoto(id, anker))
      .set('If-None-Match', photo.headers.etag ?? '')
    expect(again.status).to.equal(304)
    expect((await house.visitor().get(paths.publicPhoto(id, anker))).status).to.equal(404)
    expect((await house.as('kaj').then((kaj) => kaj.get(paths.candidatePhoto(id, anker)))).status).to.equal(
      404,
    )
  })

  it('keeps the photo when only the words change, and takes it away when asked', async () => {
    await upload(anker, { photo_consent: 'ja' }, await aPicture())
    const before = await sum()
    await upload(anker, { statement: 'Ro om natten' })
    expect(await sum()).to.deep.equal(before)
    const removed = await bo.submit(await pageOf(anker), {}, 'Fjern billedet')
    expect(removed.notice).to.equal('Billedet er fjernet.')
    expect(await sum()).to.deep.equal([])
  })

  it('makes a new small JPEG of a photo, turned upright, with nothing of what the telephone wrote', async () => {
    const photo = await aTelephonePhoto()
    for (const secret of SECRETS) expect(photo.includes(secret)).to.equal(true)
    await upload(anker, { photo_consent: 'ja' }, photo)
    const stored = (await findPhoto(house.db, anker))?.jpeg ?? Buffer.alloc(0)
    for (const secret of [...SECRETS, 'Exif']) expect(stored.includes(secret), secret).to.equal(false)
    // Only what a JPEG must have: no application segment but that of JFIF, no comment.
    expect(segmentsOf(stored).filter((marker) => marker >= 0xe1 && marker <= 0xfe)).to.deep.equal([])
    const { width, height, exif } = await new Transformer(stored).metadata(true)
    // 1200 × 600 lying on its side becomes 400 × 800.
    expect([width, height, exif]).to.deep.equal([400, 800, undefined])
  })

  it('reads PNG and WebP, and leaves a small picture as small as it is', async () => {
    for (const kind of ['png', 'webp'] as const) {
      await upload(anker, { photo_consent: 'ja' }, await aPicture(60, 40, kind))
      const stored = (await findPhoto(house.db, anker))?.jpeg ?? Buffer.alloc(0)
      const { width, height, format } = await new Transformer(stored).metadata()
      expect([width, height, format], kind).to.deep.equal([60, 40, 'jpeg'])
    }
  })

  const wrong: { title: string; make: () => Promise<Buffer>; error: string }[] = [
    {
      title: 'a photo that is not a photo',
      make: () => Promise.resolve(Buffer.from('#!/bin/sh\necho ikke et billede\n')),
      error: 'Filen er ikke et billede, vi kan læse. Vælg et foto i JPEG, PNG eller WebP.',
    },
    {
      title: 'half a photo',
      make: async () => (await aPicture(600, 600, 'png')).subarray(0, 700),
      error: 'Filen er ikke et billede, vi kan læse. Vælg et foto i JPEG, PNG eller WebP.',
    },
    {
      title: 'a file of a few bytes that says it is 60,000 by 60,000 pixels',
      make: aBomb,
      error:
        'Billedet er for stort: 60000 × 60000 punkter. Vælg et mindre, eller gem det i en lavere opløsning.',
    },
    {
      title: 'a photo of more than 8 MB',
      make: async () => Buffer.concat([await aPicture(), Buffer.alloc(8_400_000)]),
      error: 'Filen fylder for meget. Den må højst fylde 8 MB.',
    },
  ]
  for (const { title, make, error } of wrong) {
    it(`refuses ${title}, keeps what was typed and stores nothing`, async () => {
      const fields = { symbol: 'key', statement: 'Ro om natten', photo_consent: 'ja' }
      const content = await make()
      const refused = await storesNothing(house, () => upload(anker, fields, content))
      expect(refused.status).to.equal(422)
      expect(refused.errors).to.deep.equal([error])
      expect([refused.value('symbol'), refused.value('statement')?.trim()]).to.deep.equal([
        'key',
        'Ro om natten',
      ])
      expect(await sum()).to.deep.equal([])
    })
  }

  it('shows no photo without the candidate having said yes to it', async () => {
    const content = await aPicture()
    const refused = await storesNothing(house, () => upload(anker, {}, content))
    expect(refused.errors).to.deep.equal([
      'Kandidaten skal selv have sagt ja til, at billedet bliver vist. Sæt hak, hvis det er sket.',
    ])
    expect(await sum()).to.deep.equal([])
  })

  it('refuses 21 words, a symbol that another has, and one that is none', async () => {
    const words = Array.from({ length: 21 }, (_, index) => `ord${index}`).join(' ')
    const long = await storesNothing(house, () => upload(anker, { statement: words }))
    expect(long.errors).to.deep.equal(['Teksten er på 21 ord. Den må højst være på 20. Gør den kortere.'])

    const page = await pageOf(jens)
    await upload(anker, { symbol: 'sun' })
    const taken = await storesNothing(house, () => bo.upload(page.fill({ symbol: 'sun' }, 'Gem')))
    expect(taken.status).to.equal(422)
    expect(taken.errors).to.deep.equal(['En anden kandidat har det symbol. Vælg et andet.'])
    expect((await pageOf(jens)).$('#symbol-sun').is('[disabled]')).to.equal(true)
    const none = await storesNothing(house, () => upload(jens, { symbol: 'hammer' }))
    expect(none.errors).to.deep.equal(['Vælg et af symbolerne på siden.'])
  })

  it('sets a symbol free when its candidate withdraws, and the database keeps two from having it', async () => {
    await upload(anker, { symbol: 'sun' })
    const twice = house.db('candidacies').where({ id: jens }).update({ symbol: 'sun' })
    expect(await twice.then(() => 'stored').catch(() => 'refused')).to.equal('refused')
    await bo.submit(await bo.get(paths.candidateWithdrawal(id, anker)))
    const given = await upload(jens, { symbol: 'sun' })
    expect(given.notice).to.equal('Det er gemt.')
  })

  it('stands as it is once the list is approved, also for a page that was loaded before', async () => {
    await upload(anker, { symbol: 'sun', photo_consent: 'ja' }, await aPicture())
    house.clock.set(DAYS.listed)
    bo = await house.as('bo')
    const [change, removal] = [await pageOf(anker), await pageOf(anker)]
    await bo.submit(await bo.get(paths.candidateList(id)))
    const late = await storesNothing(house, () => bo.upload(change.fill({ symbol: 'key' }, 'Gem')))
    expect(late.status).to.equal(409)
    expect(late.errors).to.deep.equal(['Det blev ikke gemt. Kandidatlisten er allerede godkendt.'])
    const gone = await storesNothing(house, () => bo.submit(removal, {}, 'Fjern billedet'))
    expect(gone.status).to.equal(409)
    expect((await sum()).length).to.equal(1)
  })

  it('leaves with those who were not elected when the election is over', async () => {
    for (const candidacy of [anker, jens]) await upload(candidacy, { photo_consent: 'ja' }, await aPicture())
    const election = await getAnyElection(house.db, id)
    const by = await official(house, 'signe')
    await house.db.transaction(async (trx) => {
      const elected = (await listStanding(trx, id)).filter((one) => one.id === anker)
      await seatElected(trx, by, election, elected)
      expect(await removePortraits(trx, id)).to.equal(1)
    })
    expect((await sum()).map(({ candidacy_id }) => candidacy_id)).to.deep.equal([anker])
  })
})

function segmentsOf(jpeg: Buffer): number[] {
  const markers: number[] = []
  for (let index = 2; index + 3 < jpeg.length && jpeg[index] === 0xff && jpeg[index + 1] !== 0xda;) {
    markers.push(jpeg[index + 1] ?? 0)
    index += 2 + jpeg.readUInt16BE(index + 2)
  }
  return markers
}
