export function without<T extends object, K extends keyof T>(row: T, ...columns: K[]): Omit<T, K> {
  const entries = Object.entries(row).filter(([name]) => !(columns as string[]).includes(name))
  return Object.fromEntries(entries) as Omit<T, K>
}
