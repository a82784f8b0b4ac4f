/** A value for each of the keys. */
export function recordFrom<Key extends string, Value>(
  keys: readonly Key[],
  value: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>
}

/** Finds by key what must be there; a key that is not is a fault of the program. */
export function finderIn<Key, Value>(values: ReadonlyMap<Key, Value>): (key: Key) => Value {
  return (key) => {
    const value = values.get(key)
    if (value === undefined) throw new Error(`nothing under ${String(key)}`)
    return value
  }
}
