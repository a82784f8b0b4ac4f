import type { BodyInFull } from '../../../models/bodies/body_in_full.ts'
import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import { BODY_KINDS, type BodyKind } from '../../../models/rules/core/by_kind.ts'
import { asOf, sameDay, type AsOf } from '../../as_of.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

export interface BodiesPage {
  asOf: AsOf
  mayWrite: boolean
  groups: { kind: BodyKind | 'ended'; heading: string; bodies: BodyLine[] }[]
}

interface BodyLine {
  name: string
  href: string
  area: string | null
  /** The day of its end, and what comes after; empty for a body without an end. */
  ends: string[]
}

/** Bodies have the names of the day. Today's page also has bodies that are still to come. */
export function bodiesPage(
  reader: Reader,
  asked: IsoDate | undefined,
  known: readonly BodyInFull[],
): BodiesPage {
  const then = asOf(reader, paths.bodies, asked)
  const { day, isToday } = then
  const bodies = known.filter((body) => isToday || !isToCome(body, day))
  const group = (kind: BodiesPage['groups'][number]['kind'], shown: readonly BodyInFull[]) => ({
    kind,
    heading: reader.t(`bodies.group.${kind}`),
    bodies: shown.map((body) => lineOf(reader, body, then)),
  })
  const ended = bodies.filter((body) => isOver(body, day))
  return {
    asOf: then,
    mayWrite: isToday && reader.can['register.write'],
    groups: [
      ...BODY_KINDS.map((kind) =>
        group(
          kind,
          bodies.filter((body) => body.kind === kind && !isOver(body, day)),
        ),
      ),
      ...(ended.length > 0 ? [group('ended', ended)] : []),
    ],
  }
}

export function isToCome({ active_from: from }: Pick<BodyInFull, 'active_from'>, day: IsoDate): boolean {
  return from !== null && day < from
}

export function isOver({ active_until: until }: Pick<BodyInFull, 'active_until'>, day: IsoDate): boolean {
  return until !== null && until < day
}

function lineOf({ t, lang }: Reader, body: BodyInFull, then: AsOf): BodyLine {
  const { name, slug, areasThen, active_until: until, successor } = body
  const areas = new Intl.ListFormat(lang).format(areasThen.map((area) => area.name))
  const ends = isOver(body, then.day) ? 'bodies.ended_on' : 'bodies.ends_on'
  return {
    name,
    href: sameDay(paths.body(slug), then),
    area: areasThen.length > 0 ? t('bodies.area', { areas, count: areasThen.length }) : null,
    ends:
      until === null
        ? []
        : [
            t(ends, { date: formatDate(until, lang) }),
            ...(successor ? [t('bodies.then', { name: successor.name })] : []),
          ],
  }
}
