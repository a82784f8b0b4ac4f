import type { Problem } from '../../../models/statutes/document.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import type { StatutesVersionId } from '../../../models/core/ids.ts'

export interface UploadPage {
  seenVersion: StatutesVersionId
  /** The latest version as a file, to change and send back. */
  fileHref: string
  schemaHref: string
  problems: ProblemLine[]
}

export interface ProblemLine {
  path: string
  text: string
}

/** `latest` is the version that the file starts from. */
export function uploadPage(
  reader: Pick<Reader, 't'>,
  latest: StatutesVersionId,
  problems: readonly Problem[],
): UploadPage {
  return {
    seenVersion: latest,
    fileHref: paths.statutesFile(latest),
    schemaHref: paths.statutesSchema,
    problems: problemLines(reader, problems),
  }
}

export function problemLines({ t }: Pick<Reader, 't'>, problems: readonly Problem[]): ProblemLine[] {
  return problems.map(({ path, code, params, message }) => {
    const { type } = params
    const typeName = typeof type === 'string' ? { type: t(`statutes_versions.types.${type}`) } : {}
    return {
      path: path === '(the whole document)' ? t('statutes_versions.whole_file') : path,
      text: t(`statutes_versions.problems.${code}`, { ...params, ...typeName, message }),
    }
  })
}
