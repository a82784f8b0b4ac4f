/** Becomes `12 34 56 78`. Returns undefined for what is no Danish telephone number. */
export function danishPhone(written: string): string | undefined {
  const digits = written
    .trim()
    .replace(/[\s.-]/g, '')
    .replace(/^(?:\+|00)45/, '')
  return /^\d{8}$/.test(digits) ? digits.replace(/(\d{2})(?=\d)/g, '$1 ') : undefined
}

/** Of another country only with its code, so that no CPR number passes for a telephone. */
export function parsePhone(written: string): string | undefined {
  const abroad = written.trim().replace(/[\s().-]+/g, ' ')
  return danishPhone(written) ?? (/^(?:\+|00)\d(?: ?\d){6,14}$/.test(abroad) ? abroad : undefined)
}
