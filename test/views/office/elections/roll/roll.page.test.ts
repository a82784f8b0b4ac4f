import { expect } from 'chai'
import type { RollLine } from '../../../../../models/elections/roll/lines.ts'
import { rollPage, type RollRows } from '../../../../../views/office/elections/roll/roll.page.ts'
import { rollErasurePage } from '../../../../../views/office/elections/roll/roll_erasure.page.ts'
import { rollPreviewPage } from '../../../../../views/office/elections/roll/roll_preview.page.ts'
import { rollVoterPage } from '../../../../../views/office/elections/roll/roll_voter.page.ts'
import { anElection } from '../../../../support/plain/elections.ts'
import { aReader } from '../../../../support/reader.ts'
import { anId } from '../../../../support/ids.ts'

type Entry = RollRows['entries'][number]

function anEntry(id: string, name: string, note: string | null = null): Entry {
  return { id, election_id: anId(7), name, note, marked: 0 }
}

function rows(given: Partial<RollRows> = {}): RollRows {
  return { count: { entries: 1, marked: 0 }, entries: [], namesTwice: [], erasure: undefined, ...given }
}

describe('the page of the roll', () => {
  it('can be changed before polling, and take one more while people vote', () => {
    const may = (given: Parameters<typeof anElection>[0]) => {
      const { mayChange, mayAdd, mayErase } = rollPage(aReader(), anElection(given), rows())
      return [mayChange, mayAdd, mayErase]
    }
    expect(may({ status: 'listed' })).to.deep.equal([true, true, false])
    expect(may({ status: 'polling' })).to.deep.equal([false, true, false])
    expect(may({ status: 'closed' })).to.deep.equal([false, false, false])
    expect(may({ status: 'final' })).to.deep.equal([false, false, true])
    expect(may({ status: 'listed', roll_kind: 'counted' })).to.deep.equal([true, false, false])
  })

  it('lists names in Danish order, and of one name by the note', () => {
    const entries = [
      anEntry('a', 'Åse Wang'),
      anEntry('b', 'Jens Ærø', 'værelse 2'),
      anEntry('c', 'Jens Ærø', 'værelse 1'),
      anEntry('d', 'Anker Bro'),
    ]
    const { entries: shown } = rollPage(aReader(), anElection(), rows({ entries }))
    expect(shown.map(({ name, note }) => [name, note].join(' ').trim())).to.deep.equal([
      ...['Anker Bro', 'Jens Ærø værelse 1', 'Jens Ærø værelse 2', 'Åse Wang'],
    ])
    expect(shown[3]?.href).to.equal('/kontor/valg/7/valgliste/navne/a')
  })

  it('shows no more names than can be read through', () => {
    const entries = Array.from({ length: 501 }, (_, index) => anEntry(`${index}`, `Navn ${index}`))
    expect(rollPage(aReader(), anElection(), rows({ entries })).entries).to.have.length(500)
  })

  it('tells of names on two rolls to a reader who plans elections', () => {
    const twice = rows({ namesTwice: [{ name: 'Jens Ærø', elections: [{ id: anId(7), area: 'Perron 4' }] }] })
    const names = (as: 'secretary' | 'polling_officer') =>
      rollPage(aReader({ as }), anElection(), twice).twice?.names.map(({ name }) => name)
    expect([names('secretary'), names('polling_officer')]).to.deep.equal([['Jens Ærø'], undefined])
  })

  it('is erased only when there is somebody on it and nobody can complain', () => {
    const may = (status: 'certified' | 'final', entries: number) =>
      rollErasurePage(aReader(), anElection({ status }), { entries, marked: 0 }, undefined).mayErase
    expect([may('certified', 3), may('final', 3), may('final', 0)]).to.deep.equal([false, true, false])
  })

  it('lets a line be changed until polling opens', () => {
    const may = (status: 'listed' | 'polling') =>
      rollVoterPage(aReader(), anElection({ status }), anEntry('a', 'Åse Wang')).mayChange
    expect([may('listed'), may('polling')]).to.deep.equal([true, false])
  })
})

describe('the preview of a roll', () => {
  const lines: RollLine[] = [
    { line: 2, name: 'Anker Bro', note: null, fault: null },
    { line: 3, name: 'Anker Bro', note: 'gæst', fault: 'twice_in_file', sameAs: 2 },
    { line: 4, name: '', note: null, fault: 'looks_like_cpr' },
  ]
  const preview = (some: RollLine[], good: number) =>
    rollPreviewPage(aReader(), anElection(), { lines: some, good, letters: 'utf-8', text: '' })

  it('says of each line what it does, those that do nothing first', () => {
    const { tables, bad, good } = preview(lines, 1)
    expect([bad, good, tables.map(({ id }) => id)]).to.deep.equal([2, 1, ['bad', 'good']])
    expect(tables[0]?.rows[0]).to.have.members([3, 'Anker Bro', 'gæst', tables[0]?.rows[0]?.[3]])
    expect(tables[0]?.rows[0]?.[3]).to.match(/\b2\b/)
  })

  it('shows no line that looks like it holds a CPR number', () => {
    const { t } = aReader()
    expect(preview(lines, 1).tables[0]?.rows[1]?.[1]).to.equal(t('roll.import.not_shown'))
  })

  it('has no empty table', () => {
    expect(preview(lines.slice(0, 1), 1).tables.map(({ id }) => id)).to.deep.equal(['good'])
  })
})
