import type { Request, Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { incidentCheckPage, incidentPage, incidentsPage } from '../../../../views/office/elections/index.ts'
import * as web from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showPage, withWho } from '../shared.ts'

const incidentForm = fields.form(
  fields.chosenId('candidacy'),
  fields.choice('because', elections.INCIDENT_KINDS),
  fields.optionalChoice('misled', ['ja', 'nej']),
  fields.text('reason', fields.LONGEST.text),
  fields.date('learnt_on', 'past'),
  fields.wholeNumber('known'),
  fields.optionalChoice('sure', ['ja', 'nej']),
)

const answerForm = fields.form(fields.choice('answer', ['signed', 'withdrawn']))
const refusalForm = fields.form(fields.text('reason', fields.LONGEST.text))

/** What happened to a candidate after the first vote. */
export function incidentRoutes(router: Router): void {
  const path = '/kontor/valg/:id/haendelser'
  answerRoutes(router)
  router.get(path, web.requires('elections.read'), web.shows(showIncidents))
  router.post(
    path,
    web.requires('elections.certify'),
    incidentForm,
    async (req: ElectionRequest, res: Response) => {
      const id = electionId(req)
      const again = (shown: web.Shown) => showIncidents(req, res, shown)
      // What was typed is to be mended.
      if (req.typed.sure === 'nej') return again({ values: req.typed })
      if (req.typed.sure !== 'ja') {
        await web.submit(req, res, incidentForm, {
          act: (form) => elections.lookAtIncident(req.db, officialOf(req), id, typedOf(form)),
          again,
          answer: async (look) => {
            const election = await electionOf(req)
            const page = incidentCheckPage(web.readerOf(req), election, look)
            showPage(req, res, 'incidents/incident_check', page)
          },
        })
        return
      }
      await web.submit(req, res, incidentForm, {
        act: (form) => elections.recordIncident(req.db, officialOf(req), id, typedOf(form)),
        again,
        done: () => web.paths.incidents(id),
        notice: 'elections.incidents.done',
      })
    },
  )
}

function typedOf<Form extends { misled?: 'ja' | 'nej' | undefined }>({ misled, ...form }: Form) {
  return { ...form, misled: misled === undefined ? undefined : misled === 'ja' }
}

async function showIncidents(req: ElectionRequest, res: Response, again: web.Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const rows = await elections.readIncidents(req.db, election, web.userOf(req))
  const page = incidentsPage(web.readerOf(req), election, rows)
  showPage(req, res, 'incidents/incidents', await withWho(req, election, page), again)
}

type IncidentRequest = ElectionRequest & Request<{ id: string; incident: string }>

/** Another member of the board signs or says no, and the one who wrote it can withdraw it. */
function answerRoutes(router: Router): void {
  const path = '/kontor/valg/:id/haendelser/:incident'
  const answer = (req: IncidentRequest, form: Parameters<typeof elections.answerIncident>[4]) =>
    elections.answerIncident(req.db, officialOf(req), electionId(req), incidentId(req), form)
  const after = {
    again: showIncident,
    done: (req: IncidentRequest) => web.paths.incidents(electionId(req)),
    notice: (_req: IncidentRequest, given: { answer: string }) => `elections.incident.${given.answer}_notice`,
  }
  router.get(path, web.requires('elections.read'), web.shows(showIncident))
  router.post(path, web.requires('elections.certify'), web.submits(answerForm, { act: answer, ...after }))
  router.post(
    `${path}/nej`,
    web.requires('elections.certify'),
    web.submits(refusalForm, { act: (req, form) => answer(req, { answer: 'refused', ...form }), ...after }),
  )
}

function incidentId(req: IncidentRequest) {
  return web.idFrom('incident', req.params.incident)
}

async function showIncident(req: IncidentRequest, res: Response, again: web.Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const rows = await elections.readIncident(req.db, election, web.userOf(req), incidentId(req))
  const page = incidentPage(web.readerOf(req), election, rows)
  const asking = await withWho(req, election, page, rows.incident.account_id)
  showPage(req, res, 'incidents/incident', asking, again)
}
