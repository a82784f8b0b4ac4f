import { expect } from 'chai'
import type { SystemLine } from '../../../../models/rules/elections/readiness/lines.ts'
import { seenWords } from '../../../../views/partials/elections/readiness.ts'
import { aReader } from '../../../support/reader.ts'

describe('What the program sees of the room on the server, in words', () => {
  const table: [free: number, needed: number, said: string][] = [
    [9999, 211, 'Der er 9999 MB fri. Der skal være mindst 211 MB.'],
    // What is there is rounded down, what is needed up.
    [25_268, 211, 'Der er 25 GB fri. Der skal være mindst 211 MB.'],
    [25_999, 25_001, 'Der er 25 GB fri. Der skal være mindst 26 GB.'],
  ]
  for (const [free, needed, said] of table)
    it(`${free} MB free of ${needed} that are needed`, () => {
      const figures = { size: 5, free, needed }
      const line: SystemLine = { key: 'disk', state: 'ready', says: 'free', figures }
      expect(seenWords(aReader().t, 'booth', line).said).to.equal(said)
    })
})
