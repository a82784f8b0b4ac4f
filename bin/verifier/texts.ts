import type { Check } from './findings.ts'

export type Lang = 'da' | 'en'

interface Texts {
  title: string
  lead: string
  /** What is needed, and where it comes from. */
  files: string
  files_hint: string
  record: string
  record_hint: string
  line: string
  log: string
  log_hint: string
  codes: string
  codes_hint: string
  button: string
  other: string
  verdict: Record<'fits' | 'wrong' | 'incomplete', string>
  verdict_text: Record<'fits' | 'wrong' | 'incomplete', string>
  result: Record<'fits' | 'wrong' | 'left_out', string>
  checks: Record<Check, string>
  why: Record<string, string>
  says: string
  says_text: string
  says_elected: string
  says_votes: string
  says_ballots: string
  says_blank: string
  says_invalid: string
  says_certified: string
  says_code: string
  limits: string
  limits_text: readonly string[]
  usage: string
}

export const TEXTS: Readonly<Record<Lang, Texts>> = {
  da: {
    title: 'Efterprøv en valgprotokol',
    lead: 'Siden regner selv efter. Den sender intet og spørger ingen: filerne bliver på din egen maskine.',
    files: 'Filer',
    files_hint:
      'Valgprotokollen som PDF. Har du den, så tag også logbogens fil og filen med stemmesedlernes koder med. Vælg dem på én gang.',
    record: 'Protokollens kontrolkode',
    record_hint:
      'Den står nederst på den protokol, som valgbestyrelsen skrev under på, og på opslaget med resultatet.',
    line: 'Logbogens linje',
    log: 'Logbogens kontrolkode',
    log_hint: 'Begge står nederst på den underskrevne protokol.',
    codes: 'Kontrolkoden for stemmesedlernes koder',
    codes_hint: 'Den står på opslaget, der blev hængt op, da afstemningen lukkede.',
    button: 'Efterprøv',
    other: 'In English',
    verdict: { fits: 'Det passer', wrong: 'Det passer ikke', incomplete: 'Der mangler noget' },
    verdict_text: {
      fits: 'Protokollen er den, der blev skrevet under på, og alt det nedenfor er regnet efter.',
      wrong: 'Mindst én ting passer ikke. Se hvilken nedenfor, og vis den til valgbestyrelsen.',
      incomplete:
        'Det, du har givet, passer med sig selv. Men skriv også protokollens kontrolkode fra papiret. Først da ved du, at det er den rigtige protokol.',
    },
    result: { fits: 'Passer', wrong: 'Passer ikke', left_out: 'Ikke set på' },
    checks: {
      seal: 'PDF-filen er hel: ingen byte er ændret, siden den blev hentet',
      attachment: 'Protokollens data ligger i filen',
      form: 'Data er skrevet, som en protokol skrives',
      code: 'Data giver den kontrolkode, der står på papiret',
      sheets: 'Hver optælling går op, og de to sidste er enige',
      papers: 'Regnskabet for de trykte sedler går op',
      box: 'Regnskabet for tabletten går op',
      totals: 'Summen er optællingen og tabletten lagt sammen',
      outcome: 'De valgte er dem, der har flest stemmer, eller dem, som loddet faldt på',
      draws: 'Lodtrækninger, som programmet lavede, kan regnes efter',
      certified: 'To fra valgbestyrelsen har godkendt netop dette resultat',
      codes: 'Stemmesedlernes koder er dem, der var i kassen',
      chain: 'Logbogens linjer hænger sammen fra den første',
      head: 'Logbogens linje er den, der står på papiret',
      logged: 'Protokollens kontrolkode står i logbogen',
    },
    why: {
      no_attachment: 'Der er ikke netop én fil med data i PDF-filen.',
      two_records: 'PDF-filen og den anden fil har hver sin protokol.',
      unknown_file: 'Filen {{name}} kendes ikke, eller der er to af samme slags.',
      no_seal: 'Filen har intet segl.',
      added_to: 'Noget er føjet til filen, efter at den blev lavet.',
      broken: 'Filen er ændret, efter at den blev lavet.',
      no_record: 'Der er ingen protokol blandt filerne.',
      not_canonical: 'Data er ikke skrevet, som programmet skriver dem.',
      part_missing: 'Der mangler noget, eller det er af forkert slags: {{place}}.',
      code_length: 'En kontrolkode har 64 tegn. Her er {{count}}.',
      other_code: 'Det er en anden protokol end den, der blev skrevet under på.',
      below_zero: 'Et tal er under nul: {{counter}}, optælling {{round}}.',
      not_on_list: 'Der er stemmer på en, som ikke er på listen: {{counter}}, optælling {{round}}.',
      more_than_in_box:
        'Der er flere blanke og ugyldige sedler end sedler i kassen: {{counter}}, optælling {{round}}.',
      more_votes_than_ballots:
        'En kandidat har flere stemmer, end der er gyldige sedler: {{counter}}, optælling {{round}}.',
      invalid_without_reason: 'De ugyldige sedler har ikke hver sin grund: {{counter}}, optælling {{round}}.',
      sheets_differ: 'De to sidste optællinger er ikke enige.',
      papers_differ: 'Der er en forskel på {{count}}, og ingen har skrevet hvorfor.',
      box_account: '{{releases}} blev åbnet og {{voided}} opgivet, men der er {{envelopes}} i kassen.',
      box_more_than_in_box: 'Der er flere blanke og ugyldige end stemmesedler i kassen.',
      box_lines: 'En linje passer ikke med kassen.',
      no_totals: 'Der er ingen sum.',
      totals_differ: 'Summen er en anden.',
      not_those_standing: 'De valgte er ikke dem, der stillede op.',
      not_most_votes: 'De valgte er ikke dem, der har flest stemmer.',
      tie_without_lot: 'Nogle har lige mange stemmer, og der er intet lod.',
      lot_among_others: 'Loddet er trukket mellem andre end dem, der har lige mange stemmer.',
      lot_wrong_number: 'Loddet faldt ikke på så mange, som der var pladser til.',
      not_by_lot: 'De valgte er ikke dem, som loddet faldt på.',
      other_secret: 'Hemmeligheden er en anden end den, der blev lovet, før ordene blev sagt.',
      other_hashes: 'Navnenes koder er nogle andre.',
      other_order: 'Loddet faldt ikke på dem, som koderne peger på.',
      not_certified: 'Ingen har godkendt resultatet.',
      one_certifier: 'Kun én har godkendt resultatet.',
      not_on_board: 'En, der har godkendt, er ikke i valgbestyrelsen.',
      other_result: 'Det, der er godkendt, er et andet resultat.',
      codes_other_than_printed: 'Koderne er nogle andre end dem på opslaget.',
      codes_number: 'Der er {{codes}} koder og {{envelopes}} stemmesedler.',
      codes_other: 'Koderne er nogle andre end dem, der var i kassen.',
      no_line: 'Linje {{line}} i filen er ikke en linje af logbogen.',
      cut_off: 'Filen slutter midt i en linje.',
      no_lines: 'Logbogen er tom.',
      line_missing: 'Linje {{line}} mangler.',
      not_linked: 'Linje {{line}} hænger ikke sammen med den før.',
      line_changed: 'Linje {{line}} er ændret.',
      head_unknown: 'Koden står ikke i logbogen.',
      head_elsewhere: 'Koden står på linje {{line}}.',
      election_not_logged: 'Valget står ikke i logbogen.',
      record_not_logged: 'Logbogen kender ikke denne protokol.',
      codes_not_logged: 'Logbogen skrev en anden kontrolkode for stemmesedlerne, da afstemningen lukkede.',
    },
    says: 'Det siger protokollens data',
    says_text: 'Hold det op mod papiret. Siden kan ikke se, hvad der er trykt på det.',
    says_elected: 'Valgt',
    says_votes: '{{votes}} stemmer',
    says_ballots: 'Sedler i alt',
    says_blank: 'Blanke',
    says_invalid: 'Ugyldige',
    says_certified: 'Godkendt af',
    says_code: 'Kontrolkode, regnet ud her',
    limits: 'Det kan siden ikke se',
    limits_text: [
      'Om nogen stemte to gange, eller om en stemte for en anden. Det ser de, der er til stede.',
      'Om en kontrolkode er skrevet af fra det rigtige papir. Tag den fra det underskrevne.',
      'Om hele logbogen er skrevet om, hvis du ikke har en trykt linje at holde den op imod.',
    ],
    usage:
      'Brug: efterproev FIL … [--protokol KODE] [--linje NUMMER --logbog KODE] [--koder KODE] [--en] [--json]\nFIL er protokollen (PDF eller JSON), logbogens fil og filen med koder.',
  },
  en: {
    title: 'Check an election record',
    lead: 'This page does its own sums. It sends nothing and asks nobody: the files stay on your own machine.',
    files: 'Files',
    files_hint:
      'The election record as PDF. If you have them, bring the file of the log and the file with the codes of the ballots too. Choose them all at once.',
    record: 'The check code of the record',
    record_hint:
      'It stands at the foot of the record that the electoral board signed, and on the notice of the result.',
    line: 'The line of the log',
    log: 'The check code of the log',
    log_hint: 'Both stand at the foot of the signed record.',
    codes: 'The check code of the codes of the ballots',
    codes_hint: 'It stands on the notice that was put up when polling closed.',
    button: 'Check',
    other: 'På dansk',
    verdict: { fits: 'It fits', wrong: 'It does not fit', incomplete: 'Something is missing' },
    verdict_text: {
      fits: 'The record is the one that was signed, and everything below has been computed again.',
      wrong: 'At least one thing does not fit. See which below, and show it to the electoral board.',
      incomplete:
        'What you have given fits with itself. But type the check code of the record from the paper, too. Only then do you know that it is the right record.',
    },
    result: { fits: 'Fits', wrong: 'Does not fit', left_out: 'Not looked at' },
    checks: {
      seal: 'The PDF file is whole: no byte has changed since it was fetched',
      attachment: 'The data of the record is in the file',
      form: 'The data is written as a record is written',
      code: 'The data gives the check code on the paper',
      sheets: 'Each count adds up, and the last two agree',
      papers: 'The account of the printed papers adds up',
      box: 'The account of the tablet adds up',
      totals: 'The total is the count and the tablet added together',
      outcome: 'Those elected have the most votes, or the lot fell on them',
      draws: 'Lots that the program drew can be computed again',
      certified: 'Two of the electoral board have approved this very result',
      codes: 'The codes of the ballots are those that were in the box',
      chain: 'The lines of the log hang together from the first one',
      head: 'The line of the log is the one on the paper',
      logged: 'The check code of the record stands in the log',
    },
    why: {
      no_attachment: 'There is not exactly one file with data in the PDF file.',
      two_records: 'The PDF file and the other file each have a record of their own.',
      unknown_file: 'The file {{name}} is not known, or there are two of one kind.',
      no_seal: 'The file has no seal.',
      added_to: 'Something was added to the file after it was made.',
      broken: 'The file was changed after it was made.',
      no_record: 'There is no record among the files.',
      not_canonical: 'The data is not written as the program writes it.',
      part_missing: 'Something is missing or is of the wrong kind: {{place}}.',
      code_length: 'A check code has 64 signs. Here are {{count}}.',
      other_code: 'It is another record than the one that was signed.',
      below_zero: 'A figure is below zero: {{counter}}, count {{round}}.',
      not_on_list: 'There are votes for somebody who is not on the list: {{counter}}, count {{round}}.',
      more_than_in_box:
        'There are more blank and invalid papers than papers in the box: {{counter}}, count {{round}}.',
      more_votes_than_ballots:
        'A candidate has more votes than there are valid papers: {{counter}}, count {{round}}.',
      invalid_without_reason:
        'Not every invalid paper has a reason of its own: {{counter}}, count {{round}}.',
      sheets_differ: 'The last two counts do not agree.',
      papers_differ: 'There is a difference of {{count}}, and nobody has written why.',
      box_account:
        '{{releases}} were released and {{voided}} given up, but there are {{envelopes}} in the box.',
      box_more_than_in_box: 'There are more blank and invalid ones than ballots in the box.',
      box_lines: 'A line does not fit with the box.',
      no_totals: 'There is no total.',
      totals_differ: 'The total is another one.',
      not_those_standing: 'Those elected are not those who stood.',
      not_most_votes: 'Those elected are not those with the most votes.',
      tie_without_lot: 'Some have the same number of votes, and there is no lot.',
      lot_among_others: 'The lot was drawn among others than those with the same number of votes.',
      lot_wrong_number: 'The lot did not fall on as many as there were seats for.',
      not_by_lot: 'Those elected are not those on whom the lot fell.',
      other_secret: 'The secret is another one than the one that was promised before the words were said.',
      other_hashes: 'The codes of the names are other ones.',
      other_order: 'The lot did not fall on those whom the codes point at.',
      not_certified: 'Nobody has approved the result.',
      one_certifier: 'Only one has approved the result.',
      not_on_board: 'One who has approved it is not on the electoral board.',
      other_result: 'What was approved is another result.',
      codes_other_than_printed: 'The codes are other ones than those on the notice.',
      codes_number: 'There are {{codes}} codes and {{envelopes}} ballots.',
      codes_other: 'The codes are other ones than those that were in the box.',
      no_line: 'Line {{line}} of the file is no line of the log.',
      cut_off: 'The file ends in the middle of a line.',
      no_lines: 'The log is empty.',
      line_missing: 'Line {{line}} is missing.',
      not_linked: 'Line {{line}} does not hang together with the one before.',
      line_changed: 'Line {{line}} was changed.',
      head_unknown: 'The code does not stand in the log.',
      head_elsewhere: 'The code stands on line {{line}}.',
      election_not_logged: 'The election does not stand in the log.',
      record_not_logged: 'The log does not know this record.',
      codes_not_logged: 'The log wrote another check code of the ballots when polling closed.',
    },
    says: 'What the data of the record says',
    says_text: 'Hold it against the paper. This page cannot see what is printed there.',
    says_elected: 'Elected',
    says_votes: '{{votes}} votes',
    says_ballots: 'Ballots in all',
    says_blank: 'Blank',
    says_invalid: 'Invalid',
    says_certified: 'Approved by',
    says_code: 'Check code, computed here',
    limits: 'What this page cannot see',
    limits_text: [
      'Whether somebody voted twice, or one person for another. Those who are present see that.',
      'Whether a check code was copied from the right paper. Take it from the signed one.',
      'Whether the whole log was written anew, unless you have a printed line to hold it against.',
    ],
    usage:
      'Usage: efterproev FILE … [--protokol CODE] [--linje NUMBER --logbog CODE] [--koder CODE] [--en] [--json]\nFILE is the record (PDF or JSON), the file of the log, and the file with codes.',
  },
}

export function filled(text: string, words: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => String(words[name] ?? hole))
}
