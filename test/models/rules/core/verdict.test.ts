import { expect } from 'chai'
import { readdirSync, readFileSync } from 'node:fs'
import { allowed, firstRefusal, paramsInWords, refused } from '../../../../models/rules/core/verdict.ts'

const RULES = new URL('../../../../models/rules/', import.meta.url)

describe('A verdict', () => {
  it('carries a reason, and what its sentence and its field need', () => {
    expect(allowed).to.deep.equal({ ok: true })
    expect(refused('no_term')).to.deep.equal({ ok: false, reason: 'no_term' })
    expect(refused('negative', { count: 1 }, 'blank')).to.deep.equal({
      ok: false,
      reason: 'negative',
      params: { count: 1 },
      field: 'blank',
    })
  })

  it('of several checks is the first refusal', () => {
    expect(firstRefusal()).to.deep.equal({ ok: true })
    expect(firstRefusal<'a' | 'b'>(allowed, refused('b'), refused('a'))).to.deep.equal(refused('b'))
  })

  it('writes its days out in the reader’s language and leaves the rest', () => {
    const params = { from: '2020-09-21', person: 'Bodil Krag', count: 3, odd: '2020-02-30' }
    expect(paramsInWords(params, 'da')).to.deep.equal({ ...params, from: '21. september 2020' })
    expect(paramsInWords(params, 'en')).to.deep.equal({ ...params, from: '21 September 2020' })
    const texts = { count: 20200921, spaced: ' 2020-09-21', trailing: '2020-09-21 ', danish: '21-09-2020' }
    expect(paramsInWords(texts, 'da')).to.deep.equal(texts)
    expect(paramsInWords(undefined, 'da')).to.deep.equal({})
  })
})

describe('Every reason for a refusal', () => {
  const sources = readdirSync(RULES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, RULES), 'utf8'))
  const reasons = [...new Set(sources.flatMap(reasonsIn))].sort()

  for (const locale of ['da', 'en']) {
    const sentences = refusalsIn(locale)

    it(`has its sentence in ${locale}`, () => {
      const keys = Object.keys(sentences).map((key) => key.replace(/_(one|other)$/, ''))
      expect(reasons.length).to.be.greaterThan(50)
      expect(keys).to.include.members(reasons)
    })

    it(`is a whole sentence in ${locale}`, () => {
      for (const [key, text] of Object.entries(sentences))
        expect(text, key).to.match(/^(\p{Lu}|\d|\{\{).*\.$/u)
    })
  }

  it('names the same things in both languages', () => {
    const [danish, english] = [refusalsIn('da'), refusalsIn('en')]
    for (const [key, text] of Object.entries(danish)) {
      expect(namesIn(english[key] ?? ''), key).to.deep.equal(namesIn(text))
    }
  })
})

/** The reasons in the `...Refusal` unions of a file: each is a closed list of words in quotes. */
function reasonsIn(source: string): string[] {
  const unions = source.match(/^export type \w+Refusal =(?:\s*\|?\s*(?:'\w+'|\w+Refusal))+/gm) ?? []
  return unions.flatMap((union) => [...union.matchAll(/'(\w+)'/g)].map(([, reason]) => reason ?? ''))
}

function refusalsIn(locale: string): Record<string, string> {
  const file = new URL(`../../../../locales/${locale}/core/refusals.json`, import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { refusals: Record<string, string> }).refusals
}

function namesIn(sentence: string): string[] {
  return [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort()
}
