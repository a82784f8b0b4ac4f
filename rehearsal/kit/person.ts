import { Page, type SentForm } from './page.ts'
import { encode, multipart, type Fields, type SentFile } from './sent_form.ts'

const MOST_REDIRECTS = 5

type Multipart = ReturnType<typeof multipart>

/** A reader with a browser without JavaScript: keeps cookies, follows redirects, and signs in again when asked to. */
export class Person {
  readonly name: string
  /** The person's title in Danish, for the story: "rådssekretær". */
  readonly title: string
  private readonly base: string
  private readonly account: { email: string; password: string } | undefined
  private readonly cookies = new Map<string, string>()

  constructor(
    base: string,
    who: { name: string; title: string; account?: { email: string; password: string } },
  ) {
    this.base = base
    this.name = who.name
    this.title = who.title
    this.account = who.account
  }

  get email(): string {
    return this.account?.email ?? ''
  }

  /** Throws when the page cannot be shown: a reader would stop here. */
  async open(address: string): Promise<Page> {
    return proper(await this.look(address))
  }

  /** Returns the page whatever the answer is. */
  async look(address: string): Promise<Page> {
    const page = await this.request('GET', this.pathOf(address))
    const asked = page.url.startsWith('/log-ind') && !address.startsWith('/log-ind')
    return asked && this.account ? this.post(page.fill({ ...this.account })) : page
  }

  async follow(page: Page, text: string): Promise<Page> {
    return this.open(page.link(text))
  }

  /** Throws with the page's own words when the form is refused. */
  async send(page: Page, fields: Fields = {}, button?: string, about?: string): Promise<Page> {
    return proper(await this.post(page.fill(fields, button, about)))
  }

  /** Throws when the form is accepted. */
  async sendInVain(page: Page, fields: Fields = {}, button?: string): Promise<Page> {
    const answer = await this.post(page.fill(fields, button))
    if (answer.status < 400 || answer.status >= 500) {
      throw new Error(`${answer.url} skulle have sagt nej, men svarede ${answer.status}`)
    }
    return answer
  }

  /** Sends a form as it is, whatever the answer: a screen that was left, a button that is pressed again. */
  async post({ action, fields }: SentForm): Promise<Page> {
    return this.request('POST', this.pathOf(action), encode(fields))
  }

  /** Throws with the page's own words when the form is refused. */
  async upload(page: Page, file: SentFile, fields: Fields = {}, button?: string): Promise<Page> {
    const { action, fields: filled } = page.fill(fields, button)
    return proper(await this.request('POST', this.pathOf(action), multipart(filled, file)))
  }

  /** Sends a form that is answered with a file. */
  async download({ action, fields }: SentForm): Promise<Buffer> {
    const body = encode(fields)
    const headers = this.headersFor('POST', body)
    const answer = await fetch(`${this.base}${this.pathOf(action)}`, { method: 'POST', headers, body })
    return Buffer.from(await answer.arrayBuffer())
  }

  private async request(
    method: 'GET' | 'POST',
    path: string,
    body?: string | Multipart,
    hops = 0,
  ): Promise<Page> {
    const answer = await fetch(`${this.base}${path}`, {
      method,
      redirect: 'manual',
      headers: this.headersFor(method, body),
      ...(body !== undefined && { body: typeof body === 'string' ? body : new Uint8Array(body.body) }),
    })
    this.keepCookies(answer.headers.getSetCookie())
    const html = await answer.text()
    const to = answer.headers.get('location')
    if (answer.status < 300 || answer.status >= 400 || to === null) {
      return new Page({ status: answer.status, url: path, html })
    }
    if (hops === MOST_REDIRECTS) throw new Error(`${path} sender videre i ring`)
    return this.request('GET', this.pathOf(to), undefined, hops + 1)
  }

  private headersFor(method: 'GET' | 'POST', body: string | Multipart | undefined): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return {
      'accept-language': 'da',
      // Between two ends of one machine, packing is work for nothing.
      'accept-encoding': 'identity',
      ...(cookie !== '' && { cookie }),
      ...(method === 'POST' && { origin: this.base }),
      ...(body !== undefined && {
        'content-type': typeof body === 'string' ? 'application/x-www-form-urlencoded' : body.type,
      }),
    }
  }

  private keepCookies(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';')
      const [name = '', ...value] = pair.trim().split('=')
      const expires = attributes.find((one) => /^\s*expires=/i.test(one))?.split('=')[1]
      if (expires !== undefined && Date.parse(expires) <= Date.now()) this.cookies.delete(name)
      else this.cookies.set(name, value.join('='))
    }
  }

  /** Throws for an address outside the house, which would be a mistake of the page. */
  private pathOf(address: string): string {
    const url = new URL(address, this.base)
    if (url.origin !== this.base) throw new Error(`${address} fører ud af huset`)
    return `${url.pathname}${url.search}`
  }
}

function proper(page: Page): Page {
  if (page.status < 400) return page
  const said = page.errors.length > 0 ? page.errors.join(' ') : page.text
  throw new Error(`${page.url} svarede ${page.status}: ${said}`)
}
