import type { Sharing } from '../../../../models/elections/box/keys.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { Reader } from '../../../reader.ts'
import { keyPage, type Key, type KeyPage } from './key.ts'

export interface BoxKeyPage extends KeyPage {
  sharings: readonly Sharing[]
}

export function boxKeyPage(
  reader: Reader,
  election: Election,
  key: Key | undefined,
  sharings: readonly Sharing[],
): BoxKeyPage {
  return { ...keyPage(reader, election, key), sharings }
}
