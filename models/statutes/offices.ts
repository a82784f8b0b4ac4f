import type { RuleValue, Statutes } from './schema.ts'

/** As the register stores an office: `chair` or `kasserer`. */
export type OfficeKey = string

/** With defaults for what the statutes leave unsaid. */
export interface Office {
  key: OfficeKey
  /** As in the middle of a sentence; undefined when the statutes leave the words to the program. */
  title: { da: string; en: string } | undefined
  count: number
  /** Leads the meetings, so that a vacancy is shown at once. */
  leads: boolean
  /** Leads the meetings while the leading office is empty. */
  deputises: boolean
  chosenBy: RuleValue<'officersChosen'>
}

const STANDARD: Record<string, Pick<Office, 'leads' | 'deputises'>> = {
  chair: { leads: true, deputises: false },
  vice_chair: { leads: false, deputises: true },
}

/** Whether the program has words of its own for the office. */
export function isStandardOffice(key: OfficeKey): boolean {
  return key in STANDARD
}

/** In the statutes' order. Two vice chairs may be written as one office twice. */
export function officesOf({ rules }: Pick<Statutes, 'rules'>): Office[] {
  return officesIn(rules.offices.value, rules.officersChosen?.value)
}

/** `officersChosen`: who chooses those who lead the meetings. */
export function officesIn(
  rule: RuleValue<'offices'>,
  officersChosen: RuleValue<'officersChosen'> = 'council',
): Office[] {
  return rule.map((written) => officeFrom(written, officersChosen))
}

function officeFrom(
  written: RuleValue<'offices'>[number],
  officersChosen: RuleValue<'officersChosen'>,
): Office {
  const own = typeof written === 'object' ? written : undefined
  const key = typeof written === 'object' ? written.key : written
  const standard = STANDARD[key]
  const leads = own?.leads ?? standard?.leads ?? false
  const deputises = own?.deputises ?? standard?.deputises ?? false
  return {
    key,
    title: own && { da: own.title, en: own.titleEn },
    count: own?.count ?? 1,
    leads,
    deputises,
    chosenBy: own?.chosenBy ?? (leads || deputises ? officersChosen : 'council'),
  }
}

/** A renamed office appears as the last version has it. */
export function officesOfAll(versions: readonly { statutes: Pick<Statutes, 'rules'> }[]): Office[] {
  const offices = versions.flatMap(({ statutes }) => officesOf(statutes))
  return [...new Map(offices.map((office) => [office.key, office])).values()]
}

type Holding = { office: OfficeKey }

/** Holders who lead the meetings by these statutes, and holders who lead while that office is empty. */
export function leadersIn(statutes: Pick<Statutes, 'rules'>) {
  const offices = officesOf(statutes)
  const has = (fact: 'leads' | 'deputises') => (held: Holding) =>
    offices.some((office) => office[fact] && office.key === held.office)
  return { leading: has('leads'), deputy: has('deputises') }
}
