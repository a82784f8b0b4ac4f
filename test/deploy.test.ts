import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../config.ts'

describe('The unit file of the server', () => {
  const lines = readFileSync(path.join(projectRoot, 'deploy/raadsbogen.service'), 'utf8').split('\n')

  it('lets nothing of the memory reach the disk, neither a core file nor swap', () => {
    expect(lines).to.include.members(['LimitCORE=0', 'MemorySwapMax=0'])
    expect(lines.filter((line) => /^(LimitCORE|MemorySwapMax)=/.test(line))).to.have.length(2)
  })
})

describe('The server', () => {
  const read = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8')

  it('is started with the same switches everywhere, and measured with them', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } }
    const switches = switchesIn(scripts.start)
    expect(switches).to.have.length(2)
    for (const file of ['deploy/raadsbogen.service', 'Dockerfile', 'README.md'])
      expect(switchesIn(read(file)), file).to.deep.equal(switches)
    expect(/SERVER_FLAGS = \[(.*)\]/.exec(read('bench/child.ts'))?.[1]).to.equal(
      switches.map((one) => `'${one}'`).join(', '),
    )
  })
})

function switchesIn(text: string): string[] {
  const [command = ''] = /\bnode[", ]+((--[\w=-]+[", ]+)+)dist\/server\.js/.exec(text) ?? []
  return command.match(/--[\w=-]+/g) ?? []
}
