import { createTransport } from 'nodemailer'
import type { MailConfig } from '../config.ts'

export interface Message {
  to: string
  subject: string
  text: string
}

/** The message was not taken: the server is not there, or says no. What went wrong is for the log, not for the page. */
export class NotSent extends Error {}

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
        throw new NotSent(error instanceof Error ? error.message : 'not sent', { cause: error })
      }
    },
  }
}
