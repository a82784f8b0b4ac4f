import type { Plot } from '../../../bin/demo/seats.ts'
import type { House } from '../../../rehearsal/kit/house.ts'
import { renewLink } from '../../../models/accounts/credentials.ts'
import { bySystem } from '../../../models/core/audit.ts'
import { addDays } from '../../../models/core/dates.ts'
import { type BodyId, type ElectionId, NO_ID } from '../../../models/core/ids.ts'
import { insertOne } from '../../../models/core/insert.ts'
import { openDraft } from '../../../models/exchange/import/imports.ts'
import { proposeMerger } from '../../../models/bodies/mergers.ts'
import {
  listTermsToRenew,
  proposeFor,
  startRenewal,
  type RenewalForm,
} from '../../../models/renewal/renewal.ts'
import { RENEWAL_STEPS } from '../../../models/rules/renewal/renewal.ts'
import type { ElectionState } from '../../../models/rules/elections/state.ts'
import { anId } from '../../support/ids.ts'

/** Concrete addresses for each route of the routers: every state its page can be in, the usual one first. */
export type Addresses = Record<string, readonly string[]>

export async function addressesIn(house: House, plot: Plot): Promise<Addresses> {
  return {
    ...(await publicAddresses(house, plot)),
    ...(await registerAddresses(house)),
    ...(await electionAddresses(house)),
    ...(await meetingAddresses(house)),
    ...(await accountAddresses(house)),
    ...(await exchangeAddresses(house)),
    ...(await changeAddresses(house)),
  }
}

async function publicAddresses({ db, clock, keys }: House, plot: Plot): Promise<Addresses> {
  const today = clock.today()
  const versions = await db('statutes_versions').orderBy('id').pluck<BodyId[]>('id')
  const invited = await renewLink(db, bySystem(clock, keys), plot.staff.auditor.user.id)
  return {
    '/': [
      '/',
      `/?dato=${addDays(plot.term.starts_on, -1)}`,
      `/?dato=${addDays(today, 30)}`,
      '/?dato=1999-01-01',
    ],
    '/raadet/tidslinje': ['/raadet/tidslinje', '/raadet/tidslinje?fra=2022&til=2025&dato=01-05-2024'],
    '/raadet/forskelle': ['/raadet/forskelle', `/raadet/forskelle?fra=${today}&til=${today}`],
    '/vedtaegter': ['/vedtaegter', '/vedtaegter?dato=2019-01-01'],
    '/vedtaegter/:id': versions.map((id) => `/vedtaegter/${id}`),
    '/valg': ['/valg'],
    // A visitor may not see an election that is only planned.
    '/valg/:id': await onePerStatus(db, (id) => `/valg/${id}`, 'planned'),
    '/efterproev': ['/efterproev'],
    '/soeg': ['/soeg', '/soeg?q=maja', '/soeg?q=xerxes'],
    '/aabne-data': ['/aabne-data'],
    '/tilgaengelighed': ['/tilgaengelighed'],
    '/privatliv': ['/privatliv'],
    '/stemmeboks/forbind': ['/stemmeboks/forbind'],
    '/log-ind': ['/log-ind', '/log-ind?retur=%2Fkontor%2Fvalg'],
    // The first account's link leads nowhere once an account exists: keyboard.test.ts looks at it.
    '/start/:token': [],
    '/adgangskode/:token': [`/adgangskode/${invited}`],
  }
}

async function registerAddresses({ db, clock }: House): Promise<Addresses> {
  const today = clock.today()
  const [person = anId(0)] = await db('memberships')
    .where('starts_on', '<=', today)
    .where('ends_on', '>=', today)
    .pluck('person_id')
  const [former = anId(0)] = await db('memberships')
    .where('ends_on', '<', today)
    .orderBy('ends_on')
    .pluck('person_id')
  const member = await db('memberships').where({ person_id: person }).first('id')
  const held = await db('officeholdings').orderBy('id', 'desc').first('id')
  const slugs = await db('seats').orderBy('number').pluck<string[]>('slug')
  const membership = `/kontor/medlemskaber/${member?.id ?? NO_ID}`
  return {
    '/kontor/soeg': ['/kontor/soeg', '/kontor/soeg?q=perron', '/kontor/soeg?q=xerxes'],
    '/kontor/raadet': [
      '/kontor/raadet',
      '/kontor/raadet?dato=1999-01-01',
      `/kontor/raadet?dato=${addDays(today, 30)}`,
    ],
    '/kontor/raadet/tidslinje': ['/kontor/raadet/tidslinje', '/kontor/raadet/tidslinje?fra=1950&til=1960'],
    '/kontor/raadet/forskelle': ['/kontor/raadet/forskelle', '/kontor/raadet/forskelle?fra=1999-01-01'],
    '/kontor/personer': ['/kontor/personer', '/kontor/personer?dato=2024-01-01'],
    '/kontor/personer/ny': ['/kontor/personer/ny', `/kontor/personer/ny?plads=${slugs[0] ?? ''}`],
    '/kontor/personer/:id': [`/kontor/personer/${person}`, `/kontor/personer/${person}?dato=2019-01-01`],
    '/kontor/personer/:id/indsigt': [`/kontor/personer/${person}/indsigt`],
    '/kontor/personer/:id/ret': [`/kontor/personer/${person}/ret`],
    '/kontor/personer/:id/offentligt': [`/kontor/personer/${person}/offentligt`],
    '/kontor/personer/:id/sletning': [person, former].map((id) => `/kontor/personer/${id}/sletning`),
    '/kontor/pladser/:slug': [
      ...slugs.map((slug) => `/kontor/pladser/${slug}`),
      '/kontor/pladser/perron-4?dato=2024-01-01',
      '/kontor/pladser/perron-4?dato=1999-01-01',
    ],
    '/kontor/pladser/:slug/suppleanter': ['/kontor/pladser/perron-4/suppleanter'],
    '/kontor/pladser/:slug/medlemskab': slugs.slice(0, 1).map((slug) => `/kontor/pladser/${slug}/medlemskab`),
    '/kontor/medlemskaber/:id/udtraeden': [
      `${membership}/udtraeden`,
      `${membership}/udtraeden?dato=${today}`,
    ],
    '/kontor/medlemskaber/:id/valgbarhed': [`${membership}/valgbarhed`],
    '/kontor/medlemskaber/:id/fejl': [`${membership}/fejl`],
    '/kontor/hverv': ['/kontor/hverv', '/kontor/hverv?dato=2024-01-01'],
    '/kontor/hverv/nyt': ['/kontor/hverv/nyt'],
    '/kontor/hverv/bytte': ['/kontor/hverv/bytte', `/kontor/hverv/bytte?dato=${today}`],
    '/kontor/hverv/:id/afslutning': [`/kontor/hverv/${held?.id ?? NO_ID}/afslutning`],
    '/kontor/hverv/:id/fejl': [`/kontor/hverv/${held?.id ?? NO_ID}/fejl`],
  }
}

async function electionAddresses({ db, clock }: House): Promise<Addresses> {
  const certified = await db('elections').where({ status: 'certified' }).first('id')
  await db('complaints').insert({
    ...{
      election_id: certified?.id ?? NO_ID,
      received_on: clock.today(),
      received_by: 'Signe Holm',
      late: 1,
    },
    ...{
      complainant: 'En bruger',
      text: 'Døren bandt.',
      recorded_by: 'Signe Holm',
      recorded_on: clock.today(),
    },
  })
  const elections = await db('elections').orderBy('id').select('id', 'status')
  const at = (tail: string, ...statuses: ElectionState[]) => [
    ...statuses
      .flatMap((status) => elections.filter((one) => one.status === status).slice(0, 2))
      .map(({ id }) => `/kontor/valg/${id}${tail}`),
  ]
  const incidents = await db('election_incidents').orderBy('id', 'desc').select('id', 'election_id')
  const complaints = await db('complaints').orderBy('id').select('id', 'election_id')
  const standing = await db('candidacies')
    .join('elections', 'elections.id', 'election_id')
    .where({ status: 'nominating' })
    .first('candidacies.id', 'election_id')
  const held = elections.find(({ status }) => status === 'listed')?.id ?? NO_ID
  const slips = await namedHolders({ db, clock }, held)
  const voters = await db('roll_entries').limit(1).select('id', 'election_id')
  const candidacy = `/kontor/valg/${standing?.election_id ?? 0}/kandidater/${standing?.id ?? 0}`
  const drawn = (await db('lots').where({ about: 'tie' }).pluck<BodyId[]>('election_id')).map(
    (id) => `/kontor/valg/${id}`,
  )
  return {
    '/kontor/valg': ['/kontor/valg'],
    '/kontor/valg/nyt': ['/kontor/valg/nyt', '/kontor/valg/nyt?omraade=perron-4'],
    '/kontor/valg/:id': await onePerStatus(db, (id) => `/kontor/valg/${id}`),
    '/kontor/valg/:id/papirer/flere': at('/papirer/flere', 'polling', 'listed', 'closed'),
    '/kontor/valg/:id/i-rummet': at('/i-rummet', 'listed', 'polling', 'certified', 'planned'),
    '/kontor/valg/:id/klar': at('/klar', 'listed', 'polling', 'certified', 'planned'),
    '/kontor/valg/:id/aflysning': at('/aflysning', 'planned', 'listed'),
    '/kontor/valg/:id/indkaldelse': at('/indkaldelse', 'planned', 'nominating'),
    '/kontor/valg/:id/ny-indkaldelse': at('/ny-indkaldelse', 'unfilled'),
    '/kontor/valg/:id/plan': at('/plan', 'planned', 'listed'),
    '/kontor/valg/:id/valgbestyrelse': at('/valgbestyrelse', 'planned'),
    '/kontor/valg/:id/kandidater': at('/kandidater', 'nominating', 'listed', 'planned'),
    '/kontor/valg/:id/kandidater/:candidacy/tilbagetraeden': [`${candidacy}/tilbagetraeden`],
    '/kontor/valg/:id/kandidater/:candidacy/person': [`${candidacy}/person`],
    '/kontor/valg/:id/kandidater/:candidacy/billede': [`${candidacy}/billede`],
    '/kontor/valg/:id/kandidater/:candidacy/navn': [`${candidacy}/navn`],
    '/kontor/valg/:id/kandidatliste/genaabning': at('/kandidatliste/genaabning', 'listed', 'nominating'),
    '/kontor/valg/:id/kandidatliste': at('/kandidatliste', 'nominating', 'listed', 'unfilled'),
    '/kontor/valg/:id/papirer': at('/papirer', 'listed', 'nominating', 'certified', 'planned'),
    '/kontor/valg/:id/fredsvalg': at('/fredsvalg', 'uncontested', 'listed'),
    '/kontor/valg/:id/afstemning': at('/afstemning', 'listed', 'polling', 'closed', 'planned'),
    '/kontor/valg/:id/afstemning/lukning': at('/afstemning/lukning', 'polling', 'closed'),
    '/kontor/valg/:id/afstemning/pause': at('/afstemning/pause', 'polling', 'closed'),
    '/kontor/valg/:id/afstemning/rettelse': at('/afstemning/rettelse', 'polling', 'closed'),
    '/kontor/valg/:id/valgliste': at('/valgliste', 'nominating', 'polling', 'final', 'planned'),
    '/kontor/valg/:id/valgliste/navne/:entry': voters.map(
      ({ id, election_id }) => `/kontor/valg/${election_id}/valgliste/navne/${id}`,
    ),
    '/kontor/valg/:id/valgliste/sletning': at('/valgliste/sletning', 'final', 'polling'),
    '/kontor/valg/:id/stemmekasse/papir': at('/stemmekasse/papir', 'closed', 'polling'),
    '/kontor/valg/:id/stemmekasse/sedler': at('/stemmekasse/sedler', 'closed', 'polling'),
    '/kontor/valg/:id/stemmekasse/sedler/slut': at('/stemmekasse/sedler/slut', 'closed', 'polling'),
    '/kontor/valg/:id/stemmekasse/sedler/flere': at('/stemmekasse/sedler/flere', 'closed', 'polling'),
    '/kontor/valg/:id/stemmekasse/tabt': at('/stemmekasse/tabt', 'closed', 'polling'),
    '/kontor/valg/:id/stemmebokse': at('/stemmebokse', 'polling', 'listed'),
    '/kontor/valg/:id/stemmekasse': at('/stemmekasse', 'listed', 'closed'),
    '/kontor/valg/:id/stemmekasse/noegle': at('/stemmekasse/noegle', 'listed', 'polling'),
    '/kontor/valg/:id/stemmekasse/min-noegleseddel': at('/stemmekasse/min-noegleseddel', 'listed', 'closed'),
    '/kontor/valg/:id/stemmekasse/noegleseddel/:number': slips.map(
      (number) => `/kontor/valg/${held}/stemmekasse/noegleseddel/${number}`,
    ),
    // Figures and a list of codes, for a script and for a file.
    '/kontor/valg/:id/optaelling': at('/optaelling', 'closed', 'lot_required', 'polling'),
    '/kontor/valg/:id/optaelling/forskel': at('/optaelling/forskel', 'closed', 'polling'),
    '/kontor/valg/:id/resultat': [
      ...at('/resultat', 'counted', 'closed', 'uncontested', 'lot_required'),
      ...drawn.map((one) => `${one}/resultat`),
    ],
    '/kontor/valg/:id/lodtraekning': [
      ...at('/lodtraekning', 'lot_required', 'final'),
      ...drawn.map((one) => `${one}/lodtraekning`),
    ],
    '/kontor/valg/:id/godkendelse': at('/godkendelse', 'uncontested', 'counted', 'closed', 'certified'),
    '/kontor/valg/:id/afslutning': at('/afslutning', 'certified', 'final', 'counted'),
    '/kontor/valg/:id/lodtraekning/raadsbogen': at('/lodtraekning/raadsbogen', 'lot_required', 'counted'),
    '/kontor/valg/:id/klager': at('/klager', 'certified', 'final', 'planned'),
    '/kontor/valg/:id/klager/ny': at('/klager/ny', 'certified', 'planned'),
    '/kontor/valg/:id/klager/:complaint': complaints.map(
      ({ id, election_id }) => `/kontor/valg/${election_id}/klager/${id}`,
    ),
    '/kontor/valg/:id/pakker': at('/pakker', 'counted', 'certified', 'final', 'planned'),
    '/kontor/valg/:id/haendelser': at('/haendelser', 'polling', 'certified', 'planned'),
    '/kontor/valg/:id/haendelser/:incident': incidents.map(
      ({ id, election_id }) => `/kontor/valg/${election_id}/haendelser/${id}`,
    ),
    '/kontor/valg/:id/undersoegelse': at('/undersoegelse', 'counted', 'certified', 'planned'),
    '/kontor/valg/:id/tilsyn': at('/tilsyn', 'polling', 'certified', 'planned'),
    '/kontor/valg/:id/afstemning/oprydning': at('/afstemning/oprydning', 'closed'),
    '/kontor/valg/:id/efter': at('/efter', 'final', 'certified'),
    '/kontor/valg/:id/protokol': at('/protokol', 'certified', 'final', 'counted'),
  }
}

async function meetingAddresses({ db }: House): Promise<Addresses> {
  const nominations = await db('nominations').orderBy('status', 'desc').orderBy('id').select('id', 'status')
  const open = nominations
    .filter(({ status }) => status === 'open')
    .map(({ id }) => `/kontor/udpegninger/${id}`)
  const ended = nominations
    .filter(({ status }) => status !== 'open')
    .slice(0, 1)
    .map(({ id }) => `/kontor/udpegninger/${id}`)
  const answered = await db('nomination_answers')
    .distinct()
    .orderBy('nomination_id')
    .limit(1)
    .pluck<BodyId[]>('nomination_id')
  const asked = await db('nomination_bodies').orderBy('nomination_id', 'desc').first()
  const letters = [
    `/kontor/udpegninger/${asked?.nomination_id ?? NO_ID}/breve/anmodning/${asked?.body_id ?? NO_ID}`,
  ]
  const meetings = (await db('meetings').orderBy('held_on', 'desc').pluck<BodyId[]>('id'))
    .slice(0, 3)
    .map((id) => `/kontor/moeder/${id}`)
  return {
    '/kontor/udpegninger': ['/kontor/udpegninger'],
    '/kontor/udpegninger/ny': ['/kontor/udpegninger/ny?plads=boligsocial', '/kontor/udpegninger/ny'],
    '/kontor/udpegninger/:id': [...open, ...ended],
    '/kontor/udpegninger/:id/svar': open.map((one) => `${one}/svar`),
    '/kontor/udpegninger/:id/ingen': open.slice(0, 1).map((one) => `${one}/ingen`),
    '/kontor/udpegninger/:id/samtykke': answered.map((id) => `/kontor/udpegninger/${id}/samtykke`),
    '/kontor/udpegninger/:id/breve/:kind/:to': letters,
    '/kontor/udpegninger/:id/udpegning': open.map((one) => `${one}/udpegning`),
    '/kontor/udpegninger/:id/lukning': open.slice(0, 1).map((one) => `${one}/lukning`),
    '/kontor/moeder': ['/kontor/moeder'],
    '/kontor/moeder/nyt': ['/kontor/moeder/nyt'],
    '/kontor/moeder/:id': meetings,
    '/kontor/moeder/:id/ret': meetings.slice(0, 1).map((one) => `${one}/ret`),
    '/kontor/moeder/:id/fremmoede': meetings.map((one) => `${one}/fremmoede`),
  }
}

async function accountAddresses({ db }: House): Promise<Addresses> {
  const open = await db('accounts').whereNull('closed_on').orderBy('id').first('id')
  const closed = await db('accounts').whereNotNull('closed_on').first('id')
  const rules = [
    'quorum',
    'noticeDays',
    'minimumAge',
    'appointingBody',
    'offices',
    'marks',
    'meetingsOpen',
    'areas.psykiatri.agreement',
  ]
  return {
    '/kontor': ['/kontor'],
    '/kontor/vedtaegter': ['/kontor/vedtaegter'],
    '/kontor/vedtaegter/fil': ['/kontor/vedtaegter/fil'],
    '/kontor/vedtaegter/flere-regler': [
      '/kontor/vedtaegter/flere-regler',
      '/kontor/vedtaegter/flere-regler?regel=seats&regel=substitutes&regel=quorum&regel=extraordinaryMeetings',
    ],
    '/kontor/vedtaegter/:key': rules.map((key) => `/kontor/vedtaegter/${key}`),
    '/kontor/persondata': ['/kontor/persondata'],
    '/kontor/konti': ['/kontor/konti'],
    '/kontor/konti/ny': ['/kontor/konti/ny'],
    '/kontor/konti/:id': [open, closed].map((account) => `/kontor/konti/${account?.id ?? NO_ID}`),
    '/kontor/konti/:id/lukning': [`/kontor/konti/${open?.id ?? NO_ID}/lukning`],
    '/kontor/min-konto': ['/kontor/min-konto'],
    '/kontor/min-konto/telefon': ['/kontor/min-konto/telefon'],
    '/kontor/min-konto/mails': ['/kontor/min-konto/mails'],
    '/kontor/huskesedler': ['/kontor/huskesedler'],
    '/kontor/logbog': ['/kontor/logbog', '/kontor/logbog?til=40'],
  }
}

/** Both kinds of holders, at an election that is voted in on tablets too; returns the numbers of their slips. */
async function namedHolders(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  election_id: ElectionId,
): Promise<number[]> {
  await db('elections').where({ id: election_id }).update({ means: 'both' })
  const [account] = await db('accounts').where({ role: 'secretary' }).limit(1).select('id', 'name')
  const made = { made_by: account?.name ?? '', account_id: account?.id ?? NO_ID, made_on: clock.today() }
  const custody_id = await insertOne(db, 'box_custodies', { election_id, threshold: 2, shares: 3, ...made })
  const holders = [made.made_by, 'Ole Sky', 'Pia Eng'].map((holder, index) => {
    return { custody_id, number: index + 1, holder, account_id: index === 0 ? made.account_id : null }
  })
  await db('box_slips').insert(holders)
  return holders.map(({ number }) => number)
}

async function onePerStatus(db: House['db'], address: (id: number) => string, but = ''): Promise<string[]> {
  const elections = await db('elections')
    .whereNot({ status: but as ElectionState })
    .orderBy('id', 'desc')
    .select('id', 'status')
  const newest = new Map(elections.reverse().map(({ id, status }) => [status, id]))
  return [...newest.values()].sort((a, b) => b - a).map(address)
}

/** A file on its way in asks its questions; other files are fetched and not looked at. */
async function exchangeAddresses({ db, clock, keys }: House): Promise<Addresses> {
  const lines = [
    'plads;navn;fra;til',
    'Perron 4;Asta Lyng;03/04/2014;2015-12-31',
    'Et sted;Asta Lyngg;2014;31-12-2017',
  ]
  const file = { name: 'gamle-medlemmer.csv', content: Buffer.from(lines.join('\r\n')) }
  const { id } = await openDraft(db, { accountId: null, name: 'Signe Holm', clock, keys }, file, 'file')
  return {
    '/kontor/ind-og-ud': ['/kontor/ind-og-ud'],
    '/kontor/ind-og-ud/indlaesning/:id': [`/kontor/ind-og-ud/indlaesning/${id}`],
  }
}

async function changeAddresses({ db, clock, keys }: House): Promise<Addresses> {
  const by = { accountId: null, name: 'Signe Holm', clock, keys }
  const today = clock.today()
  const [term] = await listTermsToRenew(db, today)
  if (!term) throw new Error('there is no term to renew')
  const days = await proposeFor(db, term, today)
  const owners = Object.fromEntries(
    RENEWAL_STEPS.map((step) => [step, 'Rådets sekretær']),
  ) as RenewalForm['owners']
  const { years } = await startRenewal(db, by, { ...term, days, owners })
  const bodies = await db('bodies').whereIn('slug', ['perron-4', 'slotsgaarden']).pluck<BodyId[]>('id')
  const proposal = { proposed_by: 'Forvaltningen', proposed_on: today, text: 'De to steder kan blive ét.' }
  const { id: merger } = await proposeMerger(db, by, { bodies, ...proposal })
  const body = '/kontor/organisationer/sind'
  const renewal = `/kontor/fornyelse/${years}`
  return {
    '/kontor/fornyelse': ['/kontor/fornyelse'],
    '/kontor/fornyelse/ny': ['/kontor/fornyelse/ny'],
    '/kontor/fornyelse/:years': [renewal],
    '/kontor/fornyelse/:years/tidsplan': [`${renewal}/tidsplan`],
    '/kontor/fornyelse/:years/det-hele': [`${renewal}/det-hele`],
    '/kontor/fornyelse/:years/breve': [`${renewal}/breve`],
    '/kontor/organisationer': ['/kontor/organisationer', '/kontor/organisationer?dato=2024-01-01'],
    '/kontor/organisationer/ny': ['/kontor/organisationer/ny'],
    '/kontor/organisationer/:slug': [body, '/kontor/organisationer/perron-4', `${body}?dato=2024-01-01`],
    '/kontor/organisationer/:slug/navn': [`${body}/navn`],
    '/kontor/organisationer/:slug/adresse': [`${body}/adresse`],
    '/kontor/organisationer/:slug/kontakt': [`${body}/kontakt`],
    '/kontor/organisationer/:slug/ophoer': [`${body}/ophoer`],
    '/kontor/sammenlaegninger': ['/kontor/sammenlaegninger'],
    '/kontor/sammenlaegninger/:id': [`/kontor/sammenlaegninger/${merger}`],
  }
}
