import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../config.ts'
import { statutesJsonSchemaText } from '../models/statutes/json_schema.ts'

/** Writes statutes/schema.json anew, after the rules that a file can state have changed. */
writeFileSync(path.join(projectRoot, 'statutes/schema.json'), statutesJsonSchemaText())
