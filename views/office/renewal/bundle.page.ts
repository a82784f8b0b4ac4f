import type { RequestToSend } from '../../../models/renewal/letters_together.ts'
import { paths } from '../../paths.ts'

export interface BundlePage {
  back: string
  action: string
  fileHref: string
  letters: { to: string; seat: string; href: string; email: string | null }[]
  /** How many have an address and can be sent; 0 without a mail server. */
  mails: number
}

export function bundlePage(years: string, requests: readonly RequestToSend[], canMail: boolean): BundlePage {
  const letters = requests.map(({ bodyId, letter: { nominationId, to, seat } }) => ({
    to: to.name,
    seat,
    href: paths.letter(nominationId, 'anmodning', bodyId),
    email: canMail ? to.email : null,
  }))
  return {
    back: paths.renewal(years),
    action: paths.renewalLetters(years),
    fileHref: paths.renewalLettersFile(years),
    letters,
    mails: letters.filter(({ email }) => email !== null).length,
  }
}
