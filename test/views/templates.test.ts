import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../../config.ts'
import { LOCALES, hasText } from '../../routes/web/i18n.ts'

const viewsDir = path.join(projectRoot, 'views')
const templates = readdirSync(viewsDir, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ejs'))
  .map((file) => ({ file, source: readFileSync(path.join(viewsDir, file), 'utf8') }))

describe('views: every template', () => {
  for (const { file, source } of templates) {
    describe(file, () => {
      it('prints unescaped only what another template made', () => {
        const unescaped = [...source.matchAll(/<%-\s*(.*?)%>/gs)].map((match) => match[1] ?? '')
        expect(unescaped.filter((code) => !/^(include\(|it\.body\s*$)/.test(code))).to.deep.equal([])
      })

      it('has no script, style or handler of its own, which the content policy would refuse', () => {
        const markup = withoutCode(source)
        expect(markup).not.to.match(/\sstyle=/)
        expect(markup).not.to.match(/\son[a-z]+=/)
        expect(markup).not.to.match(/<script(?![^>]*\ssrc=)|<style/)
      })

      it('writes no word itself: every visible one is a text of the locales', () => {
        const words = withoutCode(source)
          .replace(/<!doctype html>|<[^>]*>/gi, ' ')
          .match(/\p{L}+/gu)
        expect(words ?? []).to.deep.equal([])
        const attributes = withoutCode(source).matchAll(/\s(?:aria-label|title|alt|placeholder)="([^"]*)"/g)
        expect(
          [...attributes].map((match) => match[1] ?? '').filter((text) => /\p{L}/u.test(text)),
        ).to.deep.equal([])
      })

      it('asks only for texts that both languages have', () => {
        const keys = [...source.matchAll(/\bt\(\s*'([a-z_]+\.[\w.]+)'\s*[,)]/g)].map(
          (match) => match[1] ?? '',
        )
        const missing = LOCALES.flatMap((lang) =>
          keys.filter((key) => !hasTextOrPlural(lang, key)).map((key) => `${lang}: ${key}`),
        )
        expect(missing).to.deep.equal([])
      })

      it('decides by what a person may do, never by a role', () => {
        expect(source).not.to.match(
          /\buser\.role\b|[!=]==? ?'(secretary|polling_officer|auditor|administrator)'/,
        )
      })
    })
  }
})

/** The markup alone: code between EJS marks may hold `>` and words that nobody sees. */
function withoutCode(source: string): string {
  return source.replace(/<%.*?%>/gs, '')
}

function hasTextOrPlural(lang: (typeof LOCALES)[number], key: string): boolean {
  return hasText(lang, key) || (hasText(lang, `${key}_one`) && hasText(lang, `${key}_other`))
}
