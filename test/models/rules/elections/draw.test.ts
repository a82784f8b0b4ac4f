import { createHash } from 'node:crypto'
import { expect } from 'chai'
import fc from 'fast-check'
import { drawOrder, drawText, plainWords } from '../../../../models/rules/elections/draw.ts'
import { type CandidacyId, NO_ID } from '../../../../models/core/ids.ts'
import { anId } from '../../../support/ids.ts'

function hash(text: string): string {
  return createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex')
}

const inputs = { seed: 'ab'.repeat(32), words: 'tre blå kopper' }
const birthe = { id: anId(7), name: 'Birthe Toft' }
const carlo = { id: anId(8), name: 'Carlo Mose' }
const dorte = { id: anId(12), name: 'Dorte Ærø' }

describe('A draw that anybody can check', () => {
  it('hashes a text that can be typed into any tool', () => {
    expect(drawText(inputs, birthe)).to.equal(`${'ab'.repeat(32)}:tre blå kopper:7:Birthe Toft`)
  })

  it('gives each the SHA-256 of that text, the smallest first', () => {
    const lines = drawOrder([birthe, carlo, dorte], inputs, hash)
    const byHand = [birthe, carlo, dorte]
      .map((one) => ({ ...one, hash: hash(`${inputs.seed}:${inputs.words}:${one.id}:${one.name}`) }))
      .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    expect(lines).to.deep.equal(byHand)
    expect(lines.map((line) => line.hash)).to.deep.equal(lines.map((line) => line.hash).sort())
  })

  it('is known beforehand for a known seed: the same in ten years', () => {
    expect(drawOrder([carlo, birthe, dorte], inputs, hash).map(({ id }) => id)).to.deep.equal([12, 8, 7])
  })

  it('decides by the id where two texts had one hash', () => {
    expect(drawOrder([carlo, birthe], inputs, () => 'same').map(({ id }) => id)).to.deep.equal([7, 8])
    expect(drawOrder([birthe, carlo], inputs, () => 'same').map(({ id }) => id)).to.deep.equal([7, 8])
  })

  it('does not ask in which order the names come, and leaves the list as it was', () => {
    const names = fc.uniqueArray(fc.record({ id: fc.nat(500).map(anId), name: fc.string() }), {
      selector: ({ id }) => id,
      maxLength: 8,
    })
    fc.assert(
      fc.property(names, fc.string(), fc.string(), (among, seed, words) => {
        const order = drawOrder(among, { seed, words }, hash)
        const before = [...among]
        expect(drawOrder([...among].reverse(), { seed, words }, hash)).to.deep.equal(order)
        expect(among).to.deep.equal(before)
        expect(order.map(({ id }) => id).sort()).to.deep.equal(among.map(({ id }) => id).sort())
      }),
    )
  })

  it('is as likely for each: 6,000 seeds among three, chi-square under 13.8 (one in a thousand is over)', () => {
    const draws = 6000
    const first = new Map<CandidacyId, number>([birthe, carlo, dorte].map(({ id }) => [id, 0]))
    for (let n = 0; n < draws; n += 1) {
      const [winner] = drawOrder([birthe, carlo, dorte], { seed: hash(`${n}`), words: 'ord' }, hash)
      first.set(winner?.id ?? NO_ID, (first.get(winner?.id ?? NO_ID) ?? 0) + 1)
    }
    const expected = draws / 3
    const chiSquare = [...first.values()].reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0)
    expect(chiSquare).to.be.lessThan(13.8)
  })

  it('follows the words too: 6,000 words with one seed', () => {
    const draws = 6000
    let birtheFirst = 0
    for (let n = 0; n < draws; n += 1) {
      const [winner] = drawOrder([birthe, carlo], { seed: inputs.seed, words: `ord ${n}` }, hash)
      if (winner?.id === birthe.id) birtheFirst += 1
    }
    // Three standard deviations of a fair coin: √(6000 / 4) · 3 = 116.
    expect(Math.abs(birtheFirst - draws / 2)).to.be.lessThan(117)
  })

  it('takes the words in one way of writing, however they were typed', () => {
    expect(plainWords('  tre  bla\u030A\tkopper ')).to.equal('tre blå kopper')
    expect(plainWords('   ')).to.equal('')
  })
})
