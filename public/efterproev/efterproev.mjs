#!/usr/bin/env node
// bin/verifier/node.ts
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";

// bin/verifier/findings.ts
var CHECKS = [
  "seal",
  "attachment",
  "form",
  "code",
  "parts",
  "sheets",
  "papers",
  "box",
  "totals",
  "outcome",
  "result",
  "draws",
  "corrections",
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
function checkSheets({
  rounds,
  candidates,
  election
}) {
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
  const isWhole = rounds.every(({ round }, index) => round === index + 1);
  const agree = agreedIn(rounds) !== void 0;
  const crosses = rounds.flatMap(
    ({ round, sheets }) => sheets.map(
      ({ counter, ballots_in_box, blank, invalid, votes }) => canHold(election.crosses, ballots_in_box - blank - invalid, votes) ? void 0 : wrong("sheets", "crosses_on_sheet", { round, counter })
    )
  );
  return firstWrong("sheets", [
    ...each,
    isWhole ? void 0 : wrong("sheets", "round_missing"),
    agree ? void 0 : wrong("sheets", "sheets_differ"),
    ...crosses
  ]);
}
function agreedIn(rounds) {
  const all = enteredIn(sinceRecount(rounds));
  const [before, last] = [all.at(-2)?.sheets ?? [], all.at(-1)];
  if (last === void 0) return void 0;
  const [first2, second] = last.sheets;
  if (first2 && second && figuresOf(first2) === figuresOf(second))
    return { round: last.round, sheets: [first2, second] };
  for (const third of last.sheets) {
    const same2 = before.find((one) => figuresOf(one) === figuresOf(third));
    if (same2 && before.every(({ counter }) => counter !== third.counter))
      return { round: last.round, sheets: [same2, third] };
  }
  return void 0;
}
function sinceRecount(rounds) {
  const begins = rounds.map(
    ({ complaint, investigation }) => typeof complaint === "number" || investigation !== void 0
  );
  return rounds.slice(Math.max(0, begins.lastIndexOf(true)));
}
function enteredIn(rounds) {
  let carried;
  return rounds.map(({ round, sheets, kept }) => {
    const entered = carried ? [carried, ...sheets] : sheets;
    carried = kept && entered.find(({ counter }) => counter === kept.counter);
    return { round, sheets: entered };
  });
}
function canHold(crosses, valid, votes) {
  if (crosses === void 0) return true;
  const sum = votes.reduce((all, line) => all + line.votes, 0);
  return sum >= valid * crosses.min && sum <= valid * crosses.max;
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
function checkPapers({
  papers,
  rounds,
  ...record
}) {
  if (papers === null) return leftOut("papers");
  const entered = endedIn(record);
  const { printed, handed_out, unused, exchanged, not_returned, difference_reason } = papers;
  const in_box = papers.in_box ?? entered?.papers ?? null;
  const reasons = (rounds.at(-1)?.sheets ?? []).map((sheet) => sheet.difference_reason);
  const explained = [difference_reason, entered?.difference_reason ?? null, ...reasons].some(
    (one) => one !== null
  );
  const printedLeft = printed - handed_out - unused;
  const given = handed_out + (papers.from_tablet ?? 0);
  const handedLeft = in_box === null ? 0 : given - in_box - exchanged - not_returned;
  const counted = agreedIn(rounds)?.sheets[0].ballots_in_box;
  if (in_box !== null && counted !== void 0 && in_box !== counted) return wrong("papers", "papers_in_box");
  if (explained || printedLeft === 0 && handedLeft === 0) return fits("papers");
  return wrong("papers", "papers_differ", { count: printedLeft === 0 ? handedLeft : printedLeft });
}
function endedIn({ entered }) {
  return entered === void 0 || "given_up" in entered ? void 0 : entered;
}
function checkBox(record) {
  const { booth, mixed_in, box_loss, papers, candidates, election } = record;
  const entered = endedIn(record);
  if (box_loss !== void 0 || entered !== record.entered) {
    const isCounted = [booth, mixed_in, record.totals].some((one) => one !== void 0 && one !== null);
    return isCounted ? wrong("box", "box_lost_and_counted") : checkLost(box_loss);
  }
  if (booth === null) return mixed_in ? checkMixedIn(mixed_in, papers) : leftOut("box");
  const { releases, voided, envelopes, blank, invalid, votes } = booth;
  const inBox = ballotsIn(booth);
  const known = new Set(candidates.map(({ id }) => id));
  return firstWrong("box", [
    releases - voided === envelopes ? void 0 : wrong("box", "box_account", { releases, voided, envelopes }),
    entered === void 0 || isEnteredAs(entered, booth) ? void 0 : wrong("box", "box_not_as_entered"),
    blank + invalid <= inBox ? void 0 : wrong("box", "box_more_than_in_box"),
    votes.every(({ candidacy_id, votes: each }) => known.has(candidacy_id) && each >= 0 && each <= inBox) ? void 0 : wrong("box", "box_lines"),
    canHold(election.crosses, inBox - blank - invalid, votes) ? void 0 : wrong("box", "crosses")
  ]);
}
function isEnteredAs({ papers, invalid }, booth) {
  const reasons = invalid.reduce((all, { ballots }) => all + ballots, 0);
  return papers === booth.from_papers && reasons <= booth.invalid && booth.invalid <= papers;
}
function ballotsIn({ envelopes, from_papers = 0 }) {
  return envelopes + from_papers;
}
function checkLost(box) {
  if (box === void 0) return leftOut("box");
  const { releases, voided, envelopes } = box;
  return releases - voided === envelopes ? fits("box") : wrong("box", "box_account", { releases, voided, envelopes });
}
function checkMixedIn({ releases, voided, envelopes }, papers) {
  if (releases - voided !== envelopes) return wrong("box", "box_account", { releases, voided, envelopes });
  const isThere = papers === void 0 || papers?.from_tablet === envelopes;
  return isThere ? fits("box") : wrong("box", "box_not_among_papers");
}
function checkTotals({
  totals,
  rounds,
  booth,
  election
}) {
  const sheet = rounds.at(-1)?.sheets[0];
  if (totals === null) return sheet || booth ? wrong("totals", "no_totals") : leftOut("totals");
  const sum = /* @__PURE__ */ new Map();
  for (const { candidacy_id, votes } of [...sheet?.votes ?? [], ...booth?.votes ?? []])
    sum.set(candidacy_id, (sum.get(candidacy_id) ?? 0) + votes);
  const same2 = totals.ballots === (sheet?.ballots_in_box ?? 0) + (booth ? ballotsIn(booth) : 0) && totals.blank === (sheet?.blank ?? 0) + (booth?.blank ?? 0) && totals.invalid === (sheet?.invalid ?? 0) + (booth?.invalid ?? 0) && totals.votes.length === sum.size && totals.votes.every(({ candidacy_id, votes }) => sum.get(candidacy_id) === votes);
  const valid = totals.ballots - totals.blank - totals.invalid;
  if (!same2) return wrong("totals", "totals_differ");
  return canHold(election.crosses, valid, totals.votes) ? fits("totals") : wrong("totals", "crosses");
}

// bin/verifier/incidents.ts
var INCIDENT = { candidacy_id: "number", because: "text", misled: "any", effect: "text" };
var SEATS = ["seat_open", "seat_next"];
function barredIn({
  incidents = []
}) {
  const barring = incidents.filter(({ effect }) => SEATS.includes(effect));
  const [first2] = barring;
  return first2 && { candidacies: barring.map(({ candidacy_id }) => candidacy_id), seat: first2.effect };
}
function isFollowed({ because, misled, effect }) {
  if (because === "died" || because === "not_eligible") return effect === "stops" || SEATS.includes(effect);
  return effect === (misled ? "stops" : "none");
}
function ableIn(all, seats, barred) {
  const out = ({ id }) => barred?.candidacies.includes(id) === true;
  const order = [...all].sort((a, b) => b.votes - a.votes || Number(out(a)) - Number(out(b)));
  const open = barred?.seat === "seat_open" ? order.slice(0, seats).filter(out).length : 0;
  return { ranked: order.filter((one) => !out(one)), seats: seats - open };
}

// bin/verifier/corrections.ts
var CORRECTED_IN = [
  ...["recounts", "rounds", "booth", "totals", "result", "election", "made_at"]
];
function checkCorrections(record) {
  const { investigations = [], recounts, made_at } = record;
  const all = countedAnew(record);
  if (all.length === 0 && investigations.length === 0 && made_at !== "corrected")
    return leftOut("corrections");
  return firstWrong("corrections", [
    causeFault(record),
    ...investigations.map(investigationFault),
    ...recounts.map((recount, index) => complaintFault(record, recount, index)),
    ...all.map((one, index) => correctionFault(record, one, all[index + 1]?.was, index + 1)),
    nameFault(record, all)
  ]);
}
function countedAnew({
  recounts,
  rounds,
  investigations = []
}) {
  const roundOf = (number) => rounds.find((one) => one.investigation === number)?.round;
  const all = [
    ...recounts.flatMap(
      ({ after_round, corrected }) => corrected ? { ...corrected, after: rounds.length === 0 ? void 0 : after_round } : []
    ),
    ...investigations.flatMap(({ number, corrected }) => {
      const round = roundOf(number);
      return corrected ? { ...corrected, after: round === void 0 ? void 0 : round - 1 } : [];
    })
  ];
  return all.sort((a, b) => (a.after ?? 0) - (b.after ?? 0));
}
function formerIn({ recounts, rounds, ...more }) {
  if (recounts === void 0 || rounds === void 0) return [];
  return countedAnew({ recounts, rounds, ...more }).map(({ was }) => was.elected);
}
function causeFault({ investigations = [], rounds }) {
  const missing = wrong("corrections", "investigation_missing");
  if (investigations.some(({ number }, index) => number !== index + 1)) return missing;
  const isThere = (number) => investigations.some((one) => one.number === number && one.corrected);
  if (rounds.some(({ investigation }) => investigation !== void 0 && !isThere(investigation)))
    return missing;
  const counted = investigations.filter(({ corrected }) => rounds.length > 0 && corrected !== null);
  const hasRound = ({ number }) => rounds.some((one) => one.investigation === number);
  return counted.every(hasRound) ? void 0 : missing;
}
function investigationFault({ number, findings, signatures, corrected }) {
  const signers = new Set(signatures.map(({ signer }) => signer));
  const isWhole = findings !== null && signers.size >= 2 && findings.figures === "new" === (corrected !== null);
  return isWhole ? void 0 : wrong("corrections", "investigation_open", { number });
}
function complaintFault({ complaints, rounds }, { complaint, after_round, corrected }, index) {
  if (!corrected) return void 0;
  const isAsked = (complaints ?? []).some(
    ({ number, decision }) => number === complaint && decision?.outcome === "recount"
  );
  const isCounted = rounds.length === 0 || rounds.some((one) => one.round === after_round + 1 && one.complaint === complaint);
  if ((complaints === void 0 || isAsked) && isCounted) return void 0;
  return wrong("corrections", "recount_without_complaint", { number: index + 1 });
}
function correctionFault(record, { was, is, changes, after, was_certified }, next, number) {
  const fault = (key) => wrong("corrections", key, { number });
  if (was.totals === null || !is || is.totals === null) return fault("correction_unfinished");
  const counted = countedUpTo(record, after);
  if (!counted || figuresOf2(counted) !== figuresOf2(was.totals)) return fault("correction_old_figures");
  if (!isByVotes(was.elected, was.totals, record, was_certified)) return fault("correction_old_elected");
  const then = next ?? { elected: record.result?.elected ?? [], totals: record.totals };
  if (then.totals === null || figuresOf2(then.totals) !== figuresOf2(is.totals))
    return fault("correction_new_figures");
  if (then.elected.join() !== is.elected.join()) return fault("correction_new_elected");
  const given = changes.map(lineOf).sort().join();
  const computed = changesBetween(was.totals, is.totals).map(lineOf).sort().join();
  return given === computed ? void 0 : fault("correction_changes");
}
function countedUpTo({ rounds, booth }, after) {
  const agreed = after === void 0 ? void 0 : agreedIn(rounds.filter(({ round }) => round <= after));
  const sheet = agreed?.sheets[0];
  if (!sheet && (rounds.length > 0 || !booth)) return void 0;
  const sum = /* @__PURE__ */ new Map();
  for (const { candidacy_id, votes } of [...sheet?.votes ?? [], ...booth?.votes ?? []])
    sum.set(candidacy_id, (sum.get(candidacy_id) ?? 0) + votes);
  return {
    ballots: (sheet?.ballots_in_box ?? 0) + (booth?.envelopes ?? 0),
    blank: (sheet?.blank ?? 0) + (booth?.blank ?? 0),
    invalid: (sheet?.invalid ?? 0) + (booth?.invalid ?? 0),
    votes: [...sum].map(([candidacy_id, votes]) => ({ candidacy_id, votes }))
  };
}
function figuresOf2({ ballots, blank, invalid, votes }) {
  const lines = votes.map((line) => [line.candidacy_id, line.votes]).sort(([a], [b]) => a - b);
  return JSON.stringify([ballots, blank, invalid, lines]);
}
function changesBetween(was, is) {
  const votesOf = ({ votes }, id) => votes.find(({ candidacy_id }) => candidacy_id === id)?.votes ?? 0;
  const ids = new Set([...was.votes, ...is.votes].map(({ candidacy_id }) => candidacy_id));
  const lines = [
    ...[...ids].map((id) => {
      return { line: "candidate", candidacy_id: id, was: votesOf(was, id), is: votesOf(is, id) };
    }),
    ...["blank", "invalid", "ballots"].map((line) => ({ line, was: was[line], is: is[line] }))
  ];
  return lines.filter((line) => line.was !== line.is);
}
function lineOf({ line, candidacy_id, was, is }) {
  return JSON.stringify([line, candidacy_id ?? null, was, is]);
}
function isByVotes(elected, { votes }, record, isDrawn) {
  const all = votes.map((line) => ({ id: line.candidacy_id, votes: line.votes }));
  const { ranked, seats } = ableIn(all, record.election.seats, barredIn(record));
  const [last, next] = [ranked[seats - 1], ranked[seats]];
  const tied = last && next && last.votes === next.votes ? last.votes : void 0;
  const safe = ranked.filter((one, index) => tied === void 0 ? index < seats : one.votes > tied);
  const may = new Set([...safe, ...ranked.filter((one) => one.votes === tied)].map((one) => one.id));
  const isWhole = new Set(elected).size === elected.length && elected.every((id) => may.has(id));
  const hasSafe = safe.every(({ id }) => elected.includes(id));
  const full = Math.min(seats, ranked.length);
  return isWhole && hasSafe && (elected.length === full || !isDrawn && elected.length === safe.length);
}
function nameFault(record, all) {
  const { made_at, investigations = [], totals, result } = record;
  const former = [...all].reverse().find((one) => one.was_certified)?.was;
  const isOther = former?.totals && totals && result ? figuresOf2(former.totals) !== figuresOf2(totals) || former.elected.join() !== result.elected.join() : false;
  const isKept = investigations.some(({ findings }) => findings?.figures === "kept");
  if (made_at === "corrected" && !isOther && !isKept) return wrong("corrections", "corrected_without_cause");
  return made_at === "certified" && isOther ? wrong("corrections", "not_called_corrected") : void 0;
}

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
  parts: "Kontrolkoden for protokollens dele",
  parts_hint: "Den står i den underskrevne protokol under Kontrol og på opslaget med resultatet. Den bruges til den offentlige del.",
  button: "Efterprøv",
  other: "In English",
  verdict: { fits: "Det passer", wrong: "Det passer ikke", incomplete: "Der mangler noget" },
  verdict_text: {
    fits: "Protokollen er den, der blev skrevet under på, og alt det, hvor der står Passer, er regnet efter.",
    wrong: "Mindst én ting passer ikke. Se hvilken nedenfor, og vis den til valgbestyrelsen.",
    incomplete: "Det, du har givet, passer med sig selv. Men skriv også protokollens kontrolkode fra papiret. Først da ved du, at det er den rigtige protokol."
  },
  result: { fits: "Passer", wrong: "Passer ikke", left_out: "Ikke set på" },
  checks: {
    seal: "PDF-filen er hel: ingen byte er ændret, siden den blev hentet",
    attachment: "Protokollens data ligger i filen",
    form: "Data er skrevet, som en protokol skrives",
    code: "Data giver den kontrolkode, der står på papiret",
    parts: "Den offentlige del er en del af den protokol, der blev skrevet under",
    sheets: "Hver optælling går op, og de to sidste er enige",
    papers: "Regnskabet for de printede sedler går op",
    box: "Regnskabet for tabletten går op",
    totals: "Summen er optællingen og tabletten lagt sammen",
    outcome: "De valgte er dem, der har flest stemmer, eller dem, som loddet faldt på",
    result: "Resultatets egen kode kan regnes ud af tallene",
    draws: "Lodtrækninger, som programmet lavede, kan regnes efter",
    corrections: "Det, der er rettet, er forskellen mellem det gamle resultat og det nye",
    certified: "To fra valgbestyrelsen har godkendt netop dette resultat",
    codes: "Stemmesedlernes koder er dem, der var i kassen",
    chain: "Logbogens linjer hænger sammen fra den første",
    head: "Logbogens linje er den, der står på papiret",
    logged: "Protokollens kontrolkode står i logbogen"
  },
  why: {
    box_not_as_entered: "Der er ikke talt lige så mange stemmesedler med i kassen, som der blev lagt i den.",
    box_lost_and_counted: "Kassen blev aldrig åbnet, og dog er noget af den talt.",
    box_not_among_papers: "Stemmerne fra tabletten er ikke alle talt med blandt sedlerne.",
    other_parts: "Den er en del af en anden protokol end den, der blev skrevet under på.",
    parts_of_other: "Den offentlige del og protokollen hører ikke sammen.",
    not_its_parts: "Dele af filen er ændret: de giver ikke den kode, der står i den.",
    crosses_on_sheet: "Der er for få eller for mange kryds til de gyldige sedler: {{counter}}, optælling {{round}}.",
    crosses: "Der er for få eller for mange kryds til de gyldige stemmesedler.",
    other_result_hash: "Tallene giver en anden kode for resultatet.",
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
    round_missing: "En optælling mangler: de er ikke nummereret fra 1.",
    papers_in_box: "Regnskabet har et andet antal sedler i kassen end optællingen.",
    papers_differ: "Der er en forskel på {{count}}, og ingen har skrevet hvorfor.",
    box_account: "{{releases}} blev åbnet og {{voided}} opgivet, men der er {{envelopes}} i kassen.",
    box_more_than_in_box: "Der er flere blanke og ugyldige end stemmesedler i kassen.",
    box_lines: "En linje passer ikke med kassen.",
    no_totals: "Der er ingen sum.",
    totals_differ: "Summen er en anden.",
    not_those_standing: "De valgte er ikke dem, der stillede op.",
    not_most_votes: "De valgte er ikke dem, der har flest stemmer.",
    incident_not_followed: "Det, der er sket med en kandidat, har ikke fået den følge, som det skal have.",
    tie_without_lot: "Nogle har lige mange stemmer, og der er intet lod.",
    lot_among_others: "Loddet er trukket mellem andre end dem, der har lige mange stemmer.",
    lot_wrong_number: "Loddet faldt ikke på så mange, som der var pladser til.",
    not_by_lot: "De valgte er ikke dem, som loddet faldt på.",
    other_secret: "Hemmeligheden er en anden end den, der blev lovet, før ordene blev sagt.",
    other_hashes: "Navnenes koder er nogle andre.",
    other_order: "Loddet faldt ikke på dem, som koderne peger på.",
    corrected_without_cause: "Protokollen kaldes rettet, men der er ikke noget i den, der er rettet.",
    not_called_corrected: "Resultatet er et andet end det, der var godkendt før, men protokollen kaldes ikke rettet.",
    correction_unfinished: "Det gamle eller det nye resultat mangler: omtælling {{number}}.",
    correction_old_figures: "De gamle tal er nogle andre end dem, der blev talt: omtælling {{number}}.",
    correction_old_elected: "De, der var valgt før, er ikke dem, der havde flest stemmer: omtælling {{number}}.",
    correction_new_figures: "De nye tal er nogle andre end dem, der kom efter: omtælling {{number}}.",
    correction_new_elected: "De, der er valgt nu, er nogle andre end dem, der kom efter: omtælling {{number}}.",
    correction_changes: "Det, der står som ændret, er ikke forskellen mellem de gamle og de nye tal: omtælling {{number}}.",
    investigation_missing: "Der mangler en undersøgelse, eller en optælling hører til en, der ikke er der.",
    investigation_open: "Der mangler, hvad undersøgelse {{number}} fandt, eller to, der skrev under på det.",
    recount_without_complaint: "Der mangler en klage, der førte til omtælling {{number}}, eller omtællingen af den.",
    not_certified: "Ingen har godkendt resultatet.",
    one_certifier: "Kun én har godkendt resultatet.",
    lot_unconfirmed: "Lodden blev trukket med en på telefonen, som ikke har bekræftet det.",
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
  says_text: "Hold det op mod papiret. Siden kan ikke se, hvad der er printet på det.",
  says_elected: "Valgt",
  says_before: "Valgt, før stemmerne blev talt om",
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
    "Om hele logbogen er skrevet om, hvis du ikke har en printet linje at holde den op imod.",
    "Om navnene er de rigtige mennesker, og om en, der godkendte, selv talte op eller stillede op.",
    "Det, der ikke er tal i selve optællingen: printede oplag, hjælp, hvem der var til stede, indsigelser, grunden til en klage eller en undersøgelse, pakker og plomber, og hvem der havde nøglesedler. Kontrolkoden holder det fast, men siden regner det ikke efter."
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
  parts: "The check code of the record's parts",
  parts_hint: "It stands in the signed record under Control and on the notice of the result. It is for the public part.",
  button: "Check",
  other: "På dansk",
  verdict: { fits: "It fits", wrong: "It does not fit", incomplete: "Something is missing" },
  verdict_text: {
    fits: "The record is the one that was signed, and everything that says Fits has been computed again.",
    wrong: "At least one thing does not fit. See which below, and show it to the electoral board.",
    incomplete: "What you have given fits with itself. But type the check code of the record from the paper, too. Only then do you know that it is the right record."
  },
  result: { fits: "Fits", wrong: "Does not fit", left_out: "Not looked at" },
  checks: {
    seal: "The PDF file is whole: no byte has changed since it was fetched",
    attachment: "The data of the record is in the file",
    form: "The data is written as a record is written",
    code: "The data gives the check code on the paper",
    parts: "The public part is a part of the record that was signed",
    sheets: "Each count adds up, and the last two agree",
    papers: "The account of the printed papers adds up",
    box: "The account of the tablet adds up",
    totals: "The total is the count and the tablet added together",
    outcome: "Those elected have the most votes, or the lot fell on them",
    result: "The result's own code can be computed from the figures",
    draws: "Lots that the program drew can be computed again",
    corrections: "What was corrected is the difference between the old result and the new one",
    certified: "Two of the electoral board have approved this very result",
    codes: "The codes of the ballots are those that were in the box",
    chain: "The lines of the log hang together from the first one",
    head: "The line of the log is the one on the paper",
    logged: "The check code of the record stands in the log"
  },
  why: {
    box_not_as_entered: "Not as many ballot papers were counted in the box as were put in it.",
    box_lost_and_counted: "The box was never opened, and still something of it is counted.",
    box_not_among_papers: "Not all the votes from the tablet are counted among the papers.",
    other_parts: "It is a part of another record than the one that was signed.",
    parts_of_other: "The public part and the record do not belong together.",
    not_its_parts: "Parts of the file have been changed: they do not give the code that stands in it.",
    crosses_on_sheet: "There are too few or too many crosses for the valid papers: {{counter}}, count {{round}}.",
    crosses: "There are too few or too many crosses for the valid ballots.",
    other_result_hash: "The figures give another code of the result.",
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
    round_missing: "A count is missing: they are not numbered from 1.",
    papers_in_box: "The account has another number of papers in the box than the count.",
    papers_differ: "There is a difference of {{count}}, and nobody has written why.",
    box_account: "{{releases}} were released and {{voided}} given up, but there are {{envelopes}} in the box.",
    box_more_than_in_box: "There are more blank and invalid ones than ballots in the box.",
    box_lines: "A line does not fit with the box.",
    no_totals: "There is no total.",
    totals_differ: "The total is another one.",
    not_those_standing: "Those elected are not those who stood.",
    not_most_votes: "Those elected are not those with the most votes.",
    incident_not_followed: "What happened to a candidate did not have the consequence that it must have.",
    tie_without_lot: "Some have the same number of votes, and there is no lot.",
    lot_among_others: "The lot was drawn among others than those with the same number of votes.",
    lot_wrong_number: "The lot did not fall on as many as there were seats for.",
    not_by_lot: "Those elected are not those on whom the lot fell.",
    other_secret: "The secret is another one than the one that was promised before the words were said.",
    other_hashes: "The codes of the names are other ones.",
    other_order: "The lot did not fall on those whom the codes point at.",
    corrected_without_cause: "The record is called corrected, but nothing in it is.",
    not_called_corrected: "The result is another one than the one that was approved before, but the record is not called corrected.",
    correction_unfinished: "The old or the new result is missing: recount {{number}}.",
    correction_old_figures: "The old figures are other ones than those that were counted: recount {{number}}.",
    correction_old_elected: "Those elected before are not those who had the most votes: recount {{number}}.",
    correction_new_figures: "The new figures are other ones than those that came after: recount {{number}}.",
    correction_new_elected: "Those elected now are other ones than those that came after: recount {{number}}.",
    correction_changes: "What stands as changed is not the difference between the old and the new figures: recount {{number}}.",
    investigation_missing: "An investigation is missing, or a count belongs to one that is not there.",
    investigation_open: "What investigation {{number}} found is missing, or two who signed it.",
    recount_without_complaint: "A complaint that led to recount {{number}} is missing, or the recount of it.",
    not_certified: "Nobody has approved the result.",
    one_certifier: "Only one has approved the result.",
    lot_unconfirmed: "The lot was drawn with somebody on the telephone who has not confirmed it.",
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
  says_before: "Elected before the votes were counted anew",
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
    "Whether the whole log was written anew, unless you have a printed line to hold it against.",
    "Whether the names are the right people, and whether one who approved has counted or stood, too.",
    "What is no figure of the count itself: batches printed, help, who was there, objections, the reason of a complaint or an investigation, packages and seals, and who held key slips. The check code holds it fast, but this page does not compute it."
  ],
  usage: "Usage: efterproev FILE … [--protokol CODE] [--linje NUMBER --logbog CODE] [--koder CODE] [--en] [--json]\nFILE is the record (PDF or JSON), the file of the log, and the file with codes."
};

// bin/verifier/texts.ts
var TEXTS = { da: DANISH, en: ENGLISH };
function filled(text2, words = {}) {
  return text2.replace(/\{\{(\w+)\}\}/g, (hole, name) => String(words[name] ?? hole));
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
function checkLogged(lines, id, { record, parts }, codes) {
  const own = lines.filter(({ subject }) => subject === `election:${id}`);
  if (own.length === 0) return wrong("logged", "election_not_logged");
  const isLogged = own.some(
    ({ details }) => record === null ? details.public_code === parts : details.record_hash === record
  );
  if (!isLogged) return wrong("logged", "record_not_logged");
  const closed = own.filter(({ details }) => typeof details.codes_hash === "string");
  const other = closed.some(({ details }) => details.codes_hash !== codes);
  return codes !== void 0 && other ? wrong("logged", "codes_not_logged") : fits("logged");
}

// bin/verifier/outcome.ts
function checkOutcome(record) {
  const { result, totals, candidates, election, lot, uncontested, incidents = [] } = record;
  const isStopped = incidents.some(({ effect }) => effect === "stops");
  if (!incidents.every(isFollowed) || isStopped && (result ?? totals) !== null)
    return wrong("outcome", "incident_not_followed");
  if (result === null) return leftOut("outcome");
  const standing = candidates.filter(({ position }) => position !== null).map(({ id }) => id);
  if (uncontested !== null)
    return same(result.elected, standing) ? fits("outcome") : wrong("outcome", "not_those_standing");
  if (totals === null) return wrong("outcome", "no_totals");
  const votes = new Map(totals.votes.map((line) => [line.candidacy_id, line.votes]));
  const all = standing.map((id) => ({ id, votes: votes.get(id) ?? 0 }));
  const { ranked, seats } = ableIn(all, election.seats, barredIn(record));
  const last = ranked[seats - 1];
  const next = ranked[seats];
  const tied = last && next && last.votes === next.votes ? last.votes : void 0;
  const safe = ranked.filter((one, index) => tied === void 0 ? index < seats : one.votes > tied);
  const elected = safe.map(({ id }) => id);
  if (tied === void 0)
    return same(result.elected, elected) ? fits("outcome") : wrong("outcome", "not_most_votes");
  const among = ranked.filter((one) => one.votes === tied).map(({ id }) => id);
  if (lot === null) return wrong("outcome", "tie_without_lot");
  if (!same(lot.among, among)) return wrong("outcome", "lot_among_others");
  const seatsLeft = seats - elected.length;
  const choosable = new Set(lot.chosen).size === seatsLeft && lot.chosen.every((id) => among.includes(id));
  if (!choosable) return wrong("outcome", "lot_wrong_number");
  if (lot.telephone?.some(({ confirmed_on }) => confirmed_on === null))
    return wrong("outcome", "lot_unconfirmed");
  return same(result.elected, [...elected, ...lot.chosen]) ? fits("outcome") : wrong("outcome", "not_by_lot");
}
function same(a, b) {
  return a.length === b.length && new Set(a).size === a.length && a.every((id) => b.includes(id));
}
async function checkDraws({
  list,
  lot,
  candidates,
  sealed
}) {
  const drawn = [list.lot, lot].filter(
    (one) => one !== null && one.draw !== null
  );
  const isKnown = (id) => candidates.some((one) => one.id === id && one.position !== null);
  const hidesNames = sealed === true && drawn.some(({ among }) => !among.every(isKnown));
  if (drawn.length === 0 || hidesNames) return leftOut("draws");
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
function checkCertified({
  certifications,
  result,
  board,
  made_at
}) {
  const isUncounted = made_at === "annulled" || made_at === "destroyed" && result === null;
  if (certifications.length === 0)
    return isUncounted ? leftOut("certified") : wrong("certified", "not_certified");
  const last = certifications.filter(({ round }) => round === certifications.at(-1)?.round);
  const names = new Set(last.map(({ certifier }) => certifier));
  return firstWrong("certified", [
    names.size >= 2 ? void 0 : wrong("certified", "one_certifier"),
    [...names].every((name) => board.includes(name)) ? void 0 : wrong("certified", "not_on_board"),
    last.every(({ result_hash }) => result_hash === result?.hash) ? void 0 : wrong("certified", "other_result")
  ]);
}

// bin/verifier/result_code.ts
var RESTED_ON = [
  ...["result", "election", "statutes", "timetable", "list", "candidates", "uncontested"],
  ...["rounds", "papers", "booth", "recounts", "lot"]
];
async function checkResultCode(record) {
  const { result, sealed } = record;
  if (result === null || sealed && hasTexts(record)) return leftOut("result");
  const hash = await sha256(canonical(restsOn(record, result)));
  return hash === result.hash ? fits("result") : wrong("result", "other_result_hash");
}
function hasTexts({ rounds, papers, lot }) {
  const reasons = [papers, ...rounds.flatMap(({ sheets }) => sheets)].map((one) => one?.difference_reason);
  return lot !== null || reasons.some((reason) => typeof reason === "string" && reason !== "");
}
function restsOn(record, result) {
  const { election, statutes, timetable, list, uncontested } = record;
  const { outcome, elected, among, seatsLeft, steps } = result;
  const { id, area, term, kind, seats } = election;
  const count2 = uncontested === null ? countIn(record) : null;
  const barred = barredIn(record);
  const booth = uncontested === null ? boothIn(record, count2 === null) : void 0;
  return {
    format: 1,
    election: {
      ...{ id, area, term, kind, seats, polling_on: timetable.polling_on },
      ...{ statutes_version_id: statutes.version_id, list_version: list.version }
    },
    candidates: record.candidates.filter(({ position }) => position !== null).map((one) => ({ id: one.id, name: one.name })),
    count: count2,
    ...booth !== void 0 && { booth },
    ...barred && { barred: { ...barred } },
    uncontested: uncontested && { body: uncontested.body, decided_on: uncontested.decided_on },
    ...{ outcome, elected, among, seatsLeft, steps }
  };
}
function countIn({ rounds, papers, lot }) {
  const agreed = agreedIn(rounds);
  if (agreed === void 0 || papers === null) return null;
  const [first2, second] = agreed.sheets;
  const { printed, handed_out, exchanged, unused, not_returned, difference_reason, from_tablet } = papers;
  return {
    ...{ round: agreed.round, ballots_in_box: first2.ballots_in_box },
    ...{ blank: first2.blank, invalid: first2.invalid, votes: linesOf(first2.votes) },
    counters: [first2, second].map((one) => ({ name: one.counter, difference_reason: one.difference_reason })),
    papers: {
      ...{ printed, handed_out, exchanged, unused, not_returned, difference_reason },
      ...from_tablet !== void 0 && { from_tablet }
    },
    lot: lot && lotIn(lot)
  };
}
function boothIn(record, isAlone) {
  const { booth, lot } = record;
  if (booth === null) return void 0;
  const { releases, voided, envelopes, blank, invalid, votes, codes_hash, opened_by, opened_on } = booth;
  const { from_papers } = booth;
  return {
    ...{
      releases,
      voided,
      envelopes,
      blank,
      invalid,
      votes: linesOf(votes),
      codes_hash,
      opened_by,
      opened_on
    },
    ...from_papers !== void 0 && { from_papers },
    round: newestRecount(record),
    lot: isAlone && lot ? lotIn(lot) : null
  };
}
function newestRecount({ rounds, recounts, investigations = [] }) {
  const found = investigations.filter(({ corrected }) => corrected !== null);
  if (rounds.length === 0) return recounts.length + found.length;
  const begun = rounds.filter(({ investigation }) => investigation !== void 0).map(({ round }) => round);
  return Math.max(0, ...recounts.map(({ after_round }) => after_round + 1), ...begun);
}
function linesOf(lines) {
  return lines.map(({ candidacy_id, votes }) => ({ candidacy_id, votes }));
}
function lotIn({ among, chosen, method, witnesses, drawn_by, drawn_on, draw, telephone }) {
  return {
    ...{ among, chosen, method, witnesses, drawn_by, drawn_on },
    ...draw && { draw: { commitment: draw.commitment, seed: draw.seed, words: draw.words } },
    ...telephone && { telephone: telephone.map(({ member }) => member) }
  };
}

// bin/verifier/looks.ts
function looking(check, needs, look) {
  return async (shown) => hasAll(shown, needs) ? look(shown) : leftOut(check);
}
function hasAll(shown, needs) {
  return needs.every((name) => shown[name] !== void 0);
}
var LOOKS = [
  looking("sheets", ["rounds", "candidates", "election"], checkSheets),
  looking("papers", ["papers", "rounds"], checkPapers),
  looking("box", ["booth", "candidates", "election"], checkBox),
  looking("totals", ["totals", "rounds", "booth", "election"], checkTotals),
  looking("outcome", ["result", "totals", "candidates", "election", "lot", "uncontested"], checkOutcome),
  looking("result", RESTED_ON, checkResultCode),
  looking("draws", ["list", "lot", "candidates"], checkDraws),
  looking("corrections", CORRECTED_IN, checkCorrections),
  looking("certified", ["certifications", "result", "board", "made_at"], checkCertified)
];
async function checkRecord(shown) {
  return Promise.all(LOOKS.map((look) => look(shown)));
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

// bin/verifier/record_corrections.ts
var LINE = { candidacy_id: "number", votes: "number" };
var BOX_FIGURES = { blank: "number", invalid: "number", votes: { listOf: LINE } };
var FIGURES = { ballots: "number", ...BOX_FIGURES };
var ENTERED = {
  either: {
    papers: "number",
    difference_reason: { orNull: "text" },
    invalid: { listOf: { ballots: "number" } }
  },
  or: { given_up: { papers: { ifThere: "number" } } }
};
var OUTCOME = { elected: { listOf: "number" }, totals: { orNull: FIGURES } };
var CORRECTION = {
  ...{ was_certified: "flag", was: OUTCOME, is: { orNull: OUTCOME } },
  changes: { listOf: { line: "text", candidacy_id: { ifThere: "number" }, was: "number", is: "number" } }
};
var RECOUNT = {
  ...{ after_round: "number", complaint: { ifThere: "number" } },
  corrected: { ifThere: CORRECTION }
};
var COMPLAINT = { number: "number", decision: { orNull: { outcome: "text" } } };
var INVESTIGATION = {
  ...{ number: "number", findings: { orNull: { figures: "text" } } },
  ...{ signatures: { listOf: { signer: "text" } }, corrected: { orNull: CORRECTION } }
};

// bin/verifier/shape.ts
function missingIn(value, shape, place = "") {
  if (shape === "any") return void 0;
  if (shape === "text") return typeof value === "string" ? void 0 : place;
  if (shape === "flag") return typeof value === "boolean" ? void 0 : place;
  if (shape === "number") return Number.isSafeInteger(value) ? void 0 : place;
  if ("ifThere" in shape) return value === void 0 ? void 0 : missingIn(value, shape.ifThere, place);
  if ("orNull" in shape) return value === null ? void 0 : missingIn(value, shape.orNull, place);
  if ("either" in shape && "or" in shape) {
    const isOther = missingIn(value, shape.or, place) === void 0;
    return isOther ? void 0 : missingIn(value, shape.either, place);
  }
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
function first(places) {
  return places.find((one) => one !== void 0);
}

// bin/verifier/record.ts
var DRAW = {
  ...{ commitment: "text", seed: "text", words: "text" },
  hashes: { listOf: { candidacy_id: "number", hash: "text" } }
};
var LOT = {
  ...{ among: { listOf: "number" }, chosen: { listOf: "number" }, draw: { orNull: DRAW } },
  ...{ method: "text", witnesses: "text", drawn_by: "text", drawn_on: "text" },
  telephone: { ifThere: { listOf: { member: "text", confirmed_on: { orNull: "text" } } } }
};
var SHEET = {
  ...{ counter: "text", ballots_in_box: "number", ...BOX_FIGURES },
  ...{ invalid_ballots: { listOf: { reason: "text" } }, difference_reason: { orNull: "text" } }
};
var RECORD = {
  election: {
    ...{ id: "number", area: "text", term: { listOf: "text" }, kind: "text", seats: "number", means: "text" },
    crosses: { ifThere: { min: "number", max: "number" } }
  },
  statutes: { version_id: "number" },
  timetable: { polling_on: "text" },
  board: { listOf: "text" },
  candidates: { listOf: { id: "number", name: "text", position: { orNull: "number" } } },
  list: { version: "number", lot: { orNull: LOT } },
  papers: {
    orNull: {
      ...{
        printed: "number",
        handed_out: "number",
        exchanged: "number",
        not_returned: "number",
        unused: "number"
      },
      ...{ in_box: { orNull: "number" }, difference_reason: { orNull: "text" } },
      from_tablet: { ifThere: "number" }
    }
  },
  rounds: {
    listOf: {
      ...{ round: "number", sheets: { listOf: SHEET } },
      kept: { ifThere: { counter: "text" } },
      complaint: { ifThere: { orNull: "number" } },
      investigation: { ifThere: "number" }
    }
  },
  booth: {
    orNull: {
      ...{ releases: "number", voided: "number", envelopes: "number", codes_hash: "text", ...BOX_FIGURES },
      ...{ opened_by: "text", opened_on: "text", from_papers: { ifThere: "number" } }
    }
  },
  mixed_in: { ifThere: { releases: "number", voided: "number", envelopes: "number", codes_hash: "text" } },
  entered: { ifThere: ENTERED },
  box_loss: { ifThere: { releases: "number", voided: "number", envelopes: "number" } },
  totals: { orNull: FIGURES },
  result: {
    orNull: {
      ...{ outcome: "text", elected: { listOf: "number" }, among: { listOf: "number" } },
      ...{ seatsLeft: "number", steps: { listOf: "any" }, hash: "text" }
    }
  },
  lot: { orNull: LOT },
  incidents: { ifThere: { listOf: INCIDENT } },
  uncontested: { orNull: { body: "text", decided_on: "text" } },
  recounts: { listOf: RECOUNT },
  complaints: { ifThere: { listOf: COMPLAINT } },
  investigations: { ifThere: { listOf: INVESTIGATION } },
  certifications: { listOf: { round: "number", certifier: "text", result_hash: "text" } },
  made_at: "text"
};
function missingInRecord(value) {
  return missingIn(value, RECORD);
}
function isRecord(value) {
  return (isObject(value) || isList(value)) && missingIn(value, RECORD) === void 0;
}
function missingInPart(shown) {
  const known = Object.entries(RECORD).filter(([name]) => shown[name] !== void 0);
  return first(known.map(([name, shape]) => missingIn(shown[name], shape, name)));
}

// bin/verifier/public_part.ts
function isPublicPart(value) {
  return isObject(value) && value.kind === "public_record";
}
async function readPublicPart(value) {
  const { format, code, sections } = value;
  const isForm = Object.keys(value).length === 4 && format === 1 && typeof code === "string";
  if (!isForm || !isObject(sections)) return { fault: "part_missing", place: "sections" };
  const shown = {};
  const hashes = {};
  for (const [name, section] of Object.entries(sections)) {
    const hash = await hashOf(name, section);
    if (hash === void 0) return { fault: "part_missing", place: name };
    hashes[name] = hash;
    if (isObject(section) && section.value !== void 0) shown[name] = withoutSeals(section.value);
  }
  const computed = await sha256(canonical(hashes));
  if (computed !== code) return { fault: "not_its_parts" };
  const place = missingInPart(shown) ?? ("election" in shown ? void 0 : "election");
  return place === void 0 ? { code: computed, shown: { ...shown, sealed: true } } : { fault: "part_missing", place };
}
async function hashOf(name, section) {
  if (!isObject(section)) return void 0;
  const { hash, salt, value } = section;
  const count2 = Object.keys(section).length;
  if (typeof hash === "string") return count2 === 1 && CODE.test(hash) ? hash : void 0;
  if (typeof salt !== "string" || value === void 0 || count2 !== 2) return void 0;
  return sha256(canonical([name, salt, value]));
}
function withoutSeals(value) {
  if (isList(value)) return value.map(withoutSeals);
  if (!isObject(value)) return value;
  const { sealed } = value;
  if (typeof sealed === "string" && Object.keys(value).length === 1) return sealed;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSeals(inner)]));
}
async function codeOfParts(record) {
  const hashes = {};
  const { words_sealed: places, salt: secret = null } = record;
  const sealed = new Set(isList(places) ? places : []);
  for (const [name, given] of Object.entries(record)) {
    const salt = await sha256(canonical([secret, name]));
    const value = await withSeals(given, name, sealed, secret);
    hashes[name] = await sha256(canonical([name, salt, value]));
  }
  return sha256(canonical(hashes));
}
async function withSeals(value, place, sealed, secret) {
  if (sealed.has(place)) {
    const salt = await sha256(canonical([secret, place]));
    return { sealed: await sha256(canonical([salt, value])) };
  }
  if (isList(value))
    return Promise.all(value.map((one, index) => withSeals(one, `${place}.${index}`, sealed, secret)));
  if (!isObject(value)) return value;
  const inner = Object.entries(value).map(async ([key, one]) => {
    return [key, await withSeals(one, `${place}.${key}`, sealed, secret)];
  });
  return Object.fromEntries(await Promise.all(inner));
}

// bin/verifier/verify.ts
async function verify({ files, printed }) {
  const sorted = sortFiles(files);
  const opened = sorted.pdf ? await openPdf(sorted.pdf) : { findings: [], data: void 0 };
  const data = opened.data ?? sorted.record;
  const log = sorted.log === void 0 ? void 0 : await readLog(sorted.log);
  const part = sorted.part ? await readPart(sorted.part) : void 0;
  const read = await readRecord(data, typedCode(printed.record), part);
  const parts = checkParts(read, part, typedCode(printed.parts));
  const shown = read.record ?? part?.shown ?? null;
  const findings = [
    ...opened.findings,
    ...opened.data && sorted.record && !equal(opened.data, sorted.record) ? [wrong("attachment", "two_records")] : [],
    ...read.findings,
    parts,
    ...shown ? await checkRecord(shown) : [],
    ...await checkCodes(sorted.codes, printed.codes, shown),
    ...log ? checkLog(log, printed, { shown, record: read.code, parts: part?.code }) : [leftOut("chain"), leftOut("head"), leftOut("logged")],
    ...sorted.unknown.map((name) => wrong("attachment", "unknown_file", { name }))
  ].sort((a, b) => CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check));
  const isWrong = findings.some(({ result }) => result === "wrong");
  const isCompared = findings.some(
    ({ check, result }) => result === "fits" && (check === "code" || check === "parts" && printed.parts !== "")
  );
  return {
    verdict: isWrong ? "wrong" : isCompared ? "fits" : "incomplete",
    ...{ findings, record: shown, code: read.code, unknown: sorted.unknown }
  };
}
function sortFiles(files) {
  const sorted = { unknown: [] };
  for (const { name, bytes } of files) {
    const kind = kindOf(bytes);
    if (kind === void 0 || sorted[kind] !== void 0) sorted.unknown.push(name);
    else if (kind === "pdf" || kind === "record" || kind === "part") sorted[kind] = bytes;
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
  if (isPublicPart(whole)) return "part";
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
async function readPart(bytes) {
  const text2 = textOf(bytes);
  const value = text2 === void 0 ? void 0 : parsed(text2);
  if (!isPublicPart(value) || canonical(value) !== text2)
    return { finding: wrong("form", "not_canonical"), code: void 0, shown: null };
  const part = await readPublicPart(value);
  if ("code" in part) return { finding: fits("form"), ...part };
  const { fault, place } = part;
  const finding = place === void 0 ? wrong("form", fault) : wrong("form", fault, { place });
  return { finding, code: void 0, shown: null };
}
async function readRecord(data, printed, part) {
  if (data === void 0)
    return { findings: [part?.finding ?? wrong("form", "no_record")], record: null, code: null };
  const code = await sha256(data);
  const compared = compareCode(code, printed);
  const text2 = textOf(data);
  const value = text2 === void 0 ? void 0 : parsed(text2);
  if (text2 === void 0 || value === void 0 || canonical(value) !== text2)
    return { findings: [wrong("form", "not_canonical"), compared], record: null, code };
  if (!isRecord(value)) {
    const place = missingInRecord(value) ?? "";
    return { findings: [wrong("form", "part_missing", { place }), compared], record: null, code };
  }
  const form = part?.finding ?? fits("form");
  const parts = isObject(value) ? await codeOfParts(value) : "";
  return { findings: [form, compared], record: value, parts, code };
}
function checkParts(read, part, printed) {
  if (part && part.code === void 0) return leftOut("parts");
  const codes = [read.parts, part?.code].filter((one) => one !== void 0);
  if (new Set(codes).size > 1) return wrong("parts", "parts_of_other");
  if (printed === "") return part && read.parts ? fits("parts") : leftOut("parts");
  if (!CODE.test(printed)) return wrong("parts", "code_length", { count: printed.length });
  if (codes.length === 0) return leftOut("parts");
  return codes[0] === printed ? fits("parts") : wrong("parts", "other_parts");
}
function compareCode(code, printed) {
  if (printed === "") return leftOut("code");
  if (!CODE.test(printed)) return wrong("code", "code_length", { count: printed.length });
  return code === printed ? fits("code") : wrong("code", "other_code");
}
async function checkCodes(text2, typed, record) {
  const printed = typedCode(typed);
  const box = record?.booth ?? record?.mixed_in;
  const ofBox = box?.codes_hash;
  if (printed !== "" && ofBox !== void 0 && printed !== ofBox)
    return [wrong("codes", "codes_other_than_printed")];
  if (text2 === void 0) return [printed !== "" && ofBox !== void 0 ? fits("codes") : leftOut("codes")];
  const codes = text2.split("\n").filter((line) => line !== "");
  const hash = await sha256([...codes].sort().join("\n"));
  if (ofBox === void 0) return [printed === "" ? leftOut("codes") : compareCodes(hash, printed)];
  if (codes.length !== box?.envelopes)
    return [wrong("codes", "codes_number", { codes: codes.length, envelopes: box?.envelopes ?? 0 })];
  return [hash === ofBox ? fits("codes") : wrong("codes", "codes_other")];
}
function compareCodes(hash, printed) {
  return hash === printed ? fits("codes") : wrong("codes", "codes_other_than_printed");
}
function checkLog({ finding, lines }, printed, told) {
  const line = /^\d+$/.test(printed.line.trim()) ? Number(printed.line) : void 0;
  const head = checkHead(lines, { line, code: typedCode(printed.log) });
  const { shown, record, parts } = told;
  const id = shown?.election?.id;
  if (id === void 0 || record === null && parts === void 0) return [finding, head, leftOut("logged")];
  return [
    finding,
    head,
    checkLogged(lines, id, { record, parts }, (shown?.booth ?? shown?.mixed_in)?.codes_hash)
  ];
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
  dele: { type: "string" },
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
    const {
      protokol: record = "",
      linje: line = "",
      logbog: log = "",
      koder: codes = "",
      dele: parts = ""
    } = values;
    const report = await verify({ files, printed: { record, line, log, codes, parts } });
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
function inWords({ verdict, findings, code, record }, lang) {
  const texts = TEXTS[lang];
  const lines = findings.map(({ check, result, why }) => {
    const reason = why === void 0 ? "" : `
    ${filled(texts.why[why.key] ?? why.key, why.words)}`;
    return `${MARKS[result]} ${texts.checks[check]}${reason}`;
  });
  const computed = code === null ? [] : ["", `${texts.says_code}: ${code}`];
  const says = record === null ? [] : electedIn(record, texts);
  return [texts.verdict[verdict], texts.verdict_text[verdict], "", ...lines, ...says, ...computed].join("\n");
}
function electedIn(record, texts) {
  const nameOf = new Map((record.candidates ?? []).map(({ id, name }) => [id, name]));
  const named = (ids) => ids.map((id) => nameOf.get(id) ?? `${id}`).join(", ");
  const { result } = record;
  const now = result ? ["", `${texts.says_elected}: ${named(result.elected)}`] : [];
  return [...now, ...formerIn(record).map((elected) => `${texts.says_before}: ${named(elected)}`)];
}

// bin/verifier/node_entry.ts
var { text, status } = await run(process.argv.slice(2));
process.stdout.write(`${text}
`);
process.exitCode = status;
