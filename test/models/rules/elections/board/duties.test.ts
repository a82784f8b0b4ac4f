import { expect } from 'chai'
import {
  type Colleague,
  type DoneSoFar,
  DUTIES,
  type Duty,
  helpFor,
  whoMayDo,
} from '../../../../../models/rules/elections/board/duties.ts'
import { anId } from '../../../../support/ids.ts'

const NOTHING: DoneSoFar = {
  candidates: [],
  counters: [],
  countedThisRoundBy: [],
  differingBy: [],
  certifiedBy: [],
  calls: [],
  signedBy: [],
  writer: undefined,
}

function account(name: string, more: Partial<Colleague> = {}): Colleague {
  const can = { isOnBoard: false, isLocal: false, counts: true, runs: true, plans: false }
  return { id: anId(name.length), person_id: null, name, ...can, ...more }
}

const bo = account('Bo', { isLocal: true })
const lis = account('Lis', { isLocal: true })
const signe = account('Signe', { isOnBoard: true, plans: true })
const vera = account('Vera', { isOnBoard: true, runs: false })
const ruth = account('Revisor', { counts: false, runs: false })
const ALL = [bo, lis, signe, vera, ruth]

function names(duty: Duty, done: Partial<DoneSoFar> = {}, accounts = ALL, asking?: Colleague) {
  return whoMayDo(duty, accounts, { ...NOTHING, ...done }, asking).map(({ name }) => name)
}

describe('Who may act at an election', () => {
  it('by duty, on an evening when nothing is done yet', () => {
    expect(Object.fromEntries(DUTIES.map((duty) => [duty, names(duty)]))).to.deep.equal({
      draw_lot: ['Signe', 'Vera'],
      confirm_lot: [],
      certify: ['Signe', 'Vera'],
      count: ['Bo', 'Lis'],
      keep_count: ['Signe', 'Vera'],
      investigate: ['Signe', 'Vera'],
      sign_findings: ['Signe', 'Vera'],
      reopen_list: ['Signe', 'Vera'],
      record_incident: ['Signe', 'Vera'],
      sign_incident: ['Signe', 'Vera'],
      enter_papers: ['Bo', 'Lis'],
      run: ['Bo', 'Lis'],
      plan: ['Signe'],
    })
  })

  it('never the one who asks, by whatever account', () => {
    expect(names('enter_papers', {}, ALL, bo)).to.deep.equal(['Lis'])
    expect(names('draw_lot', {}, ALL, { ...signe, id: anId(77) })).to.deep.equal(['Vera'])
  })

  it('no candidate, no counter, nobody twice', () => {
    expect(names('certify', { counters: [signe] })).to.deep.equal(['Vera'])
    expect(names('certify', { certifiedBy: [vera] })).to.deep.equal(['Signe'])
    expect(names('sign_findings', { signedBy: [signe] })).to.deep.equal(['Vera'])
    expect(names('keep_count', { differingBy: [vera] })).to.deep.equal(['Signe'])
    expect(names('sign_incident', { writer: signe })).to.deep.equal(['Vera'])
    expect(names('confirm_lot', { calls: [{ account: vera, confirmed: false }] })).to.deep.equal(['Vera'])
    const stands = { candidates: [{ person_id: null, name: 'Vera' }] }
    for (const duty of ['certify', 'keep_count', 'investigate', 'record_incident', 'sign_incident'] as const)
      expect(names(duty, stands), duty).to.deep.equal(['Signe'])
  })

  it('a count is made by those of the place who are not on the board, as far as they are enough', () => {
    expect(names('count', { countedThisRoundBy: [bo] })).to.deep.equal(['Lis'])
    const onBoard = { ...lis, isOnBoard: true }
    expect(names('count', {}, [bo, onBoard, signe, vera])).to.deep.equal(['Bo', 'Lis'])
    const ulla = account('Ulla', { id: anId(50) })
    expect(names('count', {}, [bo, onBoard, ulla, signe])).to.deep.equal(['Bo', 'Ulla'])
    expect(names('count', {}, [bo, signe, vera])).to.deep.equal(['Bo', 'Signe', 'Vera'])
  })

  it('where nobody may, another one is put on the board, or gets an account', () => {
    expect(DUTIES.filter((duty) => helpFor(duty) === 'open_account')).to.deep.equal([
      'count',
      'enter_papers',
      'run',
      'plan',
    ])
    expect(names('certify', { counters: [signe, vera] })).to.deep.equal([])
  })
})
