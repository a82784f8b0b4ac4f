import { readFileSync } from 'node:fs'
import path from 'node:path'
import ejs from 'ejs'
import type { Request, Response } from 'express'
import { projectRoot } from '../../config.ts'
import * as dates from '../../models/core/dates.ts'
import { canOf } from '../../models/accounts/permissions.ts'
import type { FieldError, LanguageLink, Locals, Markup } from '../../views/locals.ts'
import { markNames, NO_NAMES } from '../../views/name_marks.ts'
import type { Shown, View } from '../../views/pages.ts'
import { asset, dkfds, icon } from './assets.ts'
import { LOCALES } from './i18n.ts'
import { sendWithSecrets } from './secrets.ts'
import { addressInLanguage } from './return_address.ts'

const viewsDir = path.join(projectRoot, 'views')

export type Door = 'public' | 'office' | 'booth'

const DOORS: readonly Door[] = ['public', 'office', 'booth']

export interface Rendering {
  title: string
  /** Plain values, with no queries left to run. */
  page?: object
  /** The door in whose folder the view lies, unless another one is said. */
  layout?: Door
  status?: number
  errors?: readonly FieldError[]
  /** As typed after a refusal, else as stored. */
  values?: Record<string, string | string[] | undefined>
}

export type RenderingOf<V extends View> = Omit<Rendering, 'page'> & Shown<V>

type Compiled = (locals: object) => string

const compiled = new Map<string, Compiled>()

/** Each template is read and compiled once; `npm run dev` begins anew when one changes. */
function renderView(view: string, locals: object): Markup {
  const template = compiled.get(view) ?? compile(view)
  compiled.set(view, template)
  return template(locals) as Markup
}

function compile(view: string): Compiled {
  const filename = path.join(viewsDir, `${view}.ejs`)
  const paths = { filename, root: viewsDir, views: [viewsDir] }
  return ejs.compile(readFileSync(filename, 'utf8'), {
    ...paths,
    cache: true,
    _with: false,
    localsName: 'it',
  })
}

/** Browsers may keep public pages briefly, all others never. */
export function show<V extends View>(req: Request, res: Response, view: V, rendering: RenderingOf<V>): void {
  showNamed(req, res, view, rendering)
}

/** A room that shows all its views alike checks the types of its pages itself. */
export function showNamed(req: Request, res: Response, view: string, named: Rendering): void {
  const rendering = behindDoor(view, named)
  const csrf = tokenFor(res, view, rendering)
  const locals = { ...localsOf(req, res, rendering), csrf }
  send(res, rendering, csrf, inLayout(mainOf(req, view, locals), locals))
}

function send(res: Response, rendering: Behind, csrf: string, html: string): void {
  res.set('Cache-Control', rendering.layout === 'public' && csrf === '' ? 'no-cache' : 'no-store')
  res.status(rendering.status ?? 200).type('html')
  if (res.req.secrets) sendWithSecrets(res.req, res, html)
  else res.send(html)
}

/** Renders a reader's main part once until the next act. The view must have no form: its tokens change each time. */
export async function showWithKeptMain<V extends View>(
  req: Request,
  res: Response,
  view: V,
  kept: { key: string; make: () => Promise<RenderingOf<V>> },
): Promise<void> {
  const { main, rendering } = await req.answers.get(`main:${view}:${req.lang}:${kept.key}`, async () => {
    const made = behindDoor(view, await kept.make())
    const locals = { ...localsOf(req, res, made), csrf: '' }
    return { main: mainOf(req, view, locals), rendering: { ...made, page: {} } }
  })
  const csrf = tokenFor(res, view, rendering)
  send(res, rendering, csrf, inLayout(main, { ...localsOf(req, res, rendering), csrf }))
}

/** Renders a public page without posted forms once until the next act. `key`: what it depends on besides language. */
export async function showKept<V extends View>(
  req: Request,
  res: Response,
  view: V,
  kept: { key: string; make: () => Promise<RenderingOf<V>> },
): Promise<void> {
  const html = await req.answers.get(`html:${view}:${req.lang}:${kept.key}`, async () => {
    const locals = { ...localsOf(req, res, behindDoor(view, await kept.make())), csrf: '' }
    return inLayout(mainOf(req, view, locals), locals)
  })
  res.set('Cache-Control', 'no-cache').type('html').send(html)
}

type Behind = Rendering & { layout: Door }

function behindDoor(view: string, rendering: Rendering): Behind {
  return { layout: DOORS.find((door) => view.startsWith(`${door}/`)) ?? 'public', ...rendering }
}

/** `alike`: other fields on the page have the same label, so no sentence about this one tells them apart. */
type Labels = ReadonlyMap<string, { label: string; alike: boolean }>

type Filled = Locals & { page: object; layout: Door; labels: Labels }

function mainOf(req: Request, view: string, locals: Filled): string {
  return markNames(withLabels(renderView(view, locals), locals.labels), req.names ?? NO_NAMES)
}

function inLayout(body: string, locals: Filled): string {
  return renderView(`layouts/${locals.layout}`, { ...locals, body })
}

/** The error summary stands above the fields, whose labels are known only once they are rendered. */
function withLabels(html: string, labels: Labels): string {
  return html.replace(/<!--label:(check|act):(.*?)-->/g, (_mark, from: string, field: string) => {
    const { label, alike = false } = labels.get(field) ?? {}
    if (label === undefined || (from === 'act' && !alike)) return ''
    const shown = /[?:.]$/.test(label) ? label : `${label}:`
    return `<span class="error-label">${ejs.escapeXML(shown)} </span>`
  })
}

/** A token begins a session, so an error page shown to a stranger asks for none. */
function tokenFor(res: Response, view: string, { layout }: Rendering): string {
  const hasForms = layout === 'office' || !view.startsWith('errors/')
  return hasForms ? ((res.locals.csrf as string | undefined) ?? '') : ''
}

function localsOf(req: Request, res: Response, rendering: Behind): Omit<Filled, 'csrf'> {
  const { errors = [], values = {}, page = {}, layout, title } = rendering
  const { lang, t } = req
  const labels = new Map<string, { label: string; alike: boolean }>()
  return {
    page,
    labels,
    title,
    layout,
    lang,
    t,
    path: req.path,
    languageLinks: languageLinks(req),
    user: req.user ? { name: req.user.name, roleName: t(`roles.${req.user.role}`) } : null,
    can: canOf(req.user),
    council: req.house.council,
    once: (res.locals.once as string | undefined) ?? '',
    notice: res.locals.notice as string | undefined,
    errors,
    values,
    error: (field: string, label?: string, name?: string) => {
      if (label !== undefined) labels.set(field, { label: name ?? label, alike: name !== undefined })
      return errors.find((error) => error.field === field)?.message
    },
    value: (field: string, fallback: string | number = '') => String(values[field] ?? fallback),
    date: (day: dates.IsoDate) => dates.formatDate(day, lang),
    readAs: (field: string) => res.req.guessed?.get(field),
    longDate: (day: dates.IsoDate) => dates.formatLongDate(day, lang),
    shortDate: dates.formatShortDate,
    time: (time: string) => dates.formatTime(time, lang),
    asset,
    dkfds,
    icon,
  }
}

function languageLinks(req: Request): LanguageLink[] {
  return LOCALES.map((lang) => {
    // A page in answer to a sent form has no address of its own to come back to.
    const href = addressInLanguage(req.method === 'GET' ? req.originalUrl : '/', lang)
    return { lang, href, label: lang === 'da' ? 'Dansk' : 'English', current: lang === req.lang }
  })
}
