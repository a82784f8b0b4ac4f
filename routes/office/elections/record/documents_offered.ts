import type { Locale } from '../../../../models/core/dates.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { translatorFor } from '../../../web/i18n.ts'
import {
  DOCUMENTS,
  type DocumentName,
  type Group,
  type Making,
  type PrintedDocument,
  type Variant,
} from './documents_list.ts'
import type { ElectionRequest } from '../shared.ts'

type NamedDocument = PrintedDocument & { name: DocumentName }

/** One file that can be printed now. */
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

/** Everything that there is to print at this stage of the election. */
export async function offersOf(req: ElectionRequest, election: Election): Promise<Offer[]> {
  return filterAsync(possibleOffers(req, election), ({ isReady }) => isReady())
}

/** The one of them with this address; undefined where there is none now. */
export async function findOffer(
  req: ElectionRequest,
  election: Election,
  wanted: Pick<Offer, 'file' | 'staff'>,
): Promise<Offer | undefined> {
  const possible = possibleOffers(req, election)
  const named = possible.filter(({ file, staff }) => file === wanted.file && staff === wanted.staff)
  return (await filterAsync(named, ({ isReady }) => isReady()))[0]
}

type Possible = Offer & { isReady: () => Promise<boolean> }

/** By the stage alone: whether there is anything to print costs a look at the database. */
function possibleOffers(req: ElectionRequest, election: Election): Possible[] {
  return (DOCUMENTS as readonly NamedDocument[])
    .filter(({ during }) => during(facts(election.status)))
    .flatMap((document) =>
      document.variants.flatMap((variant) =>
        document.languages.map((lang) =>
          offerOf(document, { req, election, variant, lang, t: translatorFor(lang) }),
        ),
      ),
    )
}

function offerOf(document: NamedDocument, making: Making): Possible {
  const { name, group, staff, ready, make } = document
  const { req, election, variant, lang } = making
  const file = [name, ...(variant === 'a4' ? [] : [variant]), ...(lang === 'da' ? [] : [lang])].join('-')
  return {
    ...{ name, group, variant, lang, staff, file },
    isReady: async () => (ready ? ready(req, election, variant) : true),
    make: () => make(making),
  }
}

async function filterAsync<T>(all: readonly T[], test: (one: T) => Promise<boolean>): Promise<T[]> {
  const passed: T[] = []
  for (const one of all) if (await test(one)) passed.push(one)
  return passed
}
