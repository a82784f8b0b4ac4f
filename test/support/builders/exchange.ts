import type { TestApp, Visitor } from '../app.ts'
import type { Page } from '../../../rehearsal/kit/page.ts'

export function aRoster(
  lines: readonly string[],
  headings = 'plads;navn;organisation;fra;til;grund;hverv',
): Buffer {
  return Buffer.from(`\uFEFF${[headings, ...lines].join('\r\n')}\r\n`)
}

export async function anUpload(signe: Visitor, content: Buffer, name = 'medlemmer.csv'): Promise<Page> {
  const page = await signe.get('/kontor/ind-og-ud')
  const form = page.fill({}, 'Se filen igennem')
  delete form.fields.file
  return signe.upload(form, { field: 'file', name, content })
}

/** Reads in and stores a file that leaves nothing open. Returns the page that says so. */
export async function anImport(app: TestApp, lines: readonly string[], headings?: string): Promise<Page> {
  const signe = await app.as('signe')
  return signe.submit(await anUpload(signe, aRoster(lines, headings)), {}, 'Gem i rådets bog')
}
