import type { Response } from 'express'

export const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The headers of a file that is saved and not shown, and never kept by a browser or on the way. */
export function sendAs(res: Response, name: string, type: string): void {
  res.set({
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  })
}
