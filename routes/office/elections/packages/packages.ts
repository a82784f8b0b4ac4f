import type { NextFunction, Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import * as electionsPages from '../../../../views/office/elections/index.ts'
import { type Again, idFrom, paths, readerOf, requires, submit } from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'

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
  fields.date('sealed_on'),
  fields.time('sealed_at'),
)

const openingForm = fields.form(
  fields.chosenIds('packages', 'package_number'),
  fields.text('reason', fields.LONGEST.text),
  fields.text('first_opener', fields.LONGEST.name),
  fields.text('second_opener', fields.LONGEST.name),
  fields.date('opened_on'),
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
  router.get('/kontor/valg/:id/pakker', requires('elections.read'), (req: ElectionRequest, res) =>
    showPackages(req, res),
  )
  router.post(
    '/kontor/valg/:id/pakker',
    requires('elections.run'),
    showRows,
    sealingForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom('election', req.params.id)
      await submit(req, res, sealingForm, {
        act: async (form) =>
          elections.sealPackages(req.db, officialOf(req), id, {
            ...form,
            packages: await packagesFrom(req, form),
          }),
        again: (shown) => showPackages(req, res, shown),
        done: () => paths.packages(id),
        notice: 'elections.packages.sealed_notice',
      })
    },
  )
  router.post(
    '/kontor/valg/:id/pakker/brud',
    requires('elections.run'),
    openingForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom('election', req.params.id)
      await submit(req, res, openingForm, {
        act: (form) => elections.openPackages(req.db, officialOf(req), id, form),
        again: (shown) => showPackages(req, res, shown),
        done: () => paths.packages(id),
        notice: 'elections.packages.opened_notice',
      })
    },
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

async function showPackages(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
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
