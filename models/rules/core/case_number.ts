/** The form of a case number in the municipal key: subject, facet, running number, year. The meaning is not checked. */
const CASE_NUMBER = /^\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d+-\d{2}$/

/** Whether the text has the form of a case number, as "27.15.00-A08-1-20". It is not unique: a case lives for years. */
export function isCaseNumber(text: string): boolean {
  return CASE_NUMBER.test(text)
}
