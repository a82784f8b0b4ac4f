import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../../config.ts'
import { LOCALES, hasText } from '../../routes/web/i18n.ts'

const viewsDir = path.join(projectRoot, 'views')
const templates = readdirSync(viewsDir, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ejs'))
  .map((file) => ({ file, source: readFileSync(path.join(viewsDir, file), 'utf8') }))

function broken(rule: (source: string) => readonly string[]): string[] {
  return templates.flatMap(({ file, source }) => rule(source).map((what) => `${file}: ${what}`))
}

const TYPED = String.raw`\w*\.(?:\w+_)?(?:note|reason|statement|findings)\b(?!\.)`
/** A value between tags, with the tag before it. */
const TYPED_PRINTED = new RegExp(String.raw`(<[a-z][^<>]*>|)\s*<%=\s*${TYPED}[^%]*%>`, 'g')
const TYPED_AS_FACT = new RegExp(String.raw`label: t\([^)]*\), value: ${TYPED}`, 'g')
/** Sentences that the program makes, in the language of the page. */
const OWN_WORDS = ['task.reason', 'step.note']

describe('views: every template', () => {
  it('prints unescaped only what another template made', () => {
    const faults = broken((source) => {
      const unescaped = [...source.matchAll(/<%-\s*(.*?)%>/gs)].map(([, code = '']) => code)
      return unescaped.filter((code) => !/^(include\(|it\.body\s*$)/.test(code.replace(CHOICE, '')))
    })
    expect(faults).to.deep.equal([])
  })

  it('has no script, style or handler of its own, which the content policy would refuse', () => {
    const refused = [/\sstyle=/g, /\son[a-z]+=/g, /<script(?![^>]*\ssrc=)|<style/g]
    const faults = broken((source) => refused.flatMap((kind) => withoutCode(source).match(kind) ?? []))
    expect(faults).to.deep.equal([])
  })

  it('says that what people have typed is Danish, whatever the language of the page', () => {
    const faults = broken((source) => {
      const printed = source.matchAll(TYPED_PRINTED)
      const facts = source.matchAll(TYPED_AS_FACT)
      return [
        ...[...printed].filter(([, before = '']) => !/ lang="[^"]*"[^<]*>$/.test(before)).map(([all]) => all),
        ...[...facts].map(([all]) => all),
      ].filter((all) => !OWN_WORDS.some((own) => all.includes(own)))
    })
    expect(faults).to.deep.equal([])
  })

  it('writes no word itself: every visible one is a text of the locales', () => {
    const faults = broken((source) => {
      const markup = withoutCode(source)
      const words = markup.replace(/<!doctype html>|<[^>]*>/gi, ' ').match(/\p{L}+/gu) ?? []
      const attributes = markup.matchAll(/\s(?:aria-label|title|alt|placeholder)="([^"]*)"/g)
      return [...words, ...[...attributes].map(([, text = '']) => text).filter((text) => /\p{L}/u.test(text))]
    })
    expect(faults).to.deep.equal([])
  })

  it('asks only for texts that both languages have', () => {
    const faults = broken((source) => {
      const keys = [...source.matchAll(/\bt\(\s*'([a-z_]+\.[\w.]+)'\s*[,)]/g)].map(([, key = '']) => key)
      return LOCALES.flatMap((lang) =>
        keys.filter((key) => !hasTextOrPlural(lang, key)).map((key) => `${lang} ${key}`),
      )
    })
    expect(faults).to.deep.equal([])
  })

  it('decides by what a person may do, never by a role', () => {
    const role = /\buser\.role\b|[!=]==? ?'(secretary|polling_officer|auditor|administrator)'/g
    expect(broken((source) => source.match(role) ?? [])).to.deep.equal([])
  })

  it('has no line over 160 signs', () => {
    const faults = broken((source) => source.split('\n').filter((line) => line.length > 160))
    expect(faults).to.deep.equal([])
  })
})

const CHOICE = /^[\w.\s='"]+\?\s*(?=include\()/

/** The markup alone: code between EJS marks may hold `>` and words that no reader sees. */
function withoutCode(source: string): string {
  return source.replace(/<%.*?%>/gs, '')
}

function hasTextOrPlural(lang: (typeof LOCALES)[number], key: string): boolean {
  return hasText(lang, key) || (hasText(lang, `${key}_one`) && hasText(lang, `${key}_other`))
}
