import { expect } from 'chai'
import fc from 'fast-check'
import {
  checkRollEntry,
  foldName,
  keysFrom,
  looksLikeCpr,
  sameOnRoll,
  searchKeys,
} from '../../../../models/rules/elections/roll_names.ts'

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
    ['Ǣ Ǿ Ǻ', 'ae oe aa'],
    ['A\u0323\u030a O\u0323\u0308', 'aa oe'],
    ['Öberg Ärla', 'oeberg aerla'],
    ['Maja Åse', 'maja aase'],
    ['Jo Zoë', 'jo zoe'],
    ['Ðora Đorđe Þór', 'dora dorde thor'],
    ['Kadir Işık', 'kadir isik'],
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

  it('folding twice is folding once for every Latin letter, alone and with each accent', () => {
    const latin = Array.from({ length: 0x250 }, (_, code) => String.fromCodePoint(code))
    const more = Array.from({ length: 0x100 }, (_, code) => String.fromCodePoint(0x1e00 + code))
    for (const letter of [...latin, ...more])
      for (const accent of ['', '\u0301', '\u0308', '\u030a', '\u0304']) {
        const folded = foldName(letter + accent)
        expect(foldName(folded), letter + accent).to.equal(folded)
      }
  })

  it('with the same note are one and the same, with another note two', () => {
    expect(sameOnRoll({ name: 'Søren Ørsted' })).to.equal(sameOnRoll({ name: 'soeren  oersted', note: null }))
    expect(sameOnRoll({ name: 'Bo', note: '' })).to.equal(sameOnRoll({ name: 'Bo' }))
    expect(sameOnRoll({ name: 'Søren Ørsted', note: '1961' })).not.to.equal(
      sameOnRoll({ name: 'Søren Ørsted' }),
    )
  })
})

describe('CPR numbers', () => {
  const four = '1234'
  // Assembled here, so that nothing in the repository looks like a CPR number.
  const numbers = [
    ['010203', four].join('-'),
    ['010203', four].join(''),
    ['010203', four].join(' '),
    ['010203', four].join(' - '),
    // The first and the last day and month.
    ['010103', four].join('-'),
    ['311203', four].join('-'),
    ['01.02.03', four].join('–'),
    ['01', '02', '03', '12', '34'].join(' '),
    // Given to people without a number: 60 is added to the day.
    ['610203', four].join('-'),
    ['910103', four].join('-'),
    // With the year in full.
    ['01021899', four].join('-'),
    ['01021903', four].join('-'),
    ['01022003', four].join('-'),
    `Maja (${['311299', four].join('-')})`,
  ]
  for (const [index, text] of numbers.entries()) {
    it(`written in way ${index + 1} is seen`, () => {
      expect(looksLikeCpr(text)).to.equal(true)
      const refusal = { ok: false, reason: 'looks_like_cpr' }
      expect(checkRollEntry({ name: 'Maja Lund', note: text })).to.deep.equal({ ...refusal, field: 'note' })
      expect(checkRollEntry({ name: text })).to.deep.equal({ ...refusal, field: 'name' })
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
    ['000203', four].join('-'),
    ['320203', four].join('-'),
    ['600203', four].join('-'),
    ['920203', four].join('-'),
    ['010003', four].join('-'),
    ['011303', four].join('-'),
    ['01021703', four].join('-'),
    ['01022103', four].join('-'),
    '12345678901234',
  ]
  for (const text of others) {
    it(`"${text}" is none`, () => {
      expect(looksLikeCpr(text)).to.equal(false)
    })
  }

  it('a name must be there and have an end', () => {
    expect(checkRollEntry({ name: ' - ' })).to.deep.equal({
      ok: false,
      reason: 'roll_name_missing',
      field: 'name',
    })
    expect(checkRollEntry({ name: 'a'.repeat(120) })).to.deep.equal({ ok: true })
    expect(checkRollEntry({ name: 'a'.repeat(121) })).to.deep.equal({
      ok: false,
      reason: 'roll_name_too_long',
      params: { most: 120 },
      field: 'name',
    })
  })

  it('a note may be left out, and has an end', () => {
    for (const note of [undefined, null, '', 'a'.repeat(200)])
      expect(checkRollEntry({ name: 'Bo', note })).to.deep.equal({ ok: true })
    expect(checkRollEntry({ name: 'Bo', note: 'a'.repeat(201) })).to.deep.equal({
      ok: false,
      reason: 'roll_note_too_long',
      params: { most: 200 },
      field: 'note',
    })
  })
})
