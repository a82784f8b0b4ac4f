import { expect } from 'chai'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../../config.ts'
import { asset, dkfds, joinedStyles } from '../../../routes/web/assets.ts'
import { anApp } from '../../support/app.ts'

const CSS = path.join(projectRoot, 'public/css')

describe('The stylesheet', () => {
  it('is sent as one file, with every part once and in order', async () => {
    const answer = await (await anApp()).visitor().raw('get', asset('css/app.css'))
    expect(answer.status).to.equal(200)
    expect(answer.headers['content-type']).to.equal('text/css; charset=utf-8')
    expect(answer.headers['cache-control']).to.equal('public, max-age=31536000, immutable')
    expect(answer.text).to.equal(joinedStyles('css/app.css'))
    expect(answer.text).not.to.include('@import')

    const [system = '', ...order] = [...read('app.css').matchAll(/^@import '\.\/([\w/]+\.css)';$/gm)].map(
      ([, part = '']) => part,
    )
    expect(read('app.css').trim().split('\n')).to.have.length(order.length + 1)
    expect(system).to.equal('designsystem.css')
    const sent = answer.text.replaceAll(/url\(\/dkfds\/[\d.]+\//g, 'url(/dkfds/')
    expect(sent).to.equal([system, ...order].map(read).join('\n'))
    expect([...order].sort()).to.deep.equal(
      readdirSync(path.join(CSS, 'parts'))
        .map((part) => `parts/${part}`)
        .sort(),
    )
  })

  it('names no font and no picture that is not there', async () => {
    const visitor = (await anApp()).visitor()
    const addresses = [...joinedStyles('css/app.css').matchAll(/url\(["']?([^)"']+)["']?\)/g)].map(
      ([, address = '']) => address,
    )
    expect(addresses).to.include.members([
      dkfds('fonts/IBMPlexSans/split/woff2/IBMPlexSans-Regular-Latin1.woff2'),
    ])
    for (const address of addresses.filter((one) => !one.startsWith('data:')))
      expect((await visitor.raw('get', address)).status, address).to.equal(200)
  })

  it('and every page come packed to a browser that takes them so', async () => {
    const visitor = (await anApp()).visitor()
    for (const address of [asset('css/app.css'), '/']) {
      const answer = await visitor.raw('get', address).set('Accept-Encoding', 'gzip')
      expect(answer.headers['content-encoding'], address).to.equal('gzip')
      expect(answer.text, address).to.equal((await visitor.raw('get', address)).text)
    }
  })

  it('is written in parts of at most 600 lines', () => {
    const files = readdirSync(CSS, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.css'),
    )
    expect(files.filter((file) => read(file).split('\n').length > 600)).to.deep.equal([])
  })
})

function read(file: string): string {
  return readFileSync(path.join(CSS, file), 'utf8')
}
