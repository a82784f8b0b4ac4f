/** The states of an election and the steps between them. What is not in this table cannot happen. */
export const STEPS = {
  planned: ['nominating'],
  nominating: ['listed'],
  listed: ['polling', 'uncontested', 'unfilled'],
  polling: ['closed'],
  // A tablet box whose slips are lost can never be counted.
  closed: ['counted', 'annulled'],
  counted: ['lot_required', 'certified'],
  lot_required: ['counted'],
  uncontested: ['certified'],
  unfilled: ['nominating'],
  // An upheld complaint can ask for the ballots to be counted again.
  certified: ['final', 'annulled', 'closed'],
  final: [],
  annulled: ['rerun'],
  rerun: [],
} as const satisfies Record<string, readonly string[]>

export type ElectionState = keyof typeof STEPS

export const ELECTION_STATES = Object.keys(STEPS) as readonly ElectionState[]

/** Whether an election may go straight from one state to the other. */
export function canMove(from: ElectionState, to: ElectionState): boolean {
  return nextStates(from).includes(to)
}

/** The states that an election in this state can go to next; none when it is over. */
export function nextStates(from: ElectionState): readonly ElectionState[] {
  return STEPS[from]
}

/** The table as a Mermaid state diagram, the one that the README shows. */
export function stateDiagram(): string {
  const steps = ELECTION_STATES.flatMap((from) => nextStates(from).map((to) => `    ${from} --> ${to}`))
  const ends = ELECTION_STATES.filter((state) => nextStates(state).length === 0).map(
    (end) => `    ${end} --> [*]`,
  )
  return ['stateDiagram-v2', '    [*] --> planned', ...steps, ...ends].join('\n')
}
