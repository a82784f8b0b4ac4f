export interface LoggedError {
  name: string
  message: string
  code?: string
  constraint?: string
  stack: string[]
}

const DATABASE_CODE = /^(SQLITE_\w+|[0-9A-Z]{5})$/

/**
 * Keeps what went wrong and where, without what people typed: a refused query carries its values in the message, in the
 * first lines of the stack and, on PostgreSQL, in `detail`.
 */
export function forLog(error: unknown): LoggedError {
  const thrown: ErrorWithCode = error instanceof Error ? error : new Error(String(error))
  const { name, message, code, constraint, stack } = thrown
  return {
    name,
    message: fromDatabase(code) ? withoutQuery(message) : message,
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    stack: (stack ?? '')
      .split('\n')
      .filter((line) => /^ +at /.test(line))
      .map((line) => line.trim()),
  }
}

interface ErrorWithCode extends Error {
  code?: string
  constraint?: string
}

function fromDatabase(code: string | undefined): boolean {
  return code !== undefined && DATABASE_CODE.test(code)
}

/** knex puts the query, with its values, before the database's own words. */
function withoutQuery(message: string): string {
  const end = message.lastIndexOf(' - ')
  return end === -1 ? message : message.slice(end + 3)
}

/** Leaves out the secret of a one-time link. */
export function pathForLog(path: string): string {
  return path.replace(/^\/(start|adgangskode)\/.+/, '/$1/…')
}
