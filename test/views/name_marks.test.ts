import { expect } from 'chai'
import ejs from 'ejs'
import { knownNames, markNames, NO_NAMES } from '../../views/name_marks.ts'

const names = knownNames(
  ['Maja Lund', 'Maja', 'Nordbyen', 'Helhedsplanen for Nordbyen', '»Huset«', "KFUM's <Café>"],
  ejs.escapeXML,
  NO_NAMES,
)
const marked = (html: string) => markNames(html, names) as string

describe('marking names for machine translation', () => {
  it('an element with nothing but a name carries the mark, and a name in a sentence gets its own', () => {
    expect(marked('<td class="a">Maja Lund</td>')).to.equal('<td translate="no" class="a">Maja Lund</td>')
    expect(marked('<p>For Maja Lund, til maj</p>')).to.equal(
      '<p>For <bdi translate="no">Maja Lund</bdi>, til maj</p>',
    )
    expect(marked('<li>Maja Lund <b>x</b></li>')).to.equal(
      '<li><bdi translate="no">Maja Lund</bdi> <b>x</b></li>',
    )
  })

  it('takes the longest name, whole words, and a genitive', () => {
    expect(marked('<p>Helhedsplanen for Nordbyen og Nordbyens borgere</p>')).to.equal(
      '<p><bdi translate="no">Helhedsplanen for Nordbyen</bdi> og <bdi translate="no">Nordbyen</bdi>s borgere</p>',
    )
    for (const text of ['Majaland', 'aMaja Lundgaard', 'Nordbyens2']) {
      expect(marked(`<p>${text} x</p>`))
        .to.not.include('Nordbyen</bdi>')
        .and.not.include('Lund</bdi>')
    }
  })

  it('finds names with signs in them as the page writes them', () => {
    expect(marked('<b>I »Huset« nu</b>')).to.equal('<b>I <bdi translate="no">»Huset«</bdi> nu</b>')
    const cafe = ejs.escapeXML("KFUM's <Café>")
    expect(marked(`<b>${cafe}!</b>`)).to.equal(`<b><bdi translate="no">${cafe}</bdi>!</b>`)
  })

  it('leaves attributes, what people write in, and what is marked already', () => {
    for (const html of [
      '<input value="Maja Lund">',
      '<textarea>Maja Lund</textarea>',
      '<p translate="no">Maja Lund <b>x</b></p>',
      '<p translate="no"><p>Maja Lund</p></p>',
    ]) {
      expect(marked(html)).to.equal(html)
    }
  })

  it('where no other element may stand, the element carries the mark', () => {
    expect(marked('<option value="1">Maja Lund (Nordbyen)</option>')).to.equal(
      '<option translate="no" value="1">Maja Lund (Nordbyen)</option>',
    )
    expect(marked('<svg><text x="1">Maja Lund<tspan>x</tspan></text></svg>')).to.equal(
      '<svg><text translate="no" x="1">Maja Lund<tspan>x</tspan></text></svg>',
    )
  })

  it('the words of a button stay together', () => {
    expect(marked('<a class="button button-primary" href="/">Ja, Maja Lund går</a>')).to.equal(
      '<a class="button button-primary" href="/"><span>Ja, <bdi translate="no">Maja Lund</bdi> går</span></a>',
    )
  })
})
