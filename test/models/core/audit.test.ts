import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../../../config.ts'
import { ACTIONS } from '../../../models/core/actions.ts'
import { act, auditHead, listEvents, type By } from '../../../models/core/audit.ts'
import { verifyChain } from '../../../models/core/chain.ts'
import { LOCALES, translatorFor } from '../../../routes/web/i18n.ts'
import { anApp, type TestApp } from '../../support/app.ts'
import { takeGuardsOff } from '../../support/tampering.ts'

describe('The log of acts', () => {
  let house: TestApp
  beforeEach(async () => {
    house = await anApp()
  })

  async function doSomething(by: Partial<By> = {}): Promise<{ id: number }> {
    return act(house.db, { ...house.by, ...by }, async (trx) => {
      const [row] = await trx('bodies')
        .insert({ slug: `sted-${randomUUID()}`, kind: 'place' } as never)
        .returning('id')
      const result = { id: (row as { id: number }).id }
      return { action: 'person.changed', subject: 'person:1', details: { æ: 'ø', a: [1, null] }, result }
    })
  }

  async function chainOf(acts: number): Promise<void> {
    for (let n = 0; n < acts; n += 1) await doSomething()
  }

  it('an act appends one line with who, the day, what and to what, linked to the one before', async () => {
    const before = await auditHead(house.db)
    await doSomething({ name: 'Signe Holm' })
    const [event] = await listEvents(house.db, before.sequence + 1, 1)
    expect(event).to.include({
      sequence: before.sequence + 1,
      day: '2026-01-15',
      actor: 'Signe Holm',
      action: 'person.changed',
      subject: 'person:1',
      details: '{"a":[1,null],"æ":"ø"}',
      previous_hash: before.hash,
    })
    expect(event?.hash).to.match(/^[0-9a-f]{64}$/)
    expect(await auditHead(house.db)).to.deep.equal({ sequence: event?.sequence, hash: event?.hash })
  })

  it('what an act throws undoes all of it, and leaves no line', async () => {
    const before = await auditHead(house.db)
    const places = await house.db('bodies').pluck('id')
    const failing = act(house.db, house.by, async (trx) => {
      await trx('bodies').insert({ slug: 'halv', kind: 'place' } as never)
      throw new Error('torn')
    })
    expect(await failing.catch((error: unknown) => (error as Error).message)).to.equal('torn')
    expect(await auditHead(house.db)).to.deep.equal(before)
    expect(await house.db('bodies').pluck('id')).to.deep.equal(places)
  })

  it('twenty at once stand in line: no number is used twice and the chain stays whole', async () => {
    const { sequence } = await auditHead(house.db)
    await Promise.all(Array.from({ length: 20 }, () => doSomething()))
    expect(await verifyChain(house.db)).to.include({ whole: true, sequence: sequence + 20 })
  })

  it('a form that was sent before gives its first result and does nothing', async () => {
    const { sequence } = await auditHead(house.db)
    const results = await Promise.all([1, 2, 3].map(() => doSomething({ once: 'the same form' })))
    expect(new Set(results.map(({ id }) => id)).size).to.equal(1)
    expect((await auditHead(house.db)).sequence).to.equal(sequence + 1)
  })

  it('every action of the closed list has its sentence in both languages, and no sentence is left over', () => {
    for (const lang of LOCALES) {
      expect(sentencesOf(lang).sort(), lang).to.deep.equal([...ACTIONS].sort())
      for (const action of ACTIONS) {
        expect(translatorFor(lang)(`audit.actions.${action}`)).to.match(/^\p{Lu}.*\.$/u)
        expect(translatorFor(lang)(`audit.actions.${action}`)).not.to.include('{{')
      }
    }
  })

  describe('when somebody goes around the program', () => {
    beforeEach(async () => {
      await chainOf(6)
      await takeGuardsOff(house.db, 'audit_events')
    })

    const fields = { day: '2025-01-01', actor: 'X', action: 'x', subject: 'x:1', details: '{}' }
    for (const [field, value] of Object.entries(fields)) {
      it(`a changed ${field} is found, and where`, async () => {
        await house
          .db('audit_events')
          .where({ sequence: 3 })
          .update({ [field]: value })
        expect(await verifyChain(house.db)).to.deep.equal({ whole: false, sequence: 3, fault: 'changed' })
      })
    }

    it('a changed line whose own hash was made to fit is found by the next', async () => {
      const [three, four] = await house.db('audit_events').whereIn('sequence', [3, 4]).orderBy('sequence')
      await house
        .db('audit_events')
        .where({ sequence: 3 })
        .update({ hash: 'f'.repeat(64) })
      expect(await verifyChain(house.db)).to.deep.equal({ whole: false, sequence: 3, fault: 'changed' })
      expect(four?.previous_hash).to.equal(three?.hash)
      await house
        .db('audit_events')
        .where({ sequence: 3 })
        .update({ hash: three?.hash ?? '' })
      await house
        .db('audit_events')
        .where({ sequence: 4 })
        .update({ previous_hash: 'e'.repeat(64) })
      expect(await verifyChain(house.db)).to.deep.equal({ whole: false, sequence: 4, fault: 'not_linked' })
    })

    it('a line that is gone is named', async () => {
      await house.db('audit_events').where({ sequence: 4 }).delete()
      expect(await verifyChain(house.db)).to.deep.equal({ whole: false, sequence: 4, fault: 'missing' })
    })

    it('the first line gone, and all lines gone, are found', async () => {
      await house.db('audit_events').where({ sequence: 1 }).delete()
      expect(await verifyChain(house.db)).to.deep.equal({ whole: false, sequence: 1, fault: 'missing' })
      await house.db('audit_events').delete()
      expect(await verifyChain(house.db)).to.deep.equal({ whole: false, sequence: 1, fault: 'cut_off' })
    })

    it('an end that is cut off is found', async () => {
      const { sequence } = await auditHead(house.db)
      await house
        .db('audit_events')
        .where('sequence', '>', sequence - 2)
        .delete()
      const found = { whole: false, sequence: sequence - 1, fault: 'cut_off' }
      expect(await verifyChain(house.db)).to.deep.equal(found)
    })

    it('two lines that changed places are found', async () => {
      await house.db('audit_events').where({ sequence: 3 }).update({ sequence: 1000 })
      await house.db('audit_events').where({ sequence: 4 }).update({ sequence: 3 })
      await house.db('audit_events').where({ sequence: 1000 }).update({ sequence: 4 })
      expect(await verifyChain(house.db)).to.deep.equal({ whole: false, sequence: 3, fault: 'not_linked' })
    })

    it('a line added at the end without the program is found', async () => {
      const last = (await house.db('audit_events').orderBy('sequence', 'desc').first())!
      const forged = { ...last, sequence: last.sequence + 1, previous_hash: last.hash, hash: 'd'.repeat(64) }
      await house.db('audit_events').insert(forged)
      expect(await verifyChain(house.db)).to.deep.include({ whole: false, sequence: last.sequence + 1 })
    })

    it('a head that is gone or does not fit is found', async () => {
      await takeGuardsOff(house.db, 'audit_heads')
      const { sequence } = await auditHead(house.db)
      await house.db('audit_heads').update({ hash: 'a'.repeat(64) })
      expect(await verifyChain(house.db)).to.deep.equal({ whole: false, sequence, fault: 'changed' })
      await house.db('audit_heads').delete()
      expect(await verifyChain(house.db)).to.deep.equal({ whole: false, sequence, fault: 'no_head' })
    })
  })
})

function sentencesOf(lang: string): string[] {
  const text = readFileSync(path.join(projectRoot, 'locales', lang, 'core/audit.json'), 'utf8')
  const { audit } = JSON.parse(text) as { audit: { actions: Record<string, Record<string, string>> } }
  return Object.entries(audit.actions).flatMap(([kind, deeds]) =>
    Object.keys(deeds).map((deed) => `${kind}.${deed}`),
  )
}
