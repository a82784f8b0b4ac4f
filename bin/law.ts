import { writeFileSync } from 'node:fs'
import { LAW_PAGE, lawPage } from './law/page.ts'

/** `npm run law`: writes down which rule carries out each article of the statutes, and which test tries it. */
writeFileSync(LAW_PAGE, lawPage())
process.stdout.write(`written: ${LAW_PAGE}\n`)
