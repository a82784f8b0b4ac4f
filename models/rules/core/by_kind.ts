/**
 * The kinds of area in the order in which pages show them. People vote at a place; the bodies of an area of
 * organisations name the members themselves. The only file that compares a kind with a word: a third kind does not
 * compile until every question put to `byKind` has its answer.
 */
export const AREA_KINDS = ['place', 'organisations'] as const
export type AreaKind = (typeof AREA_KINDS)[number]

/** The kinds of body: what an area of the same kind is made of. */
export const BODY_KINDS = ['place', 'organisation'] as const
export type BodyKind = (typeof BODY_KINDS)[number]

type Of<A, K> = A & { kind: K }

/** The answer for the kind of the area or the body. Each kind that it may have is answered. */
export function byKind<A extends { kind: AreaKind | BodyKind }, R>(
  one: A,
  answers: { [K in A['kind']]: (one: Of<A, K>) => R },
): R {
  const kind: A['kind'] = one.kind
  return answers[kind](one)
}

/** Whether it is a place: an area where people vote, or a body of such an area. */
export function isPlace<A extends { kind: AreaKind | BodyKind }>(one: A): one is Of<A, 'place'> {
  return one.kind === 'place'
}

/** Whether the area is one of organisations, which name its members. */
export function isOfOrganisations<A extends { kind: AreaKind }>(area: A): area is Of<A, 'organisations'> {
  return area.kind === 'organisations'
}

/** Whether the seat is in an area where people vote. */
export function isElectedSeat({ area_kind }: { area_kind: AreaKind }): boolean {
  return area_kind === 'place'
}

/** Whether the seat is in an area of organisations. */
export function isNominatedSeat({ area_kind }: { area_kind: AreaKind }): boolean {
  return area_kind === 'organisations'
}
