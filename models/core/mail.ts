import { createTransport } from 'nodemailer'
import type { MailConfig } from '../../config.ts'

export interface Message {
  to: string
  subject: string
  text: string
}

/** The mail server did not take the message. The cause is for the log, not for the page. */
export class NotSent extends Error {
  /** `refused`: no server, or it says no. `address`: no to the address. `unknown`: lost, perhaps taken all the same. */
  readonly why: 'refused' | 'address' | 'unknown'

  constructor(why: NotSent['why'], cause: unknown) {
    super(cause instanceof Error ? cause.message : 'not sent', { cause })
    this.why = why
  }
}

/** A mailer exists only when a mail server is configured; otherwise letters are printed. */
export interface Mailer {
  send(message: Message): Promise<void>
}

/** `send` throws NotSent when the server does not take the message within ten seconds. */
export function mailerFor(config: MailConfig | null): Mailer | null {
  if (!config) return null
  const wait = 10_000
  const transport = createTransport({
    url: config.url,
    connectionTimeout: wait,
    greetingTimeout: wait,
    socketTimeout: wait,
  })
  return {
    send: async (message) => {
      try {
        await transport.sendMail({ from: config.from, ...message })
      } catch (error) {
        throw new NotSent(whyNot(error), error)
      }
    },
  }
}

/** Before the server has answered, only a connection that never came about is sure to have delivered nothing. */
function whyNot(error: unknown): NotSent['why'] {
  const { code, command, responseCode, syscall, message } = error as Partial<SMTPError>
  if (command === 'RCPT TO' && (responseCode ?? 0) >= 500) return 'address'
  const never =
    responseCode !== undefined ||
    syscall === 'connect' ||
    ['EDNS', 'EAUTH', 'ETLS', 'EENVELOPE'].includes(code ?? '') ||
    /^(Connection timeout|Greeting never received)/.test(message ?? '')
  return never ? 'refused' : 'unknown'
}

interface SMTPError extends Error {
  code: string
  command: string
  responseCode: number
  syscall: string
}
