import { codesHash, shortCode } from '../../../../models/elections/box/codes.ts'
import type { DocumentSource } from '../document_source.ts'
import { noticePage } from '../documents_data.ts'
import type { CodesPosterPage } from './codes_poster.ts'

export async function codesPosterPage(source: DocumentSource): Promise<CodesPosterPage> {
  const { council, area, wording, link } = await noticePage(source)
  const codes = await source.load.codes()
  const destroyed = await source.load.destroyedBox()
  return {
    ...{ council, area, wording, link },
    polling_on: source.election.polling_on,
    codes: codes.map(shortCode),
    hash: destroyed ? destroyed.codesHash : codesHash(codes),
    destroyed: destroyed ? { count: destroyed.envelopes, on: destroyed.destroyed_on } : null,
  }
}
