import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { ElectionId, MembershipId, StatutesVersionId } from '../../core/ids.ts'
import {
  getPublicElection,
  listPublicElections,
  type PublicElection,
  type PublicElectionInFull,
} from '../../elections/result/publication.ts'
import { totalsOf } from '../../elections/result/result.ts'
import { publishedDetails, publicCouncilOn, type PublicSeat } from '../../council/publication.ts'
import { listHeld } from '../../council/held.ts'
import { standing } from '../../council/in_office.ts'
import { listSeats } from '../../council/seats.ts'
import { getStatutesVersion, listStatutesVersions } from '../../statutes/versions.ts'
import { bodyNamer } from '../../bodies/names.ts'
import { entriesOf, placesByArea } from '../export/history.ts'
import { isNominatedSeat } from '../../rules/core/by_kind.ts'

// Public data only: people come by models/council/publication.ts, elections by models/elections/result/publication.ts.

const PAGE = 500

export async function openRoster(db: Db, day: IsoDate): Promise<object> {
  const { seats, term, assumed } = await publicCouncilOn(db, day)
  return {
    date: day,
    term,
    seats: seats.map(openSeat),
    assumed_rules: assumed.map(({ key }) => key),
  }
}

function openSeat({ slug, area, kind, member, vacancy }: PublicSeat): object {
  return {
    id: slug,
    area,
    kind,
    member: member && {
      name: member.name,
      email: member.email,
      phone: member.phone,
      office: member.office,
      from: member.starts_on,
      due: member.due_on,
      until: member.ends_on,
      chosen: member.chosen,
      chosen_on: member.chosen_on,
      election: member.electionId,
      nominated_by: member.nominatedBy,
    },
    vacancy: vacancy && {
      since: vacancy.since,
      filled_by: vacancy.filling,
      organisations: vacancy.organisations,
      substitutes: vacancy.hasSubstitutes,
      next: vacancy.next && { name: vacancy.next.name, from: vacancy.next.starts_on },
    },
  }
}

export async function openSeats(db: Db): Promise<object> {
  const seats = await listSeats(db)
  return {
    seats: seats.map(({ slug, number, label, area_slug, area_name, area_kind, starts_on, ends_on }) => ({
      id: slug,
      number,
      name: label,
      area: { id: area_slug, name: area_name, kind: area_kind },
      from: starts_on,
      until: ends_on,
    })),
  }
}

/** In the order of registration. `next` is where to go on, null at the end. */
export async function openMemberships(
  db: Db,
  after: MembershipId,
): Promise<{ memberships: object[]; next: MembershipId | null }> {
  const held = await listHeld(
    db,
    (memberships) =>
      void memberships
        .where('memberships.id', '>', after)
        .where(standing())
        .orderBy('memberships.id')
        .limit(PAGE),
  )
  const seats = new Map((await listSeats(db)).map((seat) => [seat.id, seat]))
  const known = { seats, nameOf: await bodyNamer(db), placeOf: await placesByArea(db) }
  const published = await publishedDetails(db, held)
  const entries = await entriesOf(db, held, known)
  const memberships = entries.map(({ held: one, seat, nominators, offices }) => {
    const name = published.get(one.person_id)?.name ?? null
    return {
      id: one.id,
      // An id that follows a person who has not agreed to be named would tell too much.
      person: name === null ? null : one.person_id,
      name,
      seat: seat.slug,
      from: one.starts_on,
      due: one.due_on,
      until: one.ends_on,
      chosen: one.chosen.how,
      on_behalf_of: isNominatedSeat(seat) ? nominators.ids.map((id) => known.nameOf(id, one.starts_on)) : [],
      offices: offices.map(({ office, starts_on, ends_on }) => ({ office, from: starts_on, until: ends_on })),
    }
  })
  return { memberships, next: held.length < PAGE ? null : (held.at(-1)?.id ?? null) }
}

export async function openElections(db: Db): Promise<object> {
  return { elections: (await listPublicElections(db)).map(openElection) }
}

function openElection(election: PublicElection) {
  const { id, area, kind, status, seats, place, elected } = election
  return {
    id,
    area,
    kind,
    status,
    seats,
    place,
    candidates_by: election.candidates_by,
    polling_on: election.polling_on,
    opens_at: election.opens_at.replace('.', ':'),
    closes_at: election.closes_at.replace('.', ':'),
    complaints_until: election.complaints_until,
    elected,
  }
}

/** The result is left out until it is certified. */
export async function openElectionInFull(db: Db, id: ElectionId): Promise<object> {
  const election = await getPublicElection(db, id)
  const { crosses, candidates, result } = election
  const marks = { marks: crosses.max, marks_min: crosses.min }
  return { ...openElection(election), ...marks, candidates, result: result && openResult(result) }
}

/** No hash where a box is withheld, or what was invalid: it has each box's figures and no salt, so trying every result would reveal them. */
function openResult(published: NonNullable<PublicElectionInFull['result']>): object {
  const { result, provisional, certified_on, withheld } = published
  const totals = withheld.figures === null ? totalsOf(result) : undefined
  const asSum = withheld.invalid !== null
  const votes = new Map(totals?.votes.map((one) => [one.candidacy_id, one.votes]))
  return {
    provisional,
    certified_on,
    uncontested: result.uncontested,
    withheld_below: withheld.figures,
    figures: totals
      ? {
          ballots: totals.ballots,
          blank: asSum ? null : totals.blank,
          invalid: asSum ? null : totals.invalid,
          ...(asSum && { blank_or_invalid: totals.blank + totals.invalid }),
          votes: result.candidates.map(({ id, name }) => ({ name, votes: votes.get(id) ?? 0 })),
        }
      : null,
    record_hash: withheld.boxes === null && !asSum ? result.hash : null,
  }
}

export async function openStatutes(db: Db): Promise<object> {
  const versions = await listStatutesVersions(db)
  return {
    versions: versions.map(({ id, in_force_from, made_on, statutes }) => ({
      id,
      title: statutes.title,
      reference: statutes.reference,
      in_force_from,
      made_on,
    })),
  }
}

/** The format of the files in `statutes/`. */
export async function openStatutesVersion(db: Db, id: StatutesVersionId): Promise<object> {
  const { statutes, in_force_from, made_on } = await getStatutesVersion(db, id)
  return { id, in_force_from, made_on, statutes }
}
