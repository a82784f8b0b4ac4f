import type { Request, Response, Router } from 'express'
import * as elections from '../../models/elections/index.ts'
import { trialBallot } from '../../views/booth/trial_ballot.ts'
import { paths } from '../web/index.ts'
import { booth, boothOf } from './access.ts'
import { answerStep, NOTHING, showBallot, showTrialEnd } from './show.ts'
import { textOf } from './typed.ts'
import { idleState } from './voting.ts'

/** A ballot with invented names, to try a tablet with before polling. Nothing of it is stored but that it was tried. */
export function trialRoutes(router: Router): void {
  router.get(paths.boothTrial, booth, async (req, res) => {
    if (await leftTrial(req, res)) return
    showBallot(req, res, { ...(await trialOf(req, res)), choice: NOTHING, screen: 0 })
  })
  router.post(paths.boothTrial, booth, async (req, res) => {
    if (await leftTrial(req, res)) return
    answerStep(req, res, await trialOf(req, res))
  })
  router.post(paths.boothTrialEnd, booth, async (req, res) => {
    if (await leftTrial(req, res)) return
    showTrialEnd(req, res)
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
