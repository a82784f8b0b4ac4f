export interface Step {
  who: string
  what: string
  ok: boolean
  detail?: string
}

export interface Reconciled {
  what: string
  expected: string
  found: string
  ok: boolean
}

/** After a failed step nothing can be trusted, so the play stops. */
export class StepFailed extends Error {}

/** Steps and findings, each printed as soon as it is known. */
export class Journal {
  readonly steps: Step[] = []
  readonly reconciliation: Reconciled[] = []
  private readonly printLine: (line: string) => void
  private readonly after: (what: string) => Promise<void>

  /** `after` is asked after each step that was done. */
  constructor(
    printLine: (line: string) => void = () => undefined,
    after: (what: string) => Promise<void> = () => Promise.resolve(),
  ) {
    this.printLine = printLine
    this.after = after
  }

  /** A line between the steps, such as a new day. */
  heading(text: string): void {
    this.printLine(`\n${text}`)
  }

  /** The text that `run` returns is printed beside the step. Throws StepFailed when `run` throws. */
  async step<T>(who: string, what: string, run: () => Promise<T>): Promise<T> {
    try {
      const result = await run()
      this.note({ who, what, ok: true, ...(typeof result === 'string' && { detail: result }) })
      await this.after(what)
      return result
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      this.note({ who, what, ok: false, detail })
      throw new StepFailed(what, { cause: error })
    }
  }

  /** Compares a finding with what was expected; both are printed as text. */
  reconcile(what: string, expected: string | number, found: string | number | undefined): void {
    const line = {
      what,
      expected: String(expected),
      found: String(found ?? 'ingenting'),
      ok: expected === found,
    }
    this.reconciliation.push(line)
    const difference = line.ok ? '' : ` (ventede ${line.expected})`
    this.printLine(`  ${mark(line.ok)} ${what}: ${line.found}${difference}`)
  }

  /** Every step was done, something was reconciled, and all of it was as expected. */
  get ok(): boolean {
    const all = [...this.steps, ...this.reconciliation]
    return this.reconciliation.length > 0 && all.every((line) => line.ok)
  }

  private note(step: Step): void {
    this.steps.push(step)
    this.printLine(`  ${mark(step.ok)} ${step.who}: ${step.what}${step.detail ? ` – ${step.detail}` : ''}`)
  }
}

function mark(ok: boolean): string {
  return ok ? '✔' : '✘'
}
