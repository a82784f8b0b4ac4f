import { expect } from 'chai'
import { SCENARIOS } from '../../rehearsal/scenarios.ts'
import { anEmptyHouse, aRehearsal } from '../support/rehearsals.ts'

/** What the program must show at the end of each play, besides that the play went as it was meant to. */
const FOUND: Record<string, Record<string, string>> = {
  renewal: { 'På plads': '9', 'Forsinkede trin': '0', 'Medlemskaber, der er afsluttet før tid': '0' },
  'renewal-in-one-go': { 'Planlagte valg': '4', 'Breve sendt på papir': '7' },
  interregnum: { 'Besat den sidste dag': '9', 'Besat den første dag': '4', 'Heraf med en anden grund': '0' },
  'late-renewal': { 'Besatte pladser': '8', 'Trin over fristen': '0' },
  'joint-nomination-disagreement': { Journalnummer: '27.15.00-A08-1-26' },
  'organisation-expires': { 'boligsocial den 2025-08-01': 'ledig', Afgørelsen: 'renew' },
  'place-merger-rejected': { Afgørelsen: 'rejected' },
  'place-closes': { 'Valgets slags': 'by_election', 'Pladser i rådet': '9' },
  'member-leaves': {},
  'leaves-today': { 'Pladsen for Perron 4 den 2026-04-02': 'ledig' },
  'chair-leaves': { 'Punkter om ny formand': '1' },
  'erase-person': { 'Navne på valglister': '0', Valgprotokollen: 'hel' },
}

describe('the dress rehearsals of renewals, nominations, vacancies, places and erasing', () => {
  for (const [name, figures] of Object.entries(FOUND)) {
    it(name, async () => {
      const scenario = SCENARIOS.find((one) => one.name === name)!
      const outcome = await aRehearsal(scenario, await anEmptyHouse())
      const wrong = [...outcome.steps, ...outcome.reconciliation].filter(({ ok }) => !ok)
      expect(wrong).to.deep.equal([])
      expect(outcome.ok).to.equal(true)
      const found = Object.fromEntries(outcome.reconciliation.map((line) => [line.what, line.found]))
      expect(found).to.include({ ...figures, 'Logbogens kæde': 'hel' })
    })
  }
})
