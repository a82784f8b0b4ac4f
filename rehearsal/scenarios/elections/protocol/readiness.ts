import { addDays } from '../../../../models/core/dates.ts'
import { listPrints, printedCopies } from '../../../../models/elections/polling/prints.ts'
import { getAnyElection } from '../../../../models/elections/elections.ts'
import { isTickedOff } from '../../../../models/elections/readiness/ticks.ts'
import { paths } from '../../../../views/paths.ts'
import { reconcileLog } from '../../../kit/council.ts'
import { expectText, nextDay, step, t } from '../../renewal/first_council/plot.ts'
import { approve, planAndCall } from '../before.ts'
import { ballotsIn, type Box, type Poll } from '../contest.ts'
import { certify, countTwice, finish } from '../counting.ts'
import { closePolls, handOut, openPolls } from '../polling.ts'
import { electionIdOf, reconcileElection, reconcileRecord } from '../reconciliation.ts'
import { electionScenario, type Town } from '../town.ts'

const BOX: Box = { votes: [14, 10, 5], blank: 2 }
const PRINTED = 30
/** There are thirty-one voters: more papers are printed, of which one jams. */
const MORE = 12
const JAMMED = 1

export const readiness = electionScenario({
  name: 'readiness',
  description: 'Dagen før ses alt efter, og da sedlerne slipper op, printes der flere, som tælles med',
  play: async (town) => {
    const poll = await planAndCall(town, { candidates: 3 })
    await approve(town, poll)
    nextDay(town, addDays(poll.pollingOn, -1), 'Dagen før valget')
    await lookWhatIsMissing(town, poll)
    await printAndCount(town, poll)
    await tickAll(town, poll)
    await openPolls(town, poll)
    await printMore(town, poll)
    await takeOff(town, poll)
    await handOut(town, poll, BOX)
    await closePolls(town, poll, BOX, { unused: PRINTED + MORE - JAMMED - ballotsIn(BOX) })
    await countTwice(town, poll, BOX)
    const elected = poll.candidates.slice(0, 1)
    await certify(town, poll, elected)
    await finish(town, poll)
    return async () => {
      const figures = { ballots: ballotsIn(BOX), blank: 2, invalid: 0, votes: BOX.votes }
      await reconcileElection(town, poll, { after: 'makeFinal', elected, ...figures })
      await reconcileRecord(town, poll)
      await reconcilePapers(town, poll)
      await reconcileLog(town)
    }
  },
})

async function lookWhatIsMissing(town: Town, poll: Poll): Promise<void> {
  const [official] = poll.officials
  await step(town, official, 'ser, hvad der mangler til valgdagen', async () => {
    expectText(await official.open(paths.office), t('tasks.election_prepare.text', { area: poll.area.name }))
    const page = await official.open(paths.readiness(electionIdOf(poll)))
    expectText(page, t('elections.readiness.seen.printed.none'))
    expectText(page, t('elections.readiness.seen.backup.untold'))
    return page.texts('main [data-ready="not_ready"] strong').join(', ')
  })
}

async function printAndCount(town: Town, poll: Poll): Promise<void> {
  const [official] = poll.officials
  await step(town, official, `trykker og tæller ${PRINTED} stemmesedler`, async () => {
    const form = await official.open(paths.electionPapers(electionIdOf(poll)))
    await official.send(form, { copies: `${PRINTED}` }, t('papers_page.prints.button'))
  })
}

/** Each list of the page is a form of its own. */
async function tickAll(town: Town, poll: Poll): Promise<void> {
  const [official] = poll.officials
  const at = paths.readiness(electionIdOf(poll))
  await step(town, official, 'ser resten efter og sætter hak', async () => {
    const buttons = (await official.open(at)).texts('main form button')
    for (const [list, button] of buttons.entries()) {
      const page = await official.open(at)
      const field = `ticks_${list}`
      await official.send(page, { [field]: page.attributes(`main [name=${field}]`, 'value') }, button)
    }
    const page = await official.open(at)
    expectText(page, t('elections.readiness.nothing_missing'))
    return `${page.attributes('main input[type=checkbox][checked]', 'value').length} hak`
  })
}

async function printMore(town: Town, poll: Poll): Promise<void> {
  const [official] = poll.officials
  await step(town, official, `printer ${MORE} sedler mere, mens der stemmes`, async () => {
    const page = await official.open(paths.morePapers(electionIdOf(poll)))
    const form = page.fill({ sheets: `${MORE}`, per_sheet: '1' }, t('elections.more.button'))
    const file = await official.download(form)
    if (file.subarray(0, 5).toString() !== '%PDF-') throw new Error('der kom ingen sedler')
    const again = await official.post(form)
    expectText(again, 'er allerede lavet og talt med')
    return `${file.length} byte, og én gang`
  })
}

async function takeOff(town: Town, poll: Poll): Promise<void> {
  const [official] = poll.officials
  await step(town, official, 'trækker en seddel fra, der sad fast i printeren', async () => {
    const page = await official.open(paths.morePapers(electionIdOf(poll)))
    const off = { copies: `${JAMMED}`, reason: 'Den sad fast i printeren og er revet over.' }
    await official.send(page, off, t('elections.more.off_button'))
  })
}

async function reconcilePapers({ house, journal }: Town, poll: Poll): Promise<void> {
  const election = await getAnyElection(house.db, electionIdOf(poll))
  const printed = await printedCopies(house.db, election)
  journal.reconcile('Printede sedler i bogen', PRINTED + MORE - JAMMED, printed)
  const batches = (await listPrints(house.db, election.id)).filter(({ batch }) => batch !== null)
  journal.reconcile('Portioner, mens der blev stemt', 1, batches.length)
  const ready = await isTickedOff(house.db, election)
  journal.reconcile('Alt var set efter', 'ja', ready ? 'ja' : 'nej')
}
