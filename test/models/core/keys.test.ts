import { expect } from 'chai'
import { LockedError, outsideKeysFrom, PROOF_LENGTH } from '../../../models/core/keys.ts'

const [now, before, foreign] = ['n', 'b', 'f'].map((sign) => sign.repeat(32)) as [string, string, string]

describe('Keys outside the database', () => {
  const ours = outsideKeysFrom([now, before])
  const old = outsideKeysFrom([before])
  const others = outsideKeysFrom([foreign])

  it('a proof is known by whoever has the secret, and is always equally long', () => {
    for (const text of ['', 'æøå', 'x'.repeat(1000)]) {
      const proof = ours.prove('ballot', text)
      expect(proof).to.have.length(PROOF_LENGTH)
      expect(ours.authorOf('ballot', text, proof)).to.equal('ours')
      expect(outsideKeysFrom([now]).authorOf('ballot', text, proof)).to.equal('ours')
    }
  })

  it('what an older secret has proved is known while it is in the list, and told from a forgery afterwards', () => {
    const proof = old.prove('ballot', 'text')
    expect(ours.authorOf('ballot', 'text', proof)).to.equal('ours')
    expect(outsideKeysFrom([now]).authorOf('ballot', 'text', proof)).to.equal('unknown_secret')
    expect(others.authorOf('ballot', 'text', proof)).to.equal('unknown_secret')
  })

  it('another text, another purpose, another sign or no proof at all is a forgery', () => {
    const proof = ours.prove('ballot', 'text')
    expect(ours.authorOf('ballot', 'texts', proof)).to.equal('forged')
    expect(ours.authorOf('logHead', 'text', proof)).to.equal('unknown_secret')
    for (let at = 9; at < PROOF_LENGTH; at += 1) {
      const changed = `${proof.slice(0, at)}${proof[at] === 'A' ? 'B' : 'A'}${proof.slice(at + 1)}`
      expect(ours.authorOf('ballot', 'text', changed)).to.equal('forged')
    }
    for (const none of ['', 'nonsense', proof.slice(0, 8), proof.slice(9), `${proof}A`])
      expect(ours.authorOf('ballot', 'text', none)).to.equal('forged')
  })

  it('what is locked opens with the same purpose and for the same thing alone', () => {
    const plain = Buffer.from('a seed of 32 bytes, or any other')
    const locked = ours.lock('lotSeed', plain, 'election:7')
    expect(ours.lock('lotSeed', plain, 'election:7')).not.to.equal(locked)
    expect(ours.unlock('lotSeed', locked, 'election:7')).to.deep.equal(plain)
    expect(ours.unlock('lotSeed', old.lock('lotSeed', plain, 'election:7'), 'election:7')).to.deep.equal(
      plain,
    )
    const refused = (open: () => Buffer) => {
      try {
        open()
        return 'opened'
      } catch (error) {
        return (error as LockedError).why
      }
    }
    expect(refused(() => ours.unlock('lotSeed', locked, 'election:8'))).to.equal('forged')
    expect(refused(() => ours.unlock('lotSeed', `${locked.slice(0, -3)}AAA`, 'election:7'))).to.equal(
      'forged',
    )
    expect(refused(() => ours.unlock('lotSeed', locked.slice(0, 20), 'election:7'))).to.equal('forged')
    expect(refused(() => ours.unlock('ballot', locked, 'election:7'))).to.equal('unknown_secret')
    expect(refused(() => others.unlock('lotSeed', locked, 'election:7'))).to.equal('unknown_secret')
    expect(refused(() => ours.unlock('lotSeed', '', 'election:7'))).to.equal('unknown_secret')
  })
})
