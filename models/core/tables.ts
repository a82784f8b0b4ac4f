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
  /** Stands for the rows that the act left, in audit_rows; null when it left none. */
  rows_hash: string | null
  previous_hash: string
  hash: string
}

export interface AuditHeadRow {
  id: 1
  sequence: number
  hash: string
  /** A proof by a key outside the database. */
  seal: string | null
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
