import { translatorFor } from '../../routes/web/i18n.ts'
import { articles, type Article } from './articles.ts'
import { rulesOfLaw, type RuleOfLaw } from './rules_of_law.ts'

export const LAW_PAGE = 'docs/loven.md'

const TOP = `# Loven i koden

Hver bestemmelse i vedtægterne, de regler i koden, der fører den ud i livet, og de tests, der prøver dem. Siden laves med
\`npm run law\` af mærket \`@article\` i \`models/rules\`; en test fejler, når den ikke passer til koden.
`

export function lawPage(): string {
  const t = translatorFor('da')
  const rules = rulesOfLaw()
  const parts = [...articles((rule) => t(`statutes.rules.${rule}.title`))].map(([article, title]) =>
    part(article, title, rules),
  )
  return [TOP, ...parts].join('\n')
}

function part(article: Article, title: string, rules: readonly RuleOfLaw[]): string {
  const own = rules.filter((rule) => rule.articles.includes(article))
  const head = `## ${title} (\`${article}\`)\n`
  if (own.length === 0)
    return `${head}\nStår i vedtægterne. Ingen regel i koden retter sig efter den endnu.\n`
  const lines = own.map(
    ({ name, file, tests }) => `| \`${name}\` | ${linkTo(file)} | ${tests.map(linkTo).join('<br>')} |`,
  )
  return [head, '| Regel | Fil | Test |', '|---|---|---|', ...lines, ''].join('\n')
}

function linkTo(file: string): string {
  return `[${file.replace(/^(?:test\/)?models\/rules\//, '')}](../${file})`
}
