import type { Request, Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { incidentCheckPage, incidentPage, incidentsPage } from '../../../../views/office/elections/index.ts'
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
  fields.optionalChoice('sure', ['ja', 'nej']),
)

const answerForm = fields.form(fields.choice('answer', ['signed', 'withdrawn']))
const refusalForm = fields.form(fields.text('reason', fields.LONGEST.text))

/** What happened to a candidate after the first vote. */
export function incidentRoutes(router: Router): void {
  const path = '/kontor/valg/:id/haendelser'
  answerRoutes(router)
  router.get(path, requires('elections.read'), (req: ElectionRequest, res) => showIncidents(req, res))
  router.post(
    path,
    requires('elections.certify'),
    incidentForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom('election', req.params.id)
      const again = (shown: Partial<Again>) => showIncidents(req, res, shown)
      // What was typed is to be mended.
      if (req.typed.sure === 'nej') return again({ values: req.typed })
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
  const rows = await elections.readIncidents(req.db, election, userOf(req))
  showPage(req, res, 'incidents/incidents', incidentsPage(readerOf(req), election, rows), again)
}

type IncidentRequest = ElectionRequest & Request<{ id: string; incident: string }>

/** Another member of the board signs or says no, and the one who wrote it can withdraw it. */
function answerRoutes(router: Router): void {
  const path = '/kontor/valg/:id/haendelser/:incident'
  const submissionOf = (req: IncidentRequest, res: Response) => {
    const ids = [idFrom('election', req.params.id), idFrom('incident', req.params.incident)] as const
    return {
      act: (form: Parameters<typeof elections.answerIncident>[4]) =>
        elections.answerIncident(req.db, officialOf(req), ...ids, form),
      again: (shown: Again) => showIncident(req, res, shown),
      done: () => paths.incidents(ids[0]),
      notice: ({ answer }: { answer: string }) => `elections.incident.${answer}_notice`,
    }
  }
  router.get(path, requires('elections.read'), (req: IncidentRequest, res) => showIncident(req, res))
  router.post(
    path,
    requires('elections.certify'),
    answerForm,
    async (req: IncidentRequest, res: Response) => {
      await submit(req, res, answerForm, submissionOf(req, res))
    },
  )
  router.post(
    `${path}/nej`,
    requires('elections.certify'),
    refusalForm,
    async (req: IncidentRequest, res: Response) => {
      const { act, ...submission } = submissionOf(req, res)
      await submit(req, res, refusalForm, {
        ...submission,
        act: (form) => act({ answer: 'refused', ...form }),
      })
    },
  )
}

async function showIncident(req: IncidentRequest, res: Response, again: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const id = idFrom('incident', req.params.incident)
  const rows = await elections.readIncident(req.db, election, userOf(req), id)
  showPage(req, res, 'incidents/incident', incidentPage(readerOf(req), election, rows), again)
}
