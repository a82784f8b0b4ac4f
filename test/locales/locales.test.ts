import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../../config.ts'
import { LOCALES } from '../../routes/web/i18n.ts'
import { mergeTexts, readTexts, textFiles, type Texts } from '../../routes/web/texts.ts'

const danish = flatten(readTexts('da'))
const english = flatten(readTexts('en'))
const PLURAL = /_(zero|one|two|few|many|other)$/
/** The keys as code asks for them: the forms of a plural are one. */
const asked = new Set([...danish.keys()].map((key) => key.replace(PLURAL, '')))

describe('The texts', () => {
  it('are the same in both languages, key by key', () => {
    expect({
      onlyDanish: [...danish.keys()].filter((key) => !english.has(key)),
      onlyEnglish: [...english.keys()].filter((key) => !danish.has(key)),
    }).to.deep.equal({ onlyDanish: [], onlyEnglish: [] })
  })

  it('stand in the same files in both languages, in the same order', () => {
    const [here, there] = [textFiles('da'), textFiles('en')].map((files) =>
      files.map(({ file, texts }) => ({ file, keys: [...flatten(texts).keys()] })),
    )
    expect(here).to.deep.equal(there)
  })

  it('are given once: no file repeats a key of its own', () => {
    const unlike = LOCALES.flatMap((lang) =>
      textFiles(lang)
        .filter(
          ({ file, texts }) => read(`locales/${lang}/${file}`) !== `${JSON.stringify(texts, null, 2)}\n`,
        )
        .map(({ file }) => `${lang}/${file}`),
    )
    expect(unlike).to.deep.equal([])
  })

  it('are given once: no file repeats a key of another', () => {
    const first = { file: 'roll.json', texts: { elections: { roll: { title: 'Liste' } }, name: 'Navn' } }
    const beside = (texts: Texts) => () => mergeTexts([first, { file: 'box.json', texts }])
    expect(beside({ elections: { box: 'Urne' } })()).to.deep.equal({
      elections: { roll: { title: 'Liste' }, box: 'Urne' },
      name: 'Navn',
    })
    expect(beside({ elections: { roll: { lead: 'Nyt' } } })).to.throw('box.json: "elections.roll"')
    expect(beside({ elections: 'Valg' })).to.throw('box.json: "elections"')
    expect(beside({ name: 'Navn' })).to.throw('box.json: "name"')
  })

  it('are never empty, never end in space, and are not written in HTML', () => {
    for (const texts of [danish, english]) {
      const odd = [...texts].filter(([, text]) => text.trim() === '' || text !== text.trim())
      expect(odd).to.deep.equal([])
      expect([...texts].filter(([, text]) => /<\/?[a-z]|&[a-z]+;/.test(text))).to.deep.equal([])
    }
  })

  it('fill in the same parameters in both languages', () => {
    const differing = [...danish].filter(
      ([key, text]) => parametersOf(text).join() !== parametersOf(english.get(key) ?? '').join(),
    )
    // One form of a plural may do without the number: "1 plads" says it.
    expect(differing.filter(([key]) => !PLURAL.test(key)).map(([key]) => key)).to.deep.equal([])
  })

  it('have every plural form that Danish and English need: one and other', () => {
    for (const texts of [danish, english]) {
      const roots = new Set(
        [...texts.keys()].filter((key) => /_(one|other)$/.test(key)).map((key) => key.replace(PLURAL, '')),
      )
      const halves = [...roots].filter((root) => !texts.has(`${root}_one`) || !texts.has(`${root}_other`))
      expect(halves).to.deep.equal([])
      expect([...roots].filter((root) => texts.has(root))).to.deep.equal([])
    }
  })

  it('English is English: no text is the Danish one, but for names and words that both languages have', () => {
    const same = [...danish].filter(([key, text]) => english.get(key) === text && /[æøåÆØÅ]/.test(text))
    expect(
      same.filter(([, text]) => !/^(Rådsbogen|\{\{\w+\}\})$/.test(text)).map(([key]) => key),
    ).to.deep.equal([])
  })

  describe('that code asks for are there', () => {
    for (const file of sources()) {
      const { whole, beginnings } = keysIn(read(file))
      if (whole.length + beginnings.length === 0) continue
      it(file, () => {
        expect(whole.filter((key) => !asked.has(key))).to.deep.equal([])
        const known = [...asked]
        expect(beginnings.filter((start) => !known.some((key) => key.startsWith(start)))).to.deep.equal([])
      })
    }
  })

  it('the check sees a key that is not there', () => {
    const { whole, beginnings } = keysIn(
      "t('front.no_such_text', { a }) + t(`front.nothing.${x}`) + t('front.none.' + y)",
    )
    expect(whole).to.deep.equal(['front.no_such_text'])
    expect(beginnings).to.deep.equal(['front.nothing.', 'front.none.'])
    expect(asked.has('front.no_such_text')).to.equal(false)
  })
})

function read(file: string): string {
  return readFileSync(path.join(projectRoot, file), 'utf8')
}

function flatten(texts: Texts, prefix = ''): Map<string, string> {
  const entries = Object.entries(texts).flatMap(([name, text]): [string, string][] =>
    typeof text === 'string' ? [[`${prefix}${name}`, text]] : [...flatten(text, `${prefix}${name}.`)],
  )
  return new Map(entries)
}

function parametersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))].sort()
}

function sources(): string[] {
  return ['views', 'routes', 'bin'].flatMap((folder) =>
    readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ejs|ts)$/.test(name))
      .map((name) => `${folder}/${name}`),
  )
}

/** The keys that a source asks for: those written out, and the beginnings of those put together. */
function keysIn(source: string): { whole: string[]; beginnings: string[] } {
  const whole = [...source.matchAll(/\bt\(\s*'([a-z_]+\.[\w.]*\w)'\s*[,)]/g)]
  const notices = [...source.matchAll(/\bnotice: '([a-z_]+\.[\w.]+)'/g)]
  const checks = [...source.matchAll(/'(invalid\.\w+)/g)]
  const beginnings = [
    ...source.matchAll(/\bt\(\s*`([a-z_]+\.[\w.]*)\$\{/g),
    ...source.matchAll(/\bt\(\s*'([a-z_]+\.[\w.]*)'\s*\+/g),
  ]
  const found = (matches: RegExpMatchArray[]) => [...new Set(matches.map((match) => match[1] ?? ''))]
  return { whole: found([...whole, ...notices, ...checks]), beginnings: found(beginnings) }
}
