import { readConfig, type Config } from '../config.ts'
import { outsideKeysFrom } from '../models/core/keys.ts'

const SECRET = 'only for measurements on this machine'

export const BENCH_KEYS = outsideKeysFrom([SECRET])

export function benchConfig(filename: string): Config {
  return readConfig({
    NODE_ENV: 'production',
    DATABASE_FILE: filename,
    SESSION_SECRET: SECRET,
    SIGN_IN_LIMIT: '1000',
    LOG_LEVEL: 'error',
  })
}
