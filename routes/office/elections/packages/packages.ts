import type { NextFunction, Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import * as electionsPages from '../../../../views/office/elections/index.ts'
import { paths, readerOf, requires, type Shown, shows, submits } from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showPage } from '../shared.ts'

const sealingForm = fields.form(
  fields.dependent(async (req: ElectionRequest) => {
    const { open } = await elections.loadMaterial(req.db, await electionOf(req))
    return fields.form(
      ...open.flatMap((pile) =>
        electionsPages.packageRows(pile, req.typed).map((row) => packageFields(pile, row)),
      ),
    )
  }),
  fields.optionalText('difference_reason', fields.LONGEST.text),
  fields.text('first_sealer', fields.LONGEST.name),
  fields.text('second_sealer', fields.LONGEST.name),
  fields.date('sealed_on', 'past'),
  fields.time('sealed_at'),
)

const openingForm = fields.form(
  fields.chosenIds('packages', 'package_number'),
  fields.text('reason', fields.LONGEST.text),
  fields.text('first_opener', fields.LONGEST.name),
  fields.text('second_opener', fields.LONGEST.name),
  fields.date('opened_on', 'past'),
  fields.time('opened_at'),
)

function packageFields(pile: elections.Pile, row: number) {
  return fields.dependent(() =>
    fields.form(
      fields.wholeNumber(electionsPages.piecesField(pile, row)),
      fields.optionalText(electionsPages.sealField(pile, row), fields.LONGEST.name),
    ),
  )
}

export function packageRoutes(router: Router): void {
  router.get('/kontor/valg/:id/pakker', requires('elections.read'), shows(showPackages))
  router.post(
    '/kontor/valg/:id/pakker',
    requires('elections.run'),
    showRows,
    submits(sealingForm, {
      act: async (req, form) =>
        elections.sealPackages(req.db, officialOf(req), electionId(req), {
          ...form,
          packages: await packagesFrom(req, form),
        }),
      again: showPackages,
      done: (req) => paths.packages(electionId(req)),
      notice: 'elections.packages.sealed_notice',
    }),
  )
  router.post(
    '/kontor/valg/:id/pakker/brud',
    requires('elections.run'),
    submits(openingForm, {
      act: (req, form) => elections.openPackages(req.db, officialOf(req), electionId(req), form),
      again: showPackages,
      done: (req) => paths.packages(electionId(req)),
      notice: 'elections.packages.opened_notice',
    }),
  )
}

/** Shows a field for each package as typed, and stores nothing. */
async function showRows(req: ElectionRequest, res: Response, next: NextFunction): Promise<void> {
  if (req.typed.rows === undefined) {
    next()
    return
  }
  await showPackages(req, res, { status: 200, errors: [], values: req.typed })
}

async function packagesFrom(
  req: ElectionRequest,
  form: fields.FormOf<typeof sealingForm>,
): Promise<elections.EnteredPackage[]> {
  const { open } = await elections.loadMaterial(req.db, await electionOf(req))
  return open.flatMap((pile) =>
    electionsPages.packageRows(pile, req.typed).map((row) => {
      const field = electionsPages.piecesField(pile, row)
      const seal_number = form[electionsPages.sealField(pile, row)]?.trim() || null
      return { kind: pile.kind, candidacy_id: pile.candidacy_id, pieces: form[field], seal_number, field }
    }),
  )
}

async function showPackages(req: ElectionRequest, res: Response, shown: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const rows = {
    material: await elections.loadMaterial(req.db, election),
    standing: await elections.listStanding(req.db, election.id),
    board: await elections.listBoard(req.db, election.id),
    isDestroyed: (await elections.findDestruction(req.db, election.id)) !== undefined,
    time: req.clock.time(),
  }
  const page = electionsPages.packagesPage(readerOf(req), election, rows, shown.values)
  showPage(req, res, 'packages/packages', page, shown)
}
