import { expect } from 'chai'
import { missingKeys, speechOf, textsByKey, unusedKeys } from '../../bin/sources/text_keys.ts'

describe('The command words', () => {
  describe('finds a text that nothing asks for', () => {
    it('and none that is written out, in code or in a template', () => {
      const keys = ['front.lead', 'front.heading', 'front.list', 'front.gone']
      expect(
        unused(keys, "t('front.lead')", "<h1><%= t('front.heading') %></h1><%- list('front.list') -%>"),
      ).to.deep.equal(['front.gone'])
    })

    it('and none that is put together of words which the sources know', () => {
      const keys = [
        'roles.chair',
        'roles.member',
        'roles.king',
        'roles.chair.long',
        'ways.by_mail',
        'ways.by_foot',
      ]
      const code =
        "const all = ['chair', 'member', 'by']; t(`roles.${role}`); t('ways.by_' + (mail ? 'mail' : 'hand'))"
      expect(unused(keys, code)).to.deep.equal(['roles.king', 'roles.chair.long', 'ways.by_foot'])
    })

    it('and none whose words are put together in their turn', () => {
      const keys = [
        'tasks.seat_vacant_poll.text',
        'log.person_changed',
        'quota.soft_at_least',
        'share.1_2',
        'share.1_5',
      ]
      const code = `
        const kinds = ['poll', 'person.changed', 'soft', 'at_least', '1/2']
        t(\`tasks.\${kind}.text\`, { kind: \`seat_vacant_\${by}\` })
        t('log.' + action.replace('.', '_')); t(\`quota.\${force}_\${limit}\`); t(\`share.\${share}\`)`
      expect(unused(keys, code)).to.deep.equal(['share.1_5'])
    })

    it('in either form of a plural, and a check whose parameters stand after a bar', () => {
      const keys = ['front.seats_one', 'front.seats_other', 'front.areas_one', 'invalid.too_long']
      const code = "t('front.seats', { count }); withMessage(`invalid.too_long|most=${most}`)"
      expect(unused(keys, code)).to.deep.equal(['front.areas_one'])
    })

    it('although a comment of a template names it', () => {
      expect(unused(['front.lead'], '', "<%# t('front.lead') %>")).to.deep.equal(['front.lead'])
    })
  })

  describe('finds what is asked for and not there', () => {
    it('written out, as a notice, or in a check', () => {
      const code =
        "t('front.lead', { a }); done({ notice: 'front.saved' }); withMessage('invalid.odd|most=3'); log('front.x')"
      expect(missing(['front.heading'], code)).to.deep.equal([
        'front.lead',
        'front.saved',
        'invalid.odd|most=3',
      ])
    })

    it('put together, when no text begins and ends so', () => {
      const code = "t(`front.kind.${kind}`); t('front.none.' + kind); t(`front.${kind}.title`)"
      expect(missing(['front.kind.open', 'front.kind.name'], code)).to.deep.equal([
        'front.none.…',
        'front.….title',
      ])
    })

    it('in one branch of a choice', () => {
      expect(missing(['front.lead'], "t(late ? 'front.late' : 'front.lead')")).to.deep.equal(['front.late'])
    })

    it('but not where both forms of a plural are there', () => {
      expect(missing(['front.seats_one', 'front.seats_other'], "t('front.seats', { count })")).to.deep.equal(
        [],
      )
    })
  })

  it('knows each text by the key that code asks for', () => {
    const texts = { front: { lead: 'Velkommen', kind: { open: 'Åben' } }, name: 'Navn' }
    expect([...textsByKey(texts)]).to.deep.equal([
      ['front.lead', 'Velkommen'],
      ['front.kind.open', 'Åben'],
      ['name', 'Navn'],
    ])
  })
})

function unused(keys: readonly string[], code: string, template = ''): string[] {
  return unusedKeys(keys, speech(code, template))
}

function missing(keys: readonly string[], code: string): string[] {
  return missingKeys(keys, speech(code)).map(({ text }) => text)
}

function speech(code: string, template = '') {
  return speechOf([
    { file: 'routes/front.ts', text: code },
    { file: 'views/front.ejs', text: template },
  ])
}
