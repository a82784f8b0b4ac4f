import { isoDate } from '../../../models/core/dates.ts'
import type { BoothPanel, PanelBooth } from '../../../models/elections/booth/panel.ts'
import type { PollingOpeningRow } from '../../../models/elections/polling/tables.ts'
import type { TableFigures } from '../../../models/elections/polling/tallies.ts'
import { anId } from '../ids.ts'

export function theFigures(given: Partial<TableFigures> = {}): TableFigures {
  return { open: 1, handed_out: 0, exchanged: 0, not_returned: 0, marked: 0, cast: 0, voted: 0, ...given }
}

export function anOpening(given: Partial<PollingOpeningRow> = {}): PollingOpeningRow {
  return {
    id: anId(1),
    election_id: anId(7),
    list_version: 1,
    opened_at: '11.00',
    first_witness: 'Signe Holm',
    second_witness: 'Dagmar Lind',
    recorded_by: 'Signe Holm',
    recorded_on: isoDate('2026-03-10'),
    ...given,
  }
}

export function aPanel(booth: Partial<PanelBooth> = {}, given: Partial<BoothPanel> = {}): BoothPanel {
  const one: PanelBooth = { id: anId(1), number: 1, state: 'idle', releases: 0, cast: 0, voided: 0, ...booth }
  return { electionId: anId(7), mayRelease: true, booths: [one], releases: 0, cast: 0, voided: 0, ...given }
}
