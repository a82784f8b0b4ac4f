/** One measurement beside its own baseline, both taken in the same run. */
export interface Row {
  name: string
  value: number
  baseline: number
  ratio: number
  target: number
  better: 'higher' | 'lower'
  met: boolean
}

/** The ratio must be at least (`higher`) or at most (`lower`) the target. */
export function row(
  name: string,
  measured: { value: number; baseline: number },
  target: number,
  better: Row['better'],
): Row {
  const ratio = measured.value / measured.baseline
  const met = better === 'higher' ? ratio >= target : ratio <= target
  return { name, ...measured, ratio: Number(ratio.toFixed(3)), target, better, met }
}

/** Of an even number the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}
