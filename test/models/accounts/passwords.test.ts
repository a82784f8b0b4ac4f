import { execFileSync } from 'node:child_process'
import { expect } from 'chai'
import { projectRoot } from '../../../config.ts'

describe('A stored password', () => {
  it('is an argon2id hash that costs 19 MiB and two passes', () => {
    // In a process of its own: the tests make hashes cheap.
    const code =
      "const { hashPassword } = await import('./models/accounts/passwords.ts'); console.log(await hashPassword('tre tilfældige ord'))"
    const args = ['--import', 'tsx', '--input-type=module', '--eval', code]
    const stored = execFileSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8' })
    expect(stored).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
})
