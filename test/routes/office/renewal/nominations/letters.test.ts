import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import { changeContact } from '../../../../../models/bodies/acts.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import { anAnswer, anAppointment, aNomination, bodyId } from '../../../../support/builders/nominations.ts'
import { aPerson } from '../../../../support/builders/register.ts'
import { anSmtpServer, textOf, type SmtpServer } from '../../../../../rehearsal/kit/smtp.ts'
import { anId } from '../../../../support/ids.ts'

describe('Letters about a nomination', () => {
  let house: TestApp
  let signe: Visitor
  let smtp: SmtpServer | undefined
  let id = 0
  let korshaer = 0

  async function open(env: Record<string, string> = {}): Promise<void> {
    house = await anApp({ on: '2026-01-05', env: { CONTACT_EMAIL: 'raad@randers.example', ...env } })
    signe = await house.as('signe')
    id = await aNomination(house, { seat: 'forsorg-hjemloese' })
    korshaer = await bodyId(house.db, 'kirkens-korshaer')
  }

  const letter = (kind = 'anmodning', to: number | string = korshaer) =>
    `/kontor/udpegninger/${id}/breve/${kind}/${to}`
  const withEmail = () =>
    changeContact(house.db, house.by, 'kirkens-korshaer', {
      name: 'Ane Toft',
      email: 'ane@korshaer.example',
      postal_address: 'Nygade 1',
    })

  afterEach(async () => {
    await smtp?.close()
    smtp = undefined
  })

  it('the letter says for which seat, with whom, by when, and that nobody is an answer too', async () => {
    await open()
    await withEmail()
    const page = await signe.get(letter())
    for (const words of [
      'Att. Ane Toft',
      'Nygade 1',
      'pladsen Forsorg/Hjemløse i Udsatterådet i Randers Kommune',
      'Det gælder fra 1. januar 2026 til 31. december 2029.',
      'I indstiller én person sammen med KFUM socialt arbejde.',
      'Personen skal bo i Randers Kommune eller have sit virke der.',
      'Svar senest 26. januar 2026.',
      'Vil I ikke indstille nogen, så skriv også det.',
      'raad@randers.example',
    ])
      expect(page.text).to.include(words)
  })

  it('asks for an answer by no day that is past', async () => {
    await open()
    house.clock.set('2026-01-26')
    signe = await house.as('signe')
    expect((await signe.get(letter('paamindelse'))).text).to.include('Fristen er 26. januar 2026.')
    house.clock.set('2026-01-27')
    signe = await house.as('signe')
    const late = await signe.get(letter('paamindelse'))
    expect(late.text).to.include('Fristen var 26. januar 2026, men I kan stadig svare.')
    expect(late.text).not.to.include('Svar senest')
  })

  it('names somewhere to answer: the council’s own contact, else whoever writes', async () => {
    await open()
    expect((await signe.get(letter())).text).to.include('raad@randers.example')
    await open({ CONTACT_EMAIL: '' })
    expect((await signe.get(letter())).text).to.include('signe@raadsbogen.example')
  })

  it('is a tagged PDF with the same words', async () => {
    await open()
    const { status, headers, body } = await signe.raw('get', `${letter()}/brev.pdf`).buffer(true)
    expect(status).to.equal(200)
    expect(headers['content-type']).to.equal('application/pdf')
    const file = Buffer.from(body as Buffer).toString('latin1')
    expect(file.slice(0, 5)).to.equal('%PDF-')
    expect(file).to.include('/MarkInfo').and.to.include('/Lang (da-DK)')
  })

  it('names are those of the day the letter is dated', async () => {
    await open()
    const form = await signe.get('/kontor/organisationer/kirkens-korshaer/navn')
    await signe.submit(form, {
      name: 'Kirkens Korshær Randers',
      effective_on: '10-01-2026',
      reason: 'Nyt navn',
    })
    expect((await signe.get(letter())).text).to.include('Kære Kirkens Korshær')
    expect((await signe.get(letter())).text).not.to.include('Korshær Randers')
    house.clock.set('2026-01-10')
    signe = await house.as('signe')
    expect((await signe.get(letter())).text).to.include('Kære Kirkens Korshær Randers')
  })

  it('without a mail server it is printed, and written down as sent on paper', async () => {
    await open()
    await withEmail()
    const page = await signe.get(letter())
    expect(page.text).to.include('Rådsbogen er ikke sat op til at sende e-mail.')
    expect(page.texts('main button')).to.deep.equal(['Brevet er sendt på papir'])
    const nomination = await signe.submit(page, {}, 'Brevet er sendt på papir')
    expect(nomination.text).to.include('Brev sendt den 5. januar 2026 på papir.')
    const forged = page.fill({}, 'Brevet er sendt på papir')
    const refused = await signe.send({ ...forged, fields: { ...forged.fields, way: 'email' } })
    expect(refused.status).to.equal(422)
    expect(await house.db('letters')).to.have.length(1)
  })

  it('with a mail server it goes to the contact, once however often the button is pressed', async () => {
    smtp = await anSmtpServer()
    await open({ SMTP_URL: smtp.url, MAIL_FROM: 'raad@randers.example' })
    await withEmail()
    const sent = (await signe.get(letter())).fill({}, 'Send til ane@korshaer.example')
    const page = await signe.send(sent)
    await signe.send(sent)
    expect(page.text).to.include('Brev sendt den 5. januar 2026 med e-mail.')
    expect(smtp.delivered).to.have.length(1)
    const [mail] = smtp.delivered
    expect(mail).to.include({ from: 'raad@randers.example', to: 'ane@korshaer.example' })
    expect(textOf(mail!)).to.include('Svar senest 26. januar 2026.').and.to.include('Signe Holm')
    const events = await house.db('audit_events').where({ action: 'nomination.letter_sent' })
    expect(events).to.have.length(1)
    expect(JSON.stringify(events)).not.to.include('ane@')
  })

  const SEND = 'Send til ane@korshaer.example'
  const withServer = async (manners: Parameters<typeof anSmtpServer>[0]) => {
    smtp = await anSmtpServer(manners)
    await open({ SMTP_URL: smtp.url, MAIL_FROM: 'raad@randers.example' })
    await withEmail()
    return smtp
  }

  it('two clicks at once send one letter, also where the mail server is slow', async () => {
    const { delivered } = await withServer({ thinksMs: 300 })
    const form = (await signe.get(letter())).fill({}, SEND)
    const pages = await Promise.all([signe.send(form), signe.send(form), signe.send(form)])
    expect(pages.map(({ status }) => status)).to.deep.equal([200, 200, 200])
    expect(delivered).to.have.length(1)
    expect(await house.db('letters')).to.have.length(1)
    expect(await house.db('audit_events').where({ action: 'nomination.letter_sent' })).to.have.length(1)
  })

  it('of two pages that were open at once one sends; the other is told, and sends again only if that is meant', async () => {
    const { delivered } = await withServer({ thinksMs: 100 })
    const forms = [await signe.get(letter()), await signe.get(letter())].map((page) => page.fill({}, SEND))
    const pages = await Promise.all(forms.map((form) => signe.send(form)))
    expect(pages.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    const told = pages.find(({ status }) => status === 409)!
    expect(told.errors[0]).to.include('Brevet er sendt, siden du åbnede siden.')
    expect(delivered).to.have.length(1)
    await signe.submit(told, {}, SEND)
    expect(delivered).to.have.length(2)
    expect(await house.db('letters')).to.have.length(2)
    const late = await signe.send({ ...forms[0]!, fields: { ...forms[0]!.fields, way: 'paper', _once: 'x' } })
    expect(late.status).to.equal(409)
    expect(await house.db('letters')).to.have.length(2)
  })

  describe('is not written down as sent', () => {
    const tried = async (manners: Parameters<typeof anSmtpServer>[0]) => {
      await withServer(manners)
      const page = await signe.submit(await signe.get(letter()), {}, SEND)
      expect(page.status).to.equal(422)
      expect(await house.db('letters')).to.deep.equal([])
      expect(await house.db('audit_events').where({ action: 'nomination.letter_sent' })).to.deep.equal([])
      return page.errors
    }

    it('where the mail server refuses the address, which is named', async () => {
      expect(await tried({ refuses: true })).to.deep.equal([
        'Mailserveren afviste adressen ane@korshaer.example. Intet er sendt. Ret adressen, eller skriv brevet ud.',
      ])
    })

    it('where it refuses the message, or is not there', async () => {
      const sentence =
        'Mailserveren tog ikke imod brevet. Intet er sendt. Prøv igen om lidt, eller skriv brevet ud.'
      expect(await tried({ dislikes: true })).to.deep.equal([sentence])
      await smtp?.close()
      smtp = undefined
      const gone = await signe.submit(await signe.get(letter()), {}, SEND)
      expect([gone.status, ...gone.errors]).to.deep.equal([422, sentence])
      expect(await house.db('letters')).to.deep.equal([])
    })

    it('where it hangs up before it has said yes: nobody knows, and the page says so', async () => {
      expect(await tried({ hangsUp: true })).to.deep.equal([
        'Forbindelsen til mailserveren blev afbrudt. Brevet kan være sendt alligevel, men det er ikke skrevet ind. Spørg modtageren, før du sender igen.',
      ])
    })
  })

  it('a sending that was lost with its process keeps nobody waiting for ever', async () => {
    const { delivered } = await withServer({})
    const lost = { key: `alone:letter:${id}:request:${korshaer}`, day: house.clock.today() }
    const since = new Date(Date.parse(house.clock.now()) - 6 * 60_000).toISOString()
    await house.db('receipts').insert({ ...lost, result: JSON.stringify(since) })
    await signe.submit(await signe.get(letter()), {}, SEND)
    expect(delivered).to.have.length(1)
    expect(await house.db('receipts').where('key', 'like', 'alone:%')).to.deep.equal([])
  })

  it('reminders that are due are listed: in the last week, again a week later, and not after an answer', async () => {
    await open()
    const due = async (day: string) => {
      house.clock.set(day)
      signe = await house.as('signe')
      const list = await signe.get('/kontor/udpegninger')
      return list.texts('[aria-labelledby=reminders] h3')
    }
    expect(await due('2026-01-18')).to.deep.equal([])
    expect(await due('2026-01-19')).to.deep.equal(['Kirkens Korshær', 'KFUM socialt arbejde'])
    const page = await signe.get(letter('paamindelse'))
    expect(page.text).to.include('Vi har ikke fået jeres svar endnu. Fristen er 26. januar 2026.')
    await signe.submit(page, {}, 'Brevet er sendt på papir')
    expect(await due('2026-01-26')).to.deep.equal(['KFUM socialt arbejde'])
    expect(await due('2026-01-27')).to.deep.equal(['Kirkens Korshær', 'KFUM socialt arbejde'])
    await anAnswer(house, anId(id), 'kfum-socialt-arbejde', await aPerson(house.db, house.by), '2026-01-27')
    expect(await due('2026-01-27')).to.deep.equal(['Kirkens Korshær'])
  })

  it('the letter to the appointee: by whom, for how long, and no protected address on the envelope', async () => {
    await open()
    const person = await aPerson(house.db, house.by, {
      name: 'Ellen Vang',
      contact_by: 'post',
      postal_address: 'Skjult Vej 7',
      protected_address: true,
    })
    for (const body of ['kirkens-korshaer', 'kfum-socialt-arbejde'])
      await anAnswer(house, anId(id), body, person, '2026-01-05')
    await anAppointment(house, anId(id), {
      decided_on: isoDate('2026-01-05'),
      case_number: '27.15.00-A08-1-26',
    })
    const nomination = await signe.get(`/kontor/udpegninger/${id}`)
    const page = await signe.get(nomination.link('Brev til den udpegede'))
    expect(page.text).to.include(
      'Socialudvalget har den 5. januar 2026 udpeget dig til pladsen Forsorg/Hjemløse',
    )
    expect(page.text).to.include('Du er indstillet af Kirkens Korshær og KFUM socialt arbejde.')
    expect(page.text).to.include('Du er medlem fra 5. januar 2026 til 31. december 2029.')
    expect(page.text).to.include('27.15.00-A08-1-26')
    expect(page.$.html()).not.to.include('Skjult Vej')
    const after = await signe.submit(page, {}, 'Brevet er sendt på papir')
    expect(after.text).to.include('Sendt den 5. januar 2026 på papir.')
  })

  it('letters that nobody should write are not there', async () => {
    await open()
    for (const address of [
      letter('udpegning', 'person'),
      letter('anmodning', 'person'),
      letter('anmodning', 999),
      letter('noget', korshaer),
    ])
      expect((await signe.get(address)).status, address).to.equal(404)
  })
})
