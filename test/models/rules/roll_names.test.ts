import { expect } from 'chai'
import fc from 'fast-check'
import {
  checkRollEntry,
  foldName,
  keysFrom,
  looksLikeCpr,
  sameOnRoll,
  searchKeys,
} from '../../../models/rules/roll_names.ts'

describe('names on a roll', () => {
  const folded: readonly (readonly [typed: string, is: string])[] = [
    ['Maja Lund', 'maja lund'],
    ['  MAJA\tLund ', 'maja lund'],
    ['Søren Æbelø Ågård', 'soeren aebeloe aagaard'],
    ['Soeren Aebeloe Aagaard', 'soeren aebeloe aagaard'],
    ['Bo-Jens D’Angelo', 'bo jens d angelo'],
    ['Zoë Müller-Weiß', 'zoe muller weiss'],
    ['A\u030Age', 'aage'],
    ['Łukasz', 'lukasz'],
    ['Майя', 'маия'],
    ['...', ''],
  ]
  for (const [typed, is] of folded) {
    it(`"${typed}" is searched as "${is}"`, () => {
      expect(foldName(typed)).to.equal(is)
    })
  }

  it('are found by each of their words and by several in a row, and by the words of their note', () => {
    expect(searchKeys({ name: 'Maja Kirstine Lund', note: 'kaldet Bette' })).to.deep.equal([
      'maja kirstine lund',
      'kirstine lund',
      'lund',
      'kaldet bette',
      'bette',
    ])
    expect(searchKeys({ name: 'Bo Bo' })).to.deep.equal(['bo bo', 'bo'])
  })

  it('that begin as typed lie between the two bounds, compared byte by byte as both engines do', () => {
    const bytes = (text: string) => Buffer.from(text, 'utf8')
    const within = (key: string, start: string) => {
      const { from, to } = keysFrom(start)
      return bytes(key).compare(bytes(from)) >= 0 && bytes(key).compare(bytes(to)) < 0
    }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const [key, start] = [foldName(a), foldName(b)]
        expect(within(key, start)).to.equal(key.startsWith(start))
      }),
    )
    expect(within('майя', 'ма')).to.equal(true)
  })

  it('folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldName(foldName(text))).to.equal(foldName(text))
      }),
    )
  })

  it('with the same note are one and the same, with another note two', () => {
    expect(sameOnRoll({ name: 'Søren Ørsted' })).to.equal(sameOnRoll({ name: 'soeren  oersted', note: null }))
    expect(sameOnRoll({ name: 'Søren Ørsted', note: '1961' })).not.to.equal(
      sameOnRoll({ name: 'Søren Ørsted' }),
    )
  })
})

describe('CPR numbers', () => {
  const four = '1234'
  // Put together here, so that nothing in the repository looks like one.
  const numbers = [
    ['010203', four].join('-'),
    ['010203', four].join(''),
    ['010203', four].join(' '),
    ['01.02.03', four].join('–'),
    ['01', '02', '03', '12', '34'].join(' '),
    // Given to people without a number: 60 is added to the day.
    ['610203', four].join('-'),
    // With the year in full.
    ['01021903', four].join('-'),
    `Maja (${['311299', four].join('-')})`,
  ]
  for (const [index, text] of numbers.entries()) {
    it(`written in way ${index + 1} is seen`, () => {
      expect(looksLikeCpr(text)).to.equal(true)
      expect(checkRollEntry({ name: 'Maja Lund', note: text })).to.include({
        reason: 'looks_like_cpr',
        field: 'note',
      })
      expect(checkRollEntry({ name: text })).to.include({ reason: 'looks_like_cpr', field: 'name' })
    })
  }

  const others = [
    'f. 1961',
    '01.02.1961',
    '86 42 00 00',
    '+45 86 42 00 00',
    'plads 12, bord 3',
    ['019903', four].join('-'),
    ['450203', four].join('-'),
    '12345678901234',
  ]
  for (const text of others) {
    it(`"${text}" is none`, () => {
      expect(looksLikeCpr(text)).to.equal(false)
    })
  }

  it('a name must be there and have an end', () => {
    expect(checkRollEntry({ name: ' - ' })).to.include({ reason: 'roll_name_missing' })
    expect(checkRollEntry({ name: 'a'.repeat(121) })).to.include({ reason: 'roll_name_too_long' })
    expect(checkRollEntry({ name: 'a'.repeat(120) })).to.deep.equal({ ok: true })
    expect(checkRollEntry({ name: 'Bo', note: 'a'.repeat(201) })).to.include({ reason: 'roll_note_too_long' })
  })
})
