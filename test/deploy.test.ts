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
