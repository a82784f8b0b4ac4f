import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../config.ts'
import { statutesJsonSchemaText } from '../models/statutes/json_schema.ts'

/** Run it after a change of the rules that a file can state. */
writeFileSync(path.join(projectRoot, 'statutes/schema.json'), statutesJsonSchemaText())
