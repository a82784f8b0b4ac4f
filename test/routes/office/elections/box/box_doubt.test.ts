import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import type { Page } from '../../../../../rehearsal/kit/page.ts'
import { sha256 } from '../../../../../models/core/canonical.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { outsideKeysFrom } from '../../../../../models/core/keys.ts'
import { signBallot } from '../../../../../models/elections/box/proof.ts'
import { sealBallot, type Sealed } from '../../../../../models/elections/box/sealing.ts'
import { ballotOf } from '../../../../../models/elections/booth/ballot.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import { aBooth, anOpenBoothElection, closed } from '../../../../support/builders/booth.ts'
import { statusOf } from '../../../../support/builders/elections.ts'
import { aPerson } from '../../../../support/builders/register.ts'
import { linkAnew, takeGuardsOff } from '../../../../support/tampering.ts'

const OPEN = 'Tast min seddel ind'

describe('A ballot box that somebody with the database has changed', () => {
  let house: TestApp
  let id: ElectionId
  let slips: string[]

  /** Four have voted, and polling is closed. */
  beforeEach(async () => {
    house = await anApp()
    ;({ id, slips } = await anOpenBoothElection(house))
    const tablet = await aBooth(house, id)
    for (const name of ['Jens Ærø', 'Åse Wang', 'Jens Ærø', 'Anker Bro']) await tablet.vote(name)
    await closed(house, id)
    await takeGuardsOff(house.db)
  })

  /** The answer, or the page after it where the opening took longer than an answer waits: both say what is wrong. */
  async function open(): Promise<Page> {
    const bo = await house.as('bo')
    await bo.submit(await bo.get(paths.box(id)), { slip_1: slips[0] ?? '' }, OPEN)
    const signe = await house.as('signe')
    return signe.submit(await signe.get(paths.box(id)), { slip_1: slips[1] ?? '' }, OPEN)
  }

  /** Sealed to the box's public key, as anybody can. */
  async function forged(election = id, keys = house.by.keys): Promise<Sealed> {
    const { publicKey, candidacyIds, longest } = await ballotOf(house.db, id)
    const signed = signBallot(keys, { election, marks: candidacyIds.slice(0, 1) }, publicKey!)
    // The holder of the database has seen what a proof looks like and which secret it names, but not the secret.
    const proof = keys === house.by.keys ? `${signed.proof.slice(0, 9)}${'A'.repeat(43)}` : signed.proof
    return sealBallot({ ...signed, proof }, publicKey!, longest)
  }

  const envelopes = () => house.db('envelopes').where({ election_id: id }).orderBy('id')
  const putIn = (sealed: Sealed) =>
    house.db('envelopes').insert({ id: randomBytes(16).toString('hex'), election_id: id, ...sealed })

  async function replace(many: number): Promise<void> {
    for (const { id: envelope } of (await envelopes()).slice(0, many))
      await house
        .db('envelopes')
        .where({ id: envelope })
        .update(await forged())
  }

  const attacks: [
    what: string,
    attack: () => Promise<unknown>,
    replaced: number,
    added: number,
    missing: number,
  ][] = [
    ['one ballot replaced', () => replace(1), 1, 0, 0],
    ['all ballots replaced', () => replace(4), 4, 0, 0],
    ['a ballot put in', async () => putIn(await forged()), 0, 1, 0],
    [
      'a ballot taken out',
      async () =>
        house
          .db('envelopes')
          .where({ id: (await envelopes())[0]!.id })
          .delete(),
      ...([0, 0, 1] as const),
    ],
    [
      'a ballot taken out, and the account of the tablet mended to fit',
      async () => {
        await house
          .db('envelopes')
          .where({ id: (await envelopes())[0]!.id })
          .delete()
        await house.db('booths').update({ releases: 3, ballots_cast: 3 })
      },
      ...([0, 0, 1] as const),
    ],
    [
      'a sealed ballot copied over another one',
      async () => {
        const [first, second] = await envelopes()
        await house.db('envelopes').where({ id: second!.id }).update({ sealed: first!.sealed })
      },
      ...([1, 0, 0] as const),
    ],
    [
      'a sealed ballot put in twice under another code, the account mended to fit',
      async () => {
        const { sealed, code } = (await envelopes())[0]!
        await putIn({ sealed, code: code.toUpperCase() })
        await house.db('booths').update({ releases: 5, ballots_cast: 5 })
      },
      ...([0, 1, 0] as const),
    ],
    ['nonsense put in', () => putIn({ sealed: randomBytes(300), code: 'nonsense' }), 0, 1, 0],
    ['a ballot of another election put in', async () => putIn(await forged((id + 1) as ElectionId)), 0, 1, 0],
  ]
  for (const [what, attack, replaced, added, missing] of attacks)
    it(`${what}: it is not opened, the page names the numbers and what to do, and the log keeps them`, async () => {
      await attack()
      const page = await open()
      expect(page.errors).to.deep.equal([
        `Kassen er ikke, som da afstemningen lukkede: ${replaced} byttet ud, ${added} lagt i og ${missing} væk. ` +
          'Ingen stemmer er talt. Siden siger, hvad I gør nu.',
      ])
      expect(page.text).to.include(`Byttet ud: ${replaced}. Lagt i: ${added}. Væk: ${missing}.`)
      expect(page.text).to.include('Ellers beslutter valgbestyrelsen, om valget skal holdes om.')
      expect(await statusOf(house, id)).to.equal('closed')
      expect(await house.db('ballots')).to.deep.equal([])
      const event = await house.db('audit_events').where({ action: 'election.box_doubted' }).first()
      expect(JSON.parse(event!.details)).to.deep.equal({ replaced, added, missing })
      const loss = await (await house.as('signe')).get(paths.boxLoss(id))
      expect([loss.status, loss.heading]).to.deep.equal([200, 'Gør valget ugyldigt'])
      expect(loss.text).not.to.include('Nøglesedlerne er væk')
    })

  it('a ballot proved with another secret: the page asks whether the secret was replaced', async () => {
    const others = outsideKeysFrom(['another secret that is long enough to be one'])
    const { id: first } = (await envelopes())[0]!
    await house
      .db('envelopes')
      .where({ id: first })
      .update(await forged(id, others))
    const page = await open()
    expect(page.errors[0]).to.include('1 stemme er forseglet med en hemmelighed, som serveren ikke har.')
    const event = await house.db('audit_events').where({ action: 'election.box_doubted' }).first()
    expect(JSON.parse(event!.details)).to.deep.equal({ replaced: 1, added: 0, missing: 0, unknown_secret: 1 })
  })

  it('the log of the closing changed to fit, and linked anew: it is not opened, whoever has acted since', async () => {
    const pushed = sha256('another box')
    const closing = house.db('audit_events').where({ action: 'election.closed' })
    const { details } = (await closing.clone().first('details'))!
    await closing.update({ details: details.replace(/"codes_hash":"[0-9a-f]+"/, `"codes_hash":"${pushed}"`) })
    await linkAnew(house.db)
    await aPerson(house.db, house.by, { name: 'Asta Gran' })
    const page = await open()
    expect(page.errors).to.deep.equal([
      'Logbogen er ændret uden om Rådsbogen, så den kan ikke sige, hvad der lå i kassen. ' +
        'Ingen stemmer er talt. Siden siger, hvad I gør nu.',
    ])
    expect(page.text).to.include('Kassen er ikke, som da afstemningen lukkede')
    expect(await house.db('ballots')).to.deep.equal([])
    const event = await house.db('audit_events').where({ action: 'election.box_doubted' }).first()
    expect(JSON.parse(event!.details)).to.deep.equal({ replaced: 0, added: 0, missing: 0, log: true })
  })

  it('the log sealed with a secret that the server no longer has: the page asks for the old one', async () => {
    const { sequence, hash } = (await house.db('audit_heads').first())!
    const others = outsideKeysFrom(['another secret that is long enough to be one'])
    await house.db('audit_heads').update({ seal: others.prove('logHead', `${sequence}:${hash}`) })
    const page = await open()
    expect(page.errors[0]).to.include('Logbogen er forseglet med en hemmelighed, som serveren ikke har.')
    expect(await house.db('audit_events').where({ action: 'election.box_doubted' })).to.deep.equal([])
  })

  it('put back as it was, it opens, and the page no longer warns', async () => {
    const before = await envelopes()
    await replace(2)
    expect((await open()).errors).to.have.length(1)
    for (const { id: envelope, sealed, code } of before)
      await house.db('envelopes').where({ id: envelope }).update({ sealed, code })
    const bo = await house.as('bo')
    expect((await bo.get(paths.box(id))).text).to.include('Kassen er ikke, som da afstemningen lukkede')
    expect((await open()).text).to.include('I alt 4. Blanke 0. Ugyldige 0.')
    expect((await bo.get(paths.box(id))).text).not.to.include('Kassen er ikke, som da afstemningen lukkede')
  })

  it('the log has the number and the hash of the codes from the closing, and no ballot of it', async () => {
    const closing = await house.db('audit_events').where({ action: 'election.closed' }).first('details')
    const codes = (await house.db('envelopes').pluck<string[]>('code')).sort()
    const expected = { envelopes: 4, codes_hash: sha256(codes.join('\n')) }
    expect(JSON.parse(closing!.details)).to.deep.include(expected)
  })

  it('the board can decide that the election is held again', async () => {
    await replace(1)
    await open()
    const signe = await house.as('signe')
    const form = await signe.get((await signe.get(paths.box(id))).link('Gør valget ugyldigt'))
    expect(form.text).to.include('Kassen er ikke, som da afstemningen lukkede.')
    const decision = { decided_by: 'Valgbestyrelsen', reason: 'En stemme er byttet ud.', sure: 'ja' }
    await signe.submit(form, decision, 'Gør valget ugyldigt')
    expect(await statusOf(house, id)).to.equal('annulled')
  })
})
