import { createTransport } from 'nodemailer'
import type { MailConfig } from '../../config.ts'

export interface Message {
  to: string
  subject: string
  text: string
}

/**
 * The message was not taken. What went wrong is for the log, not for the page. `refused`: the server is not there or says
 * no. `address`: it says no to the address. `unknown`: it was lost on the way, and may have been taken all the same.
 */
export class NotSent extends Error {
  readonly why: 'refused' | 'address' | 'unknown'

  constructor(why: NotSent['why'], cause: unknown) {
    super(cause instanceof Error ? cause.message : 'not sent', { cause })
    this.why = why
  }
}

/** Sends mail. Only there where a mail server is configured; everywhere else letters are printed. */
export interface Mailer {
  send(message: Message): Promise<void>
}

/** Throws NotSent where the mail server does not take the message. Gives up after ten seconds. */
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

/** Before the server has answered to the message, only a connection that never came about is sure to have taken nothing. */
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
