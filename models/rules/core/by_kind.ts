/**
 * The kinds of area in the order of the pages. People vote at a place; the organisations of an area name its members.
 * Only this file compares a kind with a word: a third kind does not compile until every call of `byKind` answers for
 * it.
 */
export const AREA_KINDS = ['place', 'organisations'] as const
export type AreaKind = (typeof AREA_KINDS)[number]

/** The kinds of body: an area is made of bodies of its own kind. */
export const BODY_KINDS = ['place', 'organisation'] as const
export type BodyKind = (typeof BODY_KINDS)[number]

type Of<A, K> = A & { kind: K }

/** Picks the answer for the kind of an area or a body. Every kind that it may have needs an answer. */
export function byKind<A extends { kind: AreaKind | BodyKind }, R>(
  one: A,
  answers: { [K in A['kind']]: (one: Of<A, K>) => R },
): R {
  const kind: A['kind'] = one.kind
  return answers[kind](one)
}

/** Whether an area or a body is a place, where people vote. */
export function isPlace<A extends { kind: AreaKind | BodyKind }>(one: A): one is Of<A, 'place'> {
  return one.kind === 'place'
}

/** Whether organisations name the members of the area. */
export function isOfOrganisations<A extends { kind: AreaKind }>(area: A): area is Of<A, 'organisations'> {
  return area.kind === 'organisations'
}

/** How the seats of an area find their first member. */
const FILLED_BY = {
  place: 'votes',
  organisations: 'nomination',
} as const satisfies Record<AreaKind, string>

/** Whether people vote for the seat. */
export function isElectedSeat({ area_kind }: { area_kind: AreaKind }): boolean {
  return FILLED_BY[area_kind] === 'votes'
}

/** Whether organisations name the member for the seat. */
export function isNominatedSeat({ area_kind }: { area_kind: AreaKind }): boolean {
  return FILLED_BY[area_kind] === 'nomination'
}
