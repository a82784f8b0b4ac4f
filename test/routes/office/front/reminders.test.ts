import { expect } from 'chai'
import type { MailConfig } from '../../../../config.ts'
import { checkRows } from '../../../../models/core/ledger/check.ts'
import { mailerFor } from '../../../../models/core/mail.ts'
import { sendReminders } from '../../../../routes/office/front/reminders.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { CAST, type CastName } from '../../../support/cast.ts'
import { aCalledElection, aCountedElection } from '../../../support/builders/elections.ts'
import { TIE, TIE_PAPERS, TWO } from '../../../support/builders/outcomes.ts'
import { anSmtpServer, textOf, type Manners, type SmtpServer } from '../../../../rehearsal/kit/smtp.ts'

const AT = '/kontor/min-konto/mails'

describe('Mails about what waits', () => {
  let house: TestApp
  let smtp: SmtpServer
  let mail: MailConfig

  async function open(manners: Manners = {}): Promise<void> {
    smtp = await anSmtpServer(manners)
    mail = { url: smtp.url, from: 'raad@randers.example' }
    house = await anApp({ env: { SMTP_URL: mail.url, MAIL_FROM: mail.from } })
  }
  afterEach(() => smtp.close())

  /** One round, as the server makes each hour. */
  async function round(moment: string): Promise<number> {
    house.clock.set(moment)
    return sendReminders(house.db, house.clock, {
      ...{ baseUrl: 'https://raad.example', mailer: mailerFor(mail) },
      council: { name: 'Udsatterådet' },
    })
  }
  const mailsTo = (name: CastName) => smtp.delivered.filter(({ to }) => to === CAST[name].email).map(textOf)

  it('say what to do and by when, with the way in and the way out', async () => {
    await open()
    await house.accountOf('bo')
    await aCalledElection(house)
    // Half past eight in Denmark, the day before the last day for candidates.
    expect(await round('2026-03-01T07:30:00Z')).to.be.greaterThan(0)
    const [text = ''] = mailsTo('bo')
    expect(text).to.match(/^Hej Bo Krag\n/)
    expect(text).to.include('- Skriv kandidater ind for Perron 4 (i morgen, 2. marts 2026)')
    expect(text).to.include('https://raad.example/kontor\n')
    expect(text).to.include('https://raad.example/kontor/min-konto/mails\n')
    expect(text).not.to.match(/Åse Wang|Anker Bro|Jens Ærø|\{\{|undefined/)
    const subject = smtp.delivered.find(({ to }) => to === CAST.bo.email)?.data ?? ''
    expect(subject).to.match(/^Subject: /m)
  })

  it('come once a day, and again the next day only for what is near or new', async () => {
    await open()
    await house.accountOf('bo')
    await aCalledElection(house)
    const told = async (moment: string) => {
      const before = mailsTo('bo').length
      await round(moment)
      return mailsTo('bo').length - before
    }
    expect(await told('2026-02-02T05:30:00Z'), 'half past six').to.equal(0)
    expect(await told('2026-02-02T06:30:00Z'), 'half past seven').to.equal(1)
    expect(await told('2026-02-02T07:30:00Z'), 'an hour later').to.equal(0)
    expect(await told('2026-02-03T07:30:00Z'), 'the next day, when nothing is new').to.equal(0)
    expect(await told('2026-03-01T07:30:00Z'), 'the day before the last day').to.equal(1)
    expect(await told('2026-03-02T07:30:00Z'), 'the last day').to.equal(1)
  })

  it('come once, also when two processes make their round at the same time', async () => {
    await open({ thinksMs: 30 })
    await house.accountOf('bo')
    await aCalledElection(house)
    await Promise.all([1, 2, 3].map(() => round('2026-03-01T07:30:00Z')))
    expect(mailsTo('bo')).to.have.length(1)
  })

  it('stop when their reader says so, and nobody else’s do', async () => {
    await open()
    await aCalledElection(house)
    let bo = await house.as('bo')
    const form = await bo.get(AT)
    expect(form.text).to.include('Vi skriver til bo@raadsbogen.example')
    const saved = await bo.submit(form, { wanted: [] })
    expect(saved.notice).to.equal('Dit valg er gemt.')
    expect(saved.text).to.include('Mails om det, du skal gøre')
    await round('2026-03-01T07:30:00Z')
    expect(mailsTo('bo')).to.have.length(0)
    expect(mailsTo('signe')).to.have.length(1)
    bo = await house.as('bo')
    await bo.submit(await bo.get(AT), { wanted: 'ja' })
    await round('2026-03-01T08:30:00Z')
    expect(mailsTo('bo')).to.have.length(1)
    const log = await house.db('audit_events').where({ action: 'account.reminding_changed' })
    expect(log).to.have.length(2)
  })

  it('leave nothing that the check of the book takes for a row of no act', async () => {
    await open()
    await house.accountOf('bo')
    await aCalledElection(house)
    await round('2026-03-01T07:30:00Z')
    expect(await house.db('reminders').select()).not.to.deep.equal([])
    expect(await checkRows(house.db)).to.deep.equal([])
  })

  it('tell again what a process was on its way to tell when it ended', async () => {
    await open()
    await house.accountOf('bo')
    await aCalledElection(house)
    await round('2026-02-02T07:30:00Z')
    await house.db('reminders').update({ outcome: 'sending' })
    await round('2026-02-02T08:30:00Z')
    expect(mailsTo('bo'), 'the same day').to.have.length(1)
    await round('2026-02-03T07:30:00Z')
    expect(mailsTo('bo'), 'the next day').to.have.length(2)
  })

  it('never go to closed accounts, nor to those that nobody can sign in to', async () => {
    await open()
    await house.accountOf('bo')
    await house.accountOf('lis')
    await aCalledElection(house)
    await house.db('accounts').where({ email: CAST.bo.email }).update({ closed_on: house.clock.today() })
    await house.db('accounts').where({ email: CAST.lis.email }).update({ password_hash: null })
    await round('2026-03-01T07:30:00Z')
    expect(smtp.delivered.map(({ to }) => to)).not.to.include.members([CAST.bo.email])
    expect(smtp.delivered.map(({ to }) => to)).not.to.include.members([CAST.lis.email])
  })

  it('are tried again when the mail server is away, and say where an address is not known', async () => {
    await open()
    await house.accountOf('bo')
    await aCalledElection(house)
    const { url } = mail
    const own = async () => (await (await house.as('bo')).get(AT)).text
    mail = { ...mail, url: 'smtp://127.0.0.1:1' }
    let refused: unknown
    await round('2026-03-01T07:30:00Z').catch((error: unknown) => (refused = error))
    expect(refused).to.be.instanceOf(Error)
    expect(await house.db('reminders').select()).to.deep.equal([])
    mail = { ...mail, url }
    await round('2026-03-01T08:30:00Z')
    expect(mailsTo('bo')).to.have.length(1)
    expect(await own()).to.include('Den seneste mail blev sendt den 1. marts 2026.')
    await smtp.close()
    smtp = await anSmtpServer({ refuses: true })
    mail = { ...mail, url: smtp.url }
    await round('2026-03-02T08:30:00Z')
    expect(await own()).to.include('Mailen den 2. marts 2026 kom ikke frem.')
  })

  it('reach the board the same afternoon when a lot has to be drawn', async () => {
    await open()
    await aCountedElection(house, { candidates: TWO, papers: TIE_PAPERS, figures: TIE })
    await round('2026-03-10T15:30:00Z')
    expect(mailsTo('signe')[0]).to.include('- Træk lod for Perron 4')
    expect(mailsTo('vera')[0]).to.include('- Træk lod for Perron 4')
    // Lis has counted and is not on the board: nothing waits for her.
    expect(mailsTo('lis')).to.have.length(0)
  })
})

describe('Sheets for the places (/kontor/huskesedler)', () => {
  it('say what waits at each place and when, and name nobody', async () => {
    const house = await anApp()
    await aCalledElection(house)
    house.clock.set('2026-03-05')
    const [bo, signe, vera] = [await house.as('bo'), await house.as('signe'), await house.as('vera')]
    const own = await bo.get((await bo.get('/kontor')).link('Print huskesedler til stederne'))
    expect(own.texts('main h2')).to.deep.equal(['Perron 4'])
    expect(own.texts('.place-sheet-tasks li')[0]).to.equal(
      'Godkend kandidatlisten for Perron 4 Fristen var tirsdag den 3. marts 2026.',
    )
    expect(own.text).to.include('Afstemning for Perron 4 den 10. marts 2026 kl. 11.00–14.00, Caféen.')
    expect(own.text).not.to.match(/Åse Wang|Anker Bro|Jens Ærø|Signe Holm/)
    const all = await signe.get('/kontor/huskesedler')
    expect(all.texts('main h2')).to.have.members([
      'Perron 4',
      'Café Rusfri',
      'Slotsgården',
      'Psykiatriens Hus',
    ])
    expect(all.text).to.include('Intet venter på personalet her.')
    expect((await vera.get('/kontor/huskesedler')).status).to.equal(403)
  })
})
