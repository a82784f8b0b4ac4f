import { createServer, type Server, type Socket } from 'node:net'

export interface Delivered {
  from: string
  to: string
  data: string
}

export interface SmtpServer {
  url: string
  delivered: Delivered[]
  close(): Promise<void>
}

export interface Manners {
  refuses?: boolean
  dislikes?: boolean
  /** Takes the message and hangs up before it confirms it. */
  hangsUp?: boolean
  thinksMs?: number
}

/** A mail server on this machine that keeps what it is given. */
export async function anSmtpServer(manners: Manners = {}): Promise<SmtpServer> {
  const delivered: Delivered[] = []
  const server = createServer((socket) => talk(socket, delivered, manners))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  return { url: `smtp://127.0.0.1:${port}`, delivered, close: () => closed(server) }
}

function talk(socket: Socket, delivered: Delivered[], manners: Manners): void {
  const { refuses, dislikes, hangsUp, thinksMs = 0 } = manners
  let message: Delivered = { from: '', to: '', data: '' }
  let inData = false
  let rest = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  const answer = (line: string): void => {
    if (inData) {
      if (line !== '.') {
        message.data += `${line}\n`
        return
      }
      inData = false
      if (dislikes) {
        say('554 this looks like spam')
        return
      }
      delivered.push(message)
      message = { from: '', to: '', data: '' }
      if (hangsUp) socket.destroy()
      else setTimeout(() => say('250 kept'), thinksMs)
      return
    }
    if (/^(EHLO|HELO)/i.test(line)) say('250 local')
    else if (/^MAIL FROM:<(.*)>/i.test(line)) {
      message.from = /<(.*?)>/.exec(line)?.[1] ?? ''
      say('250 ok')
    } else if (/^RCPT TO:/i.test(line)) {
      message.to = /<(.*?)>/.exec(line)?.[1] ?? ''
      say(refuses ? '550 no such person here' : '250 ok')
    } else if (/^DATA/i.test(line)) {
      inData = true
      say('354 go on')
    } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
    else say('250 ok')
  }
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('utf8')).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) answer(line)
  })
  say('220 local')
}

async function closed(server: Server): Promise<void> {
  await new Promise((resolve) => server.close(resolve))
}

export function textOf({ data }: Delivered): string {
  const [head = '', ...body] = data.split('\n\n')
  const text = body.join('\n\n')
  if (/quoted-printable/i.test(head)) {
    const bytes = text
      .replace(/=\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    return Buffer.from(bytes, 'latin1').toString('utf8')
  }
  return /base64/i.test(head) ? Buffer.from(text, 'base64').toString('utf8') : text
}
