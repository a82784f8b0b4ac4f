import { reconcileLog } from '../../kit/council.ts'
import { step, t } from '../renewal/first_council/plot.ts'
import { approve, planAndCall } from './before.ts'
import { lockBox, openBox, pairTablet, release, choose, voteOnTablet } from './booth.ts'
import { shareOut } from './contest.ts'
import { certify, finish } from './counting.ts'
import { closePolls, openPolls } from './polling.ts'
import { reconcileBooth, reconcileElection, reconcileRecord } from './reconciliation.ts'
import { electionScenario } from './town.ts'
import { choicesOf } from './turnout.ts'

export const boothElection = electionScenario({
  name: 'booth-election',
  description: 'Et valg på tablet: låst kasse, frigivelser, nøglesedler og optælling',
  play: async (town) => {
    const { voters = 24 } = town.wishes
    const votes = shareOut(Math.max(voters - 1, 4), [12, 7, 4])
    const poll = await planAndCall(town, { candidates: 3, more: { means: 'booth' } })
    await approve(town, poll)
    const slips = await lockBox(town, poll)
    await openPolls(town, poll)
    const tablet = await pairTablet(town, poll)
    await voteOnTablet(town, poll, tablet, choicesOf(poll, { votes, blank: 1 }))
    await closePolls(town, poll, undefined)
    await openBox(town, poll, slips)
    const elected = poll.candidates.slice(0, 1)
    await certify(town, poll, elected)
    await finish(town, poll)
    return async () => {
      const ballots = votes.reduce((sum, one) => sum + one, 1)
      await reconcileElection(town, poll, {
        after: 'makeFinal',
        elected,
        ballots,
        blank: 1,
        invalid: 0,
        votes,
      })
      await reconcileBooth(town, poll, { releases: ballots, cast: ballots, voided: 0 })
      await reconcileRecord(town, poll)
      await reconcileLog(town)
    }
  },
})

export const boothWalkAway = electionScenario({
  name: 'booth-walk-away',
  description: 'En vælger går fra tabletten: stemmen tages tilbage og gives igen',
  play: async (town) => {
    const poll = await planAndCall(town, { candidates: 2, more: { means: 'booth' } })
    const [official] = poll.officials
    await approve(town, poll)
    const slips = await lockBox(town, poll)
    await openPolls(town, poll)
    const tablet = await pairTablet(town, poll)
    await voteOnTablet(town, poll, tablet, choicesOf(poll, { votes: [3, 2] }))
    const [first = '', second = ''] = poll.candidates
    await release(poll)
    const left = await choose(tablet, second)
    await step(town, official, 'ser, at vælgeren er gået, og tager stemmen tilbage', async () => {
      const page = await official.open(`${poll.at}/afstemning`)
      await official.send(
        page,
        {},
        `${t('booths.panel.take_back')} ${t('booths.panel.about', { number: 1 })}`,
      )
    })
    await step(
      town,
      tablet,
      'lægger ikke stemmen i kassen, når nogen trykker på den forladte skærm',
      async () => {
        const answer = await tablet.post(left.fill({}, t('booth.confirm.yes')))
        if (answer.text.includes(t('booth.thanks.title'))) throw new Error('stemmen blev lagt i kassen')
        return answer.heading
      },
    )
    await voteOnTablet(town, poll, tablet, [first])
    await closePolls(town, poll, undefined)
    await openBox(town, poll, slips)
    await certify(town, poll, [first])
    return async () => {
      const figures = { ballots: 6, blank: 0, invalid: 0, votes: [4, 2] }
      await reconcileElection(town, poll, { after: 'certify', elected: [first], ...figures })
      await reconcileBooth(town, poll, { releases: 7, cast: 6, voided: 1 })
      await reconcileLog(town)
    }
  },
})
