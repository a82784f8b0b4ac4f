import { expect } from 'chai'
import { openHouse, type House } from '../../../rehearsal/kit/house.ts'
import { aTown } from '../../e2e/support/town.ts'
import { testConfig } from '../../support/app.ts'
import { aDatabaseWithConfig } from '../../support/database.ts'
import { READERS, walk, walkerAt, type Walker } from '../../support/walk.ts'

describe('links: every link on every page', () => {
  let house: House

  before(async () => {
    const { db, config: database } = await aDatabaseWithConfig()
    await db.destroy()
    house = await openHouse({ ...testConfig(), database }, '2026-03-10')
    await aTown(house)
  })

  after(() => house.close())

  for (const reader of READERS) {
    it(`leads ${reader === 'anyone' ? 'a visitor' : `the ${reader}`} to a page, and to a part that is there`, async () => {
      const { faults, followed } = await follow(house, reader)
      expect(faults).to.deep.equal([])
      expect(followed).to.be.above(reader === 'anyone' ? 20 : 50)
    })
  }
})

async function follow(house: House, reader: Walker): Promise<{ followed: number; faults: string[] }> {
  const faults: string[] = []
  let followed = 0
  const start = reader === 'anyone' ? ['/'] : ['/', '/kontor']
  for await (const { page, href, from, hash } of walk(house, await walkerAt(house, reader), start)) {
    followed += 1
    if (page.status !== 200) faults.push(`${from} → ${href}: ${page.status}`)
    const own = page.attributes('a[href^="#"]', 'href')
    for (const part of [hash, ...own].filter((one) => one.length > 1))
      if (page.attributes(`[id="${part.slice(1)}"]`, 'id').length === 0)
        faults.push(`${page.url}: no ${part}`)
  }
  return { followed, faults }
}
