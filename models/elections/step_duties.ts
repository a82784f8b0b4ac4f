import type { Duty } from '../rules/elections/board/duties.ts'
import type { StepKind } from './next_step.ts'

/** Whose step it is; null where there is nothing to do but to wait. */
export const DUTY_OF_STEP: Readonly<Record<StepKind, Duty | null>> = {
  call: 'plan',
  stand: 'run',
  approve_list: 'run',
  unfilled: 'run',
  uncontested: 'plan',
  prepare: 'run',
  wait_for_polling: null,
  open: 'run',
  close: 'run',
  close_late: 'run',
  close_stopped: 'run',
  count: 'count',
  count_again: 'count',
  recount: 'count',
  draw_lot: 'draw_lot',
  certify: 'certify',
  open_box: 'run',
  mix_box: 'run',
  enter_papers: 'enter_papers',
  complaints: null,
  decide_complaint: 'plan',
  finish: 'plan',
  rerun: 'plan',
  call_again: 'plan',
}
