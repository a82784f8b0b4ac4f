import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { textsByKey } from '../../bin/sources/text_keys.ts'
import { projectRoot } from '../../config.ts'
import { LOCALES } from '../../routes/web/i18n.ts'
import { mergeTexts, readTexts, textFiles, type Texts } from '../../views/texts.ts'

const danish = textsByKey(readTexts('da'))
const english = textsByKey(readTexts('en'))
const PLURAL = /_(zero|one|two|few|many|other)$/

describe('The texts', () => {
  it('are the same in both languages, key by key', () => {
    expect({
      onlyDanish: [...danish.keys()].filter((key) => !english.has(key)),
      onlyEnglish: [...english.keys()].filter((key) => !danish.has(key)),
    }).to.deep.equal({ onlyDanish: [], onlyEnglish: [] })
  })

  it('stand in the same files in both languages, in the same order', () => {
    const [here, there] = [textFiles('da'), textFiles('en')].map((files) =>
      files.map(({ file, texts }) => ({ file, keys: [...textsByKey(texts).keys()] })),
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
      ([key, text]) =>
        parametersOf(text).join() !==
        parametersOf(english.get(key) ?? '')
          .map(inDanish)
          .join(),
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
})

function read(file: string): string {
  return readFileSync(path.join(projectRoot, file), 'utf8')
}

/** The statutes give both languages: `title` is filled in for Danish and `titleEn` for English. */
function inDanish(parameter: string): string {
  return parameter.replace(/(?<=^(?:title|own))En$/, '')
}

function parametersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))].sort()
}
