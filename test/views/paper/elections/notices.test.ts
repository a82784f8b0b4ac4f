import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { translatorFor } from '../../../../routes/web/i18n.ts'
import { infoScreen } from '../../../../views/paper/elections/posters/info_screen.ts'
import { callPoster, pollingPoster } from '../../../../views/paper/elections/posters/notices.ts'
import { plainNotice } from '../../../../views/paper/elections/posters/plain_notice.ts'
import { resultPoster } from '../../../../views/paper/elections/posters/result_poster.ts'
import { aNoticePage, aResultPosterPage, CANDIDATES } from '../../../support/builders/documents.ts'
import { alternativesOf, infoOf, languageOf, structureOf, textOf } from '../../../support/pdf.ts'

const da = translatorFor('da')
const en = translatorFor('en')
const uncontested = { body: 'Socialudvalget', decided_on: isoDate('2026-03-04') }

async function expectAll(pdf: Promise<Buffer>, ...said: string[]): Promise<string> {
  const text = await textOf(await pdf, '-layout')
  for (const one of said) expect(text).to.contain(one)
  return text
}

describe('views/paper: posters', () => {
  it('say what happened to a candidate while people vote, on wall, sheet and screen', async () => {
    const on = isoDate('2026-03-10')
    const page = aNoticePage({
      candidates: CANDIDATES,
      incidents: [
        { name: 'Jens Ærø', because: 'died', effect: 'seat_open', on },
        { name: null, because: 'misspelt', effect: 'none', on },
      ],
    })
    const died = 'Tirsdag den 10. marts 2026: Jens Ærø er død. Afstemningen går videre.'
    const misspelt = 'er forkert på stemmesedlen. Spørg personalet, hvem det er. Afstemningen går videre.'
    for (const pdf of [pollingPoster(page, 'A4', da, 'da'), plainNotice(page, 'A4', da, 'da')])
      expect((await textOf(await pdf)).replaceAll(/\s+/g, ' '))
        .to.include(died)
        .and.to.include(misspelt)
    expect(infoScreen({ stage: 'vote', notice: page, elected: [], provisionalUntil: null }, da, 'da'))
      .to.include(died)
      .and.to.include(misspelt)
    const english = (await textOf(await pollingPoster(page, 'A4', en, 'en'))).replaceAll(/\s+/g, ' ')
    expect(english).to.include('Jens Ærø has died. The vote goes on.')
  })

  it('call for candidates: who may stand, who may vote, by when, where, whom to ask', async () => {
    const page = aNoticePage({
      minimumAge: 18,
      contact: { email: 'raad@raadsbogen.example', phone: '12 34 56 78' },
    })
    const text = await expectAll(
      callPoster(page, 'A4', da, 'da'),
      'Udsatterådet i Randers Kommune',
      'Stil op til valget på Perron 4',
      'bor i kommunen eller har virke i kommunen',
      'Man skal være fyldt 18 år',
      'Brugere af værestederne kan stemme.',
      'Senest mandag den 2. marts 2026',
      'Tirsdag den 10. marts 2026 kl. 11.00–14.00, Caféen',
      'Spørg personalet.',
      '12 34 56 78 · raad@raadsbogen.example',
      'https://raad.example/valg/12',
    )
    expect(text).not.to.match(/\{\{|undefined|null/)
    await expectAll(
      callPoster(page, 'A4', en, 'en'),
      'Stand in the election at Perron 4',
      'By Monday 2 March 2026',
      'Tuesday 10 March 2026 11:00–14:00, Caféen',
    )
  })

  it('come on one page of A4 and of A3, tagged, with title and language', async () => {
    for (const size of ['A4', 'A3'] as const) {
      const pdf = await pollingPoster(aNoticePage({ candidates: CANDIDATES }), size, da, 'da')
      const info = await infoOf(pdf)
      expect(info).to.include({ Tagged: 'yes', Pages: '1', Title: 'Valg på Perron 4 – hvor og hvornår' })
      expect(info['Page size']).to.contain(size)
      expect(languageOf(pdf)).to.equal('da-DK')
      const structure = await structureOf(pdf)
      expect(structure.filter((type) => type === 'H1')).to.have.lengthOf(1)
      expect(structure).to.include.members(['H2', 'P', 'L', 'LI', 'Figure'])
    }
  })

  it('say where and when, every time one can vote, and the candidates once they are known', async () => {
    const [only] = aNoticePage().sittings
    const second = { held_on: isoDate('2026-03-11'), opens_at: '09.00', closes_at: '12.00', place: 'Hal 2' }
    const sittings = only ? [only, second] : []
    const text = await expectAll(
      pollingPoster(aNoticePage({ sittings, candidates: CANDIDATES, means: 'both' }), 'A4', da, 'da'),
      'Tirsdag den 10. marts 2026 kl. 11.00–14.00, Caféen',
      'Onsdag den 11. marts 2026 kl. 09.00–12.00, Hal 2',
      'Du kan stemme på papir eller på en tablet',
      ...CANDIDATES,
    )
    expect(text.indexOf(CANDIDATES[0])).to.be.lessThan(text.indexOf(CANDIDATES[2]))
    const before = await textOf(await pollingPoster(aNoticePage(), 'A4', da, 'da'))
    expect(before).not.to.contain('Du kan stemme på Åse')
    expect(before).to.contain('Du får en stemmeseddel af personalet.')
  })

  it('stay one page with forty candidates and with long names, in ballot order', async () => {
    const many = Array.from({ length: 40 }, (_one, index) => `Karl-Emil Ærø nr. ${index + 1}`)
    const long = ['Ærø'.repeat(60), `${'Meget Langt Navn '.repeat(8)}Ås`]
    for (const candidates of [many, long]) {
      const pdf = await pollingPoster(aNoticePage({ candidates }), 'A4', da, 'da')
      expect((await infoOf(pdf)).Pages).to.equal('1')
    }
    const text = await textOf(await pollingPoster(aNoticePage({ candidates: many }), 'A4', da, 'da'), '-raw')
    const places = many.map((name) => text.indexOf(`${name} `))
    expect(places).to.deep.equal([...places].sort((a, b) => a - b))
    expect(places).not.to.include(-1)
  })

  it('have no code where the installation has no address of its own', async () => {
    const without = await pollingPoster(aNoticePage({ link: null }), 'A4', da, 'da')
    expect(await structureOf(without)).not.to.include('Figure')
    expect(alternativesOf(await pollingPoster(aNoticePage(), 'A4', da, 'da'))).to.deep.equal([
      'Kode, der fører til https://raad.example/valg/12',
    ])
  })

  it('say who decided that there is no vote, and never a number of votes', async () => {
    const page = aNoticePage({ candidates: ['Åse Wang'], uncontested })
    const text = await expectAll(
      pollingPoster(page, 'A4', da, 'da'),
      'Der skal ikke stemmes på Perron 4',
      'Åse Wang er den eneste, der stiller op, og der er plads.',
      'Socialudvalget besluttede den 4. marts 2026',
    )
    expect(text).not.to.match(/\b0 stemmer|kl\. 11\.00/)
  })

  it('say that nobody stood, and how to do it next time', async () => {
    const text = await expectAll(
      pollingPoster(aNoticePage({ unfilled: true }), 'A4', da, 'da'),
      'Ingen stillede op på Perron 4',
      'pladsen i Udsatterådet er ledig',
      'Der bliver spurgt igen',
    )
    expect(text).not.to.match(/\b0 stemmer|kl\. 11\.00/)
  })

  it('explain the whole way in plain words on one page', async () => {
    for (const size of ['A4', 'A3'] as const) {
      const pdf = await plainNotice(
        aNoticePage({ means: 'both', crosses: { min: 1, max: 2 } }),
        size,
        da,
        'da',
      )
      expect(await infoOf(pdf)).to.include({ Pages: '1', Tagged: 'yes' })
    }
    await expectAll(
      plainNotice(aNoticePage(), 'A4', da, 'da'),
      'Sig det til personalet senest mandag den 2. marts 2026.',
      'Man kan klage over valget i 7 dage efter valgdagen.',
      'Sæt ét kryds. Du må også lade være med at sætte kryds.',
    )
  })
})

describe('views/paper: the result poster', () => {
  it('says who is elected, until when it is provisional, the figures and what proves them', async () => {
    const text = await expectAll(
      resultPoster(aResultPosterPage(), 'A4', da, 'da'),
      'Åse Wang er valgt på Perron 4',
      'Resultatet er foreløbigt til og med tirsdag den 17. marts 2026.',
      'Åse Wang 14 Valgt',
      'Jens Ærø 10',
      'Blanke 3',
      'Ugyldige 2',
      'Stemmesedler i alt 29',
      `Protokollens kontrolkode: ${'a'.repeat(64)}`,
      `Logbogen, linje 231: ${'b'.repeat(64)}`,
    )
    expect(text).not.to.contain('{{')
    await expectAll(
      resultPoster(aResultPosterPage({ final: true }), 'A3', da, 'da'),
      'Resultatet er endeligt.',
    )
  })

  it('withholds the figures of few ballots, and says why', async () => {
    const page = aResultPosterPage({ figures: null, withheldBelow: 10 })
    const text = await expectAll(
      resultPoster(page, 'A4', da, 'da'),
      'Der var færre end 10 gyldige stemmesedler.',
    )
    expect(text).not.to.match(/Åse Wang 14|Stemmesedler i alt/)
  })

  it('has its own words for an election without a vote, and for a lot', async () => {
    const quiet = aResultPosterPage({ figures: null, uncontested })
    const text = await expectAll(
      resultPoster(quiet, 'A4', da, 'da'),
      'Åse Wang er valgt uden afstemning på Perron 4',
      'Socialudvalget besluttede den 4. marts 2026',
    )
    expect(text).not.to.match(/Stemmesedler i alt|\b0 stemmer/)
    const lot = {
      method: 'straws',
      drawn_on: isoDate('2026-03-11'),
      byApp: false,
      byTelephone: true,
    } as const
    await expectAll(
      resultPoster(aResultPosterPage({ lot }), 'A4', da, 'da'),
      'Der blev trukket lod den 11. marts 2026 med strå, mens andre så på.',
      'Lodden blev trukket med valgbestyrelsen på telefonen.',
    )
  })

  it('stays one page with forty candidates', async () => {
    const candidates = Array.from({ length: 40 }, (_one, index) => ({
      ...{ name: `Kandidat nr. ${index + 1}`, votes: index, elected: index === 39 },
    }))
    const figures = { candidates, blank: 0, invalid: 0, ballots: 780 }
    const pdf = await resultPoster(aResultPosterPage({ figures }), 'A4', da, 'da')
    expect((await infoOf(pdf)).Pages).to.equal('1')
    expect(await structureOf(pdf)).to.include.members(['Table', 'TH', 'TD'])
  })
})

describe('views/paper: text for an information screen', () => {
  const screen = { notice: aNoticePage({ candidates: CANDIDATES }), elected: [], provisionalUntil: null }
  const lines = (text: string) => text.trimEnd().split('\n')

  it('says in a few lines what matters at each stage', () => {
    expect(lines(infoScreen({ ...screen, stage: 'call' }, da, 'da'))).to.deep.equal([
      'Stil op til valget på Perron 4',
      'Senest mandag den 2. marts 2026. Sig det til personalet.',
      'Der bliver stemt:',
      'Tirsdag den 10. marts 2026 kl. 11.00–14.00, Caféen',
      'Læs mere på https://raad.example/valg/12',
    ])
    expect(lines(infoScreen({ ...screen, stage: 'vote' }, da, 'da'))[2]).to.equal(
      'Du kan stemme på Åse Wang, Karl-Emil Ørsted-Æblegård og Jens Ærø.',
    )
    expect(infoScreen({ ...screen, stage: 'uncontested' }, da, 'da')).to.contain(
      'Der skal ikke stemmes på Perron 4',
    )
    expect(infoScreen({ ...screen, stage: 'unfilled' }, da, 'da')).to.contain('Ingen stillede op på Perron 4')
  })

  it('says how many crosses there are where one is not all', () => {
    const said = (notice: Partial<typeof screen.notice>) =>
      infoScreen({ ...screen, notice: { ...screen.notice, ...notice }, stage: 'vote' }, da, 'da')
    expect(said({ crosses: { min: 2, max: 3 } })).to.contain('Sæt mindst 2 og højst 3 krydser\n')
    expect(said({ crosses: { min: 2, max: 3 }, means: 'booth' })).not.to.contain('kryds')
    expect(said({})).not.to.contain('kryds')
  })

  it('says who is elected, and until when that is provisional', () => {
    const elected = { ...screen, stage: 'result', elected: ['Åse Wang'] } as const
    const until = isoDate('2026-03-17')
    expect(lines(infoScreen({ ...elected, provisionalUntil: until }, en, 'en')).slice(0, 2)).to.deep.equal([
      'Åse Wang is elected at Perron 4',
      'The result is provisional until Tuesday 17 March 2026. Until then you may complain. Tell the staff or the council’s secretary.',
    ])
    expect(
      lines(infoScreen({ ...elected, notice: { ...screen.notice, uncontested } }, da, 'da'))[0],
    ).to.equal('Åse Wang er valgt uden afstemning på Perron 4')
  })
})
