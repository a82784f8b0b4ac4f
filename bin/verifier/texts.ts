import { DANISH } from './texts_da.ts'
import { ENGLISH } from './texts_en.ts'
import type { Texts } from './texts_form.ts'

export type Lang = 'da' | 'en'

export const TEXTS: Readonly<Record<Lang, Texts>> = { da: DANISH, en: ENGLISH }

export function filled(text: string, words: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => String(words[name] ?? hole))
}
