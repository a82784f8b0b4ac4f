export interface AuditRowRow {
  sequence: number
  table_name: string
  /** The values of its primary key, with a slash between. */
  row_key: string
  /** `column:mark` for each column, with spaces between; empty for a row that the act took away. */
  marks: string
  /** Empty once the row has changed again, and for a row taken away. */
  salt: string
}

declare module 'knex/types/tables.js' {
  interface Tables {
    audit_rows: AuditRowRow
  }
}
