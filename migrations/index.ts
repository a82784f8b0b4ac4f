import type { Knex } from 'knex'
import * as m01 from './0_1/20261101100000_statutes_versions__create.ts'
import * as m02 from './0_1/20261101100100_terms__create.ts'
import * as m03 from './0_1/20261101100200_bodies__create.ts'
import * as m04 from './0_1/20261101100300_areas__create.ts'
import * as m05 from './0_1/20261101100400_people__create.ts'
import * as m06 from './0_1/20261101100500_accounts__create.ts'
import * as m07 from './0_1/20261101100600_audit_events__create.ts'
import * as m08 from './0_1/20261101100700_elections__create.ts'
import * as m08b from './0_1/20261101100850_pollings__create.ts'
import * as m09 from './0_1/20261101100800_counts__create.ts'
import * as m10 from './0_1/20261101100900_nominations__create.ts'
import * as m11 from './0_1/20261101101000_memberships__create.ts'
import * as m12 from './0_1/20261101101100_officeholdings__create.ts'
import * as m13 from './0_1/20261101101200_meetings__create.ts'
import * as m14 from './0_1/20261101101300_sessions__create.ts'
import * as m15 from './0_2/20261122100000_elections__add_means.ts'
import * as m16 from './0_2/20261122100100_candidacies__add_portraits.ts'
import * as m17 from './0_2/20261122100200_rolls__create.ts'
import * as m18 from './0_2/20261122100300_complaints__create.ts'
import * as m19 from './0_2/20261122100400_booths__create.ts'
import * as m40 from './0_2/20261122110000_imports__create.ts'
import * as m50 from './0_2/20261122120000_renewals__create.ts'
import * as m51 from './0_2/20261122120100_bodies__add_changes.ts'
import * as m52 from './0_2/20261122120200_nominations__add_replies.ts'
import * as m53 from './0_2/20261122120300_memberships__add_care.ts'
import * as m60 from './0_2/20261122130000_substitutes__create.ts'
import * as m70 from './0_2/20261127100000_erasures__create.ts'
import * as m71 from './0_2/20261127100100_housekeeping_runs__create.ts'
import * as m80 from './0_2/20261127110000_formal_appointments__create.ts'
import * as m72 from './0_2/20261127120000_meetings__add_extraordinary.ts'
import * as m81 from './0_2/20261204100000_officeholdings__open_offices.ts'
import * as p00 from './0_4/20261206100000_box_papers__create.ts'
import * as w00 from './0_3/20261205100000_envelopes__allow_mixing.ts'
import * as w01 from './0_3/20261205100100_rolls__keep_no_statistics.ts'
import * as c90 from './0_3/20261205110000_box_sittings__create.ts'
import * as m130 from './0_3/20261205130000_packages__create.ts'
import * as m131 from './0_3/20261205130100_ballot_destructions__add_packages.ts'
import * as m132 from './0_3/20261205130200_records__add_versions.ts'
import * as m133 from './0_3/20261205131000_conduct__create.ts'
import * as r40 from './0_3/20261205140000_list_reopenings__create.ts'
import * as r41 from './0_3/20261205140100_elections__allow_called_off.ts'
import * as r42 from './0_3/20261205140200_election_moves__create.ts'
import * as m90 from './0_3/20261205150000_invalid_ballots__add_too_few_marks.ts'
import * as m91 from './0_3/20261205150100_lot_draws__add_seed.ts'
import * as m92 from './0_3/20261205150200_polling_closings__add_marks_reason.ts'
import * as d00 from './0_4/20261206110000_box_custodies__create.ts'
import * as i120 from './0_4/20261206120000_difference_checks__create.ts'
import * as i121 from './0_4/20261206120100_kept_counts__create.ts'
import * as i122 from './0_4/20261206120200_investigations__create.ts'
import * as p30 from './0_4/20261206130000_readiness_ticks__create.ts'
import * as p31 from './0_4/20261206130100_booth_reports__create.ts'
import * as p32 from './0_4/20261206130200_ballot_prints__add_batch.ts'
import * as p33 from './0_4/20261206130300_print_deductions__create.ts'
import * as c40 from './0_4/20261207140000_recounts__add_was.ts'
import * as e00 from './0_4/20261207150000_paper_entries__create.ts'
import * as e01 from './0_4/20261207150100_packages__add_entered.ts'
import * as h50 from './0_4/20261207160000_elections__allow_stopped.ts'
import * as h51 from './0_4/20261207160100_election_incidents__create.ts'
import * as b52 from './0_4/20261207170000_box_prints__add_account.ts'
import * as k00 from './0_4/20261208100000_envelopes__allow_destroyed.ts'
import * as e10 from './0_4/20261209100000_paper_entry_turns__add_ending.ts'
import * as e11 from './0_4/20261209100100_paper_entry_ends__allow_several.ts'
import * as e12 from './0_4/20261209100200_paper_entry_reopenings__create.ts'
import * as k01 from './0_4/20261209110000_box_mixings__take_blocks.ts'
import * as h52 from './0_4/20261209110000_election_incidents__add_account.ts'
import * as h53 from './0_4/20261209110100_incident_answers__create.ts'
import * as b60 from './0_4/20261210100000_box_losses__add_papers.ts'
import * as p60 from './0_4/20261210100100_polling_sweeps__create.ts'
import * as a71 from './0_5/20261211100100_lot_calls__create.ts'
import * as a70 from './0_5/20261211100000_accounts__add_phone.ts'
import * as r70 from './0_5/20261212100000_accounts__add_reminded.ts'
import * as r71 from './0_5/20261212100100_reminders__create.ts'
import * as v20 from './0_3/20261205120000_audit_rows__create.ts'
import * as v21 from './0_3/20261205120100_audit_events__add_rows_hash.ts'
import * as v22 from './0_3/20261205120200_audit_heads__add_seal.ts'

interface Migration {
  name: string
  up: (knex: Knex.Transaction) => Promise<void>
  down: (knex: Knex.Transaction) => Promise<void>
}

/** In order. Names carry no ending, so that a database made from source and one made from dist/ agree. */
const MIGRATIONS: readonly Migration[] = [
  { name: '20261101100000_statutes_versions__create', ...m01 },
  { name: '20261101100100_terms__create', ...m02 },
  { name: '20261101100200_bodies__create', ...m03 },
  { name: '20261101100300_areas__create', ...m04 },
  { name: '20261101100400_people__create', ...m05 },
  { name: '20261101100500_accounts__create', ...m06 },
  { name: '20261101100600_audit_events__create', ...m07 },
  { name: '20261101100700_elections__create', ...m08 },
  { name: '20261101100800_counts__create', ...m09 },
  { name: '20261101100850_pollings__create', ...m08b },
  { name: '20261101100900_nominations__create', ...m10 },
  { name: '20261101101000_memberships__create', ...m11 },
  { name: '20261101101100_officeholdings__create', ...m12 },
  { name: '20261101101200_meetings__create', ...m13 },
  { name: '20261101101300_sessions__create', ...m14 },
  { name: '20261122100000_elections__add_means', ...m15 },
  { name: '20261122100100_candidacies__add_portraits', ...m16 },
  { name: '20261122100200_rolls__create', ...m17 },
  { name: '20261122100300_complaints__create', ...m18 },
  { name: '20261122100400_booths__create', ...m19 },
  { name: '20261122110000_imports__create', ...m40 },
  { name: '20261122120000_renewals__create', ...m50 },
  { name: '20261122120100_bodies__add_changes', ...m51 },
  { name: '20261122120200_nominations__add_replies', ...m52 },
  { name: '20261122120300_memberships__add_care', ...m53 },
  { name: '20261122130000_substitutes__create', ...m60 },
  { name: '20261127100000_erasures__create', ...m70 },
  { name: '20261127100100_housekeeping_runs__create', ...m71 },
  { name: '20261127110000_formal_appointments__create', ...m80 },
  { name: '20261127120000_meetings__add_extraordinary', ...m72 },
  { name: '20261204100000_officeholdings__open_offices', ...m81 },
  { name: '20261205100000_envelopes__allow_mixing', ...w00 },
  { name: '20261205100100_rolls__keep_no_statistics', ...w01 },
  { name: '20261205110000_box_sittings__create', ...c90 },
  { name: '20261205120000_audit_rows__create', ...v20 },
  { name: '20261205120100_audit_events__add_rows_hash', ...v21 },
  { name: '20261205120200_audit_heads__add_seal', ...v22 },
  { name: '20261205130000_packages__create', ...m130 },
  { name: '20261205130100_ballot_destructions__add_packages', ...m131 },
  { name: '20261205130200_records__add_versions', ...m132 },
  { name: '20261205131000_conduct__create', ...m133 },
  { name: '20261205140000_list_reopenings__create', ...r40 },
  { name: '20261205140100_elections__allow_called_off', ...r41 },
  { name: '20261205140200_election_moves__create', ...r42 },
  { name: '20261205150000_invalid_ballots__add_too_few_marks', ...m90 },
  { name: '20261205150100_lot_draws__add_seed', ...m91 },
  { name: '20261205150200_polling_closings__add_marks_reason', ...m92 },
  { name: '20261206100000_box_papers__create', ...p00 },
  { name: '20261206110000_box_custodies__create', ...d00 },
  { name: '20261206120000_difference_checks__create', ...i120 },
  { name: '20261206120100_kept_counts__create', ...i121 },
  { name: '20261206120200_investigations__create', ...i122 },
  { name: '20261206130000_readiness_ticks__create', ...p30 },
  { name: '20261206130100_booth_reports__create', ...p31 },
  { name: '20261206130200_ballot_prints__add_batch', ...p32 },
  { name: '20261206130300_print_deductions__create', ...p33 },
  { name: '20261207140000_recounts__add_was', ...c40 },
  { name: '20261207150000_paper_entries__create', ...e00 },
  { name: '20261207150100_packages__add_entered', ...e01 },
  { name: '20261207160000_elections__allow_stopped', ...h50 },
  { name: '20261207160100_election_incidents__create', ...h51 },
  { name: '20261207170000_box_prints__add_account', ...b52 },
  { name: '20261208100000_envelopes__allow_destroyed', ...k00 },
  { name: '20261209100000_paper_entry_turns__add_ending', ...e10 },
  { name: '20261209100100_paper_entry_ends__allow_several', ...e11 },
  { name: '20261209100200_paper_entry_reopenings__create', ...e12 },
  { name: '20261209110000_box_mixings__take_blocks', ...k01 },
  { name: '20261209110000_election_incidents__add_account', ...h52 },
  { name: '20261209110100_incident_answers__create', ...h53 },
  { name: '20261210100000_box_losses__add_papers', ...b60 },
  { name: '20261210100100_polling_sweeps__create', ...p60 },
  { name: '20261211100000_accounts__add_phone', ...a70 },
  { name: '20261211100100_lot_calls__create', ...a71 },
  { name: '20261212100000_accounts__add_reminded', ...r70 },
  { name: '20261212100100_reminders__create', ...r71 },
]

/** Where knex finds the migrations: a fixed list instead of a folder. */
export const migrationSource: Knex.MigrationSource<Migration> = {
  getMigrations: () => Promise.resolve([...MIGRATIONS]),
  getMigrationName: (migration) => migration.name,
  getMigration: (migration) => Promise.resolve(migration as unknown as Knex.Migration),
}
