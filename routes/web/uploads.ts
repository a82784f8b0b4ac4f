import { createHash } from 'node:crypto'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import multer, { MulterError } from 'multer'
import { Refused, Unreadable } from '../../models/core/errors.ts'
import { cleanForm } from './control_characters.ts'

export interface Upload {
  /** Like `/kontor/valg/:id/valgliste/fil`; `:x` stands for anything without a slash. */
  path: string
  field: string
  /** In bytes. */
  most: number
  /** The largest text of one field beside the file, in bytes. */
  mostText?: number
}

const MEGABYTE = 1_048_576
const USUAL_TEXT = 20_000

/**
 * Reads forms with a file, at these addresses only and only for signed-in senders. Stands before the check of the
 * token, so that such forms are protected too. The file stays in memory, in `req.file`, and its SHA-256 in
 * `req.fileHash`, so that another file makes another form; both are missing when none was chosen. A file that is too
 * large is thrown away, and `req.fileTooLarge` says the limit. A form with a file that is sent to another address is
 * not read, and so has no token: 403.
 */
export function uploads(...listed: readonly Upload[]): RequestHandler {
  const readers = listed.map((upload) => ({
    ...upload,
    fits: patternOf(upload.path),
    read: readerOf(upload),
  }))
  return (req: Request, res: Response, next: NextFunction) => {
    const reader = readers.find(({ fits }) => fits.test(req.path))
    if (req.method !== 'POST' || !req.user || !reader || !req.is('multipart/form-data')) {
      next()
      return
    }
    reader.read(req, res, (error: unknown) => {
      req.body = plainFields(req.body as Record<string, unknown> | undefined)
      req.typed = { ...(req.body as Request['typed']) }
      cleanForm(req)
      if (req.file) req.fileHash = createHash('sha256').update(req.file.buffer).digest('hex')
      if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE') {
        req.fileTooLarge = reader.most
        next()
        return
      }
      next(error === undefined ? undefined : unreadable(error))
    })
  }
}

/** Throws Refused, with the field to mend, when no file was chosen or it is too large. */
export function fileOf(req: Request, field: string): Buffer {
  if (req.fileTooLarge !== undefined)
    throw new Refused('file_too_large', { most: Math.round(req.fileTooLarge / MEGABYTE) }, field)
  if (!req.file || req.file.fieldname !== field || req.file.size === 0)
    throw new Refused('file_missing', {}, field)
  return req.file.buffer
}

function readerOf({ field, most, mostText = USUAL_TEXT }: Upload): RequestHandler {
  const limits = { files: 1, fields: 100, parts: 101, fileSize: most, fieldSize: mostText }
  return multer({ storage: multer.memoryStorage(), limits, defParamCharset: 'utf8' }).single(field)
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}/?$`)
}

/** Leaves out names with brackets, which would become whole objects. */
function plainFields(body: Record<string, unknown> = {}): Record<string, string | string[]> {
  const entries = Object.entries(body).filter(([, value]) =>
    [value].flat().every((text) => typeof text === 'string'),
  )
  return Object.fromEntries(entries) as Record<string, string | string[]>
}

/** No browser makes such a form from one of our pages. */
function unreadable(error: unknown): Error {
  // The multipart reader stops at a control character in a file's name.
  if (error instanceof Error && error.message === 'Malformed part header') return new Unreadable('file')
  const tooMuch = error instanceof MulterError && error.code.startsWith('LIMIT_FIELD')
  return Object.assign(new Error('the form could not be read', { cause: error }), {
    status: tooMuch ? 413 : 400,
  })
}
