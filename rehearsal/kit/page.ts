import { load, type CheerioAPI } from 'cheerio'

type Found = ReturnType<CheerioAPI>

export interface Answer {
  status: number
  url: string
  html: string
}

export interface SentForm {
  action: string
  fields: Record<string, string | string[]>
}

/** A page as people read it: by its heading, its labels, its buttons and its links. */
export class Page {
  readonly status: number
  readonly url: string
  private readonly html: string
  private parsed: CheerioAPI | undefined

  constructor({ status, url, html }: Answer) {
    this.status = status
    this.url = url
    this.html = html
  }

  /** Parsed when it is first looked at: many pages are only passed on the way. */
  get $(): CheerioAPI {
    return (this.parsed ??= load(this.html))
  }

  get heading(): string {
    return tidy(this.$('h1').first().text())
  }

  /** Holds the page's main part only. */
  get text(): string {
    return tidy(this.$('main').text())
  }

  /** The sentences of the error summary, without the labels before them. */
  get errors(): string[] {
    const lines = this.$('[role=alert] li').clone()
    lines.find('.error-label').remove()
    return lines.toArray().map((line) => tidy(this.$(line).text()))
  }

  get notice(): string {
    return tidy(this.$('[role=status]').first().text())
  }

  texts(selector: string): string[] {
    return this.$(selector)
      .toArray()
      .map((element) => tidy(this.$(element).text()))
  }

  attributes(selector: string, name: string): string[] {
    const found = this.$(selector).toArray()
    return found.map((element) => this.$(element).attr(name)).filter((value) => value !== undefined)
  }

  /** Throws when no link has this text: a reader could not follow it. */
  link(text: string): string {
    const found = this.$('a')
      .toArray()
      .find((element) => tidy(this.$(element).text()) === text)
    const href = found && this.$(found).attr('href')
    if (href === undefined) throw new Error(`no link "${text}" on ${this.url}:\n${this.text}`)
    return href
  }

  value(name: string): string | undefined {
    const field = this.$(`main [name="${name}"]`)
    if (field.is('textarea')) return field.text()
    if (field.is('select')) return field.find('option[selected]').attr('value')
    if (field.is('[type=radio], [type=checkbox]')) return field.filter('[checked]').attr('value')
    return field.attr('value')
  }

  /** The name of the field with this label. Throws when the page has none: a reader could not fill it in. */
  field(label: string): string {
    return this.labelled(label, '[name]').attr('name') ?? ''
  }

  /** The value of the box, button or line with this text among those named `name`. */
  choice(name: string, text: string): string {
    const line = this.$(`main select[name="${name}"] option`).filter((_index, one) => this.says(one, text))
    const value = line.attr('value') ?? this.labelled(text, `[name="${name}"]`).attr('value')
    if (value === undefined) throw new Error(`no choice "${text}" in "${name}" on ${this.url}`)
    return value
  }

  private labelled(text: string, which: string): Found {
    const ids = this.$('main label')
      .toArray()
      .filter((label) => this.says(label, text))
      .map((label) => this.$(label).attr('for') ?? '')
    const found = this.$('main input, main select, main textarea').filter(
      (_index, one) => ids.includes(this.$(one).attr('id') ?? '') && this.$(one).is(which),
    )
    if (found.length !== 1) throw new Error(`${found.length} fields "${text}" on ${this.url}:\n${this.text}`)
    return found
  }

  private says(element: Parameters<CheerioAPI>[0], text: string): boolean {
    return tidy(this.$(element).text()) === text
  }

  /**
   * The form as a browser would send it, found by the text of its button, and among several by what else it says;
   * without a button the page's only form. Throws for a field that the form does not have.
   */
  fill(fields: Record<string, string | string[]> = {}, button?: string, about?: string): SentForm {
    const form = this.formWith(button, about)
    const sent: Record<string, string | string[]> = {}
    for (const { name, value } of form.serializeArray()) {
      const before = sent[name]
      sent[name] = before === undefined ? value : [...[before].flat(), value]
    }
    // A browser sends the pressed button along with the form.
    const pressed = button === undefined ? undefined : this.buttonIn(form, button)
    const pressedName = pressed?.attr('name')
    if (pressedName !== undefined) sent[pressedName] = pressed?.attr('value') ?? ''
    for (const [name, value] of Object.entries(fields)) {
      if (form.find(`[name="${name}"]`).length === 0) {
        throw new Error(`no field "${name}" in the form on ${this.url}`)
      }
      sent[name] = value
    }
    return { action: form.attr('action') ?? this.url, fields: sent }
  }

  private formWith(button: string | undefined, about = '') {
    const forms = this.$('main form[method=post]')
    const matching = forms.filter(
      (_index, form) =>
        (button === undefined || this.buttonIn(this.$(form), button).length > 0) &&
        tidy(this.$(form).text()).includes(about),
    )
    if (matching.length !== 1) {
      const what = button === undefined ? 'form' : `form with the button "${button}"`
      throw new Error(`${matching.length} of the ${what} on ${this.url} (${this.status}):\n${this.text}`)
    }
    return matching.first()
  }

  private buttonIn(form: Found, text: string): Found {
    return form.find('button').filter((_index, one) => tidy(this.$(one).text()) === text)
  }
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
