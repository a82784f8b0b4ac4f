#!/usr/bin/env node
// bin/verifier/node.ts
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";

// bin/verifier/texts_da.ts
var DANISH = {
  title: "Efterprøv en valgprotokol",
  lead: "Siden regner selv efter. Den sender intet og spørger ingen: filerne bliver på din egen maskine.",
  files: "Filer",
  files_hint: "Valgprotokollen som PDF. Har du den, så tag også logbogens fil og filen med stemmesedlernes koder med. Vælg dem på én gang.",
  record: "Protokollens kontrolkode",
  record_hint: "Den står nederst på den protokol, som valgbestyrelsen skrev under på, og på opslaget med resultatet.",
  line: "Logbogens linje",
  log: "Logbogens kontrolkode",
  log_hint: "Begge står nederst på den underskrevne protokol.",
  codes: "Kontrolkoden for stemmesedlernes koder",
  codes_hint: "Den står på opslaget, der blev hængt op, da afstemningen lukkede.",
  button: "Efterprøv",
  other: "In English",
  verdict: { fits: "Det passer", wrong: "Det passer ikke", incomplete: "Der mangler noget" },
  verdict_text: {
    fits: "Protokollen er den, der blev skrevet under på, og alt det nedenfor er regnet efter.",
    wrong: "Mindst én ting passer ikke. Se hvilken nedenfor, og vis den til valgbestyrelsen.",
    incomplete: "Det, du har givet, passer med sig selv. Men skriv også protokollens kontrolkode fra papiret. Først da ved du, at det er den rigtige protokol."
  },
  result: { fits: "Passer", wrong: "Passer ikke", left_out: "Ikke set på" },
  checks: {
    seal: "PDF-filen er hel: ingen byte er ændret, siden den blev hentet",
    attachment: "Protokollens data ligger i filen",
    form: "Data er skrevet, som en protokol skrives",
    code: "Data giver den kontrolkode, der står på papiret",
    sheets: "Hver optælling går op, og de to sidste er enige",
    papers: "Regnskabet for de trykte sedler går op",
    box: "Regnskabet for tabletten går op",
    totals: "Summen er optællingen og tabletten lagt sammen",
    outcome: "De valgte er dem, der har flest stemmer, eller dem, som loddet faldt på",
    draws: "Lodtrækninger, som programmet lavede, kan regnes efter",
    certified: "To fra valgbestyrelsen har godkendt netop dette resultat",
    codes: "Stemmesedlernes koder er dem, der var i kassen",
    chain: "Logbogens linjer hænger sammen fra den første",
    head: "Logbogens linje er den, der står på papiret",
    logged: "Protokollens kontrolkode står i logbogen"
  },
  why: {
    no_attachment: "Der er ikke netop én fil med data i PDF-filen.",
    two_records: "PDF-filen og den anden fil har hver sin protokol.",
    unknown_file: "Filen {{name}} kendes ikke, eller der er to af samme slags.",
    no_seal: "Filen har intet segl.",
    added_to: "Noget er føjet til filen, efter at den blev lavet.",
    broken: "Filen er ændret, efter at den blev lavet.",
    no_record: "Der er ingen protokol blandt filerne.",
    not_canonical: "Data er ikke skrevet, som programmet skriver dem.",
    part_missing: "Der mangler noget, eller det er af forkert slags: {{place}}.",
    code_length: "En kontrolkode har 64 tegn. Her er {{count}}.",
    other_code: "Det er en anden protokol end den, der blev skrevet under på.",
    below_zero: "Et tal er under nul: {{counter}}, optælling {{round}}.",
    not_on_list: "Der er stemmer på en, som ikke er på listen: {{counter}}, optælling {{round}}.",
    more_than_in_box: "Der er flere blanke og ugyldige sedler end sedler i kassen: {{counter}}, optælling {{round}}.",
    more_votes_than_ballots: "En kandidat har flere stemmer, end der er gyldige sedler: {{counter}}, optælling {{round}}.",
    invalid_without_reason: "De ugyldige sedler har ikke hver sin grund: {{counter}}, optælling {{round}}.",
    sheets_differ: "De to sidste optællinger er ikke enige.",
    papers_differ: "Der er en forskel på {{count}}, og ingen har skrevet hvorfor.",
    box_account: "{{releases}} blev åbnet og {{voided}} opgivet, men der er {{envelopes}} i kassen.",
    box_more_than_in_box: "Der er flere blanke og ugyldige end stemmesedler i kassen.",
    box_lines: "En linje passer ikke med kassen.",
    no_totals: "Der er ingen sum.",
    totals_differ: "Summen er en anden.",
    not_those_standing: "De valgte er ikke dem, der stillede op.",
    not_most_votes: "De valgte er ikke dem, der har flest stemmer.",
    tie_without_lot: "Nogle har lige mange stemmer, og der er intet lod.",
    lot_among_others: "Loddet er trukket mellem andre end dem, der har lige mange stemmer.",
    lot_wrong_number: "Loddet faldt ikke på så mange, som der var pladser til.",
    not_by_lot: "De valgte er ikke dem, som loddet faldt på.",
    other_secret: "Hemmeligheden er en anden end den, der blev lovet, før ordene blev sagt.",
    other_hashes: "Navnenes koder er nogle andre.",
    other_order: "Loddet faldt ikke på dem, som koderne peger på.",
    not_certified: "Ingen har godkendt resultatet.",
    one_certifier: "Kun én har godkendt resultatet.",
    not_on_board: "En, der har godkendt, er ikke i valgbestyrelsen.",
    other_result: "Det, der er godkendt, er et andet resultat.",
    codes_other_than_printed: "Koderne er nogle andre end dem på opslaget.",
    codes_number: "Der er {{codes}} koder og {{envelopes}} stemmesedler.",
    codes_other: "Koderne er nogle andre end dem, der var i kassen.",
    no_line: "Linje {{line}} i filen er ikke en linje af logbogen.",
    cut_off: "Filen slutter midt i en linje.",
    no_lines: "Logbogen er tom.",
    line_missing: "Linje {{line}} mangler.",
    not_linked: "Linje {{line}} hænger ikke sammen med den før.",
    line_changed: "Linje {{line}} er ændret.",
    head_unknown: "Koden står ikke i logbogen.",
    head_elsewhere: "Koden står på linje {{line}}.",
    election_not_logged: "Valget står ikke i logbogen.",
    record_not_logged: "Logbogen kender ikke denne protokol.",
    codes_not_logged: "Logbogen skrev en anden kontrolkode for stemmesedlerne, da afstemningen lukkede."
  },
  says: "Det siger protokollens data",
  says_text: "Hold det op mod papiret. Siden kan ikke se, hvad der er trykt på det.",
  says_elected: "Valgt",
  says_votes: "{{votes}} stemmer",
  says_ballots: "Sedler i alt",
  says_blank: "Blanke",
  says_invalid: "Ugyldige",
  says_certified: "Godkendt af",
  says_code: "Kontrolkode, regnet ud her",
  limits: "Det kan siden ikke se",
  limits_text: [
    "Om nogen stemte to gange, eller om en stemte for en anden. Det ser de, der er til stede.",
    "Om en kontrolkode er skrevet af fra det rigtige papir. Tag den fra det underskrevne.",
    "Om hele logbogen er skrevet om, hvis du ikke har en trykt linje at holde den op imod."
  ],
  usage: "Brug: efterproev FIL … [--protokol KODE] [--linje NUMMER --logbog KODE] [--koder KODE] [--en] [--json]\nFIL er protokollen (PDF eller JSON), logbogens fil og filen med koder."
};

// bin/verifier/texts_en.ts
var ENGLISH = {
  title: "Check an election record",
  lead: "This page does its own sums. It sends nothing and asks nobody: the files stay on your own machine.",
  files: "Files",
  files_hint: "The election record as PDF. If you have them, bring the file of the log and the file with the codes of the ballots too. Choose them all at once.",
  record: "The check code of the record",
  record_hint: "It stands at the foot of the record that the electoral board signed, and on the notice of the result.",
  line: "The line of the log",
  log: "The check code of the log",
  log_hint: "Both stand at the foot of the signed record.",
  codes: "The check code of the codes of the ballots",
  codes_hint: "It stands on the notice that was put up when polling closed.",
  button: "Check",
  other: "På dansk",
  verdict: { fits: "It fits", wrong: "It does not fit", incomplete: "Something is missing" },
  verdict_text: {
    fits: "The record is the one that was signed, and everything below has been computed again.",
    wrong: "At least one thing does not fit. See which below, and show it to the electoral board.",
    incomplete: "What you have given fits with itself. But type the check code of the record from the paper, too. Only then do you know that it is the right record."
  },
  result: { fits: "Fits", wrong: "Does not fit", left_out: "Not looked at" },
  checks: {
    seal: "The PDF file is whole: no byte has changed since it was fetched",
    attachment: "The data of the record is in the file",
    form: "The data is written as a record is written",
    code: "The data gives the check code on the paper",
    sheets: "Each count adds up, and the last two agree",
    papers: "The account of the printed papers adds up",
    box: "The account of the tablet adds up",
    totals: "The total is the count and the tablet added together",
    outcome: "Those elected have the most votes, or the lot fell on them",
    draws: "Lots that the program drew can be computed again",
    certified: "Two of the electoral board have approved this very result",
    codes: "The codes of the ballots are those that were in the box",
    chain: "The lines of the log hang together from the first one",
    head: "The line of the log is the one on the paper",
    logged: "The check code of the record stands in the log"
  },
  why: {
    no_attachment: "There is not exactly one file with data in the PDF file.",
    two_records: "The PDF file and the other file each have a record of their own.",
    unknown_file: "The file {{name}} is not known, or there are two of one kind.",
    no_seal: "The file has no seal.",
    added_to: "Something was added to the file after it was made.",
    broken: "The file was changed after it was made.",
    no_record: "There is no record among the files.",
    not_canonical: "The data is not written as the program writes it.",
    part_missing: "Something is missing or is of the wrong kind: {{place}}.",
    code_length: "A check code has 64 signs. Here are {{count}}.",
    other_code: "It is another record than the one that was signed.",
    below_zero: "A figure is below zero: {{counter}}, count {{round}}.",
    not_on_list: "There are votes for somebody who is not on the list: {{counter}}, count {{round}}.",
    more_than_in_box: "There are more blank and invalid papers than papers in the box: {{counter}}, count {{round}}.",
    more_votes_than_ballots: "A candidate has more votes than there are valid papers: {{counter}}, count {{round}}.",
    invalid_without_reason: "Not every invalid paper has a reason of its own: {{counter}}, count {{round}}.",
    sheets_differ: "The last two counts do not agree.",
    papers_differ: "There is a difference of {{count}}, and nobody has written why.",
    box_account: "{{releases}} were released and {{voided}} given up, but there are {{envelopes}} in the box.",
    box_more_than_in_box: "There are more blank and invalid ones than ballots in the box.",
    box_lines: "A line does not fit with the box.",
    no_totals: "There is no total.",
    totals_differ: "The total is another one.",
    not_those_standing: "Those elected are not those who stood.",
    not_most_votes: "Those elected are not those with the most votes.",
    tie_without_lot: "Some have the same number of votes, and there is no lot.",
    lot_among_others: "The lot was drawn among others than those with the same number of votes.",
    lot_wrong_number: "The lot did not fall on as many as there were seats for.",
    not_by_lot: "Those elected are not those on whom the lot fell.",
    other_secret: "The secret is another one than the one that was promised before the words were said.",
    other_hashes: "The codes of the names are other ones.",
    other_order: "The lot did not fall on those whom the codes point at.",
    not_certified: "Nobody has approved the result.",
    one_certifier: "Only one has approved the result.",
    not_on_board: "One who has approved it is not on the electoral board.",
    other_result: "What was approved is another result.",
    codes_other_than_printed: "The codes are other ones than those on the notice.",
    codes_number: "There are {{codes}} codes and {{envelopes}} ballots.",
    codes_other: "The codes are other ones than those that were in the box.",
    no_line: "Line {{line}} of the file is no line of the log.",
    cut_off: "The file ends in the middle of a line.",
    no_lines: "The log is empty.",
    line_missing: "Line {{line}} is missing.",
    not_linked: "Line {{line}} does not hang together with the one before.",
    line_changed: "Line {{line}} was changed.",
    head_unknown: "The code does not stand in the log.",
    head_elsewhere: "The code stands on line {{line}}.",
    election_not_logged: "The election does not stand in the log.",
    record_not_logged: "The log does not know this record.",
    codes_not_logged: "The log wrote another check code of the ballots when polling closed."
  },
  says: "What the data of the record says",
  says_text: "Hold it against the paper. This page cannot see what is printed there.",
  says_elected: "Elected",
  says_votes: "{{votes}} votes",
  says_ballots: "Ballots in all",
  says_blank: "Blank",
  says_invalid: "Invalid",
  says_certified: "Approved by",
  says_code: "Check code, computed here",
  limits: "What this page cannot see",
  limits_text: [
    "Whether somebody voted twice, or one person for another. Those who are present see that.",
    "Whether a check code was copied from the right paper. Take it from the signed one.",
    "Whether the whole log was written anew, unless you have a printed line to hold it against."
  ],
  usage: "Usage: efterproev FILE … [--protokol CODE] [--linje NUMBER --logbog CODE] [--koder CODE] [--en] [--json]\nFILE is the record (PDF or JSON), the file of the log, and the file with codes."
};

// bin/verifier/texts.ts
var TEXTS = { da: DANISH, en: ENGLISH };
function filled(text2, words = {}) {
  return text2.replace(/\{\{(\w+)\}\}/g, (hole, name) => String(words[name] ?? hole));
}

// bin/verifier/findings.ts
var CHECKS = [
  "seal",
  "attachment",
  "form",
  "code",
  "sheets",
  "papers",
  "box",
  "totals",
  "outcome",
  "draws",
  "certified",
  "codes",
  "chain",
  "head",
  "logged"
];
var fits = (check) => ({ check, result: "fits" });
var leftOut = (check) => ({ check, result: "left_out" });
function wrong(check, key, words) {
  return { check, result: "wrong", why: words === void 0 ? { key } : { key, words } };
}
function firstWrong(check, faults) {
  return faults.find((one) => one !== void 0) ?? fits(check);
}

// bin/verifier/figures.ts
function checkSheets({ rounds, candidates }) {
  if (rounds.length === 0) return leftOut("sheets");
  const known = new Set(candidates.filter(({ position }) => position !== null).map(({ id }) => id));
  const each = rounds.flatMap(
    ({ round, sheets }) => sheets.map((sheet) => {
      const words = { round, counter: sheet.counter };
      const { ballots_in_box, blank, invalid, votes, invalid_ballots } = sheet;
      if ([ballots_in_box, blank, invalid, ...votes.map((line) => line.votes)].some((one) => one < 0))
        return wrong("sheets", "below_zero", words);
      if (votes.some(({ candidacy_id }) => !known.has(candidacy_id)) || twice(votes))
        return wrong("sheets", "not_on_list", words);
      if (blank + invalid > ballots_in_box) return wrong("sheets", "more_than_in_box", words);
      const valid = ballots_in_box - blank - invalid;
      if (votes.some((line) => line.votes > valid)) return wrong("sheets", "more_votes_than_ballots", words);
      return invalid_ballots.length === invalid ? void 0 : wrong("sheets", "invalid_without_reason", words);
    })
  );
  const last = rounds.at(-1)?.sheets ?? [];
  const agree = new Set(last.map(figuresOf)).size === 1;
  return firstWrong("sheets", [...each, agree ? void 0 : wrong("sheets", "sheets_differ")]);
}
function figuresOf({ ballots_in_box, blank, invalid, votes }) {
  const lines = [...votes].sort((a, b) => a.candidacy_id - b.candidacy_id);
  return JSON.stringify([
    ballots_in_box,
    blank,
    invalid,
    lines.map((line) => [line.candidacy_id, line.votes])
  ]);
}
function twice(votes) {
  return new Set(votes.map(({ candidacy_id }) => candidacy_id)).size !== votes.length;
}
function checkPapers({ papers, rounds }) {
  if (papers === null) return leftOut("papers");
  const { printed, handed_out, unused, in_box, exchanged, not_returned, difference_reason } = papers;
  const reasons = (rounds.at(-1)?.sheets ?? []).map((sheet) => sheet.difference_reason);
  const explained = difference_reason !== null || reasons.some((one) => one !== null);
  const printedLeft = printed - handed_out - unused;
  const handedLeft = in_box === null ? 0 : handed_out - in_box - exchanged - not_returned;
  if (explained || printedLeft === 0 && handedLeft === 0) return fits("papers");
  return wrong("papers", "papers_differ", { count: printedLeft === 0 ? handedLeft : printedLeft });
}
function checkBox({ booth, candidates }) {
  if (booth === null) return leftOut("box");
  const { releases, voided, envelopes, blank, invalid, votes } = booth;
  const known = new Set(candidates.map(({ id }) => id));
  return firstWrong("box", [
    releases - voided === envelopes ? void 0 : wrong("box", "box_account", { releases, voided, envelopes }),
    blank + invalid <= envelopes ? void 0 : wrong("box", "box_more_than_in_box"),
    votes.every(({ candidacy_id, votes: each }) => known.has(candidacy_id) && each >= 0 && each <= envelopes) ? void 0 : wrong("box", "box_lines")
  ]);
}
function checkTotals({ totals, rounds, booth }) {
  const sheet = rounds.at(-1)?.sheets[0];
  if (totals === null) return sheet || booth ? wrong("totals", "no_totals") : leftOut("totals");
  const sum = /* @__PURE__ */ new Map();
  for (const { candidacy_id, votes } of [...sheet?.votes ?? [], ...booth?.votes ?? []])
    sum.set(candidacy_id, (sum.get(candidacy_id) ?? 0) + votes);
  const same2 = totals.ballots === (sheet?.ballots_in_box ?? 0) + (booth?.envelopes ?? 0) && totals.blank === (sheet?.blank ?? 0) + (booth?.blank ?? 0) && totals.invalid === (sheet?.invalid ?? 0) + (booth?.invalid ?? 0) && totals.votes.length === sum.size && totals.votes.every(({ candidacy_id, votes }) => sum.get(candidacy_id) === votes);
  return same2 ? fits("totals") : wrong("totals", "totals_differ");
}

// bin/verifier/text.ts
function canonical(value) {
  if (isList(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const keys = Object.keys(value).sort((a, b) => a < b ? -1 : 1);
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(",")}}`;
}
async function sha256(data) {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
function utf8(bytes) {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}
function parsed(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}
function isList(value) {
  return Array.isArray(value);
}
function isObject(value) {
  return typeof value === "object" && value !== null && !isList(value);
}
function typedCode(typed) {
  const signs = typed.toLowerCase().replace(/[^0-9a-f]/g, "");
  return typed.includes(":") ? typedCode(typed.slice(typed.lastIndexOf(":") + 1)) : signs;
}
var CODE = /^[0-9a-f]{64}$/;

// bin/verifier/log.ts
var TEXTS2 = ["day", "actor", "action", "subject", "details", "previous_hash", "hash"];
var NEWER = "rows_hash";
async function readLog(text2) {
  const lines = [];
  let before = { sequence: 0, hash: "" };
  const written = text2.split("\n");
  if (written.pop() !== "") return { finding: wrong("chain", "cut_off"), lines };
  for (const [index, one] of written.entries()) {
    const line = parsed(one);
    if (index === 0 && isObject(line) && line.kind === "log") continue;
    if (!isObject(line) || !isLine(line) || canonical(line) !== one)
      return { finding: wrong("chain", "no_line", { line: index + 1 }), lines };
    const words = { line: before.sequence + 1 };
    if (line.sequence !== before.sequence + 1)
      return { finding: wrong("chain", "line_missing", words), lines };
    if (line.previous_hash !== before.hash) return { finding: wrong("chain", "not_linked", words), lines };
    const said = Object.fromEntries(Object.entries(line).filter(([key]) => key !== "hash"));
    if (await sha256(canonical(said)) !== line.hash)
      return { finding: wrong("chain", "line_changed", words), lines };
    const { sequence, hash, previous_hash, action, subject } = line;
    const details = parsed(line.details);
    lines.push({ sequence, hash, previous_hash, action, subject, details: isObject(details) ? details : {} });
    before = line;
  }
  return lines.length === 0 ? { finding: wrong("chain", "no_lines"), lines } : { finding: fits("chain"), lines };
}
function isLine(line) {
  const texts = [...TEXTS2, ...NEWER in line ? [NEWER] : []];
  const isWhole = Number.isSafeInteger(line.sequence) && texts.every((key) => typeof line[key] === "string");
  return isWhole && Object.keys(line).length === texts.length + 1;
}
function checkHead(lines, printed) {
  if (printed.code === "") return leftOut("head");
  const found = lines.find(({ hash }) => hash === printed.code);
  if (!found) return wrong("head", "head_unknown");
  return printed.line === void 0 || printed.line === found.sequence ? fits("head") : wrong("head", "head_elsewhere", { line: found.sequence });
}
function checkLogged(lines, id, code, codes) {
  const own = lines.filter(({ subject }) => subject === `election:${id}`);
  if (own.length === 0) return wrong("logged", "election_not_logged");
  if (!own.some(({ details }) => details.record_hash === code)) return wrong("logged", "record_not_logged");
  const closed = own.filter(({ details }) => typeof details.codes_hash === "string");
  const other = closed.some(({ details }) => details.codes_hash !== codes);
  return codes !== void 0 && other ? wrong("logged", "codes_not_logged") : fits("logged");
}

// bin/verifier/outcome.ts
function checkOutcome({
  result,
  totals,
  candidates,
  election,
  lot,
  uncontested
}) {
  if (result === null) return leftOut("outcome");
  const standing = candidates.filter(({ position }) => position !== null).map(({ id }) => id);
  if (uncontested !== null)
    return same(result.elected, standing) ? fits("outcome") : wrong("outcome", "not_those_standing");
  if (totals === null) return wrong("outcome", "no_totals");
  const votes = new Map(totals.votes.map((line) => [line.candidacy_id, line.votes]));
  const ranked = standing.map((id) => ({ id, votes: votes.get(id) ?? 0 })).sort((a, b) => b.votes - a.votes);
  const last = ranked[election.seats - 1];
  const next = ranked[election.seats];
  const tied = last && next && last.votes === next.votes ? last.votes : void 0;
  const safe = ranked.filter((one, index) => tied === void 0 ? index < election.seats : one.votes > tied);
  const elected = safe.map(({ id }) => id);
  if (tied === void 0)
    return same(result.elected, elected) ? fits("outcome") : wrong("outcome", "not_most_votes");
  const among = ranked.filter((one) => one.votes === tied).map(({ id }) => id);
  if (lot === null) return wrong("outcome", "tie_without_lot");
  if (!same(lot.among, among)) return wrong("outcome", "lot_among_others");
  const seatsLeft = election.seats - elected.length;
  const choosable = new Set(lot.chosen).size === seatsLeft && lot.chosen.every((id) => among.includes(id));
  if (!choosable) return wrong("outcome", "lot_wrong_number");
  return same(result.elected, [...elected, ...lot.chosen]) ? fits("outcome") : wrong("outcome", "not_by_lot");
}
function same(a, b) {
  return a.length === b.length && new Set(a).size === a.length && a.every((id) => b.includes(id));
}
async function checkDraws({ list, lot, candidates }) {
  const drawn = [list.lot, lot].filter(
    (one) => one !== null && one.draw !== null
  );
  if (drawn.length === 0) return leftOut("draws");
  const nameOf = new Map(candidates.map(({ id, name }) => [id, name]));
  const faults = await Promise.all(drawn.map((one) => faultIn(one, nameOf)));
  return firstWrong("draws", faults);
}
async function faultIn({ draw, among, chosen }, nameOf) {
  if (await sha256(draw.seed) !== draw.commitment) return wrong("draws", "other_secret");
  const hashes = await Promise.all(
    among.map(async (id) => {
      return { id, hash: await sha256(`${draw.seed}:${draw.words}:${id}:${nameOf.get(id) ?? ""}`) };
    })
  );
  const ordered = hashes.sort((a, b) => a.hash < b.hash ? -1 : 1);
  const written = draw.hashes.map(({ candidacy_id, hash }) => `${candidacy_id}:${hash}`);
  if (ordered.map(({ id, hash }) => `${id}:${hash}`).join() !== written.join())
    return wrong("draws", "other_hashes");
  const first2 = ordered.slice(0, chosen.length).map(({ id }) => id);
  return same(first2, chosen) ? void 0 : wrong("draws", "other_order");
}
function checkCertified({ certifications, result, board, made_at }) {
  if (certifications.length === 0)
    return made_at === "annulled" ? leftOut("certified") : wrong("certified", "not_certified");
  const last = certifications.filter(({ round }) => round === certifications.at(-1)?.round);
  const names = new Set(last.map(({ certifier }) => certifier));
  return firstWrong("certified", [
    names.size >= 2 ? void 0 : wrong("certified", "one_certifier"),
    [...names].every((name) => board.includes(name)) ? void 0 : wrong("certified", "not_on_board"),
    last.every(({ result_hash }) => result_hash === result?.hash) ? void 0 : wrong("certified", "other_result")
  ]);
}

// bin/verifier/pdf.ts
var SEAL = /<dc:identifier>sha256:([0-9a-f]{64})<\/dc:identifier>/g;
var ATTACHED = /\/Type \/EmbeddedFile\b/g;
async function openPdf(bytes) {
  const text2 = latin1(bytes);
  const seal = await checkSeal(bytes, text2);
  const data = await attached(bytes, text2);
  return { findings: [seal, data ? fits("attachment") : wrong("attachment", "no_attachment")], data };
}
async function checkSeal(bytes, text2) {
  const [seal, ...more] = [...text2.matchAll(SEAL)];
  if (seal === void 0) return wrong("seal", "no_seal");
  if (more.length > 0 || count(text2, "%%EOF") !== 1) return wrong("seal", "added_to");
  const [, hex = ""] = seal;
  const at = seal.index + seal[0].indexOf(hex);
  const unsealed = bytes.slice();
  unsealed.fill("0".charCodeAt(0), at, at + hex.length);
  return await sha256(unsealed) === hex ? fits("seal") : wrong("seal", "broken");
}
async function attached(bytes, text2) {
  const [file, ...more] = [...text2.matchAll(ATTACHED)];
  if (file === void 0 || more.length > 0) return void 0;
  const begins = text2.indexOf("stream\n", file.index);
  const head = text2.slice(file.index, begins);
  const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? Number.NaN);
  const from = begins + "stream\n".length;
  if (begins < 0 || !Number.isSafeInteger(length) || from + length > bytes.length) return void 0;
  const stream = bytes.slice(from, from + length);
  return head.includes("/Filter /FlateDecode") ? inflated(stream) : stream;
}
async function inflated(bytes) {
  try {
    const open = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(open).arrayBuffer());
  } catch {
    return void 0;
  }
}
function latin1(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join("");
}
function count(text2, what) {
  return text2.split(what).length - 1;
}

// bin/verifier/record.ts
var LINE = { candidacy_id: "number", votes: "number" };
var DRAW = {
  ...{ commitment: "text", seed: "text", words: "text" },
  hashes: { listOf: { candidacy_id: "number", hash: "text" } }
};
var LOT = { among: { listOf: "number" }, chosen: { listOf: "number" }, draw: { orNull: DRAW } };
var BOX_FIGURES = { blank: "number", invalid: "number", votes: { listOf: LINE } };
var SHEET = {
  ...{ counter: "text", ballots_in_box: "number", ...BOX_FIGURES },
  ...{ invalid_ballots: { listOf: { reason: "text" } }, difference_reason: { orNull: "text" } }
};
var RECORD = {
  election: { id: "number", seats: "number", means: "text" },
  board: { listOf: "text" },
  candidates: { listOf: { id: "number", name: "text", position: { orNull: "number" } } },
  list: { lot: { orNull: LOT } },
  papers: {
    orNull: {
      ...{
        printed: "number",
        handed_out: "number",
        exchanged: "number",
        not_returned: "number",
        unused: "number"
      },
      ...{ in_box: { orNull: "number" }, difference_reason: { orNull: "text" } }
    }
  },
  rounds: { listOf: { round: "number", sheets: { listOf: SHEET } } },
  booth: {
    orNull: { releases: "number", voided: "number", envelopes: "number", codes_hash: "text", ...BOX_FIGURES }
  },
  totals: { orNull: { ballots: "number", ...BOX_FIGURES } },
  result: {
    orNull: {
      ...{ outcome: "text", elected: { listOf: "number" }, among: { listOf: "number" } },
      ...{ seatsLeft: "number", hash: "text" }
    }
  },
  lot: { orNull: LOT },
  uncontested: { orNull: { body: "text" } },
  certifications: { listOf: { round: "number", certifier: "text", result_hash: "text" } },
  made_at: "text"
};
function missingIn(value, shape = RECORD, place = "") {
  if (shape === "any") return void 0;
  if (shape === "text") return typeof value === "string" ? void 0 : place;
  if (shape === "number") return Number.isSafeInteger(value) ? void 0 : place;
  if ("orNull" in shape) return value === null ? void 0 : missingIn(value, shape.orNull, place);
  if ("listOf" in shape) {
    if (!isList(value)) return place;
    return first(value.map((one, index) => missingIn(one, shape.listOf, `${place}.${index}`)));
  }
  if (!isObject(value)) return place;
  return first(
    Object.entries(shape).map(
      ([key, inner]) => missingIn(value[key], inner, place === "" ? key : `${place}.${key}`)
    )
  );
}
function isRecord(value) {
  return (isObject(value) || isList(value)) && missingIn(value) === void 0;
}
function first(places) {
  return places.find((one) => one !== void 0);
}

// bin/verifier/verify.ts
async function verify({ files, printed }) {
  const sorted = sortFiles(files);
  const opened = sorted.pdf ? await openPdf(sorted.pdf) : { findings: [], data: void 0 };
  const data = opened.data ?? sorted.record;
  const log = sorted.log === void 0 ? void 0 : await readLog(sorted.log);
  const read = await readRecord(data, typedCode(printed.record));
  const findings = [
    ...opened.findings,
    ...opened.data && sorted.record && !equal(opened.data, sorted.record) ? [wrong("attachment", "two_records")] : [],
    ...read.findings,
    ...read.record ? await checkRecord(read.record) : [],
    ...await checkCodes(sorted.codes, printed.codes, read.record),
    ...log ? checkLog(log, printed, read) : [leftOut("chain"), leftOut("head"), leftOut("logged")],
    ...sorted.unknown.map((name) => wrong("attachment", "unknown_file", { name }))
  ].sort((a, b) => CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check));
  const isWrong = findings.some(({ result }) => result === "wrong");
  const isCompared = findings.some(({ check, result }) => check === "code" && result === "fits");
  return {
    verdict: isWrong ? "wrong" : isCompared ? "fits" : "incomplete",
    ...{ findings, record: read.record, code: read.code, unknown: sorted.unknown }
  };
}
function sortFiles(files) {
  const sorted = { unknown: [] };
  for (const { name, bytes } of files) {
    const kind = kindOf(bytes);
    if (kind === void 0 || sorted[kind] !== void 0) sorted.unknown.push(name);
    else if (kind === "pdf" || kind === "record") sorted[kind] = bytes;
    else sorted[kind] = utf8(bytes);
  }
  return sorted;
}
function kindOf(bytes) {
  const head = String.fromCharCode(...bytes.subarray(0, 5));
  if (head === "%PDF-") return "pdf";
  const text2 = textOf(bytes);
  if (text2 === void 0) return void 0;
  const lines = text2.split("\n").filter((line) => line !== "");
  if (lines.length > 0 && lines.every((line) => CODE.test(line))) return "codes";
  const [first2 = ""] = lines;
  const whole = lines.length === 1 ? parsed(text2) : void 0;
  if (isObject(whole) && "salt" in whole) return "record";
  const begins = parsed(first2);
  return isObject(begins) && (begins.kind === "log" || "previous_hash" in begins) ? "log" : void 0;
}
function textOf(bytes) {
  try {
    return utf8(bytes);
  } catch {
    return void 0;
  }
}
async function readRecord(data, printed) {
  if (data === void 0) return { findings: [wrong("form", "no_record")], record: null, code: null };
  const code = await sha256(data);
  const compared = compareCode(code, printed);
  const text2 = textOf(data);
  const value = text2 === void 0 ? void 0 : parsed(text2);
  if (text2 === void 0 || value === void 0 || canonical(value) !== text2)
    return { findings: [wrong("form", "not_canonical"), compared], record: null, code };
  if (!isRecord(value)) {
    const place = missingIn(value) ?? "";
    return { findings: [wrong("form", "part_missing", { place }), compared], record: null, code };
  }
  return { findings: [fits("form"), compared], record: value, code };
}
function compareCode(code, printed) {
  if (printed === "") return leftOut("code");
  if (!CODE.test(printed)) return wrong("code", "code_length", { count: printed.length });
  return code === printed ? fits("code") : wrong("code", "other_code");
}
async function checkRecord(record) {
  return [
    checkSheets(record),
    checkPapers(record),
    checkBox(record),
    checkTotals(record),
    checkOutcome(record),
    await checkDraws(record),
    checkCertified(record)
  ];
}
async function checkCodes(text2, typed, record) {
  const printed = typedCode(typed);
  const ofBox = record?.booth?.codes_hash;
  if (printed !== "" && ofBox !== void 0 && printed !== ofBox)
    return [wrong("codes", "codes_other_than_printed")];
  if (text2 === void 0) return [printed !== "" && ofBox !== void 0 ? fits("codes") : leftOut("codes")];
  const codes = text2.split("\n").filter((line) => line !== "");
  const hash = await sha256([...codes].sort().join("\n"));
  if (ofBox === void 0) return [printed === "" ? leftOut("codes") : compareCodes(hash, printed)];
  if (codes.length !== record?.booth?.envelopes)
    return [wrong("codes", "codes_number", { codes: codes.length, envelopes: record?.booth?.envelopes ?? 0 })];
  return [hash === ofBox ? fits("codes") : wrong("codes", "codes_other")];
}
function compareCodes(hash, printed) {
  return hash === printed ? fits("codes") : wrong("codes", "codes_other_than_printed");
}
function checkLog({ finding, lines }, printed, { record, code }) {
  const line = /^\d+$/.test(printed.line.trim()) ? Number(printed.line) : void 0;
  const head = checkHead(lines, { line, code: typedCode(printed.log) });
  if (record === null || code === null) return [finding, head, leftOut("logged")];
  return [finding, head, checkLogged(lines, record.election.id, code, record.booth?.codes_hash)];
}
function equal(a, b) {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

// bin/verifier/node.ts
var OPTIONS = {
  protokol: { type: "string" },
  linje: { type: "string" },
  logbog: { type: "string" },
  koder: { type: "string" },
  en: { type: "boolean" },
  json: { type: "boolean" }
};
var STATUS = { fits: 0, wrong: 1, incomplete: 2 };
async function run(args) {
  let lang = args.includes("--en") ? "en" : "da";
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    lang = values.en ? "en" : "da";
    if (positionals.length === 0) return { text: TEXTS[lang].usage, status: 2 };
    const files = await Promise.all(
      positionals.map(async (file) => ({
        name: path.basename(file),
        bytes: new Uint8Array(await readFile(file))
      }))
    );
    const { protokol: record = "", linje: line = "", logbog: log = "", koder: codes = "" } = values;
    const report = await verify({ files, printed: { record, line, log, codes } });
    const text2 = values.json ? JSON.stringify(report, null, 2) : inWords(report, lang);
    return { text: text2, status: STATUS[report.verdict] };
  } catch (error) {
    return {
      text: `${error instanceof Error ? error.message : String(error)}
${TEXTS[lang].usage}`,
      status: 2
    };
  }
}
var MARKS = { fits: "✓", wrong: "✗", left_out: "–" };
function inWords({ verdict, findings, code }, lang) {
  const texts = TEXTS[lang];
  const lines = findings.map(({ check, result, why }) => {
    const reason = why === void 0 ? "" : `
    ${filled(texts.why[why.key] ?? why.key, why.words)}`;
    return `${MARKS[result]} ${texts.checks[check]}${reason}`;
  });
  const computed = code === null ? [] : ["", `${texts.says_code}: ${code}`];
  return [texts.verdict[verdict], texts.verdict_text[verdict], "", ...lines, ...computed].join("\n");
}

// bin/verifier/node_entry.ts
var { text, status } = await run(process.argv.slice(2));
process.stdout.write(`${text}
`);
process.exitCode = status;
