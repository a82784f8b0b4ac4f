import { expect } from 'chai'
import { formatDate, isoDate, type IsoDate } from '../../../../models/core/dates.ts'
import type { RecordDocument } from '../../../../models/elections/record/document.ts'
import { translatorFor } from '../../../../routes/web/i18n.ts'
import { electionRecord } from '../../../../views/paper/elections/election_record.ts'
import { aRecordPage } from '../../../support/builders/documents.ts'
import { infoOf, languageOf, linesOf, structureOf, textOf } from '../../../support/pdf.ts'

const da = translatorFor('da')
const made = (record: Partial<RecordDocument> = {}) => electionRecord(aRecordPage(record), da, 'da')

/** Words of the data that the record says in other words, and ids that it says by name. */
const SAID_OTHERWISE = new Set([
  ...['format', 'made_at', 'kind', 'means', 'roll_kind', 'eligible_as', 'ordered_by', 'method', 'line'],
  ...['outcome', 'rule', 'source', 'area', 'key', 'municipality', 'candidacy_id', 'among', 'chosen'],
  ...['candidates', 'elected', 'assumed', 'seatsLeft', 'round', 'recounts'],
])

/** Every text, day and figure of the data, as a reader would look for it. */
function leavesOf(value: unknown, name = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => leavesOf(one, name))
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).flatMap(([key, one]) => {
      const isList = typeof one === 'object'
      return SAID_OTHERWISE.has(key) && !(isList && key === 'candidates') ? [] : leavesOf(one, key)
    })
  }
  if (typeof value === 'number') return [`${value}`]
  if (typeof value !== 'string') return []
  return [/^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value as IsoDate, 'da') : value]
}

describe('views/paper: the record', () => {
  it('says every name, day, figure, reason and hash that is in its data', async () => {
    const page = aRecordPage()
    const { rounds, ...rest } = page.document
    // The record gives the grounds of invalid ballots in the words of the count.
    const counted = rounds.map(({ sheets, ...round }) => ({
      ...round,
      sheets: sheets.map(({ invalid_ballots, ...sheet }) => ({
        ...sheet,
        notes: invalid_ballots.map(({ note }) => note),
      })),
    }))
    const text = (await textOf(await electionRecord(page, da, 'da'))).replaceAll('- ', '-')
    const leaves = [
      ...leavesOf({ ...rest, counted }),
      page.hash,
      page.code,
      page.audit_hash,
      `${page.audit_sequence}`,
    ]
    expect(leaves.length).to.be.greaterThan(120)
    expect([...new Set(leaves)].filter((leaf) => !text.includes(leaf))).to.deep.equal([])
  })

  it('says in words what the data says in codes', async () => {
    const text = await textOf(await made())
    for (const said of [
      'Omvalg',
      'På papir eller tablet',
      'Liste med navne',
      '2 regler er antaget og ikke bekræftet',
      'Klagefrist',
      'trak sig den 20. februar 2026',
      'Rækkefølgen på stemmesedlen er afgjort ved lod',
      'Bor i kommunen',
      'Stemte lige uden for lokalet',
      'Printet 60 = delt ud 34 + til overs 25. Der mangler 1 seddel.',
      'uenige',
      'Et navn, en tegning eller andet, der kan genkendes',
      'efter klage nr. 1',
      'Trukket af systemet',
      'Valgt: Karl-Emil Ørsted-Æblegård',
      'Stemmerne tælles om',
      'For sent',
      'Ikke afgjort endnu',
      'Ejnar Ås og Birte Ørum så det',
      '« » “ ” – €',
    ]) {
      expect(text.replaceAll('- ', '-')).to.contain(said)
    }
    expect(text).not.to.match(/\{\{|undefined|null/)
  })

  it('has a line to sign for each on the board and each who counted', async () => {
    const text = await textOf(await made())
    for (const who of [
      'Signe Holm, valgbestyrelsen',
      'Vera Stub, valgbestyrelsen',
      'Bo Krag, har talt op',
      'Lis Winther, har talt op',
    ])
      expect(text.split(who)).to.have.lengthOf(2)
  })

  it('carries its hash and the head of the log on every page, each on one line', async () => {
    const pdf = await made()
    const lines = await linesOf(pdf)
    const pages = Number((await infoOf(pdf)).Pages)
    expect(lines.filter((line) => line === `Protokollens kontrolkode: ${'7'.repeat(64)}`)).to.have.lengthOf(
      pages,
    )
    expect(lines.filter((line) => line === `Logbogen, linje 231: ${'8'.repeat(64)}`)).to.have.lengthOf(pages)
  })

  it('is a tagged document in Danish or English, and the same bytes each time', async () => {
    const pdf = await made()
    expect(await infoOf(pdf)).to.include({ Tagged: 'yes', Title: 'Valgprotokol – Valg på Perron 4' })
    expect(languageOf(pdf)).to.equal('da-DK')
    const structure = await structureOf(pdf)
    expect(structure.filter((type) => type === 'H1')).to.have.lengthOf(1)
    expect(structure).to.include.members(['H2', 'H3', 'Table', 'TH', 'TD', 'L', 'LI'])
    expect((await made()).equals(pdf)).to.equal(true)
    const english = await electionRecord(aRecordPage(), translatorFor('en'), 'en')
    expect(languageOf(english)).to.equal('en-GB')
    const text = await textOf(english)
    expect(text).to.contain('Election record')
    expect(text).not.to.match(/\{\{|undefined|documents\./)
  })

  it('tells of no count where nobody voted', async () => {
    const text = await textOf(
      await made({
        made_at: 'certified',
        uncontested: { body: 'Socialudvalget', decided_on: isoDate('2026-03-04') },
        ...{ rounds: [], papers: null, booth: null, totals: null, lot: null, complaints: [], recounts: [] },
        ...{ prints: [], roll_erasure: null, ballot_destruction: null },
      }),
    )
    expect(text).to.contain('Socialudvalget besluttede den 4. marts 2026, at der ikke skulle stemmes.')
    expect(text).to.contain('Ingen har klaget endnu. Klagefristen løber stadig.')
    expect(text).not.to.match(/Optælling|regnskab|\b0 stemmer|Stemmer\b/)
  })

  it('says what did not happen, so that nobody has to wonder', async () => {
    const { polling } = aRecordPage().document
    const text = await textOf(
      await made({
        polling: { ...polling, pauses: [], help: [], corrections: [] },
        ...{ certifications: [], complaints: [], roll_erasure: null, ballot_destruction: null },
      }),
    )
    for (const said of [
      'Der var ingen pauser.',
      'Der er ikke noteret hjælp',
      'Ingen har klaget.',
      'Valglisten er ikke slettet endnu.',
    ])
      expect(text).to.contain(said)
  })

  it('lists votes in ballot order, and has no list to erase where only papers were counted', async () => {
    const { election, totals } = aRecordPage().document
    const text = await textOf(
      await made({
        election: { ...election, roll_kind: 'counted' },
        totals: totals && { ...totals, votes: [...totals.votes].reverse() },
        roll_erasure: null,
      }),
    )
    const result = text.slice(text.indexOf('Valgt: Karl-Emil'))
    expect(result.indexOf('Åse Wang')).to.be.lessThan(result.indexOf('Jens Ærø'))
    expect(text).to.contain('Der var ingen valgliste.')
    expect(text).not.to.match(/Har stemt \d/)
  })

  it('goes on over pages with long reasons and many candidates', async () => {
    const { candidates, rounds } = aRecordPage().document
    const [first] = candidates
    const reason = 'Vi har talt igen og igen, og sedlen er væk. '.repeat(45)
    const many = Array.from({ length: 40 }, (_one, index) => ({
      ...first,
      id: index + 1,
      position: index + 1,
      name: `Kandidat ${index + 1}`,
    }))
    const pdf = await made({
      candidates: many as RecordDocument['candidates'],
      rounds: rounds.map((round) => ({
        ...round,
        sheets: round.sheets.map((sheet) => ({ ...sheet, difference_reason: reason })),
      })),
    })
    const text = await textOf(pdf)
    expect(text.split('sedlen er væk.').length).to.equal(45 * 4 + 1)
    expect(text).to.contain('Kandidat 40')
  })
})
