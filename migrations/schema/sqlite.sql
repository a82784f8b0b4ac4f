-- The schema as the migrations make it, in text. To read, not to run: `npm run schema` writes it anew,
-- and a test on each engine compares it with the database.

create table account_places (
  account_id integer not null,
  body_id integer not null,
  foreign key(account_id) references accounts(id),
  foreign key(body_id) references bodies(id),
  primary key (account_id, body_id)
);

create table accounts (
  id integer not null primary key autoincrement,
  name text not null,
  email text not null,
  password_hash text,
  password_version integer not null default '0',
  role text not null,
  person_id integer,
  made_on date not null,
  closed_on date,
  phone text,
  reminded integer not null default 1 check (reminded in (0, 1)),
  foreign key(person_id) references people(id),
  check (password_version >= 0 and cast(password_version as integer) = password_version),
  check (role in ('secretary', 'polling_officer', 'chair', 'member', 'auditor', 'administrator')),
  check (made_on is null or (date(made_on) is not null and date(made_on) = made_on)),
  check (closed_on is null or (date(closed_on) is not null and date(closed_on) = closed_on))
);
create unique index accounts_email_unique on accounts (email);

create table appointments (
  id integer not null primary key autoincrement,
  nomination_id integer not null,
  person_id integer not null,
  appointing_body text not null,
  decided_on date not null,
  case_number text,
  eligible_as text not null,
  note text,
  recorded_by text not null,
  foreign key(nomination_id) references nominations(id),
  foreign key(person_id) references people(id),
  check (decided_on is null or (date(decided_on) is not null and date(decided_on) = decided_on)),
  check (eligible_as in ('resident', 'active'))
);
create unique index appointments_nomination_id_unique on appointments (nomination_id);
create trigger appointments_insert_only__appointments_delete before delete on appointments for each row when (1 = 1)
  begin select raise(abort, 'appointments_insert_only'); end;
create trigger appointments_insert_only__appointments_update before update on appointments for each row when (1 = 1)
  begin select raise(abort, 'appointments_insert_only'); end;

create table area_bodies (
  id integer not null primary key autoincrement,
  area_id integer not null,
  body_id integer not null,
  starts_on date,
  ends_on date,
  foreign key(area_id) references areas(id),
  foreign key(body_id) references bodies(id),
  check (starts_on is null or (date(starts_on) is not null and date(starts_on) = starts_on)),
  check (ends_on is null or (date(ends_on) is not null and date(ends_on) = ends_on))
);
create unique index area_bodies_area_id_body_id_unique on area_bodies (area_id, body_id);

create table areas (
  id integer not null primary key autoincrement,
  slug text not null,
  kind text not null,
  name text not null,
  position integer not null,
  check (kind in ('place', 'organisations')),
  check (position >= 0 and cast(position as integer) = position)
);
create unique index areas_slug_unique on areas (slug);

create table attendances (
  meeting_id integer not null,
  membership_id integer not null,
  status text not null,
  foreign key(meeting_id) references meetings(id),
  foreign key(membership_id) references memberships(id),
  primary key (meeting_id, membership_id),
  check (status in ('present', 'excused', 'absent', 'left'))
);

create table audit_events (
  sequence integer,
  day date not null,
  actor text not null,
  action text not null,
  subject text not null,
  details text not null,
  previous_hash text not null,
  hash text not null,
  rows_hash text,
  primary key (sequence),
  check (day is null or (date(day) is not null and date(day) = day))
);
create unique index audit_events_hash_unique on audit_events (hash);
create index audit_events_subject_sequence_index on audit_events (subject, sequence);
create trigger audit_events_insert_only__audit_events_delete before delete on audit_events for each row when (1 = 1)
  begin select raise(abort, 'audit_events_insert_only'); end;
create trigger audit_events_insert_only__audit_events_update before update on audit_events for each row when (1 = 1)
  begin select raise(abort, 'audit_events_insert_only'); end;

create table audit_heads (
  id integer,
  sequence integer not null,
  hash text not null,
  seal text,
  primary key (id),
  constraint audit_heads_one_row check (id = 1)
);
create trigger audit_heads_forward__audit_heads_delete before delete on audit_heads for each row when (1 = 1)
  begin select raise(abort, 'audit_heads_forward'); end;
create trigger audit_heads_forward__audit_heads_update before update on audit_heads for each row when (new.sequence < old.sequence)
  begin select raise(abort, 'audit_heads_forward'); end;

create table audit_rows (
  sequence integer not null,
  table_name text not null,
  row_key text not null,
  marks text not null,
  salt text not null,
  primary key (sequence, table_name, row_key)
);
create index audit_rows_table_name_row_key_index on audit_rows (table_name, row_key);
create trigger audit_rows_kept__audit_rows_delete before delete on audit_rows for each row when (1 = 1)
  begin select raise(abort, 'audit_rows_kept'); end;
create trigger audit_rows_kept__audit_rows_update before update on audit_rows for each row when (not (new.sequence = old.sequence and new.table_name = old.table_name and new.row_key = old.row_key and new.marks = old.marks and new.salt = ''))
  begin select raise(abort, 'audit_rows_kept'); end;

create table ballot_destructions (
  election_id integer,
  first_witness text not null,
  second_witness text not null,
  destroyed_on date not null,
  recorded_by text not null,
  recorded_on date not null,
  paragraph text,
  left_reason text,
  foreign key(election_id) references elections(id),
  primary key (election_id),
  check (destroyed_on is null or (date(destroyed_on) is not null and date(destroyed_on) = destroyed_on)),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on)),
  constraint ballot_destructions_two_witnesses check (first_witness <> second_witness)
);
create trigger ballot_destructions_insert_only__ballot_destructions_delete before delete on ballot_destructions for each row when (1 = 1)
  begin select raise(abort, 'ballot_destructions_insert_only'); end;
create trigger ballot_destructions_insert_only__ballot_destructions_update before update on ballot_destructions for each row when (1 = 1)
  begin select raise(abort, 'ballot_destructions_insert_only'); end;

create table ballot_prints (
  id integer not null primary key autoincrement,
  election_id integer not null,
  list_version integer not null,
  copies integer not null,
  recorded_by text not null,
  recorded_on date not null,
  batch integer check (batch > 0),
  foreign key(election_id) references elections(id),
  check (list_version >= 0 and cast(list_version as integer) = list_version),
  check (copies >= 0 and cast(copies as integer) = copies),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on))
);
create unique index ballot_prints_batch on ballot_prints (election_id, batch);
create index ballot_prints_election_id_index on ballot_prints (election_id);
create trigger ballot_prints_insert_only__ballot_prints_delete before delete on ballot_prints for each row when (1 = 1)
  begin select raise(abort, 'ballot_prints_insert_only'); end;
create trigger ballot_prints_insert_only__ballot_prints_update before update on ballot_prints for each row when (1 = 1)
  begin select raise(abort, 'ballot_prints_insert_only'); end;

create table ballots (
  id text not null primary key,
  election_id integer not null references elections (id),
  marks text not null
);
create index ballots_election on ballots (election_id);
create trigger ballots_guarded__ballots_delete before delete on ballots for each row when ((select status from elections where id = old.election_id) not in ('final', 'annulled', 'rerun') and not exists (select 1 from box_mixes where election_id = old.election_id))
  begin select raise(abort, 'ballots_guarded'); end;
create trigger ballots_guarded__ballots_insert before insert on ballots for each row when ((select status from elections where id = new.election_id) <> 'closed')
  begin select raise(abort, 'ballots_guarded'); end;
create trigger ballots_guarded__ballots_update before update on ballots for each row when (1 = 1)
  begin select raise(abort, 'ballots_guarded'); end;

create table bodies (
  id integer not null primary key autoincrement,
  slug text not null,
  kind text not null,
  active_from date,
  active_until date,
  successor_id integer,
  address text,
  foreign key(successor_id) references bodies(id),
  check (kind in ('place', 'organisation')),
  check (active_from is null or (date(active_from) is not null and date(active_from) = active_from)),
  check (active_until is null or (date(active_until) is not null and date(active_until) = active_until)),
  constraint bodies_end_after_start check (active_until >= active_from)
);
create unique index bodies_slug_unique on bodies (slug);
create trigger bodies_succeed_others__bodies_insert before insert on bodies for each row when (new.successor_id = new.id)
  begin select raise(abort, 'bodies_succeed_others'); end;
create trigger bodies_succeed_others__bodies_update before update on bodies for each row when (new.successor_id = new.id)
  begin select raise(abort, 'bodies_succeed_others'); end;

create table body_addresses (
  id integer not null primary key autoincrement,
  body_id integer not null,
  address text not null,
  valid_from date not null,
  recorded_by text not null,
  foreign key(body_id) references bodies(id),
  check (valid_from is null or (date(valid_from) is not null and date(valid_from) = valid_from))
);
create index body_addresses_body_id_index on body_addresses (body_id);
create trigger body_addresses_insert_only__body_addresses_delete before delete on body_addresses for each row when (1 = 1)
  begin select raise(abort, 'body_addresses_insert_only'); end;
create trigger body_addresses_insert_only__body_addresses_update before update on body_addresses for each row when (1 = 1)
  begin select raise(abort, 'body_addresses_insert_only'); end;

create table body_changes (
  id integer not null primary key autoincrement,
  body_id integer not null,
  kind text not null,
  effective_on date not null,
  into_body_id integer,
  decided_by text,
  decided_on date,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  foreign key(body_id) references bodies(id),
  foreign key(into_body_id) references bodies(id),
  check (kind in ('renamed', 'moved', 'closed', 'replaced', 'merged')),
  check (effective_on is null or (date(effective_on) is not null and date(effective_on) = effective_on)),
  check (decided_on is null or (date(decided_on) is not null and date(decided_on) = decided_on)),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on)),
  constraint body_changes_into check ((kind in ('replaced', 'merged')) = (into_body_id is not null)),
  check (kind in ('renamed', 'moved') or (decided_by is not null and decided_on is not null))
);
create index body_changes_body_id_index on body_changes (body_id);
create trigger body_changes_insert_only__body_changes_delete before delete on body_changes for each row when (1 = 1)
  begin select raise(abort, 'body_changes_insert_only'); end;
create trigger body_changes_insert_only__body_changes_update before update on body_changes for each row when (1 = 1)
  begin select raise(abort, 'body_changes_insert_only'); end;

create table body_contacts (
  id integer not null primary key autoincrement,
  body_id integer not null,
  name text not null,
  email text,
  phone text,
  postal_address text,
  valid_from date not null,
  recorded_by text not null,
  foreign key(body_id) references bodies(id),
  check (valid_from is null or (date(valid_from) is not null and date(valid_from) = valid_from))
);
create index body_contacts_body_id_index on body_contacts (body_id);
create trigger body_contacts_insert_only__body_contacts_delete before delete on body_contacts for each row when (not (exists (select 1 from body_contacts as newer where newer.body_id = old.body_id and newer.id > old.id)))
  begin select raise(abort, 'body_contacts_insert_only'); end;
create trigger body_contacts_insert_only__body_contacts_update before update on body_contacts for each row when (1 = 1)
  begin select raise(abort, 'body_contacts_insert_only'); end;

create table body_names (
  id integer not null primary key autoincrement,
  body_id integer not null,
  name text not null,
  kind text not null,
  valid_from date,
  valid_until date,
  foreign key(body_id) references bodies(id),
  check (kind in ('official', 'alias')),
  check (valid_from is null or (date(valid_from) is not null and date(valid_from) = valid_from)),
  check (valid_until is null or (date(valid_until) is not null and date(valid_until) = valid_until))
);
create index body_names_body_id_index on body_names (body_id);

create table booth_pairings (
  code_hash text,
  election_id integer not null,
  expires_at text not null,
  made_by text not null,
  foreign key(election_id) references elections(id),
  primary key (code_hash)
);
create index booth_pairings_election_id_index on booth_pairings (election_id);

create table booth_reports (
  booth_id integer,
  answered_at text not null,
  clock_off integer,
  battery integer,
  charging integer,
  tried_on date,
  foreign key(booth_id) references booths(id),
  primary key (booth_id),
  check (battery >= 0 and cast(battery as integer) = battery),
  check (charging >= 0 and cast(charging as integer) = charging),
  check (tried_on is null or (date(tried_on) is not null and date(tried_on) = tried_on)),
  check (battery <= 100)
);

create table booths (
  id integer not null primary key autoincrement,
  election_id integer not null,
  number integer not null,
  token_hash text not null,
  paired_on date not null,
  unpaired_on date,
  state text not null,
  release_hash text,
  last_hash text,
  last_outcome text,
  releases integer not null default '0',
  ballots_cast integer not null default '0',
  voided integer not null default '0',
  foreign key(election_id) references elections(id),
  check (number >= 0 and cast(number as integer) = number),
  check (paired_on is null or (date(paired_on) is not null and date(paired_on) = paired_on)),
  check (unpaired_on is null or (date(unpaired_on) is not null and date(unpaired_on) = unpaired_on)),
  check (state in ('idle', 'released', 'showing')),
  check (last_outcome in ('cast', 'voided')),
  check (releases >= 0 and cast(releases as integer) = releases),
  check (ballots_cast >= 0 and cast(ballots_cast as integer) = ballots_cast),
  check (voided >= 0 and cast(voided as integer) = voided),
  constraint booths_account_closes check (releases = ballots_cast + voided + (case when state = 'idle' then 0 else 1 end)),
  constraint booths_release check ((state = 'showing') = (release_hash is not null))
);
create index booths_election_id_index on booths (election_id);
create unique index booths_election_id_number_unique on booths (election_id, number);
create unique index booths_token_hash_unique on booths (token_hash);

create table box_codes (
  election_id integer not null references elections (id),
  code text not null,
  primary key (election_id, code)
);
create trigger box_codes_insert_only__box_codes_delete before delete on box_codes for each row when (1 = 1)
  begin select raise(abort, 'box_codes_insert_only'); end;
create trigger box_codes_insert_only__box_codes_update before update on box_codes for each row when (1 = 1)
  begin select raise(abort, 'box_codes_insert_only'); end;

create table box_compactions (
  election_id integer,
  done_on date not null,
  foreign key(election_id) references elections(id),
  primary key (election_id),
  check (done_on is null or (date(done_on) is not null and date(done_on) = done_on))
);
create trigger box_compactions_insert_only__box_compactions_delete before delete on box_compactions for each row when (1 = 1)
  begin select raise(abort, 'box_compactions_insert_only'); end;
create trigger box_compactions_insert_only__box_compactions_update before update on box_compactions for each row when (1 = 1)
  begin select raise(abort, 'box_compactions_insert_only'); end;

create table box_custodies (
  id integer not null primary key autoincrement,
  election_id integer not null,
  threshold integer not null,
  shares integer not null,
  made_by text not null,
  account_id integer not null,
  made_on date not null,
  foreign key(election_id) references elections(id),
  foreign key(account_id) references accounts(id),
  check (threshold >= 0 and cast(threshold as integer) = threshold),
  check (shares >= 0 and cast(shares as integer) = shares),
  check (made_on is null or (date(made_on) is not null and date(made_on) = made_on)),
  constraint box_custodies_threshold check (threshold >= 2 and threshold < shares)
);
create index box_custodies_election_id_index on box_custodies (election_id);
create trigger box_custodies_insert_only__box_custodies_delete before delete on box_custodies for each row when (1 = 1)
  begin select raise(abort, 'box_custodies_insert_only'); end;
create trigger box_custodies_insert_only__box_custodies_update before update on box_custodies for each row when (1 = 1)
  begin select raise(abort, 'box_custodies_insert_only'); end;

create table box_invalid_lines (
  election_id integer not null,
  reason text not null,
  ballots integer not null,
  foreign key(election_id) references elections(id),
  primary key (election_id, reason),
  check (reason in ('no_cross', 'unclear_candidate', 'too_many_marks', 'too_few_marks', 'recognisable', 'not_official_ballot', 'other')),
  check (ballots >= 0 and cast(ballots as integer) = ballots)
);
create trigger box_invalid_lines_insert_only__box_invalid_lines_delete before delete on box_invalid_lines for each row when (1 = 1)
  begin select raise(abort, 'box_invalid_lines_insert_only'); end;
create trigger box_invalid_lines_insert_only__box_invalid_lines_update before update on box_invalid_lines for each row when (1 = 1)
  begin select raise(abort, 'box_invalid_lines_insert_only'); end;

create table box_keys (
  id integer not null primary key autoincrement,
  election_id integer not null,
  public_key text not null,
  threshold integer not null,
  shares integer not null,
  made_by text not null,
  made_on date not null,
  foreign key(election_id) references elections(id),
  check (threshold >= 0 and cast(threshold as integer) = threshold),
  check (shares >= 0 and cast(shares as integer) = shares),
  check (made_on is null or (date(made_on) is not null and date(made_on) = made_on)),
  constraint box_keys_threshold check (threshold > 0 and threshold <= shares)
);
create index box_keys_election_id_index on box_keys (election_id);
create unique index box_keys_public_key_unique on box_keys (public_key);
create trigger box_keys_insert_only__box_keys_delete before delete on box_keys for each row when (1 = 1)
  begin select raise(abort, 'box_keys_insert_only'); end;
create trigger box_keys_insert_only__box_keys_update before update on box_keys for each row when (1 = 1)
  begin select raise(abort, 'box_keys_insert_only'); end;

create table box_lines (
  election_id integer not null,
  candidacy_id integer not null,
  votes integer not null,
  foreign key(election_id) references elections(id),
  foreign key(candidacy_id) references candidacies(id),
  primary key (election_id, candidacy_id),
  check (votes >= 0 and cast(votes as integer) = votes)
);
create trigger box_lines_insert_only__box_lines_delete before delete on box_lines for each row when (1 = 1)
  begin select raise(abort, 'box_lines_insert_only'); end;
create trigger box_lines_insert_only__box_lines_update before update on box_lines for each row when (1 = 1)
  begin select raise(abort, 'box_lines_insert_only'); end;

create table box_losses (
  election_id integer,
  decided_by text not null,
  decided_on date not null,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  papers integer check (papers >= 0),
  foreign key(election_id) references elections(id),
  primary key (election_id),
  check (decided_on is null or (date(decided_on) is not null and date(decided_on) = decided_on)),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on))
);
create trigger box_losses_insert_only__box_losses_delete before delete on box_losses for each row when (1 = 1)
  begin select raise(abort, 'box_losses_insert_only'); end;
create trigger box_losses_insert_only__box_losses_update before update on box_losses for each row when (1 = 1)
  begin select raise(abort, 'box_losses_insert_only'); end;

create table box_mergers (
  election_id integer,
  decided_by text not null,
  decided_on date not null,
  foreign key(election_id) references elections(id),
  primary key (election_id),
  check (decided_on is null or (date(decided_on) is not null and date(decided_on) = decided_on))
);
create trigger box_mergers_insert_only__box_mergers_delete before delete on box_mergers for each row when (1 = 1)
  begin select raise(abort, 'box_mergers_insert_only'); end;
create trigger box_mergers_insert_only__box_mergers_update before update on box_mergers for each row when (1 = 1)
  begin select raise(abort, 'box_mergers_insert_only'); end;

create table box_mixes (
  election_id integer,
  sheets integer not null,
  first_witness text not null,
  second_witness text not null,
  mixed_on date not null,
  recorded_by text not null,
  foreign key(election_id) references elections(id),
  primary key (election_id),
  check (sheets >= 0 and cast(sheets as integer) = sheets),
  check (mixed_on is null or (date(mixed_on) is not null and date(mixed_on) = mixed_on)),
  constraint box_mixes_two_people check (first_witness <> second_witness)
);
create trigger box_mixes_insert_only__box_mixes_delete before delete on box_mixes for each row when (1 = 1)
  begin select raise(abort, 'box_mixes_insert_only'); end;
create trigger box_mixes_insert_only__box_mixes_update before update on box_mixes for each row when (1 = 1)
  begin select raise(abort, 'box_mixes_insert_only'); end;

create table box_mixings (
  id text not null primary key,
  election_id integer not null references elections (id),
  sealed blob not null,
  code text not null
);
create trigger box_mixings_guarded__box_mixings_delete before delete on box_mixings for each row when (not exists (select 1 from envelopes where id = old.id and code = old.code and sealed = old.sealed))
  begin select raise(abort, 'box_mixings_guarded'); end;
create trigger box_mixings_guarded__box_mixings_update before update on box_mixings for each row when (1 = 1)
  begin select raise(abort, 'box_mixings_guarded'); end;

create table box_opening_slips (
  election_id integer not null,
  place integer not null,
  typed_by text not null,
  number integer,
  holder text,
  became text not null,
  foreign key(election_id) references elections(id),
  primary key (election_id, place),
  check (place >= 0 and cast(place as integer) = place),
  check (number >= 0 and cast(number as integer) = number),
  check (became in ('counted', 'set_aside', 'witness'))
);
create trigger box_opening_slips_insert_only__box_opening_slips_delete before delete on box_opening_slips for each row when (1 = 1)
  begin select raise(abort, 'box_opening_slips_insert_only'); end;
create trigger box_opening_slips_insert_only__box_opening_slips_update before update on box_opening_slips for each row when (1 = 1)
  begin select raise(abort, 'box_opening_slips_insert_only'); end;

create table box_openings (
  election_id integer,
  releases integer not null,
  voided integer not null,
  envelopes integer not null,
  blank integer not null,
  invalid integer not null,
  codes_hash text not null,
  opened_by text not null,
  opened_on date not null,
  foreign key(election_id) references elections(id),
  primary key (election_id),
  check (releases >= 0 and cast(releases as integer) = releases),
  check (voided >= 0 and cast(voided as integer) = voided),
  check (envelopes >= 0 and cast(envelopes as integer) = envelopes),
  check (blank >= 0 and cast(blank as integer) = blank),
  check (invalid >= 0 and cast(invalid as integer) = invalid),
  check (opened_on is null or (date(opened_on) is not null and date(opened_on) = opened_on)),
  constraint box_openings_account_closes check (releases = envelopes + voided)
);
create trigger box_openings_insert_only__box_openings_delete before delete on box_openings for each row when (1 = 1)
  begin select raise(abort, 'box_openings_insert_only'); end;
create trigger box_openings_insert_only__box_openings_update before update on box_openings for each row when (1 = 1)
  begin select raise(abort, 'box_openings_insert_only'); end;

create table box_prints (
  id integer not null primary key autoincrement,
  election_id integer not null,
  number integer not null,
  sheets integer not null,
  reason text,
  printed_by text not null,
  printed_on date not null,
  account_id integer references accounts(id),
  foreign key(election_id) references elections(id),
  check (number >= 0 and cast(number as integer) = number),
  check (sheets >= 0 and cast(sheets as integer) = sheets),
  check (printed_on is null or (date(printed_on) is not null and date(printed_on) = printed_on)),
  constraint box_prints_again_for_a_reason check (number = 1 or reason is not null)
);
create unique index box_prints_election_id_number_unique on box_prints (election_id, number);
create trigger box_prints_insert_only__box_prints_delete before delete on box_prints for each row when (1 = 1)
  begin select raise(abort, 'box_prints_insert_only'); end;
create trigger box_prints_insert_only__box_prints_update before update on box_prints for each row when (1 = 1)
  begin select raise(abort, 'box_prints_insert_only'); end;

create table box_shares (
  slip_key_id integer,
  box_key_id integer not null,
  sealed text not null,
  foreign key(slip_key_id) references box_slip_keys(id),
  foreign key(box_key_id) references box_keys(id),
  primary key (slip_key_id)
);
create index box_shares_box_key_id_index on box_shares (box_key_id);
create trigger box_shares_insert_only__box_shares_delete before delete on box_shares for each row when (1 = 1)
  begin select raise(abort, 'box_shares_insert_only'); end;
create trigger box_shares_insert_only__box_shares_update before update on box_shares for each row when (1 = 1)
  begin select raise(abort, 'box_shares_insert_only'); end;

create table box_sitting_slips (
  election_id integer not null,
  account_id integer not null,
  number integer not null,
  place integer not null,
  session_hash text not null,
  sealed text not null,
  foreign key(election_id) references box_sittings(election_id),
  foreign key(account_id) references accounts(id),
  primary key (election_id, account_id),
  check (number >= 0 and cast(number as integer) = number),
  check (place >= 0 and cast(place as integer) = place)
);
create unique index box_sitting_slips_election_id_number_unique on box_sitting_slips (election_id, number);

create table box_sittings (
  election_id integer,
  public_key text not null,
  ends_at text not null,
  foreign key(election_id) references elections(id),
  primary key (election_id)
);

create table box_slip_copies (
  slip_key_id integer,
  copied_by text not null,
  account_id integer not null,
  copied_on date not null,
  foreign key(slip_key_id) references box_slip_keys(id),
  foreign key(account_id) references accounts(id),
  primary key (slip_key_id),
  check (copied_on is null or (date(copied_on) is not null and date(copied_on) = copied_on))
);
create trigger box_slip_copies_insert_only__box_slip_copies_delete before delete on box_slip_copies for each row when (1 = 1)
  begin select raise(abort, 'box_slip_copies_insert_only'); end;
create trigger box_slip_copies_insert_only__box_slip_copies_update before update on box_slip_copies for each row when (1 = 1)
  begin select raise(abort, 'box_slip_copies_insert_only'); end;

create table box_slip_keys (
  id integer not null primary key autoincrement,
  slip_id integer not null,
  public_key text not null,
  shown_to text not null,
  account_id integer not null,
  shown_on date not null,
  foreign key(slip_id) references box_slips(id),
  foreign key(account_id) references accounts(id),
  check (shown_on is null or (date(shown_on) is not null and date(shown_on) = shown_on))
);
create unique index box_slip_keys_public_key_unique on box_slip_keys (public_key);
create index box_slip_keys_slip_id_index on box_slip_keys (slip_id);
create trigger box_slip_keys_insert_only__box_slip_keys_delete before delete on box_slip_keys for each row when (1 = 1)
  begin select raise(abort, 'box_slip_keys_insert_only'); end;
create trigger box_slip_keys_insert_only__box_slip_keys_update before update on box_slip_keys for each row when (1 = 1)
  begin select raise(abort, 'box_slip_keys_insert_only'); end;

create table box_slip_trials (
  slip_key_id integer not null,
  account_id integer not null,
  tried_by text not null,
  tried_on date not null,
  foreign key(slip_key_id) references box_slip_keys(id),
  foreign key(account_id) references accounts(id),
  primary key (slip_key_id, account_id),
  check (tried_on is null or (date(tried_on) is not null and date(tried_on) = tried_on))
);
create trigger box_slip_trials_insert_only__box_slip_trials_delete before delete on box_slip_trials for each row when (1 = 1)
  begin select raise(abort, 'box_slip_trials_insert_only'); end;
create trigger box_slip_trials_insert_only__box_slip_trials_update before update on box_slip_trials for each row when (1 = 1)
  begin select raise(abort, 'box_slip_trials_insert_only'); end;

create table box_slips (
  id integer not null primary key autoincrement,
  custody_id integer not null,
  number integer not null,
  holder text not null,
  account_id integer,
  foreign key(custody_id) references box_custodies(id),
  foreign key(account_id) references accounts(id),
  check (number >= 0 and cast(number as integer) = number)
);
create unique index box_slips_custody_id_account_id_unique on box_slips (custody_id, account_id);
create unique index box_slips_custody_id_holder_unique on box_slips (custody_id, holder);
create unique index box_slips_custody_id_number_unique on box_slips (custody_id, number);
create trigger box_slips_insert_only__box_slips_delete before delete on box_slips for each row when (1 = 1)
  begin select raise(abort, 'box_slips_insert_only'); end;
create trigger box_slips_insert_only__box_slips_update before update on box_slips for each row when (1 = 1)
  begin select raise(abort, 'box_slips_insert_only'); end;

create table box_trials (
  box_key_id integer,
  tried_by text not null,
  tried_on date not null,
  foreign key(box_key_id) references box_keys(id),
  primary key (box_key_id),
  check (tried_on is null or (date(tried_on) is not null and date(tried_on) = tried_on))
);
create trigger box_trials_insert_only__box_trials_delete before delete on box_trials for each row when (1 = 1)
  begin select raise(abort, 'box_trials_insert_only'); end;
create trigger box_trials_insert_only__box_trials_update before update on box_trials for each row when (1 = 1)
  begin select raise(abort, 'box_trials_insert_only'); end;

create table candidacies (
  id integer not null primary key autoincrement,
  election_id integer not null,
  person_id integer,
  name text not null,
  contact text,
  consented_on date not null,
  eligible_as text not null,
  eligibility_checked_by text not null,
  eligibility_checked_on date not null,
  ballot_position integer,
  withdrawn_on date,
  symbol text,
  statement text,
  erased_on date
    check (erased_on is null or (date(erased_on) is not null and date(erased_on) = erased_on)),
  withdrawn_because text
    check (withdrawn_because in ('withdrew', 'died', 'not_eligible')),
  foreign key(election_id) references elections(id),
  foreign key(person_id) references people(id),
  check (consented_on is null or (date(consented_on) is not null and date(consented_on) = consented_on)),
  check (eligible_as in ('resident', 'active')),
  check (eligibility_checked_on is null or (date(eligibility_checked_on) is not null and date(eligibility_checked_on) = eligibility_checked_on)),
  check (ballot_position >= 0 and cast(ballot_position as integer) = ballot_position),
  check (withdrawn_on is null or (date(withdrawn_on) is not null and date(withdrawn_on) = withdrawn_on))
);
create unique index candidacies_election_id_ballot_position_unique on candidacies (election_id, ballot_position);
create index candidacies_election_id_index on candidacies (election_id);
create unique index candidacies_symbol on candidacies (election_id, symbol)
  where withdrawn_on is null;

create table candidate_photos (
  candidacy_id integer,
  jpeg blob not null,
  sha256 text not null,
  added_on date not null,
  foreign key(candidacy_id) references candidacies(id),
  primary key (candidacy_id),
  check (added_on is null or (date(added_on) is not null and date(added_on) = added_on))
);

create view castings as
  select token_hash, release_hash, envelopes.id, envelopes.election_id, sealed, code
  from booths, envelopes where 1 = 0;
create trigger castings__insert instead of insert on castings for each row
  begin
  update booths set state = 'idle', release_hash = null, ballots_cast = ballots_cast + 1,
  last_hash = new.release_hash, last_outcome = 'cast'
  where token_hash = new.token_hash and release_hash = new.release_hash and election_id = new.election_id
  and state = 'showing' and unpaired_on is null;
  select raise(abort, 'castings_release') where changes() <> 1;
  insert into envelopes (id, election_id, sealed, code)
  values (new.id, new.election_id, new.sealed, new.code);
  end;

create table certifications (
  id integer not null primary key autoincrement,
  election_id integer not null,
  round integer not null,
  account_id integer not null,
  certifier text not null,
  result_hash text not null,
  certified_on date not null,
  foreign key(election_id) references elections(id),
  check (certified_on is null or (date(certified_on) is not null and date(certified_on) = certified_on))
);
create unique index certifications_election_id_round_account_id_unique on certifications (election_id, round, account_id);
create trigger certifications_insert_only__certifications_delete before delete on certifications for each row when (1 = 1)
  begin select raise(abort, 'certifications_insert_only'); end;
create trigger certifications_insert_only__certifications_update before update on certifications for each row when (1 = 1)
  begin select raise(abort, 'certifications_insert_only'); end;

create table chair_items (
  officeholding_id integer not null,
  meeting_id integer not null,
  recorded_by text not null,
  recorded_on date not null,
  foreign key(officeholding_id) references officeholdings(id),
  foreign key(meeting_id) references meetings(id),
  primary key (officeholding_id),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on))
);
create index chair_items_meeting_id_index on chair_items (meeting_id);
create trigger chair_items_insert_only__chair_items_delete before delete on chair_items for each row when (1 = 1)
  begin select raise(abort, 'chair_items_insert_only'); end;
create trigger chair_items_insert_only__chair_items_update before update on chair_items for each row when (1 = 1)
  begin select raise(abort, 'chair_items_insert_only'); end;

create table complaint_decisions (
  complaint_id integer,
  outcome text not null,
  decided_by text not null,
  decided_on date not null,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  foreign key(complaint_id) references complaints(id),
  primary key (complaint_id),
  check (outcome in ('dismissed', 'recount', 'annulled')),
  check (decided_on is null or (date(decided_on) is not null and date(decided_on) = decided_on)),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on))
);
create trigger complaint_decisions_insert_only__complaint_decisions_delete before delete on complaint_decisions for each row when (1 = 1)
  begin select raise(abort, 'complaint_decisions_insert_only'); end;
create trigger complaint_decisions_insert_only__complaint_decisions_update before update on complaint_decisions for each row when (1 = 1)
  begin select raise(abort, 'complaint_decisions_insert_only'); end;

create table complaints (
  id integer not null primary key autoincrement,
  election_id integer not null,
  received_on date not null,
  received_by text not null,
  complainant text not null,
  text text not null,
  late integer not null,
  recorded_by text not null,
  recorded_on date not null,
  foreign key(election_id) references elections(id),
  check (received_on is null or (date(received_on) is not null and date(received_on) = received_on)),
  check (late >= 0 and cast(late as integer) = late),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on))
);
create index complaints_election_id_index on complaints (election_id);
create trigger complaints_insert_only__complaints_delete before delete on complaints for each row when (1 = 1)
  begin select raise(abort, 'complaints_insert_only'); end;
create trigger complaints_insert_only__complaints_update before update on complaints for each row when (1 = 1)
  begin select raise(abort, 'complaints_insert_only'); end;

create table count_lines (
  count_id integer not null,
  candidacy_id integer not null,
  votes integer not null,
  foreign key(count_id) references counts(id),
  foreign key(candidacy_id) references candidacies(id),
  primary key (count_id, candidacy_id),
  check (votes >= 0 and cast(votes as integer) = votes)
);
create trigger count_lines_insert_only__count_lines_delete before delete on count_lines for each row when (1 = 1)
  begin select raise(abort, 'count_lines_insert_only'); end;
create trigger count_lines_insert_only__count_lines_update before update on count_lines for each row when (1 = 1)
  begin select raise(abort, 'count_lines_insert_only'); end;

create table counts (
  id integer not null primary key autoincrement,
  election_id integer not null,
  round integer not null,
  account_id integer not null,
  counter text not null,
  list_version integer not null,
  ballots_in_box integer not null,
  blank integer not null,
  invalid integer not null,
  difference_reason text,
  made_on date not null,
  foreign key(election_id) references elections(id),
  check (ballots_in_box >= 0 and cast(ballots_in_box as integer) = ballots_in_box),
  check (blank >= 0 and cast(blank as integer) = blank),
  check (invalid >= 0 and cast(invalid as integer) = invalid),
  check (made_on is null or (date(made_on) is not null and date(made_on) = made_on)),
  constraint counts_round check (round > 0),
  constraint counts_within_the_box check (blank + invalid <= ballots_in_box)
);
create unique index counts_election_id_round_account_id_unique on counts (election_id, round, account_id);
create trigger counts_insert_only__counts_delete before delete on counts for each row when (1 = 1)
  begin select raise(abort, 'counts_insert_only'); end;
create trigger counts_insert_only__counts_update before update on counts for each row when (1 = 1)
  begin select raise(abort, 'counts_insert_only'); end;

create table destroyed_packages (
  package_id integer,
  election_id integer not null,
  foreign key(package_id) references packages(id),
  foreign key(election_id) references ballot_destructions(election_id),
  primary key (package_id)
);
create index destroyed_packages_election_id_index on destroyed_packages (election_id);
create trigger destroyed_packages_insert_only__destroyed_packages_delete before delete on destroyed_packages for each row when (1 = 1)
  begin select raise(abort, 'destroyed_packages_insert_only'); end;
create trigger destroyed_packages_insert_only__destroyed_packages_update before update on destroyed_packages for each row when (1 = 1)
  begin select raise(abort, 'destroyed_packages_insert_only'); end;

create table difference_checks (
  id integer not null primary key autoincrement,
  election_id integer not null,
  round integer not null,
  answers text not null,
  note text,
  checked_by text not null,
  checked_on date not null,
  foreign key(election_id) references elections(id),
  check (round >= 0 and cast(round as integer) = round),
  check (checked_on is null or (date(checked_on) is not null and date(checked_on) = checked_on))
);
create unique index difference_checks_election_id_round_unique on difference_checks (election_id, round);
create trigger difference_checks_insert_only__difference_checks_delete before delete on difference_checks for each row when (1 = 1)
  begin select raise(abort, 'difference_checks_insert_only'); end;
create trigger difference_checks_insert_only__difference_checks_update before update on difference_checks for each row when (1 = 1)
  begin select raise(abort, 'difference_checks_insert_only'); end;

create table draws (
  id integer not null primary key autoincrement,
  election_id integer not null,
  about text not null,
  round integer not null,
  seed text not null,
  commitment text not null,
  prepared_by text not null,
  prepared_on date not null,
  foreign key(election_id) references elections(id),
  check (about in ('tie', 'ballot_order')),
  check (round >= 0 and cast(round as integer) = round),
  check (prepared_on is null or (date(prepared_on) is not null and date(prepared_on) = prepared_on))
);
create unique index draws_commitment_unique on draws (commitment);
create unique index draws_election_id_about_round_unique on draws (election_id, about, round);
create index draws_election_id_index on draws (election_id);
create trigger draws_insert_only__draws_delete before delete on draws for each row when (1 = 1)
  begin select raise(abort, 'draws_insert_only'); end;
create trigger draws_insert_only__draws_update before update on draws for each row when (1 = 1)
  begin select raise(abort, 'draws_insert_only'); end;

create table election_board (
  election_id integer not null,
  account_id integer not null,
  foreign key(election_id) references elections(id),
  foreign key(account_id) references accounts(id),
  primary key (election_id, account_id)
);

create table election_call_offs (
  election_id integer,
  decided_by text not null,
  decided_on date not null,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  foreign key(election_id) references elections(id),
  primary key (election_id),
  check (decided_on is null or (date(decided_on) is not null and date(decided_on) = decided_on)),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on))
);
create trigger election_call_offs_insert_only__election_call_offs_delete before delete on election_call_offs for each row when (1 = 1)
  begin select raise(abort, 'election_call_offs_insert_only'); end;
create trigger election_call_offs_insert_only__election_call_offs_update before update on election_call_offs for each row when (1 = 1)
  begin select raise(abort, 'election_call_offs_insert_only'); end;

create table election_incidents (
  id integer not null primary key autoincrement,
  election_id integer not null,
  number integer not null,
  candidacy_id integer not null,
  because text not null,
  misled integer not null,
  reason text not null,
  learnt_on date not null,
  effect text not null,
  recorded_by text not null,
  recorded_on date not null,
  account_id integer references accounts (id),
  foreign key(election_id) references elections(id),
  foreign key(candidacy_id) references candidacies(id),
  check (number >= 0 and cast(number as integer) = number),
  check (because in ('died', 'not_eligible', 'misspelt', 'other')),
  check (misled >= 0 and cast(misled as integer) = misled),
  check (learnt_on is null or (date(learnt_on) is not null and date(learnt_on) = learnt_on)),
  check (effect in ('none', 'seat_open', 'seat_next', 'stops')),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on)),
  constraint election_incidents_misled check (misled in (0, 1)),
  constraint election_incidents_effect check ((because in ('died', 'not_eligible')) = (effect in ('seat_open', 'seat_next')) or effect = 'stops')
);
create unique index election_incidents_election_id_number_unique on election_incidents (election_id, number);
create trigger election_incidents_insert_only__election_incidents_delete before delete on election_incidents for each row when (1 = 1)
  begin select raise(abort, 'election_incidents_insert_only'); end;
create trigger election_incidents_insert_only__election_incidents_update before update on election_incidents for each row when (1 = 1)
  begin select raise(abort, 'election_incidents_insert_only'); end;

create table election_moves (
  id integer not null primary key autoincrement,
  election_id integer not null,
  was date not null,
  polling_on date not null,
  reason text not null,
  list_version integer not null,
  moved_by text not null,
  moved_on date not null,
  foreign key(election_id) references elections(id),
  check (was is null or (date(was) is not null and date(was) = was)),
  check (polling_on is null or (date(polling_on) is not null and date(polling_on) = polling_on)),
  check (list_version >= 0 and cast(list_version as integer) = list_version),
  check (moved_on is null or (date(moved_on) is not null and date(moved_on) = moved_on)),
  constraint election_moves_another_day check (was <> polling_on)
);
create index election_moves_election_id_index on election_moves (election_id);
create trigger election_moves_insert_only__election_moves_delete before delete on election_moves for each row when (1 = 1)
  begin select raise(abort, 'election_moves_insert_only'); end;
create trigger election_moves_insert_only__election_moves_update before update on election_moves for each row when (1 = 1)
  begin select raise(abort, 'election_moves_insert_only'); end;

create table elections (
  id integer not null primary key autoincrement,
  area_id integer not null,
  term_id integer not null,
  kind text not null,
  status text not null,
  statutes_version_id integer not null,
  seats integer not null,
  place text not null,
  candidates_by date not null,
  polling_on date not null,
  opens_at text not null,
  closes_at text not null,
  complaints_until date not null,
  list_version integer not null default '0',
  roll_kind text not null default 'counted',
  uncontested_body text,
  uncontested_on date,
  means text not null default 'paper'
    check (means in ('paper', 'booth', 'both')),
  foreign key(area_id) references areas(id),
  foreign key(term_id) references terms(id),
  foreign key(statutes_version_id) references statutes_versions(id),
  check (kind in ('ordinary', 'by_election', 'rerun')),
  check (status in ('planned', 'nominating', 'listed', 'polling', 'stopped', 'closed', 'counted', 'lot_required', 'uncontested', 'unfilled', 'certified', 'final', 'annulled', 'rerun', 'called_off')),
  check (candidates_by is null or (date(candidates_by) is not null and date(candidates_by) = candidates_by)),
  check (polling_on is null or (date(polling_on) is not null and date(polling_on) = polling_on)),
  check (complaints_until is null or (date(complaints_until) is not null and date(complaints_until) = complaints_until)),
  check (roll_kind in ('named', 'alias', 'counted')),
  check (uncontested_on is null or (date(uncontested_on) is not null and date(uncontested_on) = uncontested_on)),
  constraint elections_seats check (seats > 0),
  constraint elections_candidates_before_polling check (candidates_by <= polling_on),
  constraint elections_uncontested_is_decided check (status <> 'uncontested' or (uncontested_body is not null and uncontested_on is not null))
);
create index elections_area_id_index on elections (area_id);

create table entered_papers (
  id text not null primary key,
  election_id integer not null references paper_entries (election_id),
  sealed blob not null,
  code text not null unique
);
create index entered_papers_election on entered_papers (election_id);
create trigger entered_papers_guarded__entered_papers_delete before delete on entered_papers for each row when (not (exists (select 1 from paper_entry_turns where election_id = old.election_id and number > 0) or exists (select 1 from box_openings where election_id = old.election_id) or (exists (select 1 from ballot_destructions where election_id = old.election_id)
  and (select status from elections where id = old.election_id) in ('final', 'annulled', 'rerun'))))
  begin select raise(abort, 'entered_papers_guarded'); end;
create trigger entered_papers_guarded__entered_papers_insert before insert on entered_papers for each row when (not (exists (select 1 from paper_entry_turns where election_id = new.election_id and number > 0) and (select status from elections where id = new.election_id) = 'closed'))
  begin select raise(abort, 'entered_papers_guarded'); end;
create trigger entered_papers_guarded__entered_papers_update before update on entered_papers for each row when (1 = 1)
  begin select raise(abort, 'entered_papers_guarded'); end;

create table envelopes (
  id text not null primary key,
  election_id integer not null references elections (id),
  sealed blob not null,
  code text not null unique
);
create index envelopes_election on envelopes (election_id);
create trigger envelopes_guarded__envelopes_delete before delete on envelopes for each row when (not exists (select 1 from box_openings where election_id = old.election_id) and not exists (select 1 from box_mixings where id = old.id and code = old.code and sealed = old.sealed) and not (exists (select 1 from ballot_destructions where election_id = old.election_id)
  and (select status from elections where id = old.election_id) in ('final', 'annulled', 'rerun')))
  begin select raise(abort, 'envelopes_guarded'); end;
create trigger envelopes_guarded__envelopes_insert before insert on envelopes for each row when ((select status from elections where id = new.election_id) <> 'polling')
  begin select raise(abort, 'envelopes_guarded'); end;
create trigger envelopes_guarded__envelopes_update before update on envelopes for each row when (1 = 1)
  begin select raise(abort, 'envelopes_guarded'); end;

create table erasures (
  id integer not null primary key autoincrement,
  person_id integer not null,
  scope text not null,
  ground text not null,
  asked_on date,
  reason text,
  recorded_by text not null,
  recorded_on date not null,
  foreign key(person_id) references people(id),
  check (scope in ('contact', 'all')),
  check (ground in ('request', 'rule')),
  check (asked_on is null or (date(asked_on) is not null and date(asked_on) = asked_on)),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on)),
  constraint erasures_asked check ((ground = 'request') = (asked_on is not null and reason is not null))
);
create index erasures_person_id_index on erasures (person_id);
create trigger erasures_insert_only__erasures_delete before delete on erasures for each row when (1 = 1)
  begin select raise(abort, 'erasures_insert_only'); end;
create trigger erasures_insert_only__erasures_update before update on erasures for each row when (1 = 1)
  begin select raise(abort, 'erasures_insert_only'); end;

create table finding_signatures (
  id integer not null primary key autoincrement,
  election_id integer not null,
  investigation_id integer not null,
  account_id integer not null,
  signer text not null,
  signed_on date not null,
  foreign key(election_id) references elections(id),
  foreign key(investigation_id) references investigations(id),
  foreign key(account_id) references accounts(id),
  check (signed_on is null or (date(signed_on) is not null and date(signed_on) = signed_on))
);
create unique index finding_signatures_investigation_id_account_id_unique on finding_signatures (investigation_id, account_id);
create trigger finding_signatures_insert_only__finding_signatures_delete before delete on finding_signatures for each row when (1 = 1)
  begin select raise(abort, 'finding_signatures_insert_only'); end;
create trigger finding_signatures_insert_only__finding_signatures_update before update on finding_signatures for each row when (1 = 1)
  begin select raise(abort, 'finding_signatures_insert_only'); end;

create table findings (
  investigation_id integer,
  findings text not null,
  figures text not null,
  written_by text not null,
  written_on date not null,
  foreign key(investigation_id) references investigations(id),
  primary key (investigation_id),
  check (figures in ('kept', 'new')),
  check (written_on is null or (date(written_on) is not null and date(written_on) = written_on))
);
create trigger findings_insert_only__findings_delete before delete on findings for each row when (1 = 1)
  begin select raise(abort, 'findings_insert_only'); end;
create trigger findings_insert_only__findings_update before update on findings for each row when (1 = 1)
  begin select raise(abort, 'findings_insert_only'); end;

create table formal_appointments (
  membership_id integer not null,
  appointing_body text not null,
  decided_on date not null,
  case_number text,
  recorded_by text not null,
  recorded_on date not null,
  foreign key(membership_id) references memberships(id),
  primary key (membership_id),
  check (decided_on is null or (date(decided_on) is not null and date(decided_on) = decided_on)),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on)),
  constraint formal_appointments_body_named check (trim(appointing_body) <> ''),
  constraint formal_appointments_decided_first check (decided_on <= recorded_on)
);
create trigger formal_appointments_insert_only__formal_appointments_delete before delete on formal_appointments for each row when (1 = 1)
  begin select raise(abort, 'formal_appointments_insert_only'); end;
create trigger formal_appointments_insert_only__formal_appointments_update before update on formal_appointments for each row when (1 = 1)
  begin select raise(abort, 'formal_appointments_insert_only'); end;

create table ground_flag_closings (
  flag_id integer not null,
  closed_on date not null,
  note text not null,
  recorded_by text not null,
  foreign key(flag_id) references ground_flags(id),
  primary key (flag_id),
  check (closed_on is null or (date(closed_on) is not null and date(closed_on) = closed_on))
);
create trigger ground_flag_closings_insert_only__ground_flag_closings_delete before delete on ground_flag_closings for each row when (not (exists (select 1 from ground_flags as flag join memberships as held on held.id = flag.membership_id
  join erasures on erasures.person_id = held.person_id where flag.id = old.flag_id)))
  begin select raise(abort, 'ground_flag_closings_insert_only'); end;
create trigger ground_flag_closings_insert_only__ground_flag_closings_update before update on ground_flag_closings for each row when (1 = 1)
  begin select raise(abort, 'ground_flag_closings_insert_only'); end;

create table ground_flags (
  id integer not null primary key autoincrement,
  membership_id integer not null,
  lost text not null,
  learned_on date not null,
  note text,
  recorded_by text not null,
  foreign key(membership_id) references memberships(id),
  check (lost in ('residence', 'activity')),
  check (learned_on is null or (date(learned_on) is not null and date(learned_on) = learned_on))
);
create index ground_flags_membership_id_index on ground_flags (membership_id);
create trigger ground_flags_insert_only__ground_flags_delete before delete on ground_flags for each row when (not (exists (select 1 from memberships as held join erasures on erasures.person_id = held.person_id
  where held.id = old.membership_id)))
  begin select raise(abort, 'ground_flags_insert_only'); end;
create trigger ground_flags_insert_only__ground_flags_update before update on ground_flags for each row when (1 = 1)
  begin select raise(abort, 'ground_flags_insert_only'); end;

create table help_given (
  election_id integer not null,
  kind text not null,
  officials integer not null,
  times integer not null,
  foreign key(election_id) references elections(id),
  primary key (election_id, kind, officials),
  check (kind in ('officials', 'own_helper', 'helper_alone', 'outside_room')),
  check (officials >= 0 and cast(officials as integer) = officials),
  check (times >= 0 and cast(times as integer) = times)
);

create table housekeeping_runs (
  id integer not null primary key autoincrement,
  day date not null,
  daily integer not null,
  state text not null,
  started_by text not null,
  started_at text not null,
  erased text not null,
  check (day is null or (date(day) is not null and date(day) = day)),
  check (state in ('running', 'done', 'failed', 'lost')),
  constraint housekeeping_runs_daily check (daily in (0, 1))
);
create unique index housekeeping_one_daily on housekeeping_runs (day)
  where daily = 1 and state in ('running', 'done');
create unique index housekeeping_one_running on housekeeping_runs (state) where state = 'running';

create table import_jobs (
  import_id integer,
  state text not null,
  done integer not null,
  total integer not null,
  started_at text not null,
  failure text,
  foreign key(import_id) references imports(id),
  primary key (import_id),
  check (state in ('running', 'failed', 'done')),
  check (done >= 0 and cast(done as integer) = done),
  check (total >= 0 and cast(total as integer) = total)
);

create table imported_memberships (
  membership_id integer,
  import_id integer not null,
  line integer not null,
  ends_on date not null,
  organisation text,
  bodies text not null,
  foreign key(membership_id) references memberships(id),
  foreign key(import_id) references imports(id),
  primary key (membership_id),
  check (line >= 0 and cast(line as integer) = line),
  check (ends_on is null or (date(ends_on) is not null and date(ends_on) = ends_on))
);
create index imported_memberships_import_id_index on imported_memberships (import_id);

create table imported_people (
  person_id integer,
  import_id integer not null,
  foreign key(person_id) references people(id),
  foreign key(import_id) references imports(id),
  primary key (person_id)
);
create index imported_people_import_id_index on imported_people (import_id);

create table imported_seats (
  import_id integer not null,
  seat_id integer not null,
  starts_on_before date not null,
  foreign key(import_id) references imports(id),
  foreign key(seat_id) references seats(id),
  primary key (import_id, seat_id),
  check (starts_on_before is null or (date(starts_on_before) is not null and date(starts_on_before) = starts_on_before))
);

create table imported_terms (
  term_id integer,
  import_id integer not null,
  foreign key(term_id) references terms(id),
  foreign key(import_id) references imports(id),
  primary key (term_id)
);
create index imported_terms_import_id_index on imported_terms (import_id);

create table imports (
  id integer not null primary key autoincrement,
  file_name text not null,
  sha256 text not null,
  content text not null,
  answers text not null,
  state text not null,
  made_by text not null,
  made_on date not null,
  counts text,
  stored_by text,
  stored_on date,
  undone_by text,
  undone_on date,
  check (state in ('draft', 'stored', 'undone')),
  check (made_on is null or (date(made_on) is not null and date(made_on) = made_on)),
  check (stored_on is null or (date(stored_on) is not null and date(stored_on) = stored_on)),
  check (undone_on is null or (date(undone_on) is not null and date(undone_on) = undone_on)),
  constraint imports_stored_on check ((state = 'draft') = (stored_on is null)),
  constraint imports_undone_on check ((state = 'undone') = (undone_on is not null))
);

create table incident_answers (
  incident_id integer,
  election_id integer not null,
  answer text not null,
  reason text,
  account_id integer not null,
  answered_by text not null,
  answered_on date not null,
  foreign key(incident_id) references election_incidents(id),
  foreign key(election_id) references elections(id),
  foreign key(account_id) references accounts(id),
  primary key (incident_id),
  check (answer in ('signed', 'refused', 'withdrawn')),
  check (answered_on is null or (date(answered_on) is not null and date(answered_on) = answered_on)),
  constraint incident_answers_reason check (answer <> 'refused' or reason is not null)
);
create trigger incident_answers_insert_only__incident_answers_delete before delete on incident_answers for each row when (1 = 1)
  begin select raise(abort, 'incident_answers_insert_only'); end;
create trigger incident_answers_insert_only__incident_answers_update before update on incident_answers for each row when (1 = 1)
  begin select raise(abort, 'incident_answers_insert_only'); end;

create table invalid_ballots (
  count_id integer not null,
  number integer not null,
  reason text not null,
  note text,
  foreign key(count_id) references counts(id),
  primary key (count_id, number),
  check (number >= 0 and cast(number as integer) = number),
  check (reason in ('no_cross', 'unclear_candidate', 'too_many_marks', 'recognisable', 'not_official_ballot', 'other', 'too_few_marks'))
);
create trigger invalid_ballots_insert_only__invalid_ballots_delete before delete on invalid_ballots for each row when (1 = 1)
  begin select raise(abort, 'invalid_ballots_insert_only'); end;
create trigger invalid_ballots_insert_only__invalid_ballots_update before update on invalid_ballots for each row when (1 = 1)
  begin select raise(abort, 'invalid_ballots_insert_only'); end;

create table investigation_ends (
  investigation_id integer,
  after_round integer,
  was text not null,
  closed_on date not null,
  foreign key(investigation_id) references investigations(id),
  primary key (investigation_id),
  check (closed_on is null or (date(closed_on) is not null and date(closed_on) = closed_on))
);
create trigger investigation_ends_insert_only__investigation_ends_delete before delete on investigation_ends for each row when (1 = 1)
  begin select raise(abort, 'investigation_ends_insert_only'); end;
create trigger investigation_ends_insert_only__investigation_ends_update before update on investigation_ends for each row when (1 = 1)
  begin select raise(abort, 'investigation_ends_insert_only'); end;

create table investigations (
  id integer not null primary key autoincrement,
  election_id integer not null,
  number integer not null,
  reason text not null,
  begun_by text not null,
  begun_on date not null,
  foreign key(election_id) references elections(id),
  check (number >= 0 and cast(number as integer) = number),
  check (begun_on is null or (date(begun_on) is not null and date(begun_on) = begun_on))
);
create unique index investigations_election_id_number_unique on investigations (election_id, number);
create trigger investigations_insert_only__investigations_delete before delete on investigations for each row when (1 = 1)
  begin select raise(abort, 'investigations_insert_only'); end;
create trigger investigations_insert_only__investigations_update before update on investigations for each row when (1 = 1)
  begin select raise(abort, 'investigations_insert_only'); end;

create table kept_counts (
  id integer not null primary key autoincrement,
  election_id integer not null,
  round integer not null,
  count_id integer not null,
  reason text not null,
  decided_by text not null,
  decided_on date not null,
  foreign key(election_id) references elections(id),
  foreign key(count_id) references counts(id),
  check (round >= 0 and cast(round as integer) = round),
  check (decided_on is null or (date(decided_on) is not null and date(decided_on) = decided_on))
);
create unique index kept_counts_election_id_round_unique on kept_counts (election_id, round);
create trigger kept_counts_insert_only__kept_counts_delete before delete on kept_counts for each row when (1 = 1)
  begin select raise(abort, 'kept_counts_insert_only'); end;
create trigger kept_counts_insert_only__kept_counts_update before update on kept_counts for each row when (1 = 1)
  begin select raise(abort, 'kept_counts_insert_only'); end;

create table letters (
  id integer not null primary key autoincrement,
  nomination_id integer not null,
  kind text not null,
  body_id integer,
  sent_by_way_of text not null,
  sent_on date not null,
  recorded_by text not null,
  foreign key(nomination_id) references nominations(id),
  foreign key(body_id) references bodies(id),
  check (kind in ('request', 'reminder', 'appointment')),
  check (sent_by_way_of in ('paper', 'email')),
  check (sent_on is null or (date(sent_on) is not null and date(sent_on) = sent_on)),
  constraint letters_addressed check ((kind = 'appointment') = (body_id is null))
);
create index letters_nomination_id_index on letters (nomination_id);
create trigger letters_insert_only__letters_delete before delete on letters for each row when (1 = 1)
  begin select raise(abort, 'letters_insert_only'); end;
create trigger letters_insert_only__letters_update before update on letters for each row when (1 = 1)
  begin select raise(abort, 'letters_insert_only'); end;

create table list_reopenings (
  id integer not null primary key autoincrement,
  election_id integer not null,
  list_version integer not null,
  because text not null,
  reason text not null,
  reopened_by text not null,
  reopened_on date not null,
  foreign key(election_id) references elections(id),
  check (list_version >= 0 and cast(list_version as integer) = list_version),
  check (because in ('died', 'not_eligible', 'misspelt', 'other')),
  check (reopened_on is null or (date(reopened_on) is not null and date(reopened_on) = reopened_on))
);
create unique index list_reopenings_election_id_list_version_unique on list_reopenings (election_id, list_version);
create trigger list_reopenings_insert_only__list_reopenings_delete before delete on list_reopenings for each row when (1 = 1)
  begin select raise(abort, 'list_reopenings_insert_only'); end;
create trigger list_reopenings_insert_only__list_reopenings_update before update on list_reopenings for each row when (1 = 1)
  begin select raise(abort, 'list_reopenings_insert_only'); end;

create table lot_calls (
  id integer not null primary key autoincrement,
  election_id integer not null,
  lot_id integer not null,
  account_id integer not null,
  member text not null,
  called_on date not null,
  foreign key(election_id) references elections(id),
  foreign key(lot_id) references lots(id),
  foreign key(account_id) references accounts(id),
  check (called_on is null or (date(called_on) is not null and date(called_on) = called_on))
);
create unique index lot_calls_lot_id_account_id_unique on lot_calls (lot_id, account_id);
create trigger lot_calls_insert_only__lot_calls_delete before delete on lot_calls for each row when (1 = 1)
  begin select raise(abort, 'lot_calls_insert_only'); end;
create trigger lot_calls_insert_only__lot_calls_update before update on lot_calls for each row when (1 = 1)
  begin select raise(abort, 'lot_calls_insert_only'); end;

create table lot_confirmations (
  lot_call_id integer,
  confirmed_on date not null,
  foreign key(lot_call_id) references lot_calls(id),
  primary key (lot_call_id),
  check (confirmed_on is null or (date(confirmed_on) is not null and date(confirmed_on) = confirmed_on))
);
create trigger lot_confirmations_insert_only__lot_confirmations_delete before delete on lot_confirmations for each row when (1 = 1)
  begin select raise(abort, 'lot_confirmations_insert_only'); end;
create trigger lot_confirmations_insert_only__lot_confirmations_update before update on lot_confirmations for each row when (1 = 1)
  begin select raise(abort, 'lot_confirmations_insert_only'); end;

create table lot_draws (
  lot_id integer,
  draw_id integer not null,
  words text not null,
  seed text,
  foreign key(lot_id) references lots(id),
  foreign key(draw_id) references draws(id),
  primary key (lot_id)
);
create unique index lot_draws_draw_id_unique on lot_draws (draw_id);
create trigger lot_draws_insert_only__lot_draws_delete before delete on lot_draws for each row when (1 = 1)
  begin select raise(abort, 'lot_draws_insert_only'); end;
create trigger lot_draws_insert_only__lot_draws_update before update on lot_draws for each row when (1 = 1)
  begin select raise(abort, 'lot_draws_insert_only'); end;

create table lots (
  id integer not null primary key autoincrement,
  election_id integer not null,
  about text not null,
  round integer not null,
  among text not null,
  chosen text not null,
  method text not null,
  witnesses text not null,
  drawn_by text not null,
  drawn_on date not null,
  foreign key(election_id) references elections(id),
  check (about in ('tie', 'ballot_order')),
  check (method in ('slips', 'straws', 'coin', 'other')),
  check (drawn_on is null or (date(drawn_on) is not null and date(drawn_on) = drawn_on))
);
create index lots_election_id_index on lots (election_id);
create trigger lots_insert_only__lots_delete before delete on lots for each row when (1 = 1)
  begin select raise(abort, 'lots_insert_only'); end;
create trigger lots_insert_only__lots_update before update on lots for each row when (1 = 1)
  begin select raise(abort, 'lots_insert_only'); end;

create table meetings (
  id integer not null primary key autoincrement,
  held_on date not null,
  starts_at text not null,
  place text not null,
  title text not null,
  statutes_version_id integer not null,
  planned_on date,
  extraordinary integer not null default 0
    check (extraordinary in (0, 1)),
  asked_by text
    check (asked_by is null or extraordinary = 1),
  asked_on date
    check (asked_on is null or (extraordinary = 1 and date(asked_on) is not null and date(asked_on) = asked_on)),
  foreign key(statutes_version_id) references statutes_versions(id),
  check (held_on is null or (date(held_on) is not null and date(held_on) = held_on)),
  check (planned_on is null or (date(planned_on) is not null and date(planned_on) = planned_on))
);
create index meetings_held_on_index on meetings (held_on);

create table memberships (
  id integer not null primary key autoincrement,
  seat_id integer not null,
  person_id integer not null,
  term_id integer not null,
  starts_on date not null,
  due_on date not null,
  ends_on date not null,
  end_reason text,
  end_note text,
  origin text not null,
  candidacy_id integer,
  appointment_id integer,
  voided_on date,
  end_private integer not null default 0
    check (end_private in (0, 1)),
  foreign key(seat_id) references seats(id),
  foreign key(person_id) references people(id),
  foreign key(term_id) references terms(id),
  foreign key(candidacy_id) references candidacies(id),
  foreign key(appointment_id) references appointments(id),
  check (starts_on is null or (date(starts_on) is not null and date(starts_on) = starts_on)),
  check (due_on is null or (date(due_on) is not null and date(due_on) = due_on)),
  check (ends_on is null or (date(ends_on) is not null and date(ends_on) = ends_on)),
  check (end_reason in ('resigned', 'died', 'moved', 'lost_eligibility', 'organisation_withdrew', 'election_annulled', 'other')),
  check (origin in ('election', 'appointment', 'registration')),
  check (voided_on is null or (date(voided_on) is not null and date(voided_on) = voided_on)),
  constraint memberships_days_in_order check (starts_on <= ends_on and ends_on <= due_on),
  constraint memberships_early_end_has_reason check ((end_reason is null) = (ends_on = due_on)),
  constraint memberships_elected_by_candidacy check ((origin = 'election') = (candidacy_id is not null)),
  constraint memberships_appointed_by_appointment check ((origin = 'appointment') = (appointment_id is not null))
);
create unique index memberships_appointment_id_unique on memberships (appointment_id);
create unique index memberships_candidacy_id_unique on memberships (candidacy_id)
  where voided_on is null and (end_reason is null or end_reason <> 'election_annulled');
create index memberships_person_id_starts_on_index on memberships (person_id, starts_on);
create index memberships_seat_newest on memberships (seat_id, starts_on) where voided_on is null;
create trigger memberships_kept__memberships_delete before delete on memberships for each row when (1 = 1)
  begin select raise(abort, 'memberships_kept'); end;
create trigger memberships_kept__memberships_update before update on memberships for each row when (new.seat_id <> old.seat_id or new.person_id <> old.person_id
  or new.starts_on <> old.starts_on or new.due_on <> old.due_on or new.ends_on > old.ends_on or new.origin <> old.origin or (old.voided_on is not null and (new.end_note is not null or new.voided_on is null
  or new.voided_on <> old.voided_on or new.ends_on <> old.ends_on or new.term_id <> old.term_id
  or new.end_private <> old.end_private or coalesce(new.candidacy_id, 0) <> coalesce(old.candidacy_id, 0)
  or coalesce(new.appointment_id, 0) <> coalesce(old.appointment_id, 0)
  or coalesce(new.end_reason, '') not in (coalesce(old.end_reason, ''), 'other'))))
  begin select raise(abort, 'memberships_kept'); end;
create trigger memberships_person_no_overlap__memberships_insert before insert on memberships for each row when (new.voided_on is null and exists (select 1 from memberships as other where other.person_id = new.person_id
  and other.voided_on is null and other.starts_on <= new.ends_on and other.ends_on >= new.starts_on))
  begin select raise(abort, 'memberships_person_no_overlap'); end;
create trigger memberships_person_no_overlap__memberships_update before update on memberships for each row when (new.voided_on is null and exists (select 1 from memberships as other where other.person_id = new.person_id
  and other.voided_on is null and other.starts_on <= new.ends_on and other.ends_on >= new.starts_on and other.id <> new.id))
  begin select raise(abort, 'memberships_person_no_overlap'); end;
create trigger memberships_seat_no_overlap__memberships_insert before insert on memberships for each row when (new.voided_on is null and exists (select 1 from memberships as other where other.seat_id = new.seat_id
  and other.voided_on is null and other.starts_on <= new.ends_on and other.ends_on >= new.starts_on))
  begin select raise(abort, 'memberships_seat_no_overlap'); end;
create trigger memberships_seat_no_overlap__memberships_update before update on memberships for each row when (new.voided_on is null and exists (select 1 from memberships as other where other.seat_id = new.seat_id
  and other.voided_on is null and other.starts_on <= new.ends_on and other.ends_on >= new.starts_on and other.id <> new.id))
  begin select raise(abort, 'memberships_seat_no_overlap'); end;
create trigger officeholdings_within_membership__memberships_update before update on memberships for each row when (exists (select 1 from officeholdings as office where office.membership_id = new.id
  and office.voided_on is null and (office.ends_on > new.ends_on or new.voided_on is not null)))
  begin select raise(abort, 'officeholdings_within_membership'); end;

create table merger_bodies (
  proposal_id integer not null,
  body_id integer not null,
  foreign key(proposal_id) references merger_proposals(id),
  foreign key(body_id) references bodies(id),
  primary key (proposal_id, body_id)
);
create trigger merger_bodies_insert_only__merger_bodies_delete before delete on merger_bodies for each row when (1 = 1)
  begin select raise(abort, 'merger_bodies_insert_only'); end;
create trigger merger_bodies_insert_only__merger_bodies_update before update on merger_bodies for each row when (1 = 1)
  begin select raise(abort, 'merger_bodies_insert_only'); end;

create table merger_decisions (
  proposal_id integer not null,
  outcome text not null,
  decided_by text not null,
  decided_on date not null,
  case_number text,
  note text,
  recorded_by text not null,
  foreign key(proposal_id) references merger_proposals(id),
  primary key (proposal_id),
  check (outcome in ('rejected', 'adopted')),
  check (decided_on is null or (date(decided_on) is not null and date(decided_on) = decided_on))
);
create trigger merger_decisions_insert_only__merger_decisions_delete before delete on merger_decisions for each row when (1 = 1)
  begin select raise(abort, 'merger_decisions_insert_only'); end;
create trigger merger_decisions_insert_only__merger_decisions_update before update on merger_decisions for each row when (1 = 1)
  begin select raise(abort, 'merger_decisions_insert_only'); end;

create table merger_proposals (
  id integer not null primary key autoincrement,
  proposed_by text not null,
  proposed_on date not null,
  text text not null,
  recorded_by text not null,
  check (proposed_on is null or (date(proposed_on) is not null and date(proposed_on) = proposed_on))
);
create trigger merger_proposals_insert_only__merger_proposals_delete before delete on merger_proposals for each row when (1 = 1)
  begin select raise(abort, 'merger_proposals_insert_only'); end;
create trigger merger_proposals_insert_only__merger_proposals_update before update on merger_proposals for each row when (1 = 1)
  begin select raise(abort, 'merger_proposals_insert_only'); end;

create view mixings as
  select election_id, id as first_id, id as last_id from box_mixings where 1 = 0;
create trigger mixings__insert instead of insert on mixings for each row
  begin
  insert into box_mixings select * from envelopes
  where election_id = new.election_id and id between new.first_id and new.last_id;
  delete from envelopes
  where election_id = new.election_id and id between new.first_id and new.last_id;
  insert into envelopes select * from box_mixings order by id;
  delete from box_mixings;
  end;

create table nomination_answers (
  id integer not null primary key autoincrement,
  nomination_id integer not null,
  body_id integer not null,
  person_id integer not null,
  answered_on date not null,
  given_by text not null,
  recorded_by text not null,
  foreign key(nomination_id) references nominations(id),
  foreign key(body_id) references bodies(id),
  foreign key(person_id) references people(id),
  check (answered_on is null or (date(answered_on) is not null and date(answered_on) = answered_on))
);
create index nomination_answers_nomination_id_index on nomination_answers (nomination_id);
create trigger nomination_answers_insert_only__nomination_answers_delete before delete on nomination_answers for each row when (1 = 1)
  begin select raise(abort, 'nomination_answers_insert_only'); end;
create trigger nomination_answers_insert_only__nomination_answers_update before update on nomination_answers for each row when (1 = 1)
  begin select raise(abort, 'nomination_answers_insert_only'); end;

create table nomination_bodies (
  nomination_id integer not null,
  body_id integer not null,
  successor_reason text,
  foreign key(nomination_id) references nominations(id),
  foreign key(body_id) references bodies(id),
  primary key (nomination_id, body_id)
);
create trigger nomination_bodies_insert_only__nomination_bodies_delete before delete on nomination_bodies for each row when (1 = 1)
  begin select raise(abort, 'nomination_bodies_insert_only'); end;
create trigger nomination_bodies_insert_only__nomination_bodies_update before update on nomination_bodies for each row when (1 = 1)
  begin select raise(abort, 'nomination_bodies_insert_only'); end;

create table nomination_closings (
  nomination_id integer not null,
  closed_on date not null,
  reason text not null,
  recorded_by text not null,
  foreign key(nomination_id) references nominations(id),
  primary key (nomination_id),
  check (closed_on is null or (date(closed_on) is not null and date(closed_on) = closed_on))
);
create trigger nomination_closings_insert_only__nomination_closings_delete before delete on nomination_closings for each row when (1 = 1)
  begin select raise(abort, 'nomination_closings_insert_only'); end;
create trigger nomination_closings_insert_only__nomination_closings_update before update on nomination_closings for each row when (1 = 1)
  begin select raise(abort, 'nomination_closings_insert_only'); end;

create table nomination_refusals (
  id integer not null primary key autoincrement,
  nomination_id integer not null,
  body_id integer not null,
  after_answer integer,
  answered_on date not null,
  given_by text not null,
  note text,
  recorded_by text not null,
  foreign key(nomination_id) references nominations(id),
  foreign key(body_id) references bodies(id),
  foreign key(after_answer) references nomination_answers(id),
  check (answered_on is null or (date(answered_on) is not null and date(answered_on) = answered_on))
);
create index nomination_refusals_nomination_id_index on nomination_refusals (nomination_id);
create trigger nomination_refusals_insert_only__nomination_refusals_delete before delete on nomination_refusals for each row when (1 = 1)
  begin select raise(abort, 'nomination_refusals_insert_only'); end;
create trigger nomination_refusals_insert_only__nomination_refusals_update before update on nomination_refusals for each row when (1 = 1)
  begin select raise(abort, 'nomination_refusals_insert_only'); end;

create table nominations (
  id integer not null primary key autoincrement,
  seat_id integer not null,
  term_id integer not null,
  body_id integer,
  status text not null,
  statutes_version_id integer not null,
  asked_on date not null,
  answer_by date not null,
  foreign key(seat_id) references seats(id),
  foreign key(term_id) references terms(id),
  foreign key(body_id) references bodies(id),
  foreign key(statutes_version_id) references statutes_versions(id),
  check (status in ('open', 'appointed', 'closed')),
  check (asked_on is null or (date(asked_on) is not null and date(asked_on) = asked_on)),
  check (answer_by is null or (date(answer_by) is not null and date(answer_by) = answer_by)),
  constraint nominations_deadline_after_request check (answer_by >= asked_on)
);
create unique index nominations_one_open on nominations (seat_id, term_id) where status = 'open';
create index nominations_seat_id_index on nominations (seat_id);

create table nominee_replies (
  id integer not null primary key autoincrement,
  nomination_id integer not null,
  person_id integer not null,
  reply text not null,
  replied_on date not null,
  recorded_by text not null,
  foreign key(nomination_id) references nominations(id),
  foreign key(person_id) references people(id),
  check (reply in ('yes', 'no')),
  check (replied_on is null or (date(replied_on) is not null and date(replied_on) = replied_on))
);
create index nominee_replies_nomination_id_index on nominee_replies (nomination_id);
create trigger nominee_replies_insert_only__nominee_replies_delete before delete on nominee_replies for each row when (1 = 1)
  begin select raise(abort, 'nominee_replies_insert_only'); end;
create trigger nominee_replies_insert_only__nominee_replies_update before update on nominee_replies for each row when (1 = 1)
  begin select raise(abort, 'nominee_replies_insert_only'); end;

create table objection_decisions (
  objection_id integer,
  decision text not null,
  decided_by text not null,
  decided_on date not null,
  recorded_by text not null,
  recorded_on date not null,
  foreign key(objection_id) references objections(id),
  primary key (objection_id),
  check (decided_on is null or (date(decided_on) is not null and date(decided_on) = decided_on)),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on))
);
create trigger objection_decisions_insert_only__objection_decisions_delete before delete on objection_decisions for each row when (1 = 1)
  begin select raise(abort, 'objection_decisions_insert_only'); end;
create trigger objection_decisions_insert_only__objection_decisions_update before update on objection_decisions for each row when (1 = 1)
  begin select raise(abort, 'objection_decisions_insert_only'); end;

create table objections (
  id integer not null primary key autoincrement,
  election_id integer not null,
  number integer not null,
  phase text not null,
  raised_on date not null,
  text text not null,
  objector text,
  recorded_by text not null,
  recorded_on date not null,
  foreign key(election_id) references elections(id),
  check (number >= 0 and cast(number as integer) = number),
  check (phase in ('polling', 'counting')),
  check (raised_on is null or (date(raised_on) is not null and date(raised_on) = raised_on)),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on))
);
create unique index objections_election_id_number_unique on objections (election_id, number);
create trigger objections_insert_only__objections_delete before delete on objections for each row when (1 = 1)
  begin select raise(abort, 'objections_insert_only'); end;
create trigger objections_insert_only__objections_update before update on objections for each row when (1 = 1)
  begin select raise(abort, 'objections_insert_only'); end;

create table officeholdings (
  id integer not null primary key autoincrement,
  office text not null,
  number integer not null default '1',
  membership_id integer not null,
  starts_on date not null,
  ends_on date not null,
  decided_on date not null,
  decided_by text not null,
  end_note text,
  voided_on date,
  foreign key(membership_id) references memberships(id),
  check (office <> '' and office = lower(office) and office not like '% %'),
  check (starts_on is null or (date(starts_on) is not null and date(starts_on) = starts_on)),
  check (ends_on is null or (date(ends_on) is not null and date(ends_on) = ends_on)),
  check (decided_on is null or (date(decided_on) is not null and date(decided_on) = decided_on)),
  check (voided_on is null or (date(voided_on) is not null and date(voided_on) = voided_on)),
  constraint officeholdings_days_in_order check (starts_on <= ends_on)
);
create index officeholdings_membership_id_index on officeholdings (membership_id);
create trigger officeholdings_kept__officeholdings_delete before delete on officeholdings for each row when (1 = 1)
  begin select raise(abort, 'officeholdings_kept'); end;
create trigger officeholdings_membership_no_overlap__officeholdings_insert before insert on officeholdings for each row when (new.voided_on is null and exists (select 1 from officeholdings as other where other.membership_id = new.membership_id
  and other.voided_on is null and other.starts_on <= new.ends_on and other.ends_on >= new.starts_on))
  begin select raise(abort, 'officeholdings_membership_no_overlap'); end;
create trigger officeholdings_membership_no_overlap__officeholdings_update before update on officeholdings for each row when (new.voided_on is null and exists (select 1 from officeholdings as other where other.membership_id = new.membership_id
  and other.voided_on is null and other.starts_on <= new.ends_on and other.ends_on >= new.starts_on and other.id <> new.id))
  begin select raise(abort, 'officeholdings_membership_no_overlap'); end;
create trigger officeholdings_no_overlap__officeholdings_insert before insert on officeholdings for each row when (new.voided_on is null and exists (select 1 from officeholdings as other where other.office = new.office and other.number = new.number
  and other.voided_on is null and other.starts_on <= new.ends_on and other.ends_on >= new.starts_on))
  begin select raise(abort, 'officeholdings_no_overlap'); end;
create trigger officeholdings_no_overlap__officeholdings_update before update on officeholdings for each row when (new.voided_on is null and exists (select 1 from officeholdings as other where other.office = new.office and other.number = new.number
  and other.voided_on is null and other.starts_on <= new.ends_on and other.ends_on >= new.starts_on and other.id <> new.id))
  begin select raise(abort, 'officeholdings_no_overlap'); end;
create trigger officeholdings_within_membership__officeholdings_insert before insert on officeholdings for each row when (new.voided_on is null and not exists (select 1 from memberships as held
  where held.id = new.membership_id and held.voided_on is null
  and held.starts_on <= new.starts_on and held.ends_on >= new.ends_on))
  begin select raise(abort, 'officeholdings_within_membership'); end;
create trigger officeholdings_within_membership__officeholdings_update before update on officeholdings for each row when (new.voided_on is null and not exists (select 1 from memberships as held
  where held.id = new.membership_id and held.voided_on is null
  and held.starts_on <= new.starts_on and held.ends_on >= new.ends_on))
  begin select raise(abort, 'officeholdings_within_membership'); end;

create table opened_packages (
  package_id integer,
  opening_id integer not null,
  foreign key(package_id) references packages(id),
  foreign key(opening_id) references package_openings(id),
  primary key (package_id)
);
create index opened_packages_opening_id_index on opened_packages (opening_id);
create trigger opened_packages_insert_only__opened_packages_delete before delete on opened_packages for each row when (1 = 1)
  begin select raise(abort, 'opened_packages_insert_only'); end;
create trigger opened_packages_insert_only__opened_packages_update before update on opened_packages for each row when (1 = 1)
  begin select raise(abort, 'opened_packages_insert_only'); end;

create table package_openings (
  id integer not null primary key autoincrement,
  election_id integer not null,
  first_opener text not null,
  second_opener text not null,
  opened_on date not null,
  opened_at text not null,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  foreign key(election_id) references elections(id),
  check (opened_on is null or (date(opened_on) is not null and date(opened_on) = opened_on)),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on)),
  constraint package_openings_two_people check (first_opener <> second_opener)
);
create index package_openings_election_id_index on package_openings (election_id);
create trigger package_openings_insert_only__package_openings_delete before delete on package_openings for each row when (1 = 1)
  begin select raise(abort, 'package_openings_insert_only'); end;
create trigger package_openings_insert_only__package_openings_update before update on package_openings for each row when (1 = 1)
  begin select raise(abort, 'package_openings_insert_only'); end;

create table package_sealings (
  id integer not null primary key autoincrement,
  election_id integer not null,
  number integer not null,
  first_sealer text not null,
  second_sealer text not null,
  sealed_on date not null,
  sealed_at text not null,
  difference_reason text,
  recorded_by text not null,
  recorded_on date not null,
  foreign key(election_id) references elections(id),
  check (number >= 0 and cast(number as integer) = number),
  check (sealed_on is null or (date(sealed_on) is not null and date(sealed_on) = sealed_on)),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on)),
  constraint package_sealings_two_people check (first_sealer <> second_sealer)
);
create unique index package_sealings_election_id_number_unique on package_sealings (election_id, number);
create trigger package_sealings_insert_only__package_sealings_delete before delete on package_sealings for each row when (1 = 1)
  begin select raise(abort, 'package_sealings_insert_only'); end;
create trigger package_sealings_insert_only__package_sealings_update before update on package_sealings for each row when (1 = 1)
  begin select raise(abort, 'package_sealings_insert_only'); end;

create table packages (
  id integer not null primary key autoincrement,
  election_id integer not null,
  sealing_id integer not null,
  number integer not null,
  kind text not null,
  candidacy_id integer,
  pieces integer not null,
  expected integer,
  seal_number text,
  foreign key(election_id) references elections(id),
  foreign key(sealing_id) references package_sealings(id),
  foreign key(candidacy_id) references candidacies(id),
  check (number >= 0 and cast(number as integer) = number),
  check (kind in ('valid', 'blank', 'invalid', 'exchanged', 'returned', 'handed_out_list', 'roll', 'entered')),
  check (pieces >= 0 and cast(pieces as integer) = pieces),
  check (expected >= 0 and cast(expected as integer) = expected)
);
create unique index packages_election_id_number_unique on packages (election_id, number);
create index packages_sealing_id_index on packages (sealing_id);
create trigger packages_insert_only__packages_delete before delete on packages for each row when (1 = 1)
  begin select raise(abort, 'packages_insert_only'); end;
create trigger packages_insert_only__packages_update before update on packages for each row when (1 = 1)
  begin select raise(abort, 'packages_insert_only'); end;

create table paper_accounts (
  id integer not null primary key autoincrement,
  election_id integer not null,
  printed integer not null,
  handed_out integer not null,
  exchanged integer not null,
  not_returned integer not null,
  unused integer not null,
  difference_reason text,
  made_by text not null,
  made_on date not null,
  foreign key(election_id) references elections(id),
  check (printed >= 0 and cast(printed as integer) = printed),
  check (handed_out >= 0 and cast(handed_out as integer) = handed_out),
  check (exchanged >= 0 and cast(exchanged as integer) = exchanged),
  check (not_returned >= 0 and cast(not_returned as integer) = not_returned),
  check (unused >= 0 and cast(unused as integer) = unused),
  check (made_on is null or (date(made_on) is not null and date(made_on) = made_on))
);
create index paper_accounts_election_id_index on paper_accounts (election_id);
create trigger paper_accounts_insert_only__paper_accounts_delete before delete on paper_accounts for each row when (1 = 1)
  begin select raise(abort, 'paper_accounts_insert_only'); end;
create trigger paper_accounts_insert_only__paper_accounts_update before update on paper_accounts for each row when (1 = 1)
  begin select raise(abort, 'paper_accounts_insert_only'); end;

create table paper_entries (
  election_id integer,
  decided_by text not null,
  decided_on date not null,
  foreign key(election_id) references elections(id),
  primary key (election_id),
  check (decided_on is null or (date(decided_on) is not null and date(decided_on) = decided_on))
);
create trigger paper_entries_insert_only__paper_entries_delete before delete on paper_entries for each row when (1 = 1)
  begin select raise(abort, 'paper_entries_insert_only'); end;
create trigger paper_entries_insert_only__paper_entries_update before update on paper_entries for each row when (1 = 1)
  begin select raise(abort, 'paper_entries_insert_only'); end;

create table paper_entry_ends (
  id integer not null primary key autoincrement,
  election_id integer not null,
  number integer not null,
  papers integer not null,
  difference_reason text,
  codes_hash text not null,
  recorded_by text not null,
  confirmed_by text,
  recorded_on date not null,
  foreign key(election_id) references paper_entries(election_id),
  check (number >= 0 and cast(number as integer) = number),
  check (papers >= 0 and cast(papers as integer) = papers),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on))
);
create unique index paper_entry_ends_election_id_number_unique on paper_entry_ends (election_id, number);
create trigger paper_entry_ends_in_turn__paper_entry_ends_insert before insert on paper_entry_ends for each row when (new.number <> 1 and not exists (select 1 from paper_entry_reopenings
  where election_id = new.election_id and number = new.number - 1))
  begin select raise(abort, 'paper_entry_ends_in_turn'); end;
create trigger paper_entry_ends_insert_only__paper_entry_ends_delete before delete on paper_entry_ends for each row when (1 = 1)
  begin select raise(abort, 'paper_entry_ends_insert_only'); end;
create trigger paper_entry_ends_insert_only__paper_entry_ends_update before update on paper_entry_ends for each row when (1 = 1)
  begin select raise(abort, 'paper_entry_ends_insert_only'); end;

create table paper_entry_pairs (
  id integer not null primary key autoincrement,
  election_id integer not null,
  number integer not null,
  first_account_id integer not null,
  first_counter text not null,
  second_account_id integer not null,
  second_counter text not null,
  began_on date not null,
  foreign key(election_id) references elections(id),
  foreign key(first_account_id) references accounts(id),
  foreign key(second_account_id) references accounts(id),
  check (number >= 0 and cast(number as integer) = number),
  check (began_on is null or (date(began_on) is not null and date(began_on) = began_on)),
  constraint paper_entry_pairs_two_people check (first_account_id <> second_account_id)
);
create unique index paper_entry_pairs_election_id_number_unique on paper_entry_pairs (election_id, number);
create trigger paper_entry_pairs_insert_only__paper_entry_pairs_delete before delete on paper_entry_pairs for each row when (1 = 1)
  begin select raise(abort, 'paper_entry_pairs_insert_only'); end;
create trigger paper_entry_pairs_insert_only__paper_entry_pairs_update before update on paper_entry_pairs for each row when (1 = 1)
  begin select raise(abort, 'paper_entry_pairs_insert_only'); end;

create table paper_entry_reopenings (
  id integer not null primary key autoincrement,
  election_id integer not null,
  number integer not null,
  papers integer not null,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  foreign key(election_id) references paper_entries(election_id),
  foreign key(election_id, number) references paper_entry_ends(election_id, number),
  check (number >= 0 and cast(number as integer) = number),
  check (papers >= 0 and cast(papers as integer) = papers),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on))
);
create unique index paper_entry_reopenings_election_id_number_unique on paper_entry_reopenings (election_id, number);
create trigger paper_entry_reopenings_in_turn__paper_entry_reopenings_insert before insert on paper_entry_reopenings for each row when (exists (select 1 from box_openings where election_id = new.election_id))
  begin select raise(abort, 'paper_entry_reopenings_in_turn'); end;
create trigger paper_entry_reopenings_insert_only__paper_entry_reopenings_delete before delete on paper_entry_reopenings for each row when (1 = 1)
  begin select raise(abort, 'paper_entry_reopenings_insert_only'); end;
create trigger paper_entry_reopenings_insert_only__paper_entry_reopenings_update before update on paper_entry_reopenings for each row when (1 = 1)
  begin select raise(abort, 'paper_entry_reopenings_insert_only'); end;

create table paper_entry_restarts (
  id integer not null primary key autoincrement,
  election_id integer not null,
  number integer not null,
  papers integer not null,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  foreign key(election_id) references elections(id),
  check (number >= 0 and cast(number as integer) = number),
  check (papers >= 0 and cast(papers as integer) = papers),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on))
);
create unique index paper_entry_restarts_election_id_number_unique on paper_entry_restarts (election_id, number);
create trigger paper_entry_restarts_insert_only__paper_entry_restarts_delete before delete on paper_entry_restarts for each row when (1 = 1)
  begin select raise(abort, 'paper_entry_restarts_insert_only'); end;
create trigger paper_entry_restarts_insert_only__paper_entry_restarts_update before update on paper_entry_restarts for each row when (1 = 1)
  begin select raise(abort, 'paper_entry_restarts_insert_only'); end;

create table paper_entry_turns (
  election_id integer,
  number integer not null,
  first_account_id integer,
  first_session text,
  second_account_id integer,
  second_session text,
  waiting text,
  ending_by text check (ending_by in ('first', 'second')),
  ending_papers integer check (ending_papers >= 0 and cast(ending_papers as integer) = ending_papers),
  ending_reason text,
  ending_mark text check (ending_mark is null
    or (waiting is null and ending_by is not null and ending_papers is not null)),
  foreign key(election_id) references paper_entries(election_id),
  foreign key(first_account_id) references accounts(id),
  foreign key(second_account_id) references accounts(id),
  primary key (election_id),
  check (number >= 0 and cast(number as integer) = number),
  constraint paper_entry_turns_two_people check (first_account_id <> second_account_id)
);

create table people (
  id integer not null primary key autoincrement,
  name text not null,
  email text,
  phone text,
  postal_address text,
  contact_by text not null,
  contact_place_id integer,
  protected_address boolean not null default '0',
  registered_on date not null,
  foreign key(contact_place_id) references bodies(id),
  check (contact_by in ('place', 'email', 'phone', 'post', 'digital_post')),
  check (registered_on is null or (date(registered_on) is not null and date(registered_on) = registered_on)),
  constraint people_contact_place check (contact_by <> 'place' or contact_place_id is not null)
);

create table person_publications (
  id integer not null primary key autoincrement,
  person_id integer not null,
  field text not null,
  published boolean not null,
  decided_on date not null,
  foreign key(person_id) references people(id),
  check (field in ('name', 'email', 'phone')),
  check (decided_on is null or (date(decided_on) is not null and date(decided_on) = decided_on))
);
create index person_publications_person_id_field_id_index on person_publications (person_id, field, id);
create trigger person_publications_insert_only__person_publications_delete before delete on person_publications for each row when (1 = 1)
  begin select raise(abort, 'person_publications_insert_only'); end;
create trigger person_publications_insert_only__person_publications_update before update on person_publications for each row when (1 = 1)
  begin select raise(abort, 'person_publications_insert_only'); end;

create table polling_closings (
  id integer not null primary key autoincrement,
  election_id integer not null,
  closed_at text not null,
  early_reason text,
  recorded_by text not null,
  recorded_on date not null,
  late_reason text,
  marks_reason text,
  foreign key(election_id) references elections(id),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on))
);
create unique index polling_closings_election_id_unique on polling_closings (election_id);
create trigger polling_closings_insert_only__polling_closings_delete before delete on polling_closings for each row when (1 = 1)
  begin select raise(abort, 'polling_closings_insert_only'); end;
create trigger polling_closings_insert_only__polling_closings_update before update on polling_closings for each row when (1 = 1)
  begin select raise(abort, 'polling_closings_insert_only'); end;

create table polling_openings (
  id integer not null primary key autoincrement,
  election_id integer not null,
  opened_at text not null,
  first_witness text not null,
  second_witness text not null,
  recorded_by text not null,
  recorded_on date not null,
  list_version integer not null default 0,
  foreign key(election_id) references elections(id),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on)),
  constraint polling_openings_two_witnesses check (first_witness <> second_witness)
);
create unique index polling_openings_election_id_list_version_unique
  on polling_openings (election_id, list_version);
create trigger polling_openings_insert_only__polling_openings_delete before delete on polling_openings for each row when (1 = 1)
  begin select raise(abort, 'polling_openings_insert_only'); end;
create trigger polling_openings_insert_only__polling_openings_update before update on polling_openings for each row when (1 = 1)
  begin select raise(abort, 'polling_openings_insert_only'); end;

create table polling_pauses (
  id integer not null primary key autoincrement,
  election_id integer not null,
  paused_on date not null,
  paused_at text not null,
  reason text not null,
  recorded_by text not null,
  foreign key(election_id) references elections(id),
  check (paused_on is null or (date(paused_on) is not null and date(paused_on) = paused_on))
);
create index polling_pauses_election_id_index on polling_pauses (election_id);
create trigger polling_pauses_insert_only__polling_pauses_delete before delete on polling_pauses for each row when (1 = 1)
  begin select raise(abort, 'polling_pauses_insert_only'); end;
create trigger polling_pauses_insert_only__polling_pauses_update before update on polling_pauses for each row when (1 = 1)
  begin select raise(abort, 'polling_pauses_insert_only'); end;

create table polling_resumptions (
  pause_id integer,
  resumed_on date not null,
  resumed_at text not null,
  recorded_by text not null,
  foreign key(pause_id) references polling_pauses(id),
  primary key (pause_id),
  check (resumed_on is null or (date(resumed_on) is not null and date(resumed_on) = resumed_on))
);
create trigger polling_resumptions_insert_only__polling_resumptions_delete before delete on polling_resumptions for each row when (1 = 1)
  begin select raise(abort, 'polling_resumptions_insert_only'); end;
create trigger polling_resumptions_insert_only__polling_resumptions_update before update on polling_resumptions for each row when (1 = 1)
  begin select raise(abort, 'polling_resumptions_insert_only'); end;

create table polling_sittings (
  election_id integer not null,
  number integer not null,
  held_on date not null,
  opens_at text not null,
  closes_at text not null,
  place text not null,
  foreign key(election_id) references elections(id),
  primary key (election_id, number),
  check (number >= 0 and cast(number as integer) = number),
  check (held_on is null or (date(held_on) is not null and date(held_on) = held_on)),
  constraint polling_sittings_hours check (opens_at < closes_at)
);

create table polling_sweeps (
  election_id integer,
  foreign key(election_id) references elections(id),
  primary key (election_id)
);

create table polling_tallies (
  election_id integer,
  open integer not null,
  handed_out integer not null default '0',
  exchanged integer not null default '0',
  not_returned integer not null default '0',
  marked integer not null default '0',
  foreign key(election_id) references elections(id),
  primary key (election_id),
  check (open >= 0 and cast(open as integer) = open),
  check (handed_out >= 0 and cast(handed_out as integer) = handed_out),
  check (exchanged >= 0 and cast(exchanged as integer) = exchanged),
  check (not_returned >= 0 and cast(not_returned as integer) = not_returned),
  check (marked >= 0 and cast(marked as integer) = marked),
  constraint polling_tallies_open check (open in (0, 1)),
  constraint polling_tallies_within check (exchanged + not_returned <= handed_out)
);

create table presences (
  id integer not null primary key autoincrement,
  election_id integer not null,
  phase text not null,
  name text not null,
  present_on date not null,
  from_at text not null,
  until_at text,
  replaces_id integer,
  recorded_by text not null,
  recorded_on date not null,
  foreign key(election_id) references elections(id),
  foreign key(replaces_id) references presences(id),
  check (phase in ('polling', 'counting')),
  check (present_on is null or (date(present_on) is not null and date(present_on) = present_on)),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on))
);
create index presences_election_id_index on presences (election_id);
create unique index presences_replaces_id_unique on presences (replaces_id);
create trigger presences_insert_only__presences_delete before delete on presences for each row when (1 = 1)
  begin select raise(abort, 'presences_insert_only'); end;
create trigger presences_insert_only__presences_update before update on presences for each row when (1 = 1)
  begin select raise(abort, 'presences_insert_only'); end;

create table print_deductions (
  id integer not null primary key autoincrement,
  election_id integer not null,
  print_id integer not null,
  copies integer not null,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  foreign key(election_id) references elections(id),
  foreign key(print_id) references ballot_prints(id),
  check (copies >= 0 and cast(copies as integer) = copies),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on)),
  check (copies > 0)
);
create index print_deductions_election_id_index on print_deductions (election_id);
create trigger print_deductions_insert_only__print_deductions_delete before delete on print_deductions for each row when (1 = 1)
  begin select raise(abort, 'print_deductions_insert_only'); end;
create trigger print_deductions_insert_only__print_deductions_update before update on print_deductions for each row when (1 = 1)
  begin select raise(abort, 'print_deductions_insert_only'); end;

create table readiness_ticks (
  id integer not null primary key autoincrement,
  election_id integer not null,
  line text not null,
  place text,
  done integer not null,
  list_version integer not null,
  recorded_by text not null,
  recorded_on date not null,
  recorded_at text not null,
  foreign key(election_id) references elections(id),
  check (done >= 0 and cast(done as integer) = done),
  check (list_version >= 0 and cast(list_version as integer) = list_version),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on)),
  check (done <= 1)
);
create index readiness_ticks_election_id_index on readiness_ticks (election_id);
create trigger readiness_ticks_insert_only__readiness_ticks_delete before delete on readiness_ticks for each row when (1 = 1)
  begin select raise(abort, 'readiness_ticks_insert_only'); end;
create trigger readiness_ticks_insert_only__readiness_ticks_update before update on readiness_ticks for each row when (1 = 1)
  begin select raise(abort, 'readiness_ticks_insert_only'); end;

create table receipts (
  key text,
  result text not null,
  day date not null,
  primary key (key),
  check (day is null or (date(day) is not null and date(day) = day))
);
create index receipts_day_index on receipts (day);

create table records (
  id integer not null primary key autoincrement,
  election_id integer not null,
  made_at text not null,
  document text not null,
  hash text not null,
  audit_sequence integer not null,
  audit_hash text not null,
  made_on date not null,
  foreign key(election_id) references elections(id),
  check (made_at in ('certified', 'final', 'annulled', 'corrected', 'destroyed')),
  check (audit_sequence >= 0 and cast(audit_sequence as integer) = audit_sequence),
  check (made_on is null or (date(made_on) is not null and date(made_on) = made_on))
);
create index records_election_id_index on records (election_id);
create trigger records_insert_only__records_delete before delete on records for each row when (1 = 1)
  begin select raise(abort, 'records_insert_only'); end;
create trigger records_insert_only__records_update before update on records for each row when (1 = 1)
  begin select raise(abort, 'records_insert_only'); end;

create table recounts (
  id integer not null primary key autoincrement,
  election_id integer not null,
  complaint_id integer not null,
  after_round integer not null,
  decided_on date not null,
  was text,
  foreign key(election_id) references elections(id),
  foreign key(complaint_id) references complaints(id),
  check (after_round >= 0 and cast(after_round as integer) = after_round),
  check (decided_on is null or (date(decided_on) is not null and date(decided_on) = decided_on))
);
create unique index recounts_election_id_after_round_unique on recounts (election_id, after_round);
create index recounts_election_id_index on recounts (election_id);
create trigger recounts_insert_only__recounts_delete before delete on recounts for each row when (1 = 1)
  begin select raise(abort, 'recounts_insert_only'); end;
create trigger recounts_insert_only__recounts_update before update on recounts for each row when (1 = 1)
  begin select raise(abort, 'recounts_insert_only'); end;

create table reminders (
  account_id integer,
  told text not null,
  sent_on date not null,
  outcome text not null,
  foreign key(account_id) references accounts(id),
  primary key (account_id),
  check (sent_on is null or (date(sent_on) is not null and date(sent_on) = sent_on)),
  check (outcome in ('sending', 'sent', 'address', 'unknown'))
);

create table renewal_discussions (
  renewal_id integer not null,
  held_on date not null,
  note text,
  recorded_by text not null,
  foreign key(renewal_id) references renewals(id),
  primary key (renewal_id),
  check (held_on is null or (date(held_on) is not null and date(held_on) = held_on))
);
create trigger renewal_discussions_insert_only__renewal_discussions_delete before delete on renewal_discussions for each row when (1 = 1)
  begin select raise(abort, 'renewal_discussions_insert_only'); end;
create trigger renewal_discussions_insert_only__renewal_discussions_update before update on renewal_discussions for each row when (1 = 1)
  begin select raise(abort, 'renewal_discussions_insert_only'); end;

create table renewal_steps (
  renewal_id integer not null,
  kind text not null,
  due_on date not null,
  owner text not null,
  foreign key(renewal_id) references renewals(id),
  primary key (renewal_id, kind),
  check (kind in ('initial_discussion', 'letters', 'call', 'candidates', 'answers', 'list', 'polling', 'certification', 'appointment', 'constituting')),
  check (due_on is null or (date(due_on) is not null and date(due_on) = due_on))
);

create table renewals (
  id integer not null primary key autoincrement,
  term_id integer not null,
  statutes_version_id integer not null,
  made_by text not null,
  made_on date not null,
  foreign key(term_id) references terms(id),
  foreign key(statutes_version_id) references statutes_versions(id),
  check (made_on is null or (date(made_on) is not null and date(made_on) = made_on))
);
create unique index renewals_term_id_unique on renewals (term_id);

create table reruns (
  election_id integer,
  rerun_of integer not null,
  foreign key(election_id) references elections(id),
  foreign key(rerun_of) references elections(id),
  primary key (election_id),
  constraint reruns_of_another check (election_id <> rerun_of)
);
create unique index reruns_rerun_of_unique on reruns (rerun_of);
create trigger reruns_insert_only__reruns_delete before delete on reruns for each row when (1 = 1)
  begin select raise(abort, 'reruns_insert_only'); end;
create trigger reruns_insert_only__reruns_update before update on reruns for each row when (1 = 1)
  begin select raise(abort, 'reruns_insert_only'); end;

create table roll_corrections (
  id integer not null primary key autoincrement,
  election_id integer not null,
  kind text not null,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  foreign key(election_id) references elections(id),
  check (kind in ('unmarked', 'handed_out', 'exchanged', 'not_returned', 'help')),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on))
);
create index roll_corrections_election_id_index on roll_corrections (election_id);
create trigger roll_corrections_insert_only__roll_corrections_delete before delete on roll_corrections for each row when (1 = 1)
  begin select raise(abort, 'roll_corrections_insert_only'); end;
create trigger roll_corrections_insert_only__roll_corrections_update before update on roll_corrections for each row when (1 = 1)
  begin select raise(abort, 'roll_corrections_insert_only'); end;

create table roll_entries (
  id text not null primary key,
  election_id integer not null references elections (id),
  name text not null,
  note text,
  marked integer not null default 0 check (marked in (0, 1))
);
create index roll_entries_election on roll_entries (election_id);

create table roll_erasures (
  election_id integer,
  entries integer not null,
  marked integer not null,
  erased_by text not null,
  erased_on date not null,
  foreign key(election_id) references elections(id),
  primary key (election_id),
  check (entries >= 0 and cast(entries as integer) = entries),
  check (marked >= 0 and cast(marked as integer) = marked),
  check (erased_on is null or (date(erased_on) is not null and date(erased_on) = erased_on))
);
create trigger roll_erasures_insert_only__roll_erasures_delete before delete on roll_erasures for each row when (1 = 1)
  begin select raise(abort, 'roll_erasures_insert_only'); end;
create trigger roll_erasures_insert_only__roll_erasures_update before update on roll_erasures for each row when (1 = 1)
  begin select raise(abort, 'roll_erasures_insert_only'); end;

create table roll_words (
  election_id integer not null references elections (id),
  word text not null,
  entry_id text not null references roll_entries (id) on delete cascade,
  primary key (election_id, word, entry_id)
);
create index roll_words_entry on roll_words (entry_id);

create table seat_decisions (
  id integer not null primary key autoincrement,
  seat_id integer not null,
  body_id integer not null,
  choice text not null,
  decided_by text not null,
  decided_on date not null,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  foreign key(seat_id) references seats(id),
  foreign key(body_id) references bodies(id),
  check (choice in ('keep', 'renew', 'vacant')),
  check (decided_on is null or (date(decided_on) is not null and date(decided_on) = decided_on)),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on))
);
create unique index seat_decisions_seat_id_body_id_unique on seat_decisions (seat_id, body_id);
create index seat_decisions_seat_id_index on seat_decisions (seat_id);
create trigger seat_decisions_insert_only__seat_decisions_delete before delete on seat_decisions for each row when (1 = 1)
  begin select raise(abort, 'seat_decisions_insert_only'); end;
create trigger seat_decisions_insert_only__seat_decisions_update before update on seat_decisions for each row when (1 = 1)
  begin select raise(abort, 'seat_decisions_insert_only'); end;

create table seats (
  id integer not null primary key autoincrement,
  area_id integer not null,
  number integer not null,
  slug text not null,
  starts_on date not null,
  ends_on date,
  foreign key(area_id) references areas(id),
  check (starts_on is null or (date(starts_on) is not null and date(starts_on) = starts_on)),
  check (ends_on is null or (date(ends_on) is not null and date(ends_on) = ends_on)),
  constraint seats_number check (number > 0)
);
create index seats_area_id_index on seats (area_id);
create unique index seats_number_unique on seats (number);
create unique index seats_slug_unique on seats (slug);

create table sessions (
  sid varchar(255),
  sess json not null,
  expired datetime not null,
  primary key (sid)
);
create index sessions_expired_index on sessions (expired);

create table sign_in_links (
  token_hash text,
  purpose text not null,
  account_id integer,
  expires_at text not null,
  used_at text,
  foreign key(account_id) references accounts(id),
  primary key (token_hash),
  check (purpose in ('first_account', 'password'))
);

create table statutes_versions (
  id integer not null primary key autoincrement,
  in_force_from date not null,
  document text not null,
  reason text not null,
  rule_key text,
  made_by text not null,
  made_on date not null,
  replaces_id integer,
  foreign key(replaces_id) references statutes_versions(id),
  check (in_force_from is null or (date(in_force_from) is not null and date(in_force_from) = in_force_from)),
  check (made_on is null or (date(made_on) is not null and date(made_on) = made_on))
);
create index statutes_versions_in_force_from_id_index on statutes_versions (in_force_from, id);
create trigger statutes_versions_insert_only__statutes_versions_delete before delete on statutes_versions for each row when (1 = 1)
  begin select raise(abort, 'statutes_versions_insert_only'); end;
create trigger statutes_versions_insert_only__statutes_versions_update before update on statutes_versions for each row when (1 = 1)
  begin select raise(abort, 'statutes_versions_insert_only'); end;

create table substitutes (
  id integer not null primary key autoincrement,
  term_id integer not null,
  area_id integer not null,
  seat_id integer,
  person_id integer not null,
  position integer,
  registered_by text not null,
  registered_on date not null,
  withdrawn_on date,
  withdrawn_note text,
  foreign key(term_id) references terms(id),
  foreign key(area_id) references areas(id),
  foreign key(seat_id) references seats(id),
  foreign key(person_id) references people(id),
  check (registered_on is null or (date(registered_on) is not null and date(registered_on) = registered_on)),
  check (withdrawn_on is null or (date(withdrawn_on) is not null and date(withdrawn_on) = withdrawn_on)),
  constraint substitutes_position check (position is null or position > 0),
  constraint substitutes_withdrawn check (withdrawn_note is null or withdrawn_on is not null)
);
create index substitutes_area_id_index on substitutes (area_id);
create unique index substitutes_one_personal on substitutes (term_id, seat_id) where withdrawn_on is null and seat_id is not null;
create unique index substitutes_one_place on substitutes (term_id, person_id) where withdrawn_on is null;
create trigger substitutes_kept__substitutes_delete before delete on substitutes for each row when (1 = 1)
  begin select raise(abort, 'substitutes_kept'); end;

create table substitutions (
  membership_id integer not null,
  substitute_id integer not null,
  note text,
  recorded_by text not null,
  recorded_on date not null,
  foreign key(membership_id) references memberships(id),
  foreign key(substitute_id) references substitutes(id),
  primary key (membership_id),
  check (recorded_on is null or (date(recorded_on) is not null and date(recorded_on) = recorded_on))
);
create unique index substitutions_substitute_id_unique on substitutions (substitute_id);
create trigger substitutions_insert_only__substitutions_delete before delete on substitutions for each row when (1 = 1)
  begin select raise(abort, 'substitutions_insert_only'); end;
create trigger substitutions_insert_only__substitutions_update before update on substitutions for each row when (1 = 1)
  begin select raise(abort, 'substitutions_insert_only'); end;

create table term_areas (
  term_id integer not null,
  area_id integer not null,
  foreign key(term_id) references terms(id),
  foreign key(area_id) references areas(id),
  primary key (term_id, area_id)
);

create table terms (
  id integer not null primary key autoincrement,
  starts_on date not null,
  ends_on date not null,
  municipal_election_on date not null,
  check (starts_on is null or (date(starts_on) is not null and date(starts_on) = starts_on)),
  check (ends_on is null or (date(ends_on) is not null and date(ends_on) = ends_on)),
  check (municipal_election_on is null or (date(municipal_election_on) is not null and date(municipal_election_on) = municipal_election_on)),
  constraint terms_end_after_start check (ends_on >= starts_on)
);

create table void_papers (
  id integer not null primary key autoincrement,
  election_id integer not null,
  list_version integer not null,
  printed integer not null,
  found integer not null,
  difference_reason text,
  counted_by text not null,
  counted_on date not null,
  foreign key(election_id) references elections(id),
  check (list_version >= 0 and cast(list_version as integer) = list_version),
  check (printed >= 0 and cast(printed as integer) = printed),
  check (found >= 0 and cast(found as integer) = found),
  check (counted_on is null or (date(counted_on) is not null and date(counted_on) = counted_on)),
  constraint void_papers_reason check (printed = found or difference_reason is not null)
);
create unique index void_papers_election_id_list_version_unique on void_papers (election_id, list_version);
create trigger void_papers_insert_only__void_papers_delete before delete on void_papers for each row when (1 = 1)
  begin select raise(abort, 'void_papers_insert_only'); end;
create trigger void_papers_insert_only__void_papers_update before update on void_papers for each row when (1 = 1)
  begin select raise(abort, 'void_papers_insert_only'); end;
