import { expect } from 'chai'
import { aStretch, keyIn } from '../../../../models/elections/box/mixing.ts'

describe('The keys of sealed ballots', () => {
  /** The tenth of all keys in which a key lies. */
  const tenthOf = (key: string) => Math.floor((Number(`0x${key.slice(0, 8)}`) / 2 ** 32) * 10)

  for (const ballots of [0, 149, 150, 400, 5000])
    it(`are as likely in every tenth of the keys in a box of ${ballots}: so no key tells when it came`, () => {
      const tenths = Array<number>(10).fill(0)
      for (let number = 0; number < 20_000; number += 1) tenths[tenthOf(keyIn(aStretch(ballots)))]! += 1
      // Chi-square with nine degrees of freedom: over 45.1 once in a million times.
      const chiSquare = tenths.reduce((sum, found) => sum + (found - 2000) ** 2 / 2000, 0)
      expect(chiSquare, tenths.join()).to.be.below(45.1)
    })

  it('are drawn from all of them in a small box, and from stretches of 75 on average in a large one', () => {
    const lengthOf = ({ first, last }: ReturnType<typeof aStretch>) =>
      Number(BigInt(`0x${last}`) - BigInt(`0x${first}`) + 1n) / 2 ** 128
    expect([0, 1, 100, 149].map((ballots) => lengthOf(aStretch(ballots)))).to.deep.equal([1, 1, 1, 1])
    expect(lengthOf(aStretch(150))).to.equal(1 / 2)
    expect(lengthOf(aStretch(3000)) * 3000).to.be.closeTo(75, 0.001)
    const all = new Set(Array.from({ length: 300 }, () => aStretch(300).first[0]))
    expect([...all].sort()).to.deep.equal(['0', '4', '8', 'c'])
  })
})
