import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { articles } from '../../bin/law/articles.ts'
import { LAW_PAGE, lawPage } from '../../bin/law/page.ts'
import { rulesIn, rulesOfLaw } from '../../bin/law/rules_of_law.ts'

describe('The page about the law', () => {
  it('is what npm run law writes', () => {
    expect(readFileSync(LAW_PAGE, 'utf8')).to.equal(lawPage())
  })

  it('has every rule under an article that the statutes have', () => {
    const known = articles((rule) => rule)
    for (const { name, file, articles: named } of rulesOfLaw()) {
      expect(named, `${file}: ${name} names no article`).not.to.be.empty
      for (const article of named) expect([...known.keys()], `${file}: ${name}`).to.include(article)
    }
  })

  it('has a test for every rule', () => {
    for (const { name, file, tests } of rulesOfLaw()) expect(tests, `${file}: ${name}`).not.to.be.empty
  })
})

describe('The article of a rule', () => {
  it('is that of its file, unless the function names another one', () => {
    const text = `/** @article quorum */

import { x } from './x.ts'

/** Whether enough are there. */
export function first(): void {}

/** @article noticeDays, lateItems */
export function second(): void {}

function inner(): void {}`
    expect(rulesIn('a.ts', text)).to.deep.equal([
      { name: 'first', file: 'a.ts', articles: ['quorum'] },
      { name: 'second', file: 'a.ts', articles: ['noticeDays', 'lateItems'] },
    ])
  })

  it('is missing where neither names one', () => {
    const [rule] = rulesIn('a.ts', '/** Whether enough are there. */\nexport function first(): void {}')
    expect(rule?.articles).to.deep.equal([])
  })
})
