import { formatDate } from '../../../models/core/dates.ts'
import type { AssumedRule } from '../../../models/council/assumed.ts'
import type { Chosen } from '../../../models/council/held.ts'
import {
  findArea,
  type Area,
  type OrganisationsArea,
  type Statutes,
} from '../../../models/statutes/document.ts'
import type { Filling } from '../../../models/rules/council/vacancy.ts'
import { byKind, isPlace } from '../../../models/rules/core/by_kind.ts'
import { ruleTitle } from '../statutes/statutes_text.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

type Words = Pick<Reader, 't' | 'lang'>

/** "på Perron 4", "blandt brugere i Psykiatriens Hus": as the statutes say it. */
export function atArea({ t }: Pick<Reader, 't'>, statutes: Statutes, slug: string, name: string): string {
  const area = findArea(statutes, slug)
  const wording = area && isPlace(area) ? area.wording : 'på'
  return t(`public_election.at.${wording}`, { area: name })
}

/** Elected where and when, appointed by whom and when, or written in. */
export function chosenText(
  reader: Words,
  statutes: Statutes,
  seat: { area_slug: string; area_name: string },
  chosen: Chosen,
): string {
  if (chosen.how === 'registered') return reader.t('register.chosen.registered')
  const { how, on, by } = chosen
  const at = atArea(reader, statutes, seat.area_slug, seat.area_name)
  const isNamed = by !== null && by !== ''
  return reader.t(`register.${isNamed ? 'chosen_by' : 'chosen'}.${how}`, {
    at,
    by: by ?? '',
    date: formatDate(on, reader.lang),
  })
}

/** One to three sentences. */
export function fillingLines(
  reader: Words,
  statutes: Statutes,
  filling: Filling,
  hasSubstitutes: boolean,
): string[] {
  const none = hasSubstitutes ? [] : [reader.t('register.filling.no_substitutes')]
  return [...fillingSentences(reader, statutes, filling), ...none]
}

function fillingSentences(reader: Words, statutes: Statutes, filling: Filling): string[] {
  const { t, lang } = reader
  switch (filling.by) {
    case 'election': {
      const at = atArea(reader, statutes, filling.areaKey, filling.areaName)
      return [t(`register.filling.${filling.kind}`, { at })]
    }
    case 'nomination': {
      const names = filling.bodies.map(({ name }) => name)
      const list = new Intl.ListFormat(lang)
      const ended = filling.ended.map(({ name, activeUntil, successor }) => {
        const date = activeUntil === undefined ? '' : formatDate(activeUntil, lang)
        const followed = successor ? 'ended_with_successor' : 'ended'
        return t(`register.filling.${followed}`, { name, date, successor: successor?.name ?? '' })
      })
      if (names.length === 0) return [t('register.filling.nobody_to_nominate'), ...ended]
      const organisations = list.format(names)
      const how = howNamed(statutes, filling)
      if (how !== 'nomination') return [t(`statutes_versions.filling.${how}`, { organisations }), ...ended]
      const agreement = names.length === 1 ? 'single' : filling.agreement
      return [t(`register.filling.${agreement}`, { organisations }), ...ended]
    }
    case 'substitute':
      return substituteLines(reader, filling)
    case 'council':
      return [t('statutes_versions.filling.council')]
    case 'nobody':
      return [t('register.filling.nobody')]
    case 'unknown':
      return [t('register.filling.unknown')]
  }
}

/** Members are named by notice, or in another way than by a nomination. */
function howNamed(statutes: Statutes, filling: Extract<Filling, { by: 'nomination' }>) {
  if (filling.byNotice) return 'notice'
  const area = findArea(statutes, filling.areaKey)
  if (!area) return 'nomination'
  return byKind<Area, OrganisationsArea['filling']['by']>(area, {
    place: () => 'nomination',
    organisations: (named) => named.filling.by,
  })
}

/** Says only whether there is a substitute, several or a lot; the page of the substitutes names them. */
function substituteLines(reader: Words, { stepsIn }: Extract<Filling, { by: 'substitute' }>): string[] {
  const count = stepsIn.by === 'substitute' ? 1 : stepsIn.among.length
  return [reader.t(`statutes_versions.filling.substitute_${stepsIn.by}`, { count })]
}

export function assumedTitles(reader: Words, assumed: readonly AssumedRule[]): string[] {
  return assumed.map(({ key, area }) => ruleTitle(reader.t, key, area))
}

/** null when the statutes do not say how the seat is filled. */
export function startOf(
  filling: Filling,
  slug: string,
): { kind: 'election' | 'nomination' | 'substitute' | 'council'; href: string } | null {
  if (filling.by === 'substitute') return { kind: 'substitute', href: paths.substituteIn(slug) }
  if (filling.by === 'council') return { kind: 'council', href: paths.newMembership(slug) }
  if (filling.by === 'election')
    return { kind: 'election', href: `/kontor/valg/nyt?omraade=${encodeURIComponent(filling.areaKey)}` }
  if (filling.by === 'nomination')
    return { kind: 'nomination', href: `/kontor/udpegninger/ny?plads=${encodeURIComponent(slug)}` }
  return null
}
