import type { QuorumBox } from './_quorum.page.ts'

export interface RulePart {
  options: Pick<QuorumBox, 'rule' | 'assumed'>
}
