import type { Request, Response, Router } from 'express'
import * as elections from '../../models/elections/index.ts'
import { type Db, type ElectionId, NotFound, Refused } from '../../models/core/index.ts'
import { idFrom, paths } from '../web/index.ts'
import { booth, boothOf, boothToken, tokenOf } from './access.ts'
import * as screens from './show.ts'
import { choiceOf, textOf } from './typed.ts'
import { trialBallot } from '../../views/booth/trial_ballot.ts'

/** The choice is carried in the form, and stored nowhere before it is sealed. */
export function votingRoutes(router: Router): void {
  router.get(paths.boothDoor, booth, async (req, res) => {
    const { id, number, election_id } = boothOf(res)
    const release = await elections.showRelease(req.db, { id })
    if (release === undefined) {
      await elections.noteAnswer(req.db, { id, election_id }, req.clock)
      screens.showWaiting(req, res, { number, state: await idleState(req.db, election_id) })
      return
    }
    const ballot = await elections.ballotOf(req.db, election_id)
    screens.showBallot(req, res, { ballot, release, choice: screens.NOTHING, screen: 0 })
  })

  router.post(paths.boothBallot, booth, async (req, res) => {
    const { release } = showingOf(req)
    const outcome = elections.outcomeAt(boothOf(res), release)
    if (outcome !== 'open') {
      screens.showOutcome(req, res, outcome)
      return
    }
    const ballot = await elections.ballotOf(req.db, boothOf(res).election_id)
    screens.answerStep(req, res, { ballot, release })
  })

  router.post(paths.boothCast, boothToken, async (req, res) => {
    const showing = showingOf(req)
    try {
      const code = await elections.castBallot(req.db, req.house.keys, showing, choiceOf(req))
      if (code === undefined) screens.showOutcome(req, res, await elections.outcomeOf(req.db, showing))
      else screens.showThanks(req, res, elections.shortCode(code))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      await showAgain(req, res, showing, error)
    }
  })

  router.post(paths.boothGivenUp, boothToken, async (req, res) => {
    await elections.giveUp(req.db, showingOf(req))
    res.redirect(303, paths.boothDoor)
  })

  router.post(paths.boothStatus, booth, async (req, res) => {
    const { state, election_id } = boothOf(res)
    const { release } = showingOf(req)
    res.set('Cache-Control', 'no-store').json({
      ready: state !== 'idle',
      over: state === 'idle' && (await idleState(req.db, election_id)) !== 'waiting',
      outcome: release === '' ? null : elections.outcomeAt(boothOf(res), release),
    })
  })

  router.get('/stemmeboks/foto/:candidacy', booth, async (req: Request<{ candidacy: string }>, res) => {
    const jpeg = await elections.findPhotoOnBallot(
      req.db,
      boothOf(res).election_id,
      idFrom('candidacy', req.params.candidacy),
    )
    if (!jpeg) throw new NotFound('photo')
    res.set('Cache-Control', 'private, max-age=86400').type('jpeg').send(jpeg)
  })
}

/** What a tablet waits for. */
async function idleState(db: Db, electionId: ElectionId): Promise<'waiting' | 'early' | 'over'> {
  const status = await elections.electionStatus(db, electionId)
  if (status === undefined) return 'over'
  const { takesVotes, beforePolling } = elections.facts(status)
  return takesVotes ? 'waiting' : beforePolling ? 'early' : 'over'
}

function showingOf(req: Request): elections.Showing {
  return { token: tokenOf(req), release: textOf(req.typed.release) }
}

/** Marks that cannot be cast leave the release as it was. */
async function showAgain(
  req: Request,
  res: Response,
  showing: elections.Showing,
  refused: Refused,
): Promise<void> {
  const found = await elections.findBooth(req.db, showing.token)
  if (!found) throw new NotFound('booth')
  const outcome = elections.outcomeAt(found, showing.release)
  if (outcome !== 'open') {
    screens.showOutcome(req, res, outcome)
    return
  }
  const ballot = await elections.ballotOf(req.db, found.election_id)
  screens.showBallot(req, res, {
    ballot,
    release: showing.release,
    choice: screens.NOTHING,
    screen: 0,
    refused,
  })
}

/** A ballot with invented names, to try a tablet with before polling. Nothing of it is stored but that it was tried. */
export function trialRoutes(router: Router): void {
  router.get(paths.boothTrial, booth, async (req, res) => {
    if (await leftTrial(req, res)) return
    screens.showBallot(req, res, { ...(await trialOf(req, res)), choice: screens.NOTHING, screen: 0 })
  })
  router.post(paths.boothTrial, booth, async (req, res) => {
    if (await leftTrial(req, res)) return
    screens.answerStep(req, res, await trialOf(req, res))
  })
  router.post(paths.boothTrialEnd, booth, async (req, res) => {
    if (await leftTrial(req, res)) return
    screens.showTrialEnd(req, res)
  })
  router.post(paths.boothTried, booth, async (req, res) => {
    await elections.noteTrial(req.db, boothOf(res), req.clock)
    res.redirect(303, paths.boothDoor)
  })
  router.post(paths.boothReport, booth, async (req, res) => {
    await elections.noteAnswer(req.db, boothOf(res), req.clock, reportOf(req))
    res.sendStatus(204)
  })
}

/** Once polls are open the tablet is for voters: nobody may take a trial for a ballot. */
async function leftTrial(req: Request, res: Response): Promise<boolean> {
  if ((await idleState(req.db, boothOf(res).election_id)) === 'early') return false
  res.redirect(303, paths.boothDoor)
  return true
}

async function trialOf(req: Request, res: Response) {
  const ballot = await elections.ballotOf(req.db, boothOf(res).election_id)
  return { ballot: trialBallot(req.t, ballot), release: '', trial: true }
}

/** What cannot be read counts as not told. */
function reportOf({ typed }: Request): elections.BoothReport {
  const clock = figureIn(typed.clock, 15)
  const battery = figureIn(typed.battery, 3)
  return {
    ...(clock !== undefined && { clock }),
    ...(battery !== undefined && battery <= 100 && { battery, charging: typed.charging === '1' }),
  }
}

function figureIn(typed: string | string[] | undefined, longest: number): number | undefined {
  const text = textOf(typed)
  return /^\d+$/.test(text) && text.length <= longest ? Number(text) : undefined
}
