import type { Locale } from '../../../models/core/dates.ts'
import { facts } from '../../../models/rules/elections/state.ts'
import { DOCUMENTS, type DocumentName } from './documents.ts'
import type { DocumentSource } from './document_source.ts'
import type { Group, Making, PrintedDocument, Variant } from './printed_document.ts'

type NamedDocument = PrintedDocument & { name: DocumentName }

export interface Offer {
  name: DocumentName
  group: Group
  variant: Variant
  lang: Locale
  staff: boolean
  /** "opslag-a3-en.pdf" */
  file: string
  make: () => Promise<Buffer>
}

export async function offersOf(source: DocumentSource): Promise<Offer[]> {
  return filterAsync(possibleOffers(source), ({ isReady }) => isReady())
}

/** Returns undefined when the document cannot be printed now. */
export async function findOffer(
  source: DocumentSource,
  wanted: Pick<Offer, 'file' | 'staff'>,
): Promise<Offer | undefined> {
  const possible = possibleOffers(source)
  const named = possible.filter(({ file, staff }) => file === wanted.file && staff === wanted.staff)
  return (await filterAsync(named, ({ isReady }) => isReady()))[0]
}

type Possible = Offer & { isReady: () => Promise<boolean> }

/** By the stage alone: whether there is anything to print costs a look at the database. */
function possibleOffers(source: DocumentSource): Possible[] {
  const documents: readonly NamedDocument[] = DOCUMENTS
  return documents
    .filter(({ during }) => during(facts(source.election.status)))
    .flatMap((document) =>
      document.variants.flatMap((variant) =>
        document.languages.map((lang) => offerOf(document, { source, variant, lang, t: source.words(lang) })),
      ),
    )
}

function offerOf(document: NamedDocument, making: Making): Possible {
  const { name, group, staff, ready, make } = document
  const { source, variant, lang } = making
  const file = [name, ...(variant === 'a4' ? [] : [variant]), ...(lang === 'da' ? [] : [lang])].join('-')
  return {
    ...{ name, group, variant, lang, staff, file },
    isReady: async () => (ready ? ready(source, variant) : true),
    make: () => make(making),
  }
}

async function filterAsync<T>(all: readonly T[], test: (one: T) => Promise<boolean>): Promise<T[]> {
  const passed: T[] = []
  for (const one of all) if (await test(one)) passed.push(one)
  return passed
}
