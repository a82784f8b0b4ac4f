import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** A key for one purpose is of no use for another. The labels are never changed: what is sealed could not be read. */
const LABELS = {
  ballot: 'raadsbogen ballot 1',
  enteredPaper: 'raadsbogen entered paper 1',
  logHead: 'raadsbogen log head 1',
  lotSeed: 'raadsbogen lot seed 1',
  pollingTable: 'raadsbogen polling table 1',
  session: 'raadsbogen session 1',
} as const
export type Purpose = keyof typeof LABELS

/** `unknown_secret`: made with a secret that the server no longer has. `forged`: not made by this server. */
export type Authorship = 'ours' | 'unknown_secret' | 'forged'

/**
 * Keys that the database never holds: derived from the secrets of the server's settings. The first secret seals, all of
 * them are accepted. What is sealed names its secret by a short mark, so that a missing secret is told from a forgery.
 */
export interface OutsideKeys {
  /** Returns a proof of always the same length that this server knew the text. */
  prove(purpose: Purpose, text: string): string
  authorOf(purpose: Purpose, text: string, proof: string): Authorship
  /** Encrypts. `about` says what it belongs to: what is moved elsewhere does not open. */
  lock(purpose: Purpose, plain: Uint8Array, about: string): string
  /** Throws LockedError with the reason when it does not open. */
  unlock(purpose: Purpose, locked: string, about: string): Buffer
}

export class LockedError extends Error {
  readonly why: Exclude<Authorship, 'ours'>

  constructor(why: Exclude<Authorship, 'ours'>) {
    super(why)
    this.why = why
  }
}

/** The length of a proof in signs, its mark included. */
export const PROOF_LENGTH = 8 + 1 + 43

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

export function outsideKeysFrom(secrets: readonly [string, ...string[]]): OutsideKeys {
  const byPurpose = new Map<Purpose, [Key, ...Key[]]>()
  const keysFor = (purpose: Purpose): [Key, ...Key[]] => {
    const [first, ...older] = secrets
    const keys = byPurpose.get(purpose) ?? [
      keyFrom(first, purpose),
      ...older.map((one) => keyFrom(one, purpose)),
    ]
    byPurpose.set(purpose, keys)
    return keys
  }
  const find = (purpose: Purpose, mark: string) => keysFor(purpose).find((key) => key.mark === mark)
  return {
    prove: (purpose, text) => proofBy(keysFor(purpose)[0], text),
    authorOf: (purpose, text, proof) => {
      const key = find(purpose, markIn(proof))
      if (!key) return isProof(proof) ? 'unknown_secret' : 'forged'
      return areSame(proofBy(key, text), proof) ? 'ours' : 'forged'
    },
    lock: (purpose, plain, about) => encrypt(keysFor(purpose)[0], plain, about),
    unlock: (purpose, locked, about) => {
      const key = find(purpose, markIn(locked))
      if (!key) throw new LockedError('unknown_secret')
      return decrypt(key, locked, about)
    },
  }
}

interface Key {
  bytes: Buffer
  /** Eight signs that name the secret and tell nothing of it. */
  mark: string
}

function keyFrom(secret: string, purpose: Purpose): Key {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', LABELS[purpose], KEY_BYTES))
  return { bytes, mark: createHmac('sha256', bytes).update('mark').digest('hex').slice(0, 8) }
}

function proofBy({ bytes, mark }: Key, text: string): string {
  return `${mark}.${createHmac('sha256', bytes).update(`proof:${text}`, 'utf8').digest('base64url')}`
}

function markIn(sealed: string): string {
  return sealed.slice(0, 8)
}

function isProof(text: string): boolean {
  return /^[0-9a-f]{8}\.[\w-]{43}$/.test(text)
}

function encrypt({ bytes, mark }: Key, plain: Uint8Array, about: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', bytes, nonce).setAAD(Buffer.from(about, 'utf8'))
  const body = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return `${mark}.${body.toString('base64url')}`
}

function decrypt({ bytes }: Key, locked: string, about: string): Buffer {
  const body = Buffer.from(locked.slice(9), 'base64url')
  try {
    const opened = createDecipheriv('aes-256-gcm', bytes, body.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(Buffer.from(about, 'utf8'))
      .setAuthTag(body.subarray(-TAG_BYTES))
    return Buffer.concat([opened.update(body.subarray(NONCE_BYTES, -TAG_BYTES)), opened.final()])
  } catch {
    throw new LockedError('forged')
  }
}

function areSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
