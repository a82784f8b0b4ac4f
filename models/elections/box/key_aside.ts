import { encodeQR } from 'qr'
import { answerAside } from '../../core/aside.ts'
import type { ElectionId } from '../../core/ids.ts'
import { findTyped, newSharedKey, newSlip, type SlipKey } from './custody/slip_key.ts'
import { combineFitting, type LockingKey, readShare, slipField } from './key_slips.ts'
import { slipQrText } from './custody/key_words.ts'
import { openerOf, type Opener } from './opener.ts'
import { newBoxKey, sealingReady, sealTo, unsealBy } from './sealing.ts'

// The process in which slips and the box's key are made, and in which slips are read and the key is put together. Nothing of
// them is left when it exits.

let own: Awaited<ReturnType<typeof newBoxKey>> | undefined
let opener: Opener | undefined

answerAside({
  /** The election and the slip's number. Answers the slip's public key, the code to scan as a path and its side, and each word. */
  slip: async ([about]) => {
    const { election, number } = read('slip', about)
    const { publicKey, words } = await newSlip()
    const { side, path } = qrOf(slipQrText(election, number, words))
    return [publicKey, Buffer.from(path), Buffer.from(`${side}`), ...words.map((word) => Buffer.from(word))]
  },
  /** How many slips open the box, and their public keys. Answers the box's public key, and the sealed share of each. */
  lock: async ([threshold, ...slipKeys]) => {
    const { publicKey, sealed } = await newSharedKey(Number(String(threshold)), slipKeys)
    return [publicKey, ...sealed]
  },
  /** The slips, and one as typed. Answers the number of the slip that it is. */
  find: async ([slips, typed]) => {
    const number = await findTyped(read('slips', slips), String(typed), slipField(0))
    return [Buffer.from(`${number}`)]
  },
  /** Begins a sitting: what is typed from now on is sealed to this process. */
  begin: async () => {
    own = await newBoxKey()
    return [own.publicKey]
  },
  /** The locking key, whom to seal it to, and one slip as typed. */
  seal: async ([key, publicKey = Buffer.alloc(0), slip]) => {
    await sealingReady()
    const { share, number } = await readShare(read('key', key), String(slip), slipField(0))
    return [sealTo(publicKey, share), Buffer.from(`${number}`)]
  },
  /** The locking key, and the sealed shares. Answers which of them fit; none when too few do. */
  combine: async ([key, ...sealed]) => {
    const pair = own
    if (!pair) throw new Error('the sitting has not begun')
    const shares = sealed.map((one) => unsealBy(pair, one))
    const found = await combineFitting(read('key', key), shares)
    if (found) opener = await openerOf(found.secret)
    return [Buffer.from(JSON.stringify(found?.fitting ?? []))]
  },
  /** The most marks of a ballot, and the sealed ballots. */
  open: async ([most, ...sealed]) => {
    if (!opener) throw new Error('the slips have not been put together')
    const contents = await opener.open(sealed, Number(String(most)))
    return [Buffer.from(JSON.stringify(contents.map((content) => content ?? null)))]
  },
})

interface Told {
  slip: { election: ElectionId; number: number }
  slips: (SlipKey & { sealed?: string })[]
  key: LockingKey
}

/** What the server tells that is no secret. */
function read<Kind extends keyof Told>(_kind: Kind, json: Buffer | undefined): Told[Kind] {
  return JSON.parse(String(json)) as Told[Kind]
}

/** As one SVG path of unit squares. */
function qrOf(text: string): { side: number; path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 })
  const squares = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
  return { side: rows.length, path: squares.join('') }
}
