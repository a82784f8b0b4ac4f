export interface Asked {
  name: string
  is: 'choice' | 'choices' | 'number' | 'optional_number' | 'text' | 'optional_text'
  /** What can be chosen; empty for a typed field. */
  among: readonly string[]
  longest: 'line' | 'name'
}

export function choice(name: string, among: readonly string[]): Asked {
  return { name, is: 'choice', among, longest: 'line' }
}

/** No ticked box is an empty list. */
export function choices(name: string, among: readonly string[]): Asked {
  return { name, is: 'choices', among, longest: 'line' }
}

export function wholeNumber(name: string): Asked {
  return { name, is: 'number', among: [], longest: 'line' }
}

export function optionalWholeNumber(name: string): Asked {
  return { name, is: 'optional_number', among: [], longest: 'line' }
}

export function text(name: string, longest: Asked['longest'] = 'line'): Asked {
  return { name, is: 'text', among: [], longest }
}

export function optionalText(name: string, longest: Asked['longest'] = 'line'): Asked {
  return { name, is: 'optional_text', among: [], longest }
}

/** Returns undefined when none of the list was chosen. */
export function chosen<const Choice extends string>(
  among: readonly Choice[],
  typed: unknown,
): Choice | undefined {
  return among.find((one) => one === typed)
}
