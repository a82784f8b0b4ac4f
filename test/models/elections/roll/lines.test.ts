import { expect } from 'chai'
import fc from 'fast-check'
import { cleanCell, readText, separatorOf } from '../../../../models/exchange/reading/csv_roll.ts'
import { judgeLines, type FileLine } from '../../../../models/elections/roll/lines.ts'
import { sameOnRoll } from '../../../../models/rules/elections/roll_names.ts'

const lines = (...rows: string[][]): FileLine[] => rows.map((cells, index) => ({ line: index + 1, cells }))

describe('a file with names', () => {
  const text = 'Navn;Note\nSøren Ørsted;på gården'
  const saved: readonly (readonly [how: string, bytes: Buffer, letters: string])[] = [
    ['UTF-8', Buffer.from(text, 'utf8'), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`, 'utf8'), 'utf-8'],
    ['Latin-1', Buffer.from(text, 'latin1'), 'windows-1252'],
    ['UTF-16, as spreadsheets call Unicode', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16'],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'utf-16'],
    ['line ends of Windows', Buffer.from(text.replace('\n', '\r\n'), 'utf8'), 'utf-8'],
    ['line ends of old Macs', Buffer.from(text.replace('\n', '\r'), 'utf8'), 'utf-8'],
  ]
  for (const [how, bytes, letters] of saved) {
    it(`is read when saved as ${how}`, () => {
      expect(readText(bytes)).to.deep.equal({ text, letters })
    })
  }

  it('has the letters of Windows-1252 that Latin-1 lacks', () => {
    expect(readText(Buffer.from([0x93, 0xd8, 0x94]))?.text).to.equal('“Ø”')
  })

  it('with half a mark of UTF-16 is read by its letters', () => {
    const halves: [number[], string][] = [
      [[0xff, 0x41], 'ÿA'],
      [[0xfe, 0x41], 'þA'],
      [[0x41, 0xfe], 'Aþ'],
      [[0x41, 0xff], 'Aÿ'],
    ]
    for (const [bytes, text] of halves)
      expect(readText(Buffer.from(bytes))).to.deep.equal({ text, letters: 'windows-1252' })
  })

  it('that is no text is not read', () => {
    expect(readText(Buffer.from('PK\x03\x04\x00\x00', 'latin1'))).to.equal(undefined)
    expect(readText(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).to.equal(undefined)
  })

  it('has its columns parted by semicolon, tab or comma', () => {
    expect(separatorOf('navn;note\na;b')).to.equal(';')
    expect(separatorOf('navn\tnote')).to.equal('\t')
    expect(separatorOf('navn,note')).to.equal(',')
    expect(separatorOf('"Lund; Maja",note')).to.equal(',')
    expect(separatorOf('Maja, kaldet Bette;note')).to.equal(';')
    expect(separatorOf('Maja Lund')).to.equal(',')
  })

  it('cannot make a spreadsheet work anything out', () => {
    expect(cleanCell('=HYPERLINK("http://ond.example")')).to.equal('HYPERLINK("http://ond.example")')
    expect(cleanCell('="Maja Lund"')).to.equal('Maja Lund')
    expect(cleanCell("'+@-=Maja  Lund ")).to.equal('Maja Lund')
    expect(cleanCell(' ="Maja Lund" ')).to.equal('Maja Lund')
    expect(cleanCell('=" Maja "')).to.equal('Maja')
    // Only a whole cell in a quoting formula is unpacked.
    expect(cleanCell('kaldet="Bette"')).to.equal('kaldet="Bette"')
    expect(cleanCell('="Maja" Lund')).to.equal('"Maja" Lund')
    fc.assert(
      fc.property(fc.string(), (cell) => {
        expect(cleanCell(cell)).not.to.match(/^[=+@\-\t\r]/)
      }),
    )
  })
})

describe('the lines of a file', () => {
  const none = new Set<string>()

  it('are name and note without headings, and by their headings with them', () => {
    const plain = judgeLines(lines(['Maja Lund', 'kaldet Bette'], ['Ole Bæk']), none)
    expect(plain.map(({ line, name, note }) => [line, name, note])).to.deep.equal([
      [1, 'Maja Lund', 'kaldet Bette'],
      [2, 'Ole Bæk', null],
    ])
    const headed = judgeLines(
      lines(['Bemærkning', 'Alder', 'NAVN'], ['kaldet Bette', '61', 'Maja Lund']),
      none,
    )
    expect(headed).to.deep.equal([{ line: 2, name: 'Maja Lund', note: 'kaldet Bette', fault: null }])
    const apart = judgeLines(lines(['Efternavn', 'Fornavn'], ['Lund', 'Maja']), none)
    expect(apart.map(({ name }) => name)).to.deep.equal(['Maja Lund'])
  })

  it('are left out where all their cells are empty or blank', () => {
    const judged = judgeLines(lines([' ', '\t'], ['Maja Lund'], []), none)
    expect(judged).to.deep.equal([{ line: 2, name: 'Maja Lund', note: null, fault: null }])
  })

  it('take the first of two columns with the same heading', () => {
    const headed = lines(
      ['Navn', 'Full name', 'Note', 'Bemærkning'],
      ['Maja Lund', 'Lund, Maja', 'kaldet Bette', '61'],
    )
    expect(judgeLines(headed, none)).to.deep.equal([
      { line: 2, name: 'Maja Lund', note: 'kaldet Bette', fault: null },
    ])
  })

  it('have a name also where only one half of it is there, and no note where no column is one', () => {
    const apart = judgeLines(lines(['Fornavn', 'Efternavn'], ['', 'Lund'], ['Maja', ''], ['Ole']), none)
    expect(apart).to.deep.equal([
      { line: 2, name: 'Lund', note: null, fault: null },
      { line: 3, name: 'Maja', note: null, fault: null },
      { line: 4, name: 'Ole', note: null, fault: null },
    ])
  })

  it('say which of them are twice, in the file or on the roll, and which earlier line it is', () => {
    const known = new Set([sameOnRoll({ name: 'Ole Bæk' })])
    const judged = judgeLines(
      lines(['Maja Lund'], ['MAJA  LUND'], ['Maja Lund', 'den unge'], ['ole baek']),
      known,
    )
    expect(judged.map(({ fault, sameAs }) => [fault, sameAs])).to.deep.equal([
      [null, undefined],
      ['twice_in_file', 1],
      [null, undefined],
      ['on_roll_already', undefined],
    ])
  })

  it('with a CPR number are named by their line alone', () => {
    const number = ['010203', '1234'].join('-')
    const judged = judgeLines(lines(['Maja Lund', number], [number], ['', 'uden navn'], ['', '']), none)
    expect(judged).to.deep.equal([
      { line: 1, name: '', note: null, fault: 'looks_like_cpr' },
      { line: 2, name: '', note: null, fault: 'looks_like_cpr' },
      { line: 3, name: '', note: 'uden navn', fault: 'roll_name_missing' },
    ])
  })

  it('that come on the roll are never two the same, however the file is made', () => {
    const cell = fc.constantFrom('Maja Lund', 'maja lund', 'Ole Bæk', '', '=Bo', 'Bo', '1961')
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        const judged = judgeLines(lines(...rows), none).filter(({ fault }) => fault === null)
        expect(new Set(judged.map(sameOnRoll)).size).to.equal(judged.length)
      }),
    )
  })
})
