/**
 * What runs around every test. Mocha loads hooks.ts as a copy of what the tests import, so the two meet on the global
 * object; hooks that a module sets for itself would hold for one file only.
 */
export interface Around {
  beforeEach?: () => void
  afterEach?: () => Promise<void>
  afterAll?: () => Promise<void>
}

const KEY = 'raadsbogen.test.around'

export function around(hooks: Around): void {
  registered().push(hooks)
}

export function registered(): Around[] {
  const before = Reflect.get(globalThis, KEY) as Around[] | undefined
  if (before) return before
  const first: Around[] = []
  Reflect.set(globalThis, KEY, first)
  return first
}

/** The name in the databases of a run: the process that started it. The processes it starts inherit the name. */
export function runName(): string {
  return (process.env.TEST_RUN ??= String(process.pid))
}
