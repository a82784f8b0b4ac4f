import { expect } from 'chai'
import { ESLint, Linter } from 'eslint'
import tseslint from 'typescript-eslint'

describe('A question with a front door', () => {
  it('is the kind of an area or a body: no ternary and no if on one kind', async () => {
    for (const code of [
      "export const text = area.kind === 'place' ? 'a' : 'b'",
      "if (area?.kind !== 'organisations') throw new Error('c')",
      "export const text = 'place' === seat.area_kind ? 'a' : 'b'",
      "export const isOne = ({ kind }: Body) => kind == 'organisation'",
    ]) {
      for (const file of ['models/council/seats.ts', 'routes/office/council/index.ts', 'bin/verify.ts'])
        expect(await complaints(file, code), `${file}: ${code}`).to.match(/Ask byKind/)
      expect(await complaints('models/rules/council/vacancy.ts', code)).to.match(/Ask byKind/)
      expect(await complaints('models/rules/core/by_kind.ts', code)).to.equal('')
    }
  })

  it('leaves what is no kind of area or body alone', async () => {
    for (const code of [
      "export const isByPlace = person.contact_by === 'place'",
      "export const isHeld = filling.heldBy === 'organisation'",
      "export const isNew = election.kind === 'by_election'",
    ])
      expect(await complaints('models/council/seats.ts', code), code).to.equal('')
  })

  it('is whether figures are withheld: no second reading of the threshold', async () => {
    const code = 'export const few = rules.publicationThreshold.value > votes'
    expect(await complaints('views/paper/elections/posters/notices.ts', code)).to.match(
      /withheld\.ts answers/,
    )
    expect(await complaints('models/rules/core/by_kind.ts', code)).to.match(/withheld\.ts answers/)
    expect(await complaints('models/rules/elections/withheld.ts', code)).to.equal('')
  })
})

/** The complaints of the repository's own rules on syntax, as if the code stood in the file. */
async function complaints(file: string, code: string): Promise<string> {
  const { rules } = (await eslint.calculateConfigForFile(file)) as Linter.Config
  const said = new Linter().verify(code, {
    languageOptions: { parser: tseslint.parser },
    rules: { 'no-restricted-syntax': rules?.['no-restricted-syntax'] ?? 'off' },
  })
  return said.map(({ message }) => message).join('\n')
}

const eslint = new ESLint()
