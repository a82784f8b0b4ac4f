import type { Upload } from '../../uploads.ts'

/** A list of names from a spreadsheet; read back from its preview as text. */
export const ROLL_FILE: Upload = {
  path: '/kontor/valg/:id/valgliste/fil',
  field: 'file',
  most: 1_048_576,
  mostText: 1_048_576,
}
