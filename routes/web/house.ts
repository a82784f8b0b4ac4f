import type { Logger } from 'pino'
import type { Config } from '../../config.ts'
import { outsideKeysFrom, type OutsideKeys } from '../../models/core/keys.ts'
import { mailerFor, type Mailer } from '../../models/core/mail.ts'
import type { CouncilName } from '../../models/statutes/versions.ts'
import { sealsFrom, type Seals } from './seals.ts'

export interface House {
  council: CouncilName
  /** Without a slash at its end. */
  baseUrl: string
  /** null when no mail server is configured. */
  mailer: Mailer | null
  contact: Config['contact']
  retention: Config['retention']
  /** See `Config`. */
  backupStamp: Config['backupStamp']
  log: Logger
  seals: Seals
  keys: OutsideKeys
}

export function houseFrom(config: Config, council: CouncilName, log: Logger): House {
  const { baseUrl, contact, retention, backupStamp, mail, sessionSecrets } = config
  return {
    council,
    baseUrl,
    contact,
    retention,
    backupStamp,
    log,
    mailer: mailerFor(mail),
    seals: sealsFrom(sessionSecrets),
    keys: outsideKeysFrom(sessionSecrets),
  }
}
