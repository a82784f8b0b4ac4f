import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../../config.ts'
import { readTexts, type Texts } from '../../views/texts.ts'

const guide = read('docs/vejledning.md')

describe('the guide', () => {
  it('quotes the interface as it is: whatever is in bold is a text of locales/da', () => {
    const said = textsIn(readTexts('da')).map(pattern)
    const quoted = [...guide.matchAll(/\*\*(.+?)\*\*/gs)].map(([, words = '']) => words.replace(/\s+/g, ' '))
    expect(quoted.length).to.be.above(100)
    expect(quoted.filter((words) => !said.some((one) => one.test(words)))).to.deep.equal([])
  })

  it('ends each chapter with what to do if something goes wrong', () => {
    const chapters = guide.split(/^## /m).slice(1)
    const endings = chapters.map((chapter) => chapter.match(/^### .+$/gm)?.at(-1))
    expect(chapters.length).to.be.above(10)
    expect(endings).to.deep.equal(chapters.map(() => '### Hvis noget går galt'))
  })
})

function read(file: string): string {
  return readFileSync(path.join(projectRoot, file), 'utf8')
}

function textsIn(texts: Texts): string[] {
  return Object.values(texts).flatMap((text) =>
    typeof text === 'string' ? [text, ...text.split('\n')] : textsIn(text),
  )
}

/** Anything may stand in the places of the text, like `Mangler 8` for `Mangler {{n}}`. Places alone say nothing. */
function pattern(text: string): RegExp {
  const parts = text.split(/\{\{.+?\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (!/\p{Letter}{2}/u.test(parts.join(''))) return /^$/
  return new RegExp(`^${parts.join('.+')}$`, 'u')
}
