export function recordFrom<Key extends string, Value>(
  keys: readonly Key[],
  value: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>
}

/** A missing key is a fault of the program, and throws. */
export function finderIn<Key, Value>(values: ReadonlyMap<Key, Value>): (key: Key) => Value {
  return (key) => {
    const value = values.get(key)
    if (value === undefined) throw new Error(`nothing under ${String(key)}`)
    return value
  }
}

export function keysOf<Key extends string>(record: { readonly [K in Key]?: unknown }): Key[] {
  return Object.keys(record) as Key[]
}

export function isOneOf<Text extends string>(list: readonly Text[], text: unknown): text is Text {
  return list.some((one) => one === text)
}

/** For what the database or the program guarantees. Throws when it is missing. */
export function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('what must be there is missing')
  return value
}
