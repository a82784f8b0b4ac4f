/** What the routes use of elections, from the plan to the record. */

export { changeBoard, listBoard, listBoardChoices, sitsOn } from './board.ts'
export { ballotOf, type BoothBallot, findPhotoOnBallot } from './booth/ballot.ts'
export { releaseBooth, takeBackRelease, unpairBooth } from './booth/booths.ts'
export {
  castBallot,
  type Choice,
  giveUp,
  type Outcome,
  outcomeAt,
  outcomeOf,
  type Showing,
  showRelease,
} from './booth/casting.ts'
export { type BoothReport, noteAnswer, noteTrial } from './booth/reports.ts'
export { CODE_MINUTES, findBooth, makePairingCode, pairBooth } from './booth/pairing.ts'
export { boothAccount, boothPanel } from './booth/panel.ts'
export type { BoothRow } from './booth/tables.ts'
export { findBoxDoubt, findDestroyedBox } from './box/closed_box.ts'
export { beginAnew, reopenEntry } from './box/entering/anew.ts'
export { confirmEnd, proposeEnd, returnEnd } from './box/entering/ending.ts'
export { findEntry, waitsForPapers } from './box/entering/entry.ts'
export { lookAtEntry } from './box/entering/looking.ts'
export { joinEntry, leaveEntry } from './box/entering/pair.ts'
export { confirmPaper, enterPaper, returnPaper } from './box/entering/papers.ts'
export { findTurn, markOfTurn } from './box/entering/turn.ts'
export { listCodes, shortCode } from './box/codes.ts'
export { compactBox } from './box/compaction.ts'
export { findCustody, slipOf } from './box/custody/custody.ts'
export { listHolderChoices, nameHolders, type NamedHolder } from './box/custody/naming.ts'
export { copySlip, takeSlip } from './box/custody/taking.ts'
export { trySlip } from './box/custody/trial.ts'
export { slipAside } from './box/hands.ts'
export { slipField } from './box/key_slips.ts'
export { findBoxKey, findKeyAndTrial } from './box/keys.ts'
export { declareBoxLost } from './box/loss.ts'
export { findBoxJob, forgetBoxJob, isRunning } from './box/opening_job.ts'
export { endSitting, findSitting, putSlip, witnessOpening } from './box/sitting.ts'
export { checkMixed } from '../rules/elections/box/merging.ts'
export { checkAtPrinter, findMerger, printBox, recordMix, sheetsToPrint } from './box/papers/merging.ts'
export { findBoxLoss, findOpenedBox } from './box/record.ts'
export {
  correctName,
  linkCandidacy,
  registerCandidacy,
  withdrawCandidacy,
  WITHDRAWN_BECAUSE,
} from './candidates/candidacies.ts'
export {
  approveList,
  decideUncontested,
  declareUnfilled,
  findOrderLot,
  type ListForm,
} from './candidates/candidate_list.ts'
export { getCandidacy, listCandidacies, listStanding } from './candidates/candidates.ts'
export { photoFrom } from './candidates/portrait_image.ts'
export { changePortrait, findPhoto, listPhotographed, removePhoto } from './candidates/portraits.ts'
export { getPublicPhoto } from './candidates/publication.ts'
export {
  findOpenReopening,
  mayReopen,
  REOPENED_BECAUSE,
  reopenList,
  toldReopening,
} from './candidates/reopening.ts'
export { answerIncident } from './incidents/answering.ts'
export { findStop, INCIDENT_KINDS, listInForce, toldIncidents } from './incidents/incidents.ts'
export { readIncident, readIncidents } from './incidents/reading.ts'
export { lookAtIncident, recordIncident } from './incidents/recording.ts'
export { incidentWaits } from './incidents/tasks.ts'
export { listBeyondTerms, listSeatsHeld } from './candidates/warnings.ts'
export {
  countUndecided,
  decideComplaint,
  getComplaint,
  listComplaints,
  registerComplaint,
} from './complaints/complaints.ts'
export { decideObjection, listObjections, recordObjection } from './conduct/objections.ts'
export { listPresences, recordPresence } from './conduct/presence.ts'
export { type Counted, type CountForm, enterCount } from './count/counting.ts'
export { checkDifference, checkKeeper, EXPLANATIONS, keepCount } from './count/differences.ts'
export { loadCounting } from './count/rounds.ts'
export { type Election, electionStatus, getElection, listElections } from './elections.ts'
export { listDeeds } from './history.ts'
export {
  beginInvestigation,
  checkInvestigator,
  checkSigner,
  FIGURES,
  signFindings,
  writeFindings,
} from './investigation/investigating.ts'
export { listInvestigations } from './investigation/listing.ts'
export { correctionOf, correctionsSoFar } from './record/corrections.ts'
export { recordedInvestigations } from './record/investigation.ts'
export { hasBooth, hasPaper } from './means.ts'
export { nextStep } from './next_step.ts'
export { callOff, findCallOff } from './planning/calling_off.ts'
export { listDestroyed, listSealed, listSealedWithSealing, loadMaterial } from './packages/packages.ts'
export { openPackages, sealPackages } from './packages/sealing.ts'
export { listPlaceAreas, usualTimes } from './planning/places_to_elect.ts'
export { callAgain, callElection, changeTimetable, planElection } from './planning/planning.ts'
export { toldMove } from './planning/moves.ts'
export { findReruns } from './planning/reruns.ts'
export { listSittings, listSittingsOf, type Sitting } from './planning/sittings.ts'
export { findPaperAccount } from './polling/paper_accounts.ts'
export { listPauses, pausePolling, resumePolling } from './polling/pauses.ts'
export { findSweep, findSweepJob, startClosing, sweepPolling } from './polling/closing_job.ts'
export { openPolling } from './polling/opening.ts'
export { findClosing, findOpening, isForgotten } from './polling/openings.ts'
export { listPrints, listRoll, photosOf, printedCopies, recordPrint } from './polling/prints.ts'
export { type MorePapersForm, printMore, takeOffPapers } from './polling/more_papers.ts'
export { countVoidPapers, listVoidPapers } from './polling/void_papers.ts'
export {
  exchangePaper,
  handOutPaper,
  HELP_KINDS,
  listHelp,
  noteHelp,
  noteNotReturned,
  tableFigures,
} from './polling/tallies.ts'
export { correctTable, type TableDeed, undoAtTable } from './polling/tallies_undo.ts'
export { readinessOf } from './readiness/readiness.ts'
export { changeTicks } from './readiness/ticks.ts'
export type { Official } from './reach.ts'
export { verifyRecord } from './record/check.ts'
export { findDestruction, recordDestruction } from './record/destruction.ts'
export { findRecord, listRecords } from './record/record.ts'
export { certifyResult, checkCertifier, finishElection, listCertifications } from './result/certification.ts'
export { drawTie, findPreparedDraw, prepareDraw } from './result/draws.ts'
export { findResult, getResult } from './result/loading.ts'
export { findLotDraw } from './result/lot_draws.ts'
export { confirmLot, listCalls } from './result/lot_calls.ts'
export { listCallable, recordLot } from './result/lots.ts'
export { getPublicElection, listPublicElections } from './result/publication.ts'
export { findShownRecord, getPublicRecord, isRecordPublic } from './result/shown_record.ts'
export { LOT_METHODS } from './result/result.ts'
export { listOpenSeats } from './result/seating.ts'
export { listRunnersUp, registerRunnersUp } from './result/substitutes_by_votes.ts'
export { eraseRoll, findErasure } from './roll/erasure.ts'
export { importRoll, previewImport } from './roll/import.ts'
export { markByName, markVoter } from './roll/marks.ts'
export {
  addVoter,
  changeVoter,
  chooseRollKind,
  countRoll,
  findByName,
  getEntry,
  removeVoter,
  requireNames,
  ROLL_KINDS,
} from './roll/roll.ts'
export { listEntries } from './roll/rows.ts'
export { searchRoll } from './roll/search.ts'
export { listNamesTwiceOn } from './roll/twice.ts'
export { whoMay } from './who_may.ts'
export { allows } from '../rules/elections/acts.ts'
export { choiceWrong, crossesMeant } from '../rules/elections/box/ballot_content.ts'
export { drawsOrder } from '../rules/elections/candidate_list.ts'
export { COMPLAINT_OUTCOMES } from '../rules/elections/complaint_period.ts'
export {
  INVALID_REASONS,
  invalidNoteField,
  invalidReasonField,
  MOST_INVALID,
} from '../rules/elections/invalid_ballots.ts'
export { PHASES } from '../rules/elections/protocol/conduct.ts'
export { checkBallotsOpen, type EnteredPackage, type Pile } from '../rules/elections/protocol/packages.ts'
export { TICK_KEYS } from '../rules/elections/readiness/ticks.ts'
export { TICKED_CHORES } from '../rules/elections/readiness/chores.ts'
export { listChores, tickChores } from './readiness/chores.ts'
export { facts } from '../rules/elections/state.ts'
export { MOST_SITTINGS, sittingField } from '../rules/elections/timetable.ts'
export { proposeDays, type ProposedDays } from '../rules/elections/timetable_proposal.ts'
