import { expect } from 'chai'
import fc from 'fast-check'
import {
  OLD_SLIP_WORDS,
  readOldSlip,
  readSeed,
  SEED_BYTES,
  SHARE_BYTES,
  SLIP_WORDS,
  slipQrText,
  wordsFor,
} from '../../../../models/elections/box/custody/key_words.ts'
import { KEY_WORDS } from '../../../../models/elections/box/custody/key_words_list.ts'
import { anId } from '../../../support/ids.ts'

const byte = fc.integer({ min: 0, max: 255 })
const seeds = fc.uint8Array({ minLength: SEED_BYTES, maxLength: SEED_BYTES })
const oldSlips = fc.record({
  box: fc.uint8Array({ minLength: 2, maxLength: 2 }),
  share: fc.uint8Array({ minLength: SHARE_BYTES, maxLength: SHARE_BYTES }),
})

describe('The words of key slips', () => {
  it('are 256, plain, without æ, ø and å, and no two begin with the same four letters', () => {
    expect(KEY_WORDS).to.have.length(256)
    expect(KEY_WORDS.filter((word) => !/^[a-z]{4,9}$/.test(word))).to.deep.equal([])
    expect(new Set(KEY_WORDS.map((word) => word.slice(0, 4)))).to.have.property('size', 256)
  })

  it('no two of them differ by one letter alone', () => {
    const near = KEY_WORDS.flatMap((word, index) =>
      KEY_WORDS.slice(index + 1).filter(
        (other) =>
          other.length === word.length &&
          Array.from(word).filter((letter, at) => letter !== other[at]).length < 2,
      ),
    )
    expect(near).to.deep.equal([])
  })

  it('stand for the bytes of the slips that are printed already: the list is never changed', () => {
    expect([0, 1, 100, 200, 255].map((index) => KEY_WORDS[index])).to.deep.equal([
      'abrikos',
      'adresse',
      'hassel',
      'plukke',
      'zebra',
    ])
  })

  it('every slip comes back as it was, from its words, its first letters, and its QR code', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const words = wordsFor(seed)
        expect(words).to.have.length(SLIP_WORDS)
        const typed = [
          words.join(' '),
          words.map((word, index) => `${index + 1}. ${word.slice(0, 4).toUpperCase()}`).join('\n'),
          ` ${words.join(',  ')} `,
          slipQrText(anId(7), 2, words),
          // As a scanner sends it.
          `\n${slipQrText(anId(1234), 10, words)}\r\n`,
        ]
        for (const text of typed) expect(readSeed(text)).to.deep.equal({ ok: true, seed })
      }),
    )
  })

  it('a slip from before slips had named holders comes back too', () => {
    fc.assert(
      fc.property(oldSlips, (slip) => {
        const words = wordsFor(Uint8Array.from([...slip.box, ...slip.share]))
        expect(words).to.have.length(OLD_SLIP_WORDS)
        expect(readOldSlip(words.join(' '))).to.deep.equal({ ok: true, ...slip })
      }),
    )
  })

  it('one wrong word is always found, whichever it is', () => {
    fc.assert(
      fc.property(seeds, fc.nat({ max: SLIP_WORDS - 1 }), byte, (seed, at, wrong) => {
        const words = wordsFor(seed)
        const other = KEY_WORDS[wrong] ?? ''
        fc.pre(words[at] !== other)
        expect(readSeed(words.with(at, other).join(' '))).to.deep.equal({ ok: false, wrong: 'checksum' })
      }),
    )
  })

  it('two words that have changed places are always found, however far apart', () => {
    const place = fc.nat({ max: SLIP_WORDS - 1 })
    fc.assert(
      fc.property(seeds, place, place, (seed, at, other) => {
        const words = wordsFor(seed)
        const [a = '', b = ''] = [words[at], words[other]]
        fc.pre(a !== b)
        const swapped = words.with(at, b).with(other, a)
        expect(readSeed(swapped.join(' '))).to.deep.equal({ ok: false, wrong: 'checksum' })
      }),
    )
  })

  it('a word that is none is named with its number, before the words are counted', () => {
    expect(readSeed('abrikos adresse løve')).to.deep.equal({
      ok: false,
      wrong: 'unknown_word',
      number: 3,
      word: 'løve',
    })
    expect(readSeed('løve abrikos')).to.deep.equal({
      ok: false,
      wrong: 'unknown_word',
      number: 1,
      word: 'løve',
    })
    expect(readSeed('abrikos adresse')).to.deep.equal({
      ...{ ok: false, wrong: 'word_count', count: 2, needed: 17 },
    })
    expect(readSeed('')).to.deep.equal({
      ...{ ok: false, wrong: 'word_count', count: 0, needed: 17 },
    })
  })

  it('two codes scanned after each other are no slip: what begins the second one is named', () => {
    const code = slipQrText(anId(7), 2, ['abrikos', 'adresse'])
    expect(readSeed(`${code} ${code}`)).to.deep.equal({
      ok: false,
      wrong: 'unknown_word',
      number: 3,
      word: 'rb',
    })
  })

  it('a slip with a word too many or too few says how many there are', () => {
    const words = wordsFor(new Uint8Array(SEED_BYTES))
    expect(readSeed([...words, 'zebra'].join(' '))).to.deep.equal({
      ...{ ok: false, wrong: 'word_count', count: 18, needed: 17 },
    })
    expect(readSeed(words.slice(1).join(' '))).to.deep.equal({
      ...{ ok: false, wrong: 'word_count', count: 16, needed: 17 },
    })
  })

  it('worked by hand: all bytes 0 give the checksum 0; 1 last is shifted out once and leaves the polynomial, 27', () => {
    expect(new Set(wordsFor(new Uint8Array(SEED_BYTES)))).to.deep.equal(new Set(['abrikos']))
    const seed = new Uint8Array(SEED_BYTES)
    seed[SEED_BYTES - 1] = 1
    expect(wordsFor(seed).at(-1)).to.equal(KEY_WORDS[27])
  })
})
