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

/** The names of a record's own fields. */
export function keysOf<Key extends string>(record: { readonly [K in Key]?: unknown }): Key[] {
  return Object.keys(record) as Key[]
}

/** Whether the text is one of the list. */
export function isOneOf<Text extends string>(list: readonly Text[], text: unknown): text is Text {
  return list.some((one) => one === text)
}

/** What must be there, because the database keeps it or the program has just made it. Throws where it is not. */
export function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('what must be there is missing')
  return value
}

/** The numbers in a list that is stored as JSON. */
export function storedNumbers(json: string): number[] {
  const list: unknown = JSON.parse(json)
  return Array.isArray(list) ? list.filter((one) => typeof one === 'number') : []
}
