import type { Response, Router } from 'express'
import { recordFrom } from '../../../../models/core/index.ts'
import * as elections from '../../../../models/elections/index.ts'
import { differencePage } from '../../../../views/office/elections/index.ts'
import { paths, readerOf, requires, type Shown, shows, submits, userOf } from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showPage, withWho } from '../shared.ts'

const checkForm = fields.form(
  fields.wholeNumber('round'),
  fields.dependent(() =>
    fields.form(...elections.EXPLANATIONS.map((one) => fields.choice(`found_${one}`, ['no', 'yes']))),
  ),
  fields.optionalText('note', fields.LONGEST.text),
)

const keepForm = fields.form(
  fields.wholeNumber('round'),
  fields.chosenId('counter', 'account'),
  fields.text('reason', fields.LONGEST.text),
)

/** Why two counts differ, and whether one of them is kept. */
export function differenceRoutes(router: Router): void {
  const path = '/kontor/valg/:id/optaelling/forskel'
  router.get(path, requires('elections.read'), shows(showDifference))
  router.post(
    path,
    requires('elections.count'),
    submits(checkForm, {
      act: (req, typed) =>
        elections.checkDifference(req.db, officialOf(req), electionId(req), checkFrom(typed)),
      again: showDifference,
      done: (req) => paths.difference(electionId(req)),
      notice: 'elections.difference.saved',
    }),
  )
  router.post(
    `${path}/behold`,
    requires('elections.certify'),
    submits(keepForm, {
      act: (req, typed) => elections.keepCount(req.db, officialOf(req), electionId(req), typed),
      again: showDifference,
      done: (req) => paths.count(electionId(req)),
      notice: 'elections.difference.kept',
    }),
  )
}

function checkFrom({ round, note, ...found }: fields.FormOf<typeof checkForm>) {
  const answers = recordFrom(elections.EXPLANATIONS, (one) => found[`found_${one}`] === 'yes')
  return { round, note, answers }
}

async function showDifference(req: ElectionRequest, res: Response, again: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const counting = await elections.loadCounting(req.db, election.id)
  const rows = {
    counting,
    standing: await elections.listStanding(req.db, election.id),
    mayKeep:
      counting.differing.length > 0 &&
      (await elections.checkKeeper(req.db, userOf(req), election, counting)).ok,
  }
  const page = differencePage(readerOf(req), election, rows)
  showPage(req, res, 'count/difference', await withWho(req, election, page), again)
}
