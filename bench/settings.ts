import { readConfig, type Config } from '../config.ts'

export function benchConfig(filename: string): Config {
  return readConfig({
    NODE_ENV: 'production',
    DATABASE_FILE: filename,
    SESSION_SECRET: 'only for measurements on this machine',
    SIGN_IN_LIMIT: '1000',
    LOG_LEVEL: 'error',
  })
}
