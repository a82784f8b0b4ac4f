import type { Upload } from '../../web/uploads.ts'

/** A roster as a spreadsheet or as CSV. */
export const IMPORT_FILE: Upload = {
  path: '/kontor/ind-og-ud/indlaesning',
  field: 'file',
  most: 5 * 1_048_576,
}
