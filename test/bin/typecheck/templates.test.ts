import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { typecheck } from '../../../bin/typecheck/program.ts'
import { projectRoot } from '../../../config.ts'

/** A page that few files stand behind. */
const MERGER = 'views/office/bodies/merger'
const TEMPLATE = `${MERGER}.ejs`
const BROKEN = `<%- include('/partials/back_link', { options: { hreff: '/', href: '/' } }) %>
<%- include('/partials/back_link', {}) %>
<%= it.page.bodies.length %>
<%= it.page.address %>
<%= it.page.bodies %>
<%- it.title %>
`

function read(file: string): string {
  return readFileSync(path.join(projectRoot, file), 'utf8')
}

describe('npm run typecheck: templates', () => {
  let errors: string[]
  let lines: string[]

  // A field of the page gets another name, and below the template stands what it may not have.
  before(() => {
    const page = read(`${MERGER}.page.ts`).replaceAll('action', 'address')
    const template = `${read(TEMPLATE)}${BROKEN}`
    lines = template.split('\n')
    const overlay = new Map([[`${MERGER}.page.ts`, page]]).set(TEMPLATE, template)
    errors = typecheck({ only: 'office/bodies/merger', overlay })
  })

  function errorsAt(words: string): string[] {
    const found = lines.flatMap((line, index) => (line.includes(words) ? [index + 1] : []))
    expect(found, `lines with ${words}`).not.to.be.empty
    return errors.filter((error) => found.some((line) => error.startsWith(`${TEMPLATE}(${line},`)))
  }

  it('fails in every line where a template reads a field that its page no longer has', () => {
    const reads = lines.filter((line) => line.includes('page.action'))
    const found = errors.filter((error) =>
      error.includes("Property 'action' does not exist on type 'MergerPage'"),
    )
    expect(reads).not.to.be.empty
    expect(new Set(found.map((error) => /\((\d+),/.exec(error)?.[1])).size).to.equal(reads.length)
    expect(errorsAt('page.action').length).to.be.at.least(reads.length)
  })

  it('fails where an include misspells what a part takes, and where it leaves it out', () => {
    expect(errorsAt('hreff').join('\n')).to.include("'hreff' does not exist")
    expect(errorsAt("'/partials/back_link', {})").join('\n')).to.include("'options' is missing")
  })

  it('fails where nothing or a list would be printed, and where a text is printed as it is', () => {
    expect(errorsAt('<%= it.page.bodies.length %>')).to.be.empty
    expect(errorsAt('<%= it.page.address %>')).to.have.length(1)
    expect(errorsAt('<%= it.page.bodies %>')).to.have.length(1)
    expect(errorsAt('<%- it.title %>')).to.have.length(1)
  })
})
