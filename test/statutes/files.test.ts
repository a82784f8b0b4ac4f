import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { Validator, type Schema } from 'jsonschema'
import { projectRoot } from '../../config.ts'
import { parseStatutes } from '../../models/statutes/document.ts'
import { statutesJsonSchemaText } from '../../models/statutes/json_schema.ts'
import { LOCALES } from '../../routes/web/i18n.ts'
import { statutesPage } from '../../views/public/statutes/statutes.page.ts'
import { anApp } from '../support/app.ts'
import { aReader } from '../support/reader.ts'
import { anId } from '../support/ids.ts'

const folder = path.join(projectRoot, 'statutes')
const FILES = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json') && name !== 'schema.json')
  .sort()
const schema = JSON.parse(readFileSync(path.join(folder, 'schema.json'), 'utf8')) as Schema

describe('The statutes files', () => {
  it('are one of Randers and samples of other councils', () => {
    expect(FILES.length).to.be.at.least(3)
    expect(FILES).to.include('randers-2018.json')
  })

  it('the schema beside them is the one that the program itself reads files by', () => {
    expect(readFileSync(path.join(folder, 'schema.json'), 'utf8')).to.equal(statutesJsonSchemaText())
  })

  it('the schema is published as it is, for anybody', async () => {
    const house = await anApp()
    const answer = await house.visitor().raw('get', '/vedtaegter/skema.json')
    expect(answer.status).to.equal(200)
    expect(answer.headers['content-type']).to.match(/^application\/schema\+json/)
    expect(JSON.parse(answer.body instanceof Buffer ? answer.body.toString() : answer.text)).to.deep.equal(
      schema,
    )
  })

  for (const name of FILES) {
    const json = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as unknown

    it(`${name} can be used, and an editor that knows the schema finds nothing to mark`, () => {
      parseStatutes(json)
      expect(new Validator().validate(json, schema).errors.map(String)).to.deep.equal([])
    })

    for (const lang of LOCALES) {
      it(`${name} can be read in plain words: ${lang}`, () => {
        const statutes = parseStatutes(json)
        const in_force_from = statutes.inForceFrom
        const version = {
          id: anId(1),
          statutes,
          in_force_from,
          reason: '',
          rule_key: null,
          made_by: '',
          replaces_id: null,
        }
        const shown = { ...version, made_on: in_force_from }
        const page = statutesPage(aReader({ lang, on: '2026-03-02' }), [shown], shown)
        const rules = page.groups.flatMap((group) => group.rules)
        expect(rules.length).to.be.above(25)
        for (const { title, sentence } of rules) {
          expect(`${title} ${sentence}`).to.match(/^\p{Lu}.+[.)]$/u)
          expect(`${title} ${sentence}`).not.to.match(/statutes\.|\{\{|undefined|null|\[object/)
        }
      })
    }

    it(`${name} has an English text beside every Danish one`, () => {
      const { rules } = parseStatutes(json)
      const untranslated = Object.entries(rules).filter(([, rule]) => rule?.sourceEn === undefined)
      expect(untranslated.map(([key]) => key)).to.deep.equal([])
    })
  }

  it('the schema says no where the program does', () => {
    const randers = JSON.parse(readFileSync(path.join(folder, 'randers-2018.json'), 'utf8')) as {
      rules: Record<string, { value: unknown }>
    }
    const wrong = { ...randers, rules: { ...randers.rules, councilTie: { value: 'coin' } } }
    expect(new Validator().validate(wrong, schema).valid).to.equal(false)
    expect(() => parseStatutes(wrong)).to.throw()
  })
})
