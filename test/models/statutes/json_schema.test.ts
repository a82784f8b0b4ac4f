import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { Validator } from 'jsonschema'
import { statutesJsonSchema, statutesJsonSchemaText } from '../../../models/statutes/json_schema.ts'
import { randersFile } from '../../support/statutes/randers.ts'

describe('The schema that an editor reads a statutes file by', () => {
  const published = readFileSync(new URL('../../../statutes/schema.json', import.meta.url), 'utf8')

  it('is the one that is published, to the letter', () => {
    expect(statutesJsonSchemaText()).to.equal(published)
    expect(statutesJsonSchema()).to.deep.equal(JSON.parse(published))
  })

  it('is of draft 7, has a title, says parts that are used again once, and ends its text with a line break', () => {
    expect(statutesJsonSchema()).to.include({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'Vedtægter for et udsatteråd',
    })
    expect(statutesJsonSchema()).to.have.property('definitions').that.is.not.empty
    expect(statutesJsonSchemaText()).to.match(/^\{\n {2}"\$schema": .*\n\}\n$/s)
  })

  it('is of a file as people write it, where other names may be left out', () => {
    const file = randersFile()
    const areas = (file.areas as object[]).map((area) => ({ ...area, aliases: undefined }))
    const errors = (json: unknown) =>
      new Validator().validate(JSON.parse(JSON.stringify(json)), statutesJsonSchema()).errors
    expect(errors({ ...file, areas }).map(String)).to.deep.equal([])
    expect(errors({ ...file, areas: [] })).to.have.length(1)
  })
})
