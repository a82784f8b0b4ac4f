import { fillCouncil } from '../../bin/demo/council.ts'
import { electionDeeds, type ElectionPlan, type Halt } from '../../bin/demo/election.ts'
import { closeList, open } from '../../bin/demo/election_acts.ts'
import { earlierCouncils } from '../../bin/demo/past.ts'
import { byElection, type Plot } from '../../bin/demo/seats.ts'
import { addDays, type IsoDate } from '../../models/core/dates.ts'
import type { BodyId, ElectionId, NominationId } from '../../models/core/ids.ts'
import { listStanding } from '../../models/elections/candidates/candidates.ts'
import { loadCounting } from '../../models/elections/count/rounds.ts'
import { makePairingCode } from '../../models/elections/booth/pairing.ts'
import { releaseBooth } from '../../models/elections/booth/booths.ts'
import { enterCount } from '../../models/elections/count/counting.ts'
import { getElection } from '../../models/elections/elections.ts'
import type { Official } from '../../models/elections/reach.ts'
import { exchangePaper, handOutPaper } from '../../models/elections/polling/tallies.ts'
import { endBody } from '../../models/bodies/ending.ts'
import { listAreas } from '../../models/council/areas.ts'
import { listTermsToRenew, proposeFor, startRenewal, type RenewalForm } from '../../models/renewal/renewal.ts'
import { RENEWAL_STEPS } from '../../models/rules/renewal/renewal.ts'
import type { AreaRow } from '../../models/bodies/tables.ts'
import { translatorFor } from '../../routes/web/i18n.ts'
import { paths } from '../../views/paths.ts'
import { lockedWith } from '../support/builders/booth.ts'
import { anAlbum, type Album } from './support/album.ts'
import { aStage, type Stage } from './support/stage.ts'

const BEGINNING = '2025-08-01'
const TODAY = '2026-03-10' as IsoDate
const POLLING_ON = addDays(TODAY, 10)

const t = translatorFor('da')

/* The pictures of README and docs/vejledning.md, on a fixed day so that they come out the same: `npm run pictures`. */

describe('the pictures of README and of how long things are kept', () => {
  let stage: Stage
  let album: Album
  let plot: Plot

  before(async () => {
    stage = await aStage(BEGINNING)
    album = anAlbum(stage)
    plot = await fillCouncil(stage.house, TODAY)
  })
  after(() => stage.close())

  it('the council, as anybody sees it', async () => {
    const page = await album.visit({}, paths.front)
    await album.keep(page, 'raadet', { height: 960, head: true })
  })

  it('the page where anybody gets what checks a record', async () => {
    const page = await album.visit({}, paths.verifier)
    await album.keep(page, 'efterproev', { height: 900, head: true })
  })

  it('the meeting, on the phone of the chair', async () => {
    const meeting = await stage.house.db('meetings').where({ held_on: TODAY }).first('id')
    const chair = { who: plot.chair.name, phone: true }
    const address = paths.attendance(meeting!.id)
    const page = await album.visit(chair, address)
    const taps = [
      'present',
      'present',
      'present',
      'present',
      'present',
      'present',
      'excused',
      'absent',
    ] as const
    for (const [member, status] of taps.entries()) {
      const button = page.getByRole('button', { name: t(`attendance.status.${status}`) }).nth(member)
      await Promise.all([
        page.waitForResponse((answer) => answer.request().method() === 'POST'),
        button.click(),
      ])
    }
    await album.keep(await album.visit(chair, address), 'fremmoede', { height: 860 })
  })

  it('how long things are kept, in the autumn after the council before has left', async () => {
    stage.house.clock.set('2026-11-20')
    const page = await album.visit({ who: plot.staff.secretary.name }, paths.retention)
    await album.keep(page, 'persondata', { width: 960, height: 1100 })
    stage.house.clock.set(TODAY)
  })
})

describe('the pictures of the guide', () => {
  let stage: Stage
  let album: Album
  let plot: Plot
  let areas: AreaRow[]

  before(async () => {
    stage = await aStage(BEGINNING)
    album = anAlbum(stage)
    areas = (await listAreas(stage.house.db)).filter(({ kind }) => kind === 'place')
    plot = await fillCouncil(stage.house, TODAY, (early) => [
      ...contest(early, 0, POLLING_ON, 'nominating', [12, 17, 5]),
      ...contest(early, 1, addDays(TODAY, -1), 'counted', [11, 11, 4]),
      ...contest(early, 3, addDays(TODAY, -1), 'certified_once', [9, 21, 6]),
    ])
  })
  after(() => stage.close())

  function contest(early: Plot, index: number, pollingOn: IsoDate, halt: Halt, votes: readonly number[]) {
    const area = areas[index]!
    const candidates = votes.map((each) => [early.names.next().value, each] as const)
    const [leaving] = byElection(early, area, pollingOn, 'planned')
    return [leaving!, ...electionDeeds(early, { area, term: early.term, pollingOn, candidates, halt })]
  }

  async function electionAt(index: number): Promise<ElectionId> {
    const area_id = areas[index]!.id
    const row = await stage.house.db('elections').where({ area_id }).orderBy('id', 'desc').first('id')
    return row!.id
  }

  function official(index: number, which: 0 | 1) {
    return plot.staff.at.get(areas[index]!.slug)![which]
  }

  it('what to do, the statutes, a person and a vacant seat', async () => {
    const secretary = { who: plot.staff.secretary.name }
    const member = await stage.house.db('memberships').orderBy('id', 'desc').first('person_id')
    const wide = 960
    await album.keep(await album.visit(secretary, paths.office), 'det-skal-du-goere-nu', {
      width: wide,
      height: 790,
    })
    await album.keep(await album.visit(secretary, paths.statutesRules), 'vedtaegter', {
      width: wide,
      height: 745,
    })
    const person = await album.visit(secretary, paths.person(member!.person_id))
    await album.keep(person, 'person', { height: 1390 })
    const insight = await album.visit(secretary, paths.insight(member!.person_id))
    await album.keep(insight, 'indsigt', { width: wide, height: 1158 })
    await album.keep(await album.visit(secretary, paths.seat('boligsocial')), 'plads', {
      width: wide,
      height: 862,
    })
  })

  it('the accounts and the log', async () => {
    const { administrator, auditor } = plot.staff
    const accounts = await album.visit({ who: administrator.name }, paths.accounts)
    await album.keep(accounts, 'konti', { height: 725 })
    await album.keep(await album.visit({ who: auditor.name }, paths.audit), 'logbog', {
      width: 960,
      height: 610,
    })
  })

  it('the nomination', async () => {
    const asked = await stage.house.db('nominations').where({ status: 'open' }).first('id')
    const page = await album.visit({ who: plot.staff.secretary.name }, paths.nomination(asked!.id))
    await album.keep(page, 'udpegning', { width: 960, height: 760 })
  })

  it('the plan', async () => {
    const page = await album.visit({ who: plot.staff.secretary.name }, paths.newElection)
    await page.locator('[name=polling_on]').fill('21-04-2026')
    await page.getByRole('button', { name: t('elections.plan.propose') }).click()
    await album.keep(page, 'planlaeg', { width: 720, height: 1250 })
  })

  it('the candidates', async () => {
    const page = await album.visit({ who: official(0, 0).name }, paths.candidates(await electionAt(0)))
    await album.keep(page, 'kandidater', { width: 860, height: 760 })
  })

  it('the count, and what the two see when they do not agree', async () => {
    const id = await electionAt(2)
    const page = await album.visit({ who: official(2, 1).name }, paths.count(id))
    for (const [index, number] of ['37', '12', '17'].entries()) {
      await page.locator('main input[inputmode=numeric]').nth(index).fill(number)
    }
    await album.keep(page, 'optaelling', { width: 720, height: 1150 })
    await miscount(id)
    await page.goto(paths.count(id))
    await album.keep(page, 'uenige', { width: 720, height: 590 })
  })

  /** The second counter has a ballot on the wrong pile. */
  async function miscount(id: ElectionId): Promise<void> {
    const { db } = stage.house
    const colleague = official(2, 1)
    const { list_version } = await getElection(db, colleague.user, id)
    const piles = [12, 16, 5]
    const votes = (await listStanding(db, id)).map((candidacy, index) => ({
      candidacy_id: candidacy.id,
      votes: piles[index] ?? 0,
    }))
    const counter = colleague.user.id
    const { round } = await loadCounting(db, id)
    const invalid_ballots = [{ reason: 'recognisable' as const }]
    const papers = { blank: 3, invalid: 1, invalid_ballots, ballots_in_box: 37 }
    await enterCount(db, colleague, id, { votes, ...papers, counter, list_version, round })
  }

  it('the lot', async () => {
    const page = await album.visit({ who: plot.staff.secretary.name }, paths.lot(await electionAt(1)))
    await album.keep(page, 'lodtraekning', { width: 720, height: 1050 })
  })

  it('the certification, the result, and what the board looks into', async () => {
    const id = await electionAt(3)
    const chair = { who: plot.chair.name }
    await album.keep(await album.visit(chair, paths.investigation(id)), 'undersoegelse', {
      width: 720,
      height: 800,
    })
    const page = await album.visit(chair, paths.certification(id))
    await album.keep(page, 'godkendelse', { width: 720, height: 1410 })
    await page.getByRole('button', { name: t('elections.certification.button') }).click()
    await album.keep(await album.visit(chair, paths.result(id)), 'resultat', { width: 960, height: 1075 })
  })

  it('the polling, on a phone', async () => {
    const { db, clock } = stage.house
    const id = await electionAt(0)
    const { user, name } = official(0, 0)
    const none: ElectionPlan['candidates'] = []
    const plan = {
      area: areas[0]!,
      term: plot.term,
      pollingOn: POLLING_ON,
      candidates: none,
      halt: 'polling',
    } as const
    clock.set(addDays(POLLING_ON, -7))
    await closeList(plot, plan, await getElection(db, user, id))
    await use(id, 'both')
    await album.keep(await album.visit({ who: name }, paths.boxKey(id)), 'noegle', {
      width: 720,
      height: 1100,
    })
    const by = { accountId: user.id, name, clock, keys: stage.house.keys, user }
    const holders = [plot.staff.secretary, { ...by, ...official(0, 1) }, by]
    const takers = holders.map((one) => ({ by: one, holder: { account: one.user.id } }))
    await lockedWith(db, id, by, takers)
    await album.keep(await album.visit({ who: name }, paths.readiness(id)), 'klar', {
      width: 720,
      height: 820,
    })
    await use(id, 'paper')
    clock.set(`${POLLING_ON}T11:00:00Z`)
    await open(plot, plan, await getElection(db, user, id))
    for (let n = 0; n < 12; n += 1) await handOutPaper(db, by, id)
    await exchangePaper(db, by, id)
    const page = await album.visit({ who: name, phone: true }, paths.polling(id))
    await album.keep(page, 'afstemning', { height: 970 })
    await use(id, 'both')
    await ballotOnTablet(by, id)
  })

  async function use(id: ElectionId, means: 'paper' | 'both'): Promise<void> {
    await stage.house.db('elections').where({ id }).update({ means })
  }

  async function ballotOnTablet(by: Official, id: ElectionId): Promise<void> {
    const { db } = stage.house
    const tablet = await stage.window({ width: 1024, height: 768 })
    await tablet.goto(paths.boothPairing)
    await tablet.getByLabel('Kode').fill(await makePairingCode(db, by, id))
    await tablet.getByRole('button', { name: t('booth.pairing.button') }).click()
    await tablet.waitForSelector('[data-screen=waiting]')
    const booth = await db('booths').where({ election_id: id }).first()
    await releaseBooth(db, by, id, booth!.id, { releases: booth!.releases })
    await tablet.waitForSelector('[data-screen=ballot]')
    await album.keep(tablet, 'stemmeboks', { height: 768 })
  }
})

describe('the pictures of a change of council', () => {
  let stage: Stage
  let album: Album
  let plot: Plot

  before(async () => {
    stage = await aStage(BEGINNING)
    album = anAlbum(stage)
    plot = await fillCouncil(stage.house, TODAY)
  })
  after(() => stage.close())

  it('the board of the renewal, a letter, and a decision about a seat', async () => {
    const { db, clock, keys } = stage.house
    const secretary = { who: plot.staff.secretary.name }
    const by = { accountId: null, name: plot.staff.secretary.name, clock, keys }
    const term = (await listTermsToRenew(db, TODAY)).find(({ starts_on }) => starts_on <= TODAY)
    const days = await proposeFor(db, term!, addDays(term!.municipal_election_on, -100))
    const owners = Object.fromEntries(
      RENEWAL_STEPS.map((kind) => [kind, t(`renewal.owner.${kind}`)]),
    ) as RenewalForm['owners']
    const { years } = await startRenewal(db, by, { ...term!, days, owners })
    await album.keep(await album.visit(secretary, paths.renewal(years)), 'fornyelse', { height: 1000 })
    const asked = await db('nomination_bodies')
      .join('nominations', 'nominations.id', 'nomination_id')
      .where({ status: 'open' })
      .first<{ nomination_id: NominationId; body_id: BodyId }>('nomination_id', 'nomination_bodies.body_id')
    const letter = paths.letter(asked.nomination_id, 'anmodning', asked.body_id)
    await album.keep(await album.visit(secretary, letter), 'brev', { width: 960, height: 760 })
    const place = await db('bodies').where({ slug: 'cafe-rusfri' }).first('id')
    const into = await db('bodies').where({ slug: 'perron-4' }).first('id')
    await endBody(db, by, 'cafe-rusfri', {
      ...{ kind: 'merged', effective_on: addDays(TODAY, 200), into_id: into!.id },
      ...{ decided_by: 'Byrådet', decided_on: TODAY, reason: 'Efter høringen' },
    })
    const decision = `${paths.seatDecision('cafe-rusfri')}?organisation=${place!.id}`
    await album.keep(await album.visit(secretary, decision), 'afgoerelse', { width: 960, height: 760 })
  })
})

describe("the pictures of the council's history", () => {
  let stage: Stage
  let album: Album

  before(async () => {
    stage = await aStage(BEGINNING)
    album = anAlbum(stage)
    await fillCouncil(stage.house, TODAY, earlierCouncils)
  })
  after(() => stage.close())

  it('the council over time, and what is otherwise on one of two days', async () => {
    await album.keep(await album.visit({}, paths.publicTimeline), 'tidslinje', { height: 1300 })
    const differences = await album.visit({}, `${paths.publicDifferences}?fra=2018-06-01&til=2020-07-01`)
    await album.keep(differences, 'forskelle', { height: 1240 })
  })
})
