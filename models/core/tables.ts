import type { IsoDate } from './dates.ts'

/** SQLite gives 0 and 1 where PostgreSQL gives a boolean: read it with Boolean(). */
export type Flag = boolean | 0 | 1

export interface AuditEventRow {
  sequence: number
  day: IsoDate
  actor: string
  action: string
  subject: string
  details: string
  previous_hash: string
  hash: string
}

export interface AuditHeadRow {
  id: 1
  sequence: number
  hash: string
}

export interface ReceiptRow {
  key: string
  result: string
  day: IsoDate
}

declare module 'knex/types/tables.js' {
  interface Tables {
    audit_events: AuditEventRow
    audit_heads: AuditHeadRow
    receipts: ReceiptRow
  }
}
