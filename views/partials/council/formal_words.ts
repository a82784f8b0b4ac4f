import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import type { FormalAppointment } from '../../../models/council/formal/formal_appointments.ts'
import type { Reader } from '../../reader.ts'

/** What the register says of the appointment that follows an election. */
export interface FormalLine {
  text: string
  /** The appointment is not written down yet, and the member sits or is to come. */
  waits: boolean
}

/** "Skal bekræftes af Socialudvalget", as on the day. Returns null when the statutes ask for no appointment. */
export function formalLine(
  { t, lang, today }: Pick<Reader, 't' | 'lang' | 'today'>,
  formal: FormalAppointment | undefined,
  { until, day }: { until: IsoDate; day?: IsoDate | undefined },
): FormalLine | null {
  if (!formal) return null
  const { made, body } = formal
  if (made && (day === undefined || made.decided_on <= day)) {
    const { appointing_body, decided_on, case_number } = made
    const words = {
      body: appointing_body,
      date: formatDate(decided_on, lang),
      number: case_number ?? '',
    }
    return { text: t(case_number === null ? 'formal.made' : 'formal.made_case', words), waits: false }
  }
  const waits = (day ?? today) <= until
  const said = waits ? 'waits' : 'never'
  return { text: body === null ? t(`formal.${said}_unknown`) : t(`formal.${said}`, { body }), waits }
}
