import { settled } from '../../../../models/core/jobs.ts'
import { isPostgres, type Db } from '../../../../models/core/db.ts'
import { findBoxKey } from '../../../../models/elections/box/keys.ts'
import { sealBallot } from '../../../../models/elections/box/sealing.ts'
import { ballotOf } from '../../../../models/elections/booth/ballot.ts'
import type { EnvelopeRow } from '../../../../models/elections/box/tables.ts'
import { reconcileLog } from '../../../kit/council.ts'
import { expectText, step, t } from '../../renewal/first_council/plot.ts'
import { approve, planAndCall } from '../before.ts'
import { lockBox, openBox, pairTablet, voteOnTablet, type Slips } from '../booth.ts'
import type { Poll } from '../contest.ts'
import { certify } from '../counting.ts'
import { closePolls, openPolls } from '../polling.ts'
import { electionIdOf, reconcileBooth, reconcileElection, reconcileRecord } from '../reconciliation.ts'
import { electionScenario, type Town } from '../town.ts'
import { choicesOf } from '../turnout.ts'

const VOTES = [5, 3]

export const envelopeReplaced = electionScenario({
  name: 'envelope-replaced',
  description:
    'En stemme er byttet ud i databasen: kassen åbnes ikke, før den er som før, eller valget holdes om',
  places: 2,
  play: async (town) => {
    const [first, second] = town.places
    if (!first || !second) throw new Error('der skal to væresteder til')
    const mended = await pollWith(town, first)
    const spoiled = await pollWith(town, second)
    for (const { poll } of [mended, spoiled]) await openPolls(town, poll)
    for (const { poll } of [mended, spoiled]) {
      const tablet = await pairTablet(town, poll)
      await voteOnTablet(town, poll, tablet, choicesOf(poll, { votes: VOTES }))
    }
    for (const { poll } of [mended, spoiled]) await closePolls(town, poll, undefined)
    const { db } = town.house
    // The files are swept after the closing, which puts the guards back.
    await settled(db)
    await takeGuardAway(db)
    const before = await replaceOne(db, mended.poll)
    await isStopped(town, mended.poll, mended.slips)
    await db('envelopes').where({ id: before.id }).update({ sealed: before.sealed, code: before.code })
    await openBox(town, mended.poll, mended.slips)
    await takeGuardAway(db)
    await replaceOne(db, spoiled.poll)
    await isStopped(town, spoiled.poll, spoiled.slips)
    await giveUpBox(town, spoiled.poll)
    await certify(town, mended.poll, mended.poll.candidates.slice(0, 1))
    return async () => {
      const elected = mended.poll.candidates.slice(0, 1)
      const figures = { ballots: 8, blank: 0, votes: VOTES }
      await reconcileElection(town, mended.poll, { after: 'certify', elected, ...figures })
      await reconcileBooth(town, mended.poll, { releases: 8, cast: 8, voided: 0 })
      await reconcileRecord(town, mended.poll)
      await reconcileElection(town, spoiled.poll, { after: 'loseBox', elected: [] })
      const doubts = await db('audit_events').where({ action: 'election.box_doubted' })
      town.journal.reconcile('Stoppede åbninger i loggen', 2, doubts.length)
      await reconcileLog(town)
    }
  },
})

async function pollWith(town: Town, area: Town['places'][number]): Promise<{ poll: Poll; slips: Slips }> {
  const poll = await planAndCall(town, { area, candidates: 2, more: { means: 'booth' } })
  await approve(town, poll)
  return { poll, slips: await lockBox(town, poll) }
}

async function takeGuardAway(db: Db): Promise<void> {
  await db.raw(
    isPostgres(db)
      ? 'alter table envelopes disable trigger user'
      : 'drop trigger if exists envelopes_guarded__envelopes_update',
  )
}

/** What a person with the database alone can do: anybody can seal a ballot to the box's public key. */
async function replaceOne(db: Db, poll: Poll): Promise<EnvelopeRow> {
  const electionId = electionIdOf(poll)
  const envelope = await db('envelopes').where({ election_id: electionId }).orderBy('id').first()
  const key = await findBoxKey(db, electionId)
  if (!envelope || !key) throw new Error('kassen er tom')
  const { candidacyIds, longest } = await ballotOf(db, electionId)
  const forged = { election: electionId, marks: candidacyIds.slice(0, 1), nonce: '', proof: '' }
  const { sealed, code } = sealBallot(forged, Buffer.from(key.public_key, 'hex'), longest)
  await db('envelopes').where({ id: envelope.id }).update({ sealed, code })
  return envelope
}

async function isStopped(town: Town, poll: Poll, slips: Slips): Promise<void> {
  const [official, colleague] = poll.officials
  await step(town, official, 'får at vide, at en stemme er byttet ud, og kan ikke åbne kassen', async () => {
    const [first = '', second = ''] = slips
    const at = `${poll.at}/stemmekasse`
    const button = t('box.opening.button')
    await colleague.send(await colleague.open(at), { slip_1: first }, button)
    const answer = await official.post((await official.open(at)).fill({ slip_1: second }, button))
    await settled(town.house.db)
    // Where the opening takes longer than an answer waits, the next page says what is wrong.
    const page = answer.errors.length > 0 ? answer : await official.open(at)
    expectText(page, t('refusals.box_doubted', { replaced: 1, added: 0, missing: 0 }))
    expectText(page, t('box.doubt.heading'))
    return page.errors.join(' ')
  })
}

async function giveUpBox(town: Town, poll: Poll): Promise<void> {
  const { secretary } = town.cast
  await step(town, secretary, 'skriver ind, at valgbestyrelsen har gjort valget ugyldigt', async () => {
    const form = await secretary.open(`${poll.at}/stemmekasse/tabt`)
    expectText(form, t('box.lost.lead_doubted'))
    const decision = { decided_by: 'Valgbestyrelsen', reason: 'En stemme er byttet ud.', sure: 'ja' }
    const page = await secretary.send(form, decision, t('box.lost.button'))
    expectText(page, t('elections.next.rerun.button'))
  })
}
