import { paths } from '../../paths.ts'

export interface ClosingPage {
  name: string
  action: string
  accountHref: string
}

export function closingPage({ id, name }: { id: number; name: string }): ClosingPage {
  return { name, action: paths.accountClosing(id), accountHref: paths.account(id) }
}
