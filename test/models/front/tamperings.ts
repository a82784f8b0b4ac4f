import { sha256 } from '../../../models/core/canonical.ts'
import type { Db } from '../../../models/core/db.ts'
import { isoDate } from '../../../models/core/dates.ts'
import { anId } from '../../support/ids.ts'
import type { Book } from '../../support/builders/book.ts'
import { linkAnew } from '../../support/tampering.ts'

export interface Tampering {
  what: string
  /** By a person with the database in their hands, after the guards are off. */
  do: (db: Db, book: Book) => Promise<unknown>
  /** One of the sentences says this. */
  says: RegExp
}

async function last(db: Db): Promise<number> {
  return (await db('audit_heads').first('sequence'))?.sequence ?? 0
}

async function cut(db: Db, from: number): Promise<void> {
  await db('audit_events').where('sequence', '>', from).delete()
}

async function newest(db: Db, table: 'counts' | 'certifications'): Promise<number> {
  const row = await db(table).max<{ id: number }[]>({ id: 'id' }).first()
  return row?.id ?? 0
}

/** The cases that were tried by hand on the built product, in their order; all but the last are found. */
export const TAMPERINGS: readonly Tampering[] = [
  {
    what: 'all certifications deleted',
    do: (db) => db('certifications').delete(),
    says: /^certifications 1 er væk uden om programmet\. Handling nr\. \d+ skrev den sidst\.$/,
  },
  {
    what: 'the account of the papers changed',
    do: (db) => db('paper_accounts').update({ unused: 5 }),
    says: /^paper_accounts 1: unused er ændret uden om programmet efter handling nr\. \d+\.$/,
  },
  {
    what: 'the names of two candidates swapped',
    do: async (db, { tie }) => {
      const [one, other] = await db('candidacies').where({ election_id: tie }).orderBy('id')
      await db('candidacies').where({ id: one!.id }).update({ name: other!.name })
      await db('candidacies').where({ id: other!.id }).update({ name: one!.name })
    },
    says: /^candidacies 1: name er ændret/,
  },
  {
    what: 'lines of the last round changed',
    do: async (db) => {
      await db('count_lines')
        .where({ count_id: anId(await newest(db, 'counts')) })
        .update({ votes: 12 })
    },
    says: /^count_lines \d+\/\d+: votes er ændret/,
  },
  {
    what: 'another one chosen by the lot',
    do: async (db) => {
      const lot = await db('lots').first()
      await db('lots').update({ chosen: lot!.chosen === '[1]' ? '[2]' : '[1]' })
    },
    says: /^lots 1: chosen er ændret/,
  },
  {
    what: 'the witnesses of the lot changed',
    do: (db) => db('lots').update({ witnesses: 'Ingen' }),
    says: /^lots 1: witnesses er ændret/,
  },
  {
    what: 'the seed of the draw changed',
    do: (db) => db('lot_draws').update({ seed: 'ab'.repeat(32) }),
    says: /^lot_draws 1: seed er ændret/,
  },
  {
    what: 'the words of the draw changed',
    do: (db) => db('lot_draws').update({ words: 'andre ord' }),
    says: /^lot_draws 1: words er ændret/,
  },
  {
    what: 'an open ballot changed',
    do: async (db) => {
      const ballot = await db('ballots').first()
      await db('ballots').where({ id: ballot!.id }).update({ marks: '[]' })
    },
    says: /^Valg 2: De åbne stemmer er ikke dem, kassen blev åbnet med\. Stemmerne fra tabletten giver ikke/,
  },
  {
    what: 'open ballots and the lines of the box changed alike',
    do: async (db, { booth }) => {
      await db('ballots').update({ marks: '[]' })
      await db('box_lines').where({ election_id: booth }).update({ votes: 0 })
      await db('box_openings').update({ blank: 3 })
    },
    says: /^Valg 2: .*De åbne stemmer er ikke dem/,
  },
  {
    what: 'open ballots deleted',
    do: (db) => db('ballots').delete(),
    says: /^Valg 2: .*De åbne stemmer er ikke dem/,
  },
  {
    what: 'other people at the opening of the box',
    do: (db) => db('box_openings').update({ opened_by: 'To andre' }),
    says: /^box_openings 2: opened_by er ændret/,
  },
  {
    what: 'a line of the log changed',
    do: (db) => db('audit_events').where({ sequence: 5 }).update({ actor: 'En anden' }),
    says: /^Kæden er brudt: Handling nr\. 5 er ændret/,
  },
  {
    what: 'a line of the log deleted',
    do: (db) => db('audit_events').where({ sequence: 5 }).delete(),
    says: /^Kæden er brudt: Handling nr\. 5 mangler/,
  },
  {
    what: 'two lines of the log swapped',
    do: async (db) => {
      await db('audit_events').where({ sequence: 5 }).update({ sequence: 9999 })
      await db('audit_events').where({ sequence: 6 }).update({ sequence: 5 })
      await db('audit_events').where({ sequence: 9999 }).update({ sequence: 6 })
    },
    says: /^Kæden er brudt: Handling nr\. 5 passer ikke/,
  },
  {
    what: 'the end of the log cut off',
    do: async (db) => cut(db, (await last(db)) - 3),
    says: /^Kæden er brudt: .*slutningen er skåret af\.$/,
  },
  {
    what: 'the log cut to before a certification, and its head set back',
    do: async (db) => {
      const event = await db('audit_events').where({ action: 'election.certified' }).first()
      await cut(db, event!.sequence - 1)
      await db('audit_heads').update({ sequence: event!.sequence - 1, hash: event!.previous_hash })
    },
    says: /^Valg \d: Logbogen kender ikke protokollen/,
  },
  {
    what: 'a record deleted',
    do: (db, { booth }) => db('records').where({ election_id: booth }).delete(),
    says: /^Valg 2: Protokollen er væk\./,
  },
  {
    what: 'a record written anew without the log',
    do: async (db, { booth }) => {
      const record = await db('records').where({ election_id: booth }).first()
      const document = record!.document.replace('Jens Ærø', 'Jens Aarø')
      await db('records')
        .where({ id: record!.id })
        .update({ document, hash: sha256(document) })
    },
    says: /^Valg 2: Logbogen kender ikke protokollen\. Protokollen er ikke den, som rækkerne giver\.$/,
  },
  {
    what: 'one of two certifications deleted',
    do: async (db) =>
      db('certifications')
        .where({ id: anId(await newest(db, 'certifications')) })
        .delete(),
    says: /^certifications \d+ er væk/,
  },
  {
    what: 'the name of one who certified changed',
    do: (db) =>
      db('certifications')
        .where({ id: anId(1) })
        .update({ certifier: 'En anden' }),
    says: /^certifications 1: certifier er ændret/,
  },
  {
    what: 'an election set to planned',
    do: (db, { booth }) => db('elections').where({ id: booth }).update({ status: 'planned' }),
    says: /^Valg 2: .*Logbogen siger, at der er et resultat, men valget står som i gang\./,
  },
  {
    what: 'an election set to planned, and all its count lines changed',
    do: async (db, { tie }) => {
      await db('elections').where({ id: tie }).update({ status: 'planned' })
      await db('count_lines').update({ votes: 7 })
    },
    says: /^Valg 1: .*De gemte optællinger giver et andet resultat|^Valg 1: .*kan ikke læses/,
  },
  {
    what: 'the last day of complaints changed',
    do: (db) =>
      db('elections')
        .where({ id: anId(1) })
        .update({ complaints_until: isoDate('2026-12-24') }),
    says: /^elections 1: complaints_until er ændret/,
  },
  {
    what: 'other witnesses of the empty box',
    do: (db) => db('polling_openings').update({ first_witness: 'En anden' }),
    says: /^polling_openings 1: first_witness er ændret/,
  },
  {
    what: 'somebody put on the board',
    do: async (db, { tie }) => {
      const other = await db('accounts')
        .where({ email: 'bo.krag@raadsbogen.example' })
        .orWhere({ name: 'Bo Krag' })
        .first()
      await db('election_board').insert({ election_id: tie, account_id: other!.id })
    },
    says: /^election_board 1\/\d+ er skrevet uden om programmet\. Ingen handling kender den\.$/,
  },
  {
    what: 'a line of an earlier round changed, in which the two did not agree',
    do: (db) => db('count_lines').where({ votes: 13 }).update({ votes: 12 }),
    says: /^Valg 1: rounds\[0\]\.sheets\[1\]\.votes\[0\]\.votes i protokollen er et andet i rækkerne\.$/,
  },
  {
    what: 'the days of a membership changed',
    do: (db, { membershipId: id }) =>
      db('memberships')
        .where({ id })
        .update({ starts_on: isoDate('2026-01-02') }),
    says: /^memberships 1: starts_on er ændret/,
  },
  {
    what: 'another person on a seat',
    do: (db, { membershipId: id, bystander }) =>
      db('memberships').where({ id }).update({ person_id: bystander }),
    says: /^memberships 1: person_id er ændret/,
  },
  {
    what: 'a membership deleted',
    do: async (db, { membershipId: id }) => {
      await db('attendances').where({ membership_id: id }).delete()
      await db('officeholdings').where({ membership_id: id }).delete()
      await db('memberships').where({ id }).delete()
    },
    says: /^memberships 1 er væk/,
  },
  {
    what: 'the days of an office changed',
    do: (db) => db('officeholdings').update({ starts_on: isoDate('2026-01-13') }),
    says: /^officeholdings 1: starts_on er ændret/,
  },
  {
    what: 'the day of an appointment changed',
    do: (db) => db('appointments').update({ decided_on: isoDate('2026-01-02') }),
    says: /^appointments 1: decided_on er ændret/,
  },
  {
    what: 'the name of a person changed',
    do: (db) =>
      db('people')
        .where({ id: anId(1) })
        .update({ name: 'En anden' }),
    says: /^people 1: name er ændret/,
  },
  {
    what: 'the statutes changed',
    do: async (db) => {
      const version = await db('statutes_versions').first()
      const document = version!.document.replace('"publicationThreshold"', '"publicationThreshold" ')
      await db('statutes_versions').where({ id: version!.id }).update({ document })
    },
    says: /^statutes_versions 1: document er ændret/,
  },
  {
    what: 'attendances deleted',
    do: (db) => db('attendances').delete(),
    says: /^attendances 1\/1 er væk/,
  },
  {
    what: 'an account made secretary',
    do: (db) => db('accounts').where({ name: 'Bo Krag' }).update({ role: 'secretary' }),
    says: /^accounts \d+: role er ændret/,
  },
  {
    what: 'another account written into a session',
    do: async (db) => {
      const session = await db<{ sid: string; sess: string | object }>('sessions').first()
      const text = typeof session!.sess === 'string' ? session!.sess : JSON.stringify(session!.sess)
      const sess = text.replace(/"user":\{"id":\d+/, '"user":{"id":999')
      await db('sessions')
        .where({ sid: session!.sid })
        .update({ sess: sess === text ? '{}' : sess })
    },
    says: /^sessions \S+: en anden konto er skrevet ind i sessionen/,
  },
  {
    what: 'complaints, decisions and recounts deleted',
    do: async (db) => {
      for (const table of ['recounts', 'complaint_decisions', 'complaints']) await db(table).delete()
    },
    says: /^complaints 1 er væk/,
  },
  {
    what: 'the reason of a decision changed',
    do: (db) => db('complaint_decisions').update({ reason: 'En anden' }),
    says: /^complaint_decisions 1: reason er ændret/,
  },
  {
    what: 'the code of a sealed ballot replaced',
    do: async (db) => {
      const code = await db('box_codes').first()
      await db('box_codes')
        .where({ code: code!.code })
        .update({ code: 'f'.repeat(64) })
    },
    says: /^Valg 2: Stemmernes koder er ikke dem, der blev skrevet i logbogen\./,
  },
  {
    what: 'the key of the box replaced',
    do: (db) => db('box_keys').update({ public_key: 'ab'.repeat(32) }),
    says: /^box_keys 1: public_key er ændret/,
  },
  {
    what: 'one more on the counter of a tablet',
    do: (db) => db('booths').update({ releases: 4, ballots_cast: 4 }),
    says: /^Valg 2: Stemmeboksenes tal er ikke dem, kassen blev åbnet med\./,
  },
  {
    what: 'a destruction forged, and all open ballots made blank',
    do: async (db, { booth }) => {
      await db('ballots').update({ marks: '[]' })
      await db('ballot_destructions').insert({
        ...{
          election_id: booth,
          first_witness: 'A',
          second_witness: 'B',
          destroyed_on: isoDate('2026-03-20'),
        },
        ...{ recorded_by: 'Signe Holm', recorded_on: isoDate('2026-03-20') },
      })
    },
    says: /^ballot_destructions 2 er skrevet uden om programmet/,
  },
  {
    what: 'five lines cut off and the head set back',
    do: async (db) => {
      const from = (await last(db)) - 5
      await cut(db, from)
      const event = await db('audit_events').where({ sequence: from }).first()
      await db('audit_heads').update({ sequence: from, hash: event!.hash })
      await db('audit_rows').where('sequence', '>', from).delete()
    },
    says: /^Logbogens sidste kode er ikke skrevet af denne server/,
  },
  {
    what: 'another actor, and the whole chain worked out anew',
    do: async (db) => {
      await db('audit_events').where({ sequence: 5 }).update({ actor: 'En anden' })
      await linkAnew(db)
    },
    says: /^Logbogens sidste kode er ikke skrevet af denne server/,
  },
  {
    what: 'a line taken out, and the chain worked out anew',
    do: async (db) => {
      await db('audit_rows').where({ sequence: 5 }).delete()
      await db('audit_events').where({ sequence: 5 }).delete()
      await linkAnew(db)
    },
    says: /^Logbogens sidste kode er ikke skrevet af denne server/,
  },
  {
    what: 'a record, the log and the chain all done anew',
    do: async (db, { booth }) => {
      const record = await db('records').where({ election_id: booth }).first()
      const document = record!.document.replace('Jens Ærø', 'Jens Aarø')
      const hash = sha256(document)
      await db('records').where({ id: record!.id }).update({ document, hash })
      const event = await db('audit_events')
        .where({ sequence: record!.audit_sequence + 1 })
        .first()
      const details = event!.details.replace(record!.hash, hash)
      await db('audit_events').where({ sequence: event!.sequence }).update({ details })
      await linkAnew(db)
    },
    says: /^Logbogens sidste kode er ikke skrevet af denne server/,
  },
]
