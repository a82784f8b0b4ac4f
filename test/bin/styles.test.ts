import { expect } from 'chai'
import { styleNames, unusedStyles } from '../../bin/sources/style_names.ts'

describe('The command styles', () => {
  it('reads classes, ids and data attributes from selectors, not from what they say', () => {
    const sheet = `/* .gone */
      @media (width < 768px) { .seat.late > a:hover, #navn { color: #abc; background: url('/x.svg') } }
      .form:has([data-sending]) .hint { margin: 0.5rem }`
    expect(styleNames([{ file: 'seats.css', text: sheet }]).map(({ name }) => name)).to.deep.equal([
      '.seat',
      '.late',
      '#navn',
      '.form',
      '[data-sending',
      '.hint',
    ])
  })

  it('finds a class that no attribute writes', () => {
    const view = `<% const kind = 'gone' %><p class="seat<% if (late) { %> late<% } %> <%= old ? 'old' : '' %>" id="top"></p>`
    expect(unused('.seat, .late, .old, .gone, #top, #bottom {}', { view })).to.deep.equal([
      '.gone',
      '#bottom',
    ])
  })

  it('takes the variable part of a class for a word that the sources know', () => {
    const view = '<li class="board-<%= state %> tag<% if (big) { %>-big<% } %>"></li>'
    const code = "export const STATES = ['open', 'closed']"
    expect(unused('.board-open, .board-lost, .tag-big, .tag {}', { view, code })).to.deep.equal([
      '.board-lost',
    ])
  })

  it('takes a class with a hyphen from any string of a view, and any class from a script', () => {
    const view = "<% const mark = late ? 'seat-late' : 'early' %><li class=\"<%= mark %>\"></li>"
    const script = "form.classList.add('waiting'); document.querySelector('ul.hits > li')"
    expect(unused('.seat-late, .early, .waiting, .hits {}', { view, script })).to.deep.equal(['.early'])
  })

  it('takes the name of a field for its id, and data that a script sets for an attribute', () => {
    const view = "<% include('text_field', { field: { name: 'navn' } }) %><p data-trouble></p>"
    const script = "button.dataset.isSending = ''"
    const sheet = '#navn, [data-trouble], [data-is-sending], [data-gone] {}'
    expect(unused(sheet, { view, script })).to.deep.equal(['[data-gone'])
  })
})

function unused(sheet: string, { view = '', script = '', code = '' }): string[] {
  const names = styleNames([{ file: 'public/css/app.css', text: sheet }])
  const sources = [
    { file: 'views/page.ejs', text: view },
    { file: 'public/js/page.js', text: script },
    { file: 'models/page.ts', text: code },
  ]
  return unusedStyles(names, sources).map(({ name }) => name)
}
