import { paths } from '../../paths.ts'

export interface OwnPhonePage {
  phone: string
  action: string
  backHref: string
}

export function ownPhonePage({ phone }: { phone: string | null }): OwnPhonePage {
  return { phone: phone ?? '', action: paths.ownPhone, backHref: paths.ownAccount }
}
