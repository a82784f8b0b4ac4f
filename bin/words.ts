import { LOCALES } from '../routes/web/i18n.ts'
import { textFiles } from '../views/texts.ts'
import { sourceFiles } from './sources/source_files.ts'
import { missingKeys, speechOf, textsByKey, unusedKeys } from './sources/text_keys.ts'

/** Exits with 1 for a text that no source asks for, or a missing one. A built key counts for every text it can be. */
function checkWords(): string[] {
  const speech = speechOf(
    sourceFiles(
      ['app.ts', 'server.ts', 'config.ts', 'bin', 'models', 'routes', 'views'],
      ['.ts', '.ejs'],
    ).filter(({ file }) => !file.startsWith('bin/sources/')),
  )
  return LOCALES.flatMap((lang) => {
    const files = textFiles(lang).map(({ file, texts }) => ({ file, keys: [...textsByKey(texts).keys()] }))
    const keys = files.flatMap((one) => one.keys)
    const unused = new Set(unusedKeys(keys, speech))
    return [
      ...files.flatMap(({ file, keys }) =>
        keys
          .filter((key) => unused.has(key))
          .map((key) => `locales/${lang}/${file}: nothing asks for ${key}`),
      ),
      ...missingKeys(keys, speech).map(({ file, text }) => `${file}: ${lang} has no ${text}`),
    ]
  })
}

const faults = checkWords()
for (const fault of faults) process.stderr.write(`${fault}\n`)
process.exitCode = faults.length > 0 ? 1 : 0
