import type { Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { incidentCheckPage, incidentsPage } from '../../../../views/office/elections/index.ts'
import { type Again, idFrom, paths, readerOf, requires, submit, userOf } from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { electionOf, type ElectionRequest, officialOf, showPage } from '../shared.ts'

const incidentForm = fields.form(
  fields.chosenId('candidacy'),
  fields.choice('because', elections.INCIDENT_KINDS),
  fields.optionalChoice('misled', ['ja', 'nej']),
  fields.text('reason', fields.LONGEST.text),
  fields.date('learnt_on'),
  fields.wholeNumber('known'),
  fields.optionalChoice('sure', ['ja']),
)

/** What happened to a candidate after the first vote. */
export function incidentRoutes(router: Router): void {
  const path = '/kontor/valg/:id/haendelser'
  router.get(path, requires('elections.read'), (req: ElectionRequest, res) => showIncidents(req, res))
  router.post(
    path,
    requires('elections.certify'),
    incidentForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom('election', req.params.id)
      const again = (shown: Again) => showIncidents(req, res, shown)
      if (req.typed.sure !== 'ja') {
        await submit(req, res, incidentForm, {
          act: (form) => elections.lookAtIncident(req.db, officialOf(req), id, typedOf(form)),
          again,
          answer: async (look) => {
            const election = await electionOf(req)
            showPage(req, res, 'incidents/incident_check', incidentCheckPage(readerOf(req), election, look))
          },
        })
        return
      }
      await submit(req, res, incidentForm, {
        act: (form) => elections.recordIncident(req.db, officialOf(req), id, typedOf(form)),
        again,
        done: () => paths.incidents(id),
        notice: 'elections.incidents.done',
      })
    },
  )
}

function typedOf<Form extends { misled?: 'ja' | 'nej' | undefined }>({ misled, ...form }: Form) {
  return { ...form, misled: misled === undefined ? undefined : misled === 'ja' }
}

async function showIncidents(req: ElectionRequest, res: Response, again: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const rows = {
    candidates: await elections.listStanding(req.db, election.id),
    incidents: await elections.listIncidents(req.db, election.id),
    may: await elections.mayRecordIncident(req.db, election, userOf(req)),
  }
  showPage(req, res, 'incidents/incidents', incidentsPage(readerOf(req), election, rows), again)
}
