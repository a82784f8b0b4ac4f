-- The schema as the migrations make it, in text. To read, not to run: `npm run schema` writes it anew,
-- and a test on each engine compares it with the database.

create table account_places (
  account_id integer not null,
  body_id integer not null,
  constraint account_places_pkey PRIMARY KEY (account_id, body_id),
  constraint account_places_account_id_foreign FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint account_places_body_id_foreign FOREIGN KEY (body_id) REFERENCES bodies(id)
);

create table accounts (
  id integer not null default nextval('accounts_id_seq'::regclass),
  name text not null,
  email text not null,
  password_hash text,
  password_version integer not null default 0,
  role text not null,
  person_id integer,
  made_on date not null,
  closed_on date,
  phone text,
  reminded integer not null default 1,
  constraint accounts_pkey PRIMARY KEY (id),
  constraint accounts_email_unique UNIQUE (email),
  constraint accounts_person_id_foreign FOREIGN KEY (person_id) REFERENCES people(id),
  constraint accounts_closed_on_check CHECK (((closed_on IS NULL) OR ((closed_on IS NOT NULL) AND (closed_on = closed_on)))),
  constraint accounts_made_on_check CHECK (((made_on IS NULL) OR ((made_on IS NOT NULL) AND (made_on = made_on)))),
  constraint accounts_password_version_check CHECK (((password_version >= 0) AND (password_version = password_version))),
  constraint accounts_reminded_check CHECK ((reminded = ANY (ARRAY[0, 1]))),
  constraint accounts_role_check CHECK ((role = ANY (ARRAY['secretary', 'polling_officer', 'chair', 'member', 'auditor', 'administrator'])))
);

create table appointments (
  id integer not null default nextval('appointments_id_seq'::regclass),
  nomination_id integer not null,
  person_id integer not null,
  appointing_body text not null,
  decided_on date not null,
  case_number text,
  eligible_as text not null,
  note text,
  recorded_by text not null,
  constraint appointments_pkey PRIMARY KEY (id),
  constraint appointments_nomination_id_unique UNIQUE (nomination_id),
  constraint appointments_nomination_id_foreign FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint appointments_person_id_foreign FOREIGN KEY (person_id) REFERENCES people(id),
  constraint appointments_decided_on_check CHECK (((decided_on IS NULL) OR ((decided_on IS NOT NULL) AND (decided_on = decided_on)))),
  constraint appointments_eligible_as_check CHECK ((eligible_as = ANY (ARRAY['resident', 'active'])))
);
create function appointments_insert_only__appointments_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'appointments_insert_only' using errcode = 'check_violation', constraint = 'appointments_insert_only'; end if;
  return old;
  end $$;
create function appointments_insert_only__appointments_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'appointments_insert_only' using errcode = 'check_violation', constraint = 'appointments_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER appointments_insert_only__appointments_delete BEFORE DELETE ON appointments
  FOR EACH ROW EXECUTE FUNCTION appointments_insert_only__appointments_delete();
CREATE TRIGGER appointments_insert_only__appointments_update BEFORE UPDATE ON appointments
  FOR EACH ROW EXECUTE FUNCTION appointments_insert_only__appointments_update();
CREATE TRIGGER appointments_insert_only__truncate BEFORE TRUNCATE ON appointments
  FOR EACH STATEMENT EXECUTE FUNCTION appointments_insert_only__appointments_delete();

create table area_bodies (
  id integer not null default nextval('area_bodies_id_seq'::regclass),
  area_id integer not null,
  body_id integer not null,
  starts_on date,
  ends_on date,
  constraint area_bodies_pkey PRIMARY KEY (id),
  constraint area_bodies_area_id_body_id_unique UNIQUE (area_id, body_id),
  constraint area_bodies_area_id_foreign FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint area_bodies_body_id_foreign FOREIGN KEY (body_id) REFERENCES bodies(id),
  constraint area_bodies_ends_on_check CHECK (((ends_on IS NULL) OR ((ends_on IS NOT NULL) AND (ends_on = ends_on)))),
  constraint area_bodies_starts_on_check CHECK (((starts_on IS NULL) OR ((starts_on IS NOT NULL) AND (starts_on = starts_on))))
);

create table areas (
  id integer not null default nextval('areas_id_seq'::regclass),
  slug text not null,
  kind text not null,
  name text not null,
  position integer not null,
  constraint areas_pkey PRIMARY KEY (id),
  constraint areas_slug_unique UNIQUE (slug),
  constraint areas_kind_check CHECK ((kind = ANY (ARRAY['place', 'organisations']))),
  constraint areas_position_check CHECK ((("position" >= 0) AND ("position" = "position")))
);

create table attendances (
  meeting_id integer not null,
  membership_id integer not null,
  status text not null,
  constraint attendances_pkey PRIMARY KEY (meeting_id, membership_id),
  constraint attendances_meeting_id_foreign FOREIGN KEY (meeting_id) REFERENCES meetings(id),
  constraint attendances_membership_id_foreign FOREIGN KEY (membership_id) REFERENCES memberships(id),
  constraint attendances_status_check CHECK ((status = ANY (ARRAY['present', 'excused', 'absent', 'left'])))
);

create table audit_events (
  sequence integer not null,
  day date not null,
  actor text not null,
  action text not null,
  subject text not null,
  details text not null,
  previous_hash text not null,
  hash text not null,
  rows_hash text,
  constraint audit_events_pkey PRIMARY KEY (sequence),
  constraint audit_events_hash_unique UNIQUE (hash),
  constraint audit_events_day_check CHECK (((day IS NULL) OR ((day IS NOT NULL) AND (day = day))))
);
CREATE INDEX audit_events_subject_sequence_index ON audit_events USING btree (subject, sequence);
create function audit_events_insert_only__audit_events_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'audit_events_insert_only' using errcode = 'check_violation', constraint = 'audit_events_insert_only'; end if;
  return old;
  end $$;
create function audit_events_insert_only__audit_events_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'audit_events_insert_only' using errcode = 'check_violation', constraint = 'audit_events_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER audit_events_insert_only__audit_events_delete BEFORE DELETE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION audit_events_insert_only__audit_events_delete();
CREATE TRIGGER audit_events_insert_only__audit_events_update BEFORE UPDATE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION audit_events_insert_only__audit_events_update();
CREATE TRIGGER audit_events_insert_only__truncate BEFORE TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION audit_events_insert_only__audit_events_delete();

create table audit_heads (
  id integer not null,
  sequence integer not null,
  hash text not null,
  seal text,
  constraint audit_heads_pkey PRIMARY KEY (id),
  constraint audit_heads_one_row CHECK ((id = 1))
);
create function audit_heads_forward__audit_heads_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'audit_heads_forward' using errcode = 'check_violation', constraint = 'audit_heads_forward'; end if;
  return old;
  end $$;
create function audit_heads_forward__audit_heads_update() returns trigger language plpgsql as $$
  begin
  if (new.sequence < old.sequence) then raise exception 'audit_heads_forward' using errcode = 'check_violation', constraint = 'audit_heads_forward'; end if;
  return new;
  end $$;
CREATE TRIGGER audit_heads_forward__audit_heads_delete BEFORE DELETE ON audit_heads
  FOR EACH ROW EXECUTE FUNCTION audit_heads_forward__audit_heads_delete();
CREATE TRIGGER audit_heads_forward__audit_heads_update BEFORE UPDATE ON audit_heads
  FOR EACH ROW EXECUTE FUNCTION audit_heads_forward__audit_heads_update();

create table audit_rows (
  sequence integer not null,
  table_name text not null,
  row_key text not null,
  marks text not null,
  salt text not null,
  constraint audit_rows_pkey PRIMARY KEY (sequence, table_name, row_key)
);
CREATE INDEX audit_rows_table_name_row_key_index ON audit_rows USING btree (table_name, row_key);
create function audit_rows_kept__audit_rows_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'audit_rows_kept' using errcode = 'check_violation', constraint = 'audit_rows_kept'; end if;
  return old;
  end $$;
create function audit_rows_kept__audit_rows_update() returns trigger language plpgsql as $$
  begin
  if (not (new.sequence = old.sequence and new.table_name = old.table_name and new.row_key = old.row_key and new.marks = old.marks and new.salt = '')) then raise exception 'audit_rows_kept' using errcode = 'check_violation', constraint = 'audit_rows_kept'; end if;
  return new;
  end $$;
CREATE TRIGGER audit_rows_kept__audit_rows_delete BEFORE DELETE ON audit_rows
  FOR EACH ROW EXECUTE FUNCTION audit_rows_kept__audit_rows_delete();
CREATE TRIGGER audit_rows_kept__audit_rows_update BEFORE UPDATE ON audit_rows
  FOR EACH ROW EXECUTE FUNCTION audit_rows_kept__audit_rows_update();

create table ballot_destructions (
  election_id integer not null,
  first_witness text not null,
  second_witness text not null,
  destroyed_on date not null,
  recorded_by text not null,
  recorded_on date not null,
  paragraph text,
  left_reason text,
  constraint ballot_destructions_pkey PRIMARY KEY (election_id),
  constraint ballot_destructions_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint ballot_destructions_destroyed_on_check CHECK (((destroyed_on IS NULL) OR ((destroyed_on IS NOT NULL) AND (destroyed_on = destroyed_on)))),
  constraint ballot_destructions_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on)))),
  constraint ballot_destructions_two_witnesses CHECK ((first_witness <> second_witness))
);
create function ballot_destructions_insert_only__ballot_destructions_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'ballot_destructions_insert_only' using errcode = 'check_violation', constraint = 'ballot_destructions_insert_only'; end if;
  return old;
  end $$;
create function ballot_destructions_insert_only__ballot_destructions_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'ballot_destructions_insert_only' using errcode = 'check_violation', constraint = 'ballot_destructions_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER ballot_destructions_insert_only__ballot_destructions_delete BEFORE DELETE ON ballot_destructions
  FOR EACH ROW EXECUTE FUNCTION ballot_destructions_insert_only__ballot_destructions_delete();
CREATE TRIGGER ballot_destructions_insert_only__ballot_destructions_update BEFORE UPDATE ON ballot_destructions
  FOR EACH ROW EXECUTE FUNCTION ballot_destructions_insert_only__ballot_destructions_update();
CREATE TRIGGER ballot_destructions_insert_only__truncate BEFORE TRUNCATE ON ballot_destructions
  FOR EACH STATEMENT EXECUTE FUNCTION ballot_destructions_insert_only__ballot_destructions_delete();

create table ballot_prints (
  id integer not null default nextval('ballot_prints_id_seq'::regclass),
  election_id integer not null,
  list_version integer not null,
  copies integer not null,
  recorded_by text not null,
  recorded_on date not null,
  batch integer,
  constraint ballot_prints_pkey PRIMARY KEY (id),
  constraint ballot_prints_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint ballot_prints_batch_check CHECK ((batch > 0)),
  constraint ballot_prints_copies_check CHECK (((copies >= 0) AND (copies = copies))),
  constraint ballot_prints_list_version_check CHECK (((list_version >= 0) AND (list_version = list_version))),
  constraint ballot_prints_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
CREATE UNIQUE INDEX ballot_prints_batch ON ballot_prints USING btree (election_id, batch);
CREATE INDEX ballot_prints_election_id_index ON ballot_prints USING btree (election_id);
create function ballot_prints_insert_only__ballot_prints_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'ballot_prints_insert_only' using errcode = 'check_violation', constraint = 'ballot_prints_insert_only'; end if;
  return old;
  end $$;
create function ballot_prints_insert_only__ballot_prints_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'ballot_prints_insert_only' using errcode = 'check_violation', constraint = 'ballot_prints_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER ballot_prints_insert_only__ballot_prints_delete BEFORE DELETE ON ballot_prints
  FOR EACH ROW EXECUTE FUNCTION ballot_prints_insert_only__ballot_prints_delete();
CREATE TRIGGER ballot_prints_insert_only__ballot_prints_update BEFORE UPDATE ON ballot_prints
  FOR EACH ROW EXECUTE FUNCTION ballot_prints_insert_only__ballot_prints_update();
CREATE TRIGGER ballot_prints_insert_only__truncate BEFORE TRUNCATE ON ballot_prints
  FOR EACH STATEMENT EXECUTE FUNCTION ballot_prints_insert_only__ballot_prints_delete();

create table ballots (
  id text not null,
  election_id integer not null,
  marks text not null,
  constraint ballots_pkey PRIMARY KEY (id),
  constraint ballots_election_id_fkey FOREIGN KEY (election_id) REFERENCES elections(id)
);
CREATE INDEX ballots_election ON ballots USING btree (election_id);
create function ballots_guarded__ballots_delete() returns trigger language plpgsql as $$
  begin
  if ((select status from elections where id = old.election_id) not in ('final', 'annulled', 'rerun') and not exists (select 1 from box_mixes where election_id = old.election_id)) then raise exception 'ballots_guarded' using errcode = 'check_violation', constraint = 'ballots_guarded'; end if;
  return old;
  end $$;
create function ballots_guarded__ballots_insert() returns trigger language plpgsql as $$
  begin
  if ((select status from elections where id = new.election_id) <> 'closed') then raise exception 'ballots_guarded' using errcode = 'check_violation', constraint = 'ballots_guarded'; end if;
  return new;
  end $$;
create function ballots_guarded__ballots_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'ballots_guarded' using errcode = 'check_violation', constraint = 'ballots_guarded'; end if;
  return new;
  end $$;
CREATE TRIGGER ballots_guarded__ballots_delete BEFORE DELETE ON ballots
  FOR EACH ROW EXECUTE FUNCTION ballots_guarded__ballots_delete();
CREATE TRIGGER ballots_guarded__ballots_insert BEFORE INSERT ON ballots
  FOR EACH ROW EXECUTE FUNCTION ballots_guarded__ballots_insert();
CREATE TRIGGER ballots_guarded__ballots_update BEFORE UPDATE ON ballots
  FOR EACH ROW EXECUTE FUNCTION ballots_guarded__ballots_update();

create table bodies (
  id integer not null default nextval('bodies_id_seq'::regclass),
  slug text not null,
  kind text not null,
  active_from date,
  active_until date,
  successor_id integer,
  address text,
  constraint bodies_pkey PRIMARY KEY (id),
  constraint bodies_slug_unique UNIQUE (slug),
  constraint bodies_successor_id_foreign FOREIGN KEY (successor_id) REFERENCES bodies(id),
  constraint bodies_active_from_check CHECK (((active_from IS NULL) OR ((active_from IS NOT NULL) AND (active_from = active_from)))),
  constraint bodies_active_until_check CHECK (((active_until IS NULL) OR ((active_until IS NOT NULL) AND (active_until = active_until)))),
  constraint bodies_end_after_start CHECK ((active_until >= active_from)),
  constraint bodies_kind_check CHECK ((kind = ANY (ARRAY['place', 'organisation'])))
);
create function bodies_succeed_others__bodies_insert() returns trigger language plpgsql as $$
  begin
  if (new.successor_id = new.id) then raise exception 'bodies_succeed_others' using errcode = 'check_violation', constraint = 'bodies_succeed_others'; end if;
  return new;
  end $$;
create function bodies_succeed_others__bodies_update() returns trigger language plpgsql as $$
  begin
  if (new.successor_id = new.id) then raise exception 'bodies_succeed_others' using errcode = 'check_violation', constraint = 'bodies_succeed_others'; end if;
  return new;
  end $$;
CREATE TRIGGER bodies_succeed_others__bodies_insert BEFORE INSERT ON bodies
  FOR EACH ROW EXECUTE FUNCTION bodies_succeed_others__bodies_insert();
CREATE TRIGGER bodies_succeed_others__bodies_update BEFORE UPDATE ON bodies
  FOR EACH ROW EXECUTE FUNCTION bodies_succeed_others__bodies_update();

create table body_addresses (
  id integer not null default nextval('body_addresses_id_seq'::regclass),
  body_id integer not null,
  address text not null,
  valid_from date not null,
  recorded_by text not null,
  constraint body_addresses_pkey PRIMARY KEY (id),
  constraint body_addresses_body_id_foreign FOREIGN KEY (body_id) REFERENCES bodies(id),
  constraint body_addresses_valid_from_check CHECK (((valid_from IS NULL) OR ((valid_from IS NOT NULL) AND (valid_from = valid_from))))
);
CREATE INDEX body_addresses_body_id_index ON body_addresses USING btree (body_id);
create function body_addresses_insert_only__body_addresses_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'body_addresses_insert_only' using errcode = 'check_violation', constraint = 'body_addresses_insert_only'; end if;
  return old;
  end $$;
create function body_addresses_insert_only__body_addresses_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'body_addresses_insert_only' using errcode = 'check_violation', constraint = 'body_addresses_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER body_addresses_insert_only__body_addresses_delete BEFORE DELETE ON body_addresses
  FOR EACH ROW EXECUTE FUNCTION body_addresses_insert_only__body_addresses_delete();
CREATE TRIGGER body_addresses_insert_only__body_addresses_update BEFORE UPDATE ON body_addresses
  FOR EACH ROW EXECUTE FUNCTION body_addresses_insert_only__body_addresses_update();
CREATE TRIGGER body_addresses_insert_only__truncate BEFORE TRUNCATE ON body_addresses
  FOR EACH STATEMENT EXECUTE FUNCTION body_addresses_insert_only__body_addresses_delete();

create table body_changes (
  id integer not null default nextval('body_changes_id_seq'::regclass),
  body_id integer not null,
  kind text not null,
  effective_on date not null,
  into_body_id integer,
  decided_by text,
  decided_on date,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  constraint body_changes_pkey PRIMARY KEY (id),
  constraint body_changes_body_id_foreign FOREIGN KEY (body_id) REFERENCES bodies(id),
  constraint body_changes_into_body_id_foreign FOREIGN KEY (into_body_id) REFERENCES bodies(id),
  constraint body_changes_check CHECK (((kind = ANY (ARRAY['renamed', 'moved'])) OR ((decided_by IS NOT NULL) AND (decided_on IS NOT NULL)))),
  constraint body_changes_decided_on_check CHECK (((decided_on IS NULL) OR ((decided_on IS NOT NULL) AND (decided_on = decided_on)))),
  constraint body_changes_effective_on_check CHECK (((effective_on IS NULL) OR ((effective_on IS NOT NULL) AND (effective_on = effective_on)))),
  constraint body_changes_into CHECK (((kind = ANY (ARRAY['replaced', 'merged'])) = (into_body_id IS NOT NULL))),
  constraint body_changes_kind_check CHECK ((kind = ANY (ARRAY['renamed', 'moved', 'closed', 'replaced', 'merged']))),
  constraint body_changes_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
CREATE INDEX body_changes_body_id_index ON body_changes USING btree (body_id);
create function body_changes_insert_only__body_changes_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'body_changes_insert_only' using errcode = 'check_violation', constraint = 'body_changes_insert_only'; end if;
  return old;
  end $$;
create function body_changes_insert_only__body_changes_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'body_changes_insert_only' using errcode = 'check_violation', constraint = 'body_changes_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER body_changes_insert_only__body_changes_delete BEFORE DELETE ON body_changes
  FOR EACH ROW EXECUTE FUNCTION body_changes_insert_only__body_changes_delete();
CREATE TRIGGER body_changes_insert_only__body_changes_update BEFORE UPDATE ON body_changes
  FOR EACH ROW EXECUTE FUNCTION body_changes_insert_only__body_changes_update();
CREATE TRIGGER body_changes_insert_only__truncate BEFORE TRUNCATE ON body_changes
  FOR EACH STATEMENT EXECUTE FUNCTION body_changes_insert_only__body_changes_delete();

create table body_contacts (
  id integer not null default nextval('body_contacts_id_seq'::regclass),
  body_id integer not null,
  name text not null,
  email text,
  phone text,
  postal_address text,
  valid_from date not null,
  recorded_by text not null,
  constraint body_contacts_pkey PRIMARY KEY (id),
  constraint body_contacts_body_id_foreign FOREIGN KEY (body_id) REFERENCES bodies(id),
  constraint body_contacts_valid_from_check CHECK (((valid_from IS NULL) OR ((valid_from IS NOT NULL) AND (valid_from = valid_from))))
);
CREATE INDEX body_contacts_body_id_index ON body_contacts USING btree (body_id);
create function body_contacts_insert_only__body_contacts_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'body_contacts_insert_only' using errcode = 'check_violation', constraint = 'body_contacts_insert_only'; end if;
  return old;
  end $$;
create function body_contacts_insert_only__body_contacts_delete_row() returns trigger language plpgsql as $$
  begin
  if (not (exists (select 1 from body_contacts as newer where newer.body_id = old.body_id and newer.id > old.id))) then raise exception 'body_contacts_insert_only' using errcode = 'check_violation', constraint = 'body_contacts_insert_only'; end if;
  return old;
  end $$;
create function body_contacts_insert_only__body_contacts_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'body_contacts_insert_only' using errcode = 'check_violation', constraint = 'body_contacts_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER body_contacts_insert_only__body_contacts_delete_row BEFORE DELETE ON body_contacts
  FOR EACH ROW EXECUTE FUNCTION body_contacts_insert_only__body_contacts_delete_row();
CREATE TRIGGER body_contacts_insert_only__body_contacts_update BEFORE UPDATE ON body_contacts
  FOR EACH ROW EXECUTE FUNCTION body_contacts_insert_only__body_contacts_update();
CREATE TRIGGER body_contacts_insert_only__truncate BEFORE TRUNCATE ON body_contacts
  FOR EACH STATEMENT EXECUTE FUNCTION body_contacts_insert_only__body_contacts_delete();

create table body_names (
  id integer not null default nextval('body_names_id_seq'::regclass),
  body_id integer not null,
  name text not null,
  kind text not null,
  valid_from date,
  valid_until date,
  constraint body_names_pkey PRIMARY KEY (id),
  constraint body_names_body_id_foreign FOREIGN KEY (body_id) REFERENCES bodies(id),
  constraint body_names_kind_check CHECK ((kind = ANY (ARRAY['official', 'alias']))),
  constraint body_names_valid_from_check CHECK (((valid_from IS NULL) OR ((valid_from IS NOT NULL) AND (valid_from = valid_from)))),
  constraint body_names_valid_until_check CHECK (((valid_until IS NULL) OR ((valid_until IS NOT NULL) AND (valid_until = valid_until))))
);
CREATE INDEX body_names_body_id_index ON body_names USING btree (body_id);

create table booth_pairings (
  code_hash text not null,
  election_id integer not null,
  expires_at text not null,
  made_by text not null,
  constraint booth_pairings_pkey PRIMARY KEY (code_hash),
  constraint booth_pairings_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id)
);
CREATE INDEX booth_pairings_election_id_index ON booth_pairings USING btree (election_id);

create table booth_reports (
  booth_id integer not null,
  answered_at text not null,
  clock_off integer,
  battery integer,
  charging integer,
  tried_on date,
  constraint booth_reports_pkey PRIMARY KEY (booth_id),
  constraint booth_reports_booth_id_foreign FOREIGN KEY (booth_id) REFERENCES booths(id),
  constraint booth_reports_battery_check CHECK (((battery >= 0) AND (battery = battery))),
  constraint booth_reports_battery_check1 CHECK ((battery <= 100)),
  constraint booth_reports_charging_check CHECK (((charging >= 0) AND (charging = charging))),
  constraint booth_reports_tried_on_check CHECK (((tried_on IS NULL) OR ((tried_on IS NOT NULL) AND (tried_on = tried_on))))
);

create table booths (
  id integer not null default nextval('booths_id_seq'::regclass),
  election_id integer not null,
  number integer not null,
  token_hash text not null,
  paired_on date not null,
  unpaired_on date,
  state text not null,
  release_hash text,
  last_hash text,
  last_outcome text,
  releases integer not null default 0,
  ballots_cast integer not null default 0,
  voided integer not null default 0,
  constraint booths_pkey PRIMARY KEY (id),
  constraint booths_election_id_number_unique UNIQUE (election_id, number),
  constraint booths_token_hash_unique UNIQUE (token_hash),
  constraint booths_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint booths_account_closes CHECK ((releases = ((ballots_cast + voided) +
CASE
    WHEN (state = 'idle') THEN 0
    ELSE 1
END))),
  constraint booths_ballots_cast_check CHECK (((ballots_cast >= 0) AND (ballots_cast = ballots_cast))),
  constraint booths_last_outcome_check CHECK ((last_outcome = ANY (ARRAY['cast', 'voided']))),
  constraint booths_number_check CHECK (((number >= 0) AND (number = number))),
  constraint booths_paired_on_check CHECK (((paired_on IS NULL) OR ((paired_on IS NOT NULL) AND (paired_on = paired_on)))),
  constraint booths_release CHECK (((state = 'showing') = (release_hash IS NOT NULL))),
  constraint booths_releases_check CHECK (((releases >= 0) AND (releases = releases))),
  constraint booths_state_check CHECK ((state = ANY (ARRAY['idle', 'released', 'showing']))),
  constraint booths_unpaired_on_check CHECK (((unpaired_on IS NULL) OR ((unpaired_on IS NOT NULL) AND (unpaired_on = unpaired_on)))),
  constraint booths_voided_check CHECK (((voided >= 0) AND (voided = voided)))
);
CREATE INDEX booths_election_id_index ON booths USING btree (election_id);

create table box_codes (
  election_id integer not null,
  code text not null,
  constraint box_codes_pkey PRIMARY KEY (election_id, code),
  constraint box_codes_election_id_fkey FOREIGN KEY (election_id) REFERENCES elections(id)
);
create function box_codes_insert_only__box_codes_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_codes_insert_only' using errcode = 'check_violation', constraint = 'box_codes_insert_only'; end if;
  return old;
  end $$;
create function box_codes_insert_only__box_codes_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_codes_insert_only' using errcode = 'check_violation', constraint = 'box_codes_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER box_codes_insert_only__box_codes_delete BEFORE DELETE ON box_codes
  FOR EACH ROW EXECUTE FUNCTION box_codes_insert_only__box_codes_delete();
CREATE TRIGGER box_codes_insert_only__box_codes_update BEFORE UPDATE ON box_codes
  FOR EACH ROW EXECUTE FUNCTION box_codes_insert_only__box_codes_update();
CREATE TRIGGER box_codes_insert_only__truncate BEFORE TRUNCATE ON box_codes
  FOR EACH STATEMENT EXECUTE FUNCTION box_codes_insert_only__box_codes_delete();

create table box_compactions (
  election_id integer not null,
  done_on date not null,
  constraint box_compactions_pkey PRIMARY KEY (election_id),
  constraint box_compactions_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint box_compactions_done_on_check CHECK (((done_on IS NULL) OR ((done_on IS NOT NULL) AND (done_on = done_on))))
);
create function box_compactions_insert_only__box_compactions_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_compactions_insert_only' using errcode = 'check_violation', constraint = 'box_compactions_insert_only'; end if;
  return old;
  end $$;
create function box_compactions_insert_only__box_compactions_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_compactions_insert_only' using errcode = 'check_violation', constraint = 'box_compactions_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER box_compactions_insert_only__box_compactions_delete BEFORE DELETE ON box_compactions
  FOR EACH ROW EXECUTE FUNCTION box_compactions_insert_only__box_compactions_delete();
CREATE TRIGGER box_compactions_insert_only__box_compactions_update BEFORE UPDATE ON box_compactions
  FOR EACH ROW EXECUTE FUNCTION box_compactions_insert_only__box_compactions_update();
CREATE TRIGGER box_compactions_insert_only__truncate BEFORE TRUNCATE ON box_compactions
  FOR EACH STATEMENT EXECUTE FUNCTION box_compactions_insert_only__box_compactions_delete();

create table box_custodies (
  id integer not null default nextval('box_custodies_id_seq'::regclass),
  election_id integer not null,
  threshold integer not null,
  shares integer not null,
  made_by text not null,
  account_id integer not null,
  made_on date not null,
  constraint box_custodies_pkey PRIMARY KEY (id),
  constraint box_custodies_account_id_foreign FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint box_custodies_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint box_custodies_made_on_check CHECK (((made_on IS NULL) OR ((made_on IS NOT NULL) AND (made_on = made_on)))),
  constraint box_custodies_shares_check CHECK (((shares >= 0) AND (shares = shares))),
  constraint box_custodies_threshold CHECK (((threshold >= 2) AND (threshold < shares))),
  constraint box_custodies_threshold_check CHECK (((threshold >= 0) AND (threshold = threshold)))
);
CREATE INDEX box_custodies_election_id_index ON box_custodies USING btree (election_id);
create function box_custodies_insert_only__box_custodies_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_custodies_insert_only' using errcode = 'check_violation', constraint = 'box_custodies_insert_only'; end if;
  return old;
  end $$;
create function box_custodies_insert_only__box_custodies_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_custodies_insert_only' using errcode = 'check_violation', constraint = 'box_custodies_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER box_custodies_insert_only__box_custodies_delete BEFORE DELETE ON box_custodies
  FOR EACH ROW EXECUTE FUNCTION box_custodies_insert_only__box_custodies_delete();
CREATE TRIGGER box_custodies_insert_only__box_custodies_update BEFORE UPDATE ON box_custodies
  FOR EACH ROW EXECUTE FUNCTION box_custodies_insert_only__box_custodies_update();
CREATE TRIGGER box_custodies_insert_only__truncate BEFORE TRUNCATE ON box_custodies
  FOR EACH STATEMENT EXECUTE FUNCTION box_custodies_insert_only__box_custodies_delete();

create table box_invalid_lines (
  election_id integer not null,
  reason text not null,
  ballots integer not null,
  constraint box_invalid_lines_pkey PRIMARY KEY (election_id, reason),
  constraint box_invalid_lines_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint box_invalid_lines_ballots_check CHECK (((ballots >= 0) AND (ballots = ballots))),
  constraint box_invalid_lines_reason_check CHECK ((reason = ANY (ARRAY['no_cross', 'unclear_candidate', 'too_many_marks', 'too_few_marks', 'recognisable', 'not_official_ballot', 'other'])))
);
create function box_invalid_lines_insert_only__box_invalid_lines_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_invalid_lines_insert_only' using errcode = 'check_violation', constraint = 'box_invalid_lines_insert_only'; end if;
  return old;
  end $$;
create function box_invalid_lines_insert_only__box_invalid_lines_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_invalid_lines_insert_only' using errcode = 'check_violation', constraint = 'box_invalid_lines_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER box_invalid_lines_insert_only__box_invalid_lines_delete BEFORE DELETE ON box_invalid_lines
  FOR EACH ROW EXECUTE FUNCTION box_invalid_lines_insert_only__box_invalid_lines_delete();
CREATE TRIGGER box_invalid_lines_insert_only__box_invalid_lines_update BEFORE UPDATE ON box_invalid_lines
  FOR EACH ROW EXECUTE FUNCTION box_invalid_lines_insert_only__box_invalid_lines_update();
CREATE TRIGGER box_invalid_lines_insert_only__truncate BEFORE TRUNCATE ON box_invalid_lines
  FOR EACH STATEMENT EXECUTE FUNCTION box_invalid_lines_insert_only__box_invalid_lines_delete();

create table box_keys (
  id integer not null default nextval('box_keys_id_seq'::regclass),
  election_id integer not null,
  public_key text not null,
  threshold integer not null,
  shares integer not null,
  made_by text not null,
  made_on date not null,
  constraint box_keys_pkey PRIMARY KEY (id),
  constraint box_keys_public_key_unique UNIQUE (public_key),
  constraint box_keys_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint box_keys_made_on_check CHECK (((made_on IS NULL) OR ((made_on IS NOT NULL) AND (made_on = made_on)))),
  constraint box_keys_shares_check CHECK (((shares >= 0) AND (shares = shares))),
  constraint box_keys_threshold CHECK (((threshold > 0) AND (threshold <= shares))),
  constraint box_keys_threshold_check CHECK (((threshold >= 0) AND (threshold = threshold)))
);
CREATE INDEX box_keys_election_id_index ON box_keys USING btree (election_id);
create function box_keys_insert_only__box_keys_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_keys_insert_only' using errcode = 'check_violation', constraint = 'box_keys_insert_only'; end if;
  return old;
  end $$;
create function box_keys_insert_only__box_keys_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_keys_insert_only' using errcode = 'check_violation', constraint = 'box_keys_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER box_keys_insert_only__box_keys_delete BEFORE DELETE ON box_keys
  FOR EACH ROW EXECUTE FUNCTION box_keys_insert_only__box_keys_delete();
CREATE TRIGGER box_keys_insert_only__box_keys_update BEFORE UPDATE ON box_keys
  FOR EACH ROW EXECUTE FUNCTION box_keys_insert_only__box_keys_update();
CREATE TRIGGER box_keys_insert_only__truncate BEFORE TRUNCATE ON box_keys
  FOR EACH STATEMENT EXECUTE FUNCTION box_keys_insert_only__box_keys_delete();

create table box_lines (
  election_id integer not null,
  candidacy_id integer not null,
  votes integer not null,
  constraint box_lines_pkey PRIMARY KEY (election_id, candidacy_id),
  constraint box_lines_candidacy_id_foreign FOREIGN KEY (candidacy_id) REFERENCES candidacies(id),
  constraint box_lines_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint box_lines_votes_check CHECK (((votes >= 0) AND (votes = votes)))
);
create function box_lines_insert_only__box_lines_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_lines_insert_only' using errcode = 'check_violation', constraint = 'box_lines_insert_only'; end if;
  return old;
  end $$;
create function box_lines_insert_only__box_lines_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_lines_insert_only' using errcode = 'check_violation', constraint = 'box_lines_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER box_lines_insert_only__box_lines_delete BEFORE DELETE ON box_lines
  FOR EACH ROW EXECUTE FUNCTION box_lines_insert_only__box_lines_delete();
CREATE TRIGGER box_lines_insert_only__box_lines_update BEFORE UPDATE ON box_lines
  FOR EACH ROW EXECUTE FUNCTION box_lines_insert_only__box_lines_update();
CREATE TRIGGER box_lines_insert_only__truncate BEFORE TRUNCATE ON box_lines
  FOR EACH STATEMENT EXECUTE FUNCTION box_lines_insert_only__box_lines_delete();

create table box_losses (
  election_id integer not null,
  decided_by text not null,
  decided_on date not null,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  papers integer,
  constraint box_losses_pkey PRIMARY KEY (election_id),
  constraint box_losses_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint box_losses_decided_on_check CHECK (((decided_on IS NULL) OR ((decided_on IS NOT NULL) AND (decided_on = decided_on)))),
  constraint box_losses_papers_check CHECK ((papers >= 0)),
  constraint box_losses_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
create function box_losses_insert_only__box_losses_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_losses_insert_only' using errcode = 'check_violation', constraint = 'box_losses_insert_only'; end if;
  return old;
  end $$;
create function box_losses_insert_only__box_losses_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_losses_insert_only' using errcode = 'check_violation', constraint = 'box_losses_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER box_losses_insert_only__box_losses_delete BEFORE DELETE ON box_losses
  FOR EACH ROW EXECUTE FUNCTION box_losses_insert_only__box_losses_delete();
CREATE TRIGGER box_losses_insert_only__box_losses_update BEFORE UPDATE ON box_losses
  FOR EACH ROW EXECUTE FUNCTION box_losses_insert_only__box_losses_update();
CREATE TRIGGER box_losses_insert_only__truncate BEFORE TRUNCATE ON box_losses
  FOR EACH STATEMENT EXECUTE FUNCTION box_losses_insert_only__box_losses_delete();

create table box_mergers (
  election_id integer not null,
  decided_by text not null,
  decided_on date not null,
  constraint box_mergers_pkey PRIMARY KEY (election_id),
  constraint box_mergers_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint box_mergers_decided_on_check CHECK (((decided_on IS NULL) OR ((decided_on IS NOT NULL) AND (decided_on = decided_on))))
);
create function box_mergers_insert_only__box_mergers_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_mergers_insert_only' using errcode = 'check_violation', constraint = 'box_mergers_insert_only'; end if;
  return old;
  end $$;
create function box_mergers_insert_only__box_mergers_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_mergers_insert_only' using errcode = 'check_violation', constraint = 'box_mergers_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER box_mergers_insert_only__box_mergers_delete BEFORE DELETE ON box_mergers
  FOR EACH ROW EXECUTE FUNCTION box_mergers_insert_only__box_mergers_delete();
CREATE TRIGGER box_mergers_insert_only__box_mergers_update BEFORE UPDATE ON box_mergers
  FOR EACH ROW EXECUTE FUNCTION box_mergers_insert_only__box_mergers_update();
CREATE TRIGGER box_mergers_insert_only__truncate BEFORE TRUNCATE ON box_mergers
  FOR EACH STATEMENT EXECUTE FUNCTION box_mergers_insert_only__box_mergers_delete();

create table box_mixes (
  election_id integer not null,
  sheets integer not null,
  first_witness text not null,
  second_witness text not null,
  mixed_on date not null,
  recorded_by text not null,
  constraint box_mixes_pkey PRIMARY KEY (election_id),
  constraint box_mixes_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint box_mixes_mixed_on_check CHECK (((mixed_on IS NULL) OR ((mixed_on IS NOT NULL) AND (mixed_on = mixed_on)))),
  constraint box_mixes_sheets_check CHECK (((sheets >= 0) AND (sheets = sheets))),
  constraint box_mixes_two_people CHECK ((first_witness <> second_witness))
);
create function box_mixes_insert_only__box_mixes_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_mixes_insert_only' using errcode = 'check_violation', constraint = 'box_mixes_insert_only'; end if;
  return old;
  end $$;
create function box_mixes_insert_only__box_mixes_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_mixes_insert_only' using errcode = 'check_violation', constraint = 'box_mixes_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER box_mixes_insert_only__box_mixes_delete BEFORE DELETE ON box_mixes
  FOR EACH ROW EXECUTE FUNCTION box_mixes_insert_only__box_mixes_delete();
CREATE TRIGGER box_mixes_insert_only__box_mixes_update BEFORE UPDATE ON box_mixes
  FOR EACH ROW EXECUTE FUNCTION box_mixes_insert_only__box_mixes_update();
CREATE TRIGGER box_mixes_insert_only__truncate BEFORE TRUNCATE ON box_mixes
  FOR EACH STATEMENT EXECUTE FUNCTION box_mixes_insert_only__box_mixes_delete();

create table box_mixings (
  id text not null,
  election_id integer not null,
  sealed bytea not null,
  code text not null,
  constraint box_mixings_pkey PRIMARY KEY (id),
  constraint box_mixings_code_key UNIQUE (code),
  constraint box_mixings_election_id_fkey FOREIGN KEY (election_id) REFERENCES elections(id)
);
alter table box_mixings inherit envelopes;
CREATE INDEX box_mixings_election ON box_mixings USING btree (election_id);
create function box_mixings_guarded__box_mixings_delete() returns trigger language plpgsql as $$
  begin
  if (not exists (select 1 from box_openings where election_id = old.election_id) and not (exists (select 1 from ballot_destructions where election_id = old.election_id)
  and (select status from elections where id = old.election_id) in ('final', 'annulled', 'rerun'))) then raise exception 'box_mixings_guarded' using errcode = 'check_violation', constraint = 'box_mixings_guarded'; end if;
  return old;
  end $$;
create function box_mixings_guarded__box_mixings_insert() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_mixings_guarded' using errcode = 'check_violation', constraint = 'box_mixings_guarded'; end if;
  return new;
  end $$;
create function box_mixings_guarded__box_mixings_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_mixings_guarded' using errcode = 'check_violation', constraint = 'box_mixings_guarded'; end if;
  return new;
  end $$;
CREATE TRIGGER box_mixings_guarded__box_mixings_delete BEFORE DELETE ON box_mixings
  FOR EACH ROW EXECUTE FUNCTION box_mixings_guarded__box_mixings_delete();
CREATE TRIGGER box_mixings_guarded__box_mixings_insert BEFORE INSERT ON box_mixings
  FOR EACH ROW EXECUTE FUNCTION box_mixings_guarded__box_mixings_insert();
CREATE TRIGGER box_mixings_guarded__box_mixings_update BEFORE UPDATE ON box_mixings
  FOR EACH ROW EXECUTE FUNCTION box_mixings_guarded__box_mixings_update();
CREATE TRIGGER box_mixings_guarded__truncate BEFORE TRUNCATE ON box_mixings
  FOR EACH STATEMENT EXECUTE FUNCTION box_mixings_guarded__box_mixings_update();

create table box_opening_slips (
  election_id integer not null,
  place integer not null,
  typed_by text not null,
  number integer,
  holder text,
  became text not null,
  constraint box_opening_slips_pkey PRIMARY KEY (election_id, place),
  constraint box_opening_slips_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint box_opening_slips_became_check CHECK ((became = ANY (ARRAY['counted', 'set_aside', 'witness']))),
  constraint box_opening_slips_number_check CHECK (((number >= 0) AND (number = number))),
  constraint box_opening_slips_place_check CHECK (((place >= 0) AND (place = place)))
);
create function box_opening_slips_insert_only__box_opening_slips_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_opening_slips_insert_only' using errcode = 'check_violation', constraint = 'box_opening_slips_insert_only'; end if;
  return old;
  end $$;
create function box_opening_slips_insert_only__box_opening_slips_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_opening_slips_insert_only' using errcode = 'check_violation', constraint = 'box_opening_slips_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER box_opening_slips_insert_only__box_opening_slips_delete BEFORE DELETE ON box_opening_slips
  FOR EACH ROW EXECUTE FUNCTION box_opening_slips_insert_only__box_opening_slips_delete();
CREATE TRIGGER box_opening_slips_insert_only__box_opening_slips_update BEFORE UPDATE ON box_opening_slips
  FOR EACH ROW EXECUTE FUNCTION box_opening_slips_insert_only__box_opening_slips_update();
CREATE TRIGGER box_opening_slips_insert_only__truncate BEFORE TRUNCATE ON box_opening_slips
  FOR EACH STATEMENT EXECUTE FUNCTION box_opening_slips_insert_only__box_opening_slips_delete();

create table box_openings (
  election_id integer not null,
  releases integer not null,
  voided integer not null,
  envelopes integer not null,
  blank integer not null,
  invalid integer not null,
  codes_hash text not null,
  opened_by text not null,
  opened_on date not null,
  constraint box_openings_pkey PRIMARY KEY (election_id),
  constraint box_openings_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint box_openings_account_closes CHECK ((releases = (envelopes + voided))),
  constraint box_openings_blank_check CHECK (((blank >= 0) AND (blank = blank))),
  constraint box_openings_envelopes_check CHECK (((envelopes >= 0) AND (envelopes = envelopes))),
  constraint box_openings_invalid_check CHECK (((invalid >= 0) AND (invalid = invalid))),
  constraint box_openings_opened_on_check CHECK (((opened_on IS NULL) OR ((opened_on IS NOT NULL) AND (opened_on = opened_on)))),
  constraint box_openings_releases_check CHECK (((releases >= 0) AND (releases = releases))),
  constraint box_openings_voided_check CHECK (((voided >= 0) AND (voided = voided)))
);
create function box_openings_insert_only__box_openings_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_openings_insert_only' using errcode = 'check_violation', constraint = 'box_openings_insert_only'; end if;
  return old;
  end $$;
create function box_openings_insert_only__box_openings_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_openings_insert_only' using errcode = 'check_violation', constraint = 'box_openings_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER box_openings_insert_only__box_openings_delete BEFORE DELETE ON box_openings
  FOR EACH ROW EXECUTE FUNCTION box_openings_insert_only__box_openings_delete();
CREATE TRIGGER box_openings_insert_only__box_openings_update BEFORE UPDATE ON box_openings
  FOR EACH ROW EXECUTE FUNCTION box_openings_insert_only__box_openings_update();
CREATE TRIGGER box_openings_insert_only__truncate BEFORE TRUNCATE ON box_openings
  FOR EACH STATEMENT EXECUTE FUNCTION box_openings_insert_only__box_openings_delete();

create table box_prints (
  id integer not null default nextval('box_prints_id_seq'::regclass),
  election_id integer not null,
  number integer not null,
  sheets integer not null,
  reason text,
  printed_by text not null,
  printed_on date not null,
  account_id integer,
  constraint box_prints_pkey PRIMARY KEY (id),
  constraint box_prints_election_id_number_unique UNIQUE (election_id, number),
  constraint box_prints_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint box_prints_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint box_prints_again_for_a_reason CHECK (((number = 1) OR (reason IS NOT NULL))),
  constraint box_prints_number_check CHECK (((number >= 0) AND (number = number))),
  constraint box_prints_printed_on_check CHECK (((printed_on IS NULL) OR ((printed_on IS NOT NULL) AND (printed_on = printed_on)))),
  constraint box_prints_sheets_check CHECK (((sheets >= 0) AND (sheets = sheets)))
);
create function box_prints_insert_only__box_prints_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_prints_insert_only' using errcode = 'check_violation', constraint = 'box_prints_insert_only'; end if;
  return old;
  end $$;
create function box_prints_insert_only__box_prints_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_prints_insert_only' using errcode = 'check_violation', constraint = 'box_prints_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER box_prints_insert_only__box_prints_delete BEFORE DELETE ON box_prints
  FOR EACH ROW EXECUTE FUNCTION box_prints_insert_only__box_prints_delete();
CREATE TRIGGER box_prints_insert_only__box_prints_update BEFORE UPDATE ON box_prints
  FOR EACH ROW EXECUTE FUNCTION box_prints_insert_only__box_prints_update();
CREATE TRIGGER box_prints_insert_only__truncate BEFORE TRUNCATE ON box_prints
  FOR EACH STATEMENT EXECUTE FUNCTION box_prints_insert_only__box_prints_delete();

create table box_shares (
  slip_key_id integer not null,
  box_key_id integer not null,
  sealed text not null,
  constraint box_shares_pkey PRIMARY KEY (slip_key_id),
  constraint box_shares_box_key_id_foreign FOREIGN KEY (box_key_id) REFERENCES box_keys(id),
  constraint box_shares_slip_key_id_foreign FOREIGN KEY (slip_key_id) REFERENCES box_slip_keys(id)
);
CREATE INDEX box_shares_box_key_id_index ON box_shares USING btree (box_key_id);
create function box_shares_insert_only__box_shares_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_shares_insert_only' using errcode = 'check_violation', constraint = 'box_shares_insert_only'; end if;
  return old;
  end $$;
create function box_shares_insert_only__box_shares_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_shares_insert_only' using errcode = 'check_violation', constraint = 'box_shares_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER box_shares_insert_only__box_shares_delete BEFORE DELETE ON box_shares
  FOR EACH ROW EXECUTE FUNCTION box_shares_insert_only__box_shares_delete();
CREATE TRIGGER box_shares_insert_only__box_shares_update BEFORE UPDATE ON box_shares
  FOR EACH ROW EXECUTE FUNCTION box_shares_insert_only__box_shares_update();
CREATE TRIGGER box_shares_insert_only__truncate BEFORE TRUNCATE ON box_shares
  FOR EACH STATEMENT EXECUTE FUNCTION box_shares_insert_only__box_shares_delete();

create table box_sitting_slips (
  election_id integer not null,
  account_id integer not null,
  number integer not null,
  place integer not null,
  session_hash text not null,
  sealed text not null,
  constraint box_sitting_slips_pkey PRIMARY KEY (election_id, account_id),
  constraint box_sitting_slips_election_id_number_unique UNIQUE (election_id, number),
  constraint box_sitting_slips_account_id_foreign FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint box_sitting_slips_election_id_foreign FOREIGN KEY (election_id) REFERENCES box_sittings(election_id),
  constraint box_sitting_slips_number_check CHECK (((number >= 0) AND (number = number))),
  constraint box_sitting_slips_place_check CHECK (((place >= 0) AND (place = place)))
);

create table box_sittings (
  election_id integer not null,
  public_key text not null,
  ends_at text not null,
  constraint box_sittings_pkey PRIMARY KEY (election_id),
  constraint box_sittings_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id)
);

create table box_slip_copies (
  slip_key_id integer not null,
  copied_by text not null,
  account_id integer not null,
  copied_on date not null,
  constraint box_slip_copies_pkey PRIMARY KEY (slip_key_id),
  constraint box_slip_copies_account_id_foreign FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint box_slip_copies_slip_key_id_foreign FOREIGN KEY (slip_key_id) REFERENCES box_slip_keys(id),
  constraint box_slip_copies_copied_on_check CHECK (((copied_on IS NULL) OR ((copied_on IS NOT NULL) AND (copied_on = copied_on))))
);
create function box_slip_copies_insert_only__box_slip_copies_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_slip_copies_insert_only' using errcode = 'check_violation', constraint = 'box_slip_copies_insert_only'; end if;
  return old;
  end $$;
create function box_slip_copies_insert_only__box_slip_copies_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_slip_copies_insert_only' using errcode = 'check_violation', constraint = 'box_slip_copies_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER box_slip_copies_insert_only__box_slip_copies_delete BEFORE DELETE ON box_slip_copies
  FOR EACH ROW EXECUTE FUNCTION box_slip_copies_insert_only__box_slip_copies_delete();
CREATE TRIGGER box_slip_copies_insert_only__box_slip_copies_update BEFORE UPDATE ON box_slip_copies
  FOR EACH ROW EXECUTE FUNCTION box_slip_copies_insert_only__box_slip_copies_update();
CREATE TRIGGER box_slip_copies_insert_only__truncate BEFORE TRUNCATE ON box_slip_copies
  FOR EACH STATEMENT EXECUTE FUNCTION box_slip_copies_insert_only__box_slip_copies_delete();

create table box_slip_keys (
  id integer not null default nextval('box_slip_keys_id_seq'::regclass),
  slip_id integer not null,
  public_key text not null,
  shown_to text not null,
  account_id integer not null,
  shown_on date not null,
  constraint box_slip_keys_pkey PRIMARY KEY (id),
  constraint box_slip_keys_public_key_unique UNIQUE (public_key),
  constraint box_slip_keys_account_id_foreign FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint box_slip_keys_slip_id_foreign FOREIGN KEY (slip_id) REFERENCES box_slips(id),
  constraint box_slip_keys_shown_on_check CHECK (((shown_on IS NULL) OR ((shown_on IS NOT NULL) AND (shown_on = shown_on))))
);
CREATE INDEX box_slip_keys_slip_id_index ON box_slip_keys USING btree (slip_id);
create function box_slip_keys_insert_only__box_slip_keys_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_slip_keys_insert_only' using errcode = 'check_violation', constraint = 'box_slip_keys_insert_only'; end if;
  return old;
  end $$;
create function box_slip_keys_insert_only__box_slip_keys_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_slip_keys_insert_only' using errcode = 'check_violation', constraint = 'box_slip_keys_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER box_slip_keys_insert_only__box_slip_keys_delete BEFORE DELETE ON box_slip_keys
  FOR EACH ROW EXECUTE FUNCTION box_slip_keys_insert_only__box_slip_keys_delete();
CREATE TRIGGER box_slip_keys_insert_only__box_slip_keys_update BEFORE UPDATE ON box_slip_keys
  FOR EACH ROW EXECUTE FUNCTION box_slip_keys_insert_only__box_slip_keys_update();
CREATE TRIGGER box_slip_keys_insert_only__truncate BEFORE TRUNCATE ON box_slip_keys
  FOR EACH STATEMENT EXECUTE FUNCTION box_slip_keys_insert_only__box_slip_keys_delete();

create table box_slip_trials (
  slip_key_id integer not null,
  account_id integer not null,
  tried_by text not null,
  tried_on date not null,
  constraint box_slip_trials_pkey PRIMARY KEY (slip_key_id, account_id),
  constraint box_slip_trials_account_id_foreign FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint box_slip_trials_slip_key_id_foreign FOREIGN KEY (slip_key_id) REFERENCES box_slip_keys(id),
  constraint box_slip_trials_tried_on_check CHECK (((tried_on IS NULL) OR ((tried_on IS NOT NULL) AND (tried_on = tried_on))))
);
create function box_slip_trials_insert_only__box_slip_trials_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_slip_trials_insert_only' using errcode = 'check_violation', constraint = 'box_slip_trials_insert_only'; end if;
  return old;
  end $$;
create function box_slip_trials_insert_only__box_slip_trials_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_slip_trials_insert_only' using errcode = 'check_violation', constraint = 'box_slip_trials_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER box_slip_trials_insert_only__box_slip_trials_delete BEFORE DELETE ON box_slip_trials
  FOR EACH ROW EXECUTE FUNCTION box_slip_trials_insert_only__box_slip_trials_delete();
CREATE TRIGGER box_slip_trials_insert_only__box_slip_trials_update BEFORE UPDATE ON box_slip_trials
  FOR EACH ROW EXECUTE FUNCTION box_slip_trials_insert_only__box_slip_trials_update();
CREATE TRIGGER box_slip_trials_insert_only__truncate BEFORE TRUNCATE ON box_slip_trials
  FOR EACH STATEMENT EXECUTE FUNCTION box_slip_trials_insert_only__box_slip_trials_delete();

create table box_slips (
  id integer not null default nextval('box_slips_id_seq'::regclass),
  custody_id integer not null,
  number integer not null,
  holder text not null,
  account_id integer,
  constraint box_slips_pkey PRIMARY KEY (id),
  constraint box_slips_custody_id_account_id_unique UNIQUE (custody_id, account_id),
  constraint box_slips_custody_id_holder_unique UNIQUE (custody_id, holder),
  constraint box_slips_custody_id_number_unique UNIQUE (custody_id, number),
  constraint box_slips_account_id_foreign FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint box_slips_custody_id_foreign FOREIGN KEY (custody_id) REFERENCES box_custodies(id),
  constraint box_slips_number_check CHECK (((number >= 0) AND (number = number)))
);
create function box_slips_insert_only__box_slips_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_slips_insert_only' using errcode = 'check_violation', constraint = 'box_slips_insert_only'; end if;
  return old;
  end $$;
create function box_slips_insert_only__box_slips_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_slips_insert_only' using errcode = 'check_violation', constraint = 'box_slips_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER box_slips_insert_only__box_slips_delete BEFORE DELETE ON box_slips
  FOR EACH ROW EXECUTE FUNCTION box_slips_insert_only__box_slips_delete();
CREATE TRIGGER box_slips_insert_only__box_slips_update BEFORE UPDATE ON box_slips
  FOR EACH ROW EXECUTE FUNCTION box_slips_insert_only__box_slips_update();
CREATE TRIGGER box_slips_insert_only__truncate BEFORE TRUNCATE ON box_slips
  FOR EACH STATEMENT EXECUTE FUNCTION box_slips_insert_only__box_slips_delete();

create table box_trials (
  box_key_id integer not null,
  tried_by text not null,
  tried_on date not null,
  constraint box_trials_pkey PRIMARY KEY (box_key_id),
  constraint box_trials_box_key_id_foreign FOREIGN KEY (box_key_id) REFERENCES box_keys(id),
  constraint box_trials_tried_on_check CHECK (((tried_on IS NULL) OR ((tried_on IS NOT NULL) AND (tried_on = tried_on))))
);
create function box_trials_insert_only__box_trials_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_trials_insert_only' using errcode = 'check_violation', constraint = 'box_trials_insert_only'; end if;
  return old;
  end $$;
create function box_trials_insert_only__box_trials_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'box_trials_insert_only' using errcode = 'check_violation', constraint = 'box_trials_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER box_trials_insert_only__box_trials_delete BEFORE DELETE ON box_trials
  FOR EACH ROW EXECUTE FUNCTION box_trials_insert_only__box_trials_delete();
CREATE TRIGGER box_trials_insert_only__box_trials_update BEFORE UPDATE ON box_trials
  FOR EACH ROW EXECUTE FUNCTION box_trials_insert_only__box_trials_update();
CREATE TRIGGER box_trials_insert_only__truncate BEFORE TRUNCATE ON box_trials
  FOR EACH STATEMENT EXECUTE FUNCTION box_trials_insert_only__box_trials_delete();

create table candidacies (
  id integer not null default nextval('candidacies_id_seq'::regclass),
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
  erased_on date,
  withdrawn_because text,
  constraint candidacies_pkey PRIMARY KEY (id),
  constraint candidacies_election_id_ballot_position_unique UNIQUE (election_id, ballot_position),
  constraint candidacies_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint candidacies_person_id_foreign FOREIGN KEY (person_id) REFERENCES people(id),
  constraint candidacies_ballot_position_check CHECK (((ballot_position >= 0) AND (ballot_position = ballot_position))),
  constraint candidacies_consented_on_check CHECK (((consented_on IS NULL) OR ((consented_on IS NOT NULL) AND (consented_on = consented_on)))),
  constraint candidacies_eligibility_checked_on_check CHECK (((eligibility_checked_on IS NULL) OR ((eligibility_checked_on IS NOT NULL) AND (eligibility_checked_on = eligibility_checked_on)))),
  constraint candidacies_eligible_as_check CHECK ((eligible_as = ANY (ARRAY['resident', 'active']))),
  constraint candidacies_erased_on_check CHECK (((erased_on IS NULL) OR ((erased_on IS NOT NULL) AND (erased_on = erased_on)))),
  constraint candidacies_withdrawn_because_check CHECK ((withdrawn_because = ANY (ARRAY['withdrew', 'died', 'not_eligible']))),
  constraint candidacies_withdrawn_on_check CHECK (((withdrawn_on IS NULL) OR ((withdrawn_on IS NOT NULL) AND (withdrawn_on = withdrawn_on))))
);
CREATE INDEX candidacies_election_id_index ON candidacies USING btree (election_id);
CREATE UNIQUE INDEX candidacies_symbol ON candidacies USING btree (election_id, symbol) WHERE (withdrawn_on IS NULL);

create table candidate_photos (
  candidacy_id integer not null,
  jpeg bytea not null,
  sha256 text not null,
  added_on date not null,
  constraint candidate_photos_pkey PRIMARY KEY (candidacy_id),
  constraint candidate_photos_candidacy_id_foreign FOREIGN KEY (candidacy_id) REFERENCES candidacies(id),
  constraint candidate_photos_added_on_check CHECK (((added_on IS NULL) OR ((added_on IS NOT NULL) AND (added_on = added_on))))
);

create table certifications (
  id integer not null default nextval('certifications_id_seq'::regclass),
  election_id integer not null,
  round integer not null,
  account_id integer not null,
  certifier text not null,
  result_hash text not null,
  certified_on date not null,
  constraint certifications_pkey PRIMARY KEY (id),
  constraint certifications_election_id_round_account_id_unique UNIQUE (election_id, round, account_id),
  constraint certifications_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint certifications_certified_on_check CHECK (((certified_on IS NULL) OR ((certified_on IS NOT NULL) AND (certified_on = certified_on))))
);
create function certifications_insert_only__certifications_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'certifications_insert_only' using errcode = 'check_violation', constraint = 'certifications_insert_only'; end if;
  return old;
  end $$;
create function certifications_insert_only__certifications_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'certifications_insert_only' using errcode = 'check_violation', constraint = 'certifications_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER certifications_insert_only__certifications_delete BEFORE DELETE ON certifications
  FOR EACH ROW EXECUTE FUNCTION certifications_insert_only__certifications_delete();
CREATE TRIGGER certifications_insert_only__certifications_update BEFORE UPDATE ON certifications
  FOR EACH ROW EXECUTE FUNCTION certifications_insert_only__certifications_update();
CREATE TRIGGER certifications_insert_only__truncate BEFORE TRUNCATE ON certifications
  FOR EACH STATEMENT EXECUTE FUNCTION certifications_insert_only__certifications_delete();

create table chair_items (
  officeholding_id integer not null,
  meeting_id integer not null,
  recorded_by text not null,
  recorded_on date not null,
  constraint chair_items_pkey PRIMARY KEY (officeholding_id),
  constraint chair_items_meeting_id_foreign FOREIGN KEY (meeting_id) REFERENCES meetings(id),
  constraint chair_items_officeholding_id_foreign FOREIGN KEY (officeholding_id) REFERENCES officeholdings(id),
  constraint chair_items_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
CREATE INDEX chair_items_meeting_id_index ON chair_items USING btree (meeting_id);
create function chair_items_insert_only__chair_items_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'chair_items_insert_only' using errcode = 'check_violation', constraint = 'chair_items_insert_only'; end if;
  return old;
  end $$;
create function chair_items_insert_only__chair_items_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'chair_items_insert_only' using errcode = 'check_violation', constraint = 'chair_items_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER chair_items_insert_only__chair_items_delete BEFORE DELETE ON chair_items
  FOR EACH ROW EXECUTE FUNCTION chair_items_insert_only__chair_items_delete();
CREATE TRIGGER chair_items_insert_only__chair_items_update BEFORE UPDATE ON chair_items
  FOR EACH ROW EXECUTE FUNCTION chair_items_insert_only__chair_items_update();
CREATE TRIGGER chair_items_insert_only__truncate BEFORE TRUNCATE ON chair_items
  FOR EACH STATEMENT EXECUTE FUNCTION chair_items_insert_only__chair_items_delete();

create table complaint_decisions (
  complaint_id integer not null,
  outcome text not null,
  decided_by text not null,
  decided_on date not null,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  constraint complaint_decisions_pkey PRIMARY KEY (complaint_id),
  constraint complaint_decisions_complaint_id_foreign FOREIGN KEY (complaint_id) REFERENCES complaints(id),
  constraint complaint_decisions_decided_on_check CHECK (((decided_on IS NULL) OR ((decided_on IS NOT NULL) AND (decided_on = decided_on)))),
  constraint complaint_decisions_outcome_check CHECK ((outcome = ANY (ARRAY['dismissed', 'recount', 'annulled']))),
  constraint complaint_decisions_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
create function complaint_decisions_insert_only__complaint_decisions_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'complaint_decisions_insert_only' using errcode = 'check_violation', constraint = 'complaint_decisions_insert_only'; end if;
  return old;
  end $$;
create function complaint_decisions_insert_only__complaint_decisions_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'complaint_decisions_insert_only' using errcode = 'check_violation', constraint = 'complaint_decisions_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER complaint_decisions_insert_only__complaint_decisions_delete BEFORE DELETE ON complaint_decisions
  FOR EACH ROW EXECUTE FUNCTION complaint_decisions_insert_only__complaint_decisions_delete();
CREATE TRIGGER complaint_decisions_insert_only__complaint_decisions_update BEFORE UPDATE ON complaint_decisions
  FOR EACH ROW EXECUTE FUNCTION complaint_decisions_insert_only__complaint_decisions_update();
CREATE TRIGGER complaint_decisions_insert_only__truncate BEFORE TRUNCATE ON complaint_decisions
  FOR EACH STATEMENT EXECUTE FUNCTION complaint_decisions_insert_only__complaint_decisions_delete();

create table complaints (
  id integer not null default nextval('complaints_id_seq'::regclass),
  election_id integer not null,
  received_on date not null,
  received_by text not null,
  complainant text not null,
  text text not null,
  late integer not null,
  recorded_by text not null,
  recorded_on date not null,
  constraint complaints_pkey PRIMARY KEY (id),
  constraint complaints_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint complaints_late_check CHECK (((late >= 0) AND (late = late))),
  constraint complaints_received_on_check CHECK (((received_on IS NULL) OR ((received_on IS NOT NULL) AND (received_on = received_on)))),
  constraint complaints_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
CREATE INDEX complaints_election_id_index ON complaints USING btree (election_id);
create function complaints_insert_only__complaints_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'complaints_insert_only' using errcode = 'check_violation', constraint = 'complaints_insert_only'; end if;
  return old;
  end $$;
create function complaints_insert_only__complaints_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'complaints_insert_only' using errcode = 'check_violation', constraint = 'complaints_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER complaints_insert_only__complaints_delete BEFORE DELETE ON complaints
  FOR EACH ROW EXECUTE FUNCTION complaints_insert_only__complaints_delete();
CREATE TRIGGER complaints_insert_only__complaints_update BEFORE UPDATE ON complaints
  FOR EACH ROW EXECUTE FUNCTION complaints_insert_only__complaints_update();
CREATE TRIGGER complaints_insert_only__truncate BEFORE TRUNCATE ON complaints
  FOR EACH STATEMENT EXECUTE FUNCTION complaints_insert_only__complaints_delete();

create table count_lines (
  count_id integer not null,
  candidacy_id integer not null,
  votes integer not null,
  constraint count_lines_pkey PRIMARY KEY (count_id, candidacy_id),
  constraint count_lines_candidacy_id_foreign FOREIGN KEY (candidacy_id) REFERENCES candidacies(id),
  constraint count_lines_count_id_foreign FOREIGN KEY (count_id) REFERENCES counts(id),
  constraint count_lines_votes_check CHECK (((votes >= 0) AND (votes = votes)))
);
create function count_lines_insert_only__count_lines_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'count_lines_insert_only' using errcode = 'check_violation', constraint = 'count_lines_insert_only'; end if;
  return old;
  end $$;
create function count_lines_insert_only__count_lines_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'count_lines_insert_only' using errcode = 'check_violation', constraint = 'count_lines_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER count_lines_insert_only__count_lines_delete BEFORE DELETE ON count_lines
  FOR EACH ROW EXECUTE FUNCTION count_lines_insert_only__count_lines_delete();
CREATE TRIGGER count_lines_insert_only__count_lines_update BEFORE UPDATE ON count_lines
  FOR EACH ROW EXECUTE FUNCTION count_lines_insert_only__count_lines_update();
CREATE TRIGGER count_lines_insert_only__truncate BEFORE TRUNCATE ON count_lines
  FOR EACH STATEMENT EXECUTE FUNCTION count_lines_insert_only__count_lines_delete();

create table counts (
  id integer not null default nextval('counts_id_seq'::regclass),
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
  constraint counts_pkey PRIMARY KEY (id),
  constraint counts_election_id_round_account_id_unique UNIQUE (election_id, round, account_id),
  constraint counts_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint counts_ballots_in_box_check CHECK (((ballots_in_box >= 0) AND (ballots_in_box = ballots_in_box))),
  constraint counts_blank_check CHECK (((blank >= 0) AND (blank = blank))),
  constraint counts_invalid_check CHECK (((invalid >= 0) AND (invalid = invalid))),
  constraint counts_made_on_check CHECK (((made_on IS NULL) OR ((made_on IS NOT NULL) AND (made_on = made_on)))),
  constraint counts_round CHECK ((round > 0)),
  constraint counts_within_the_box CHECK (((blank + invalid) <= ballots_in_box))
);
create function counts_insert_only__counts_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'counts_insert_only' using errcode = 'check_violation', constraint = 'counts_insert_only'; end if;
  return old;
  end $$;
create function counts_insert_only__counts_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'counts_insert_only' using errcode = 'check_violation', constraint = 'counts_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER counts_insert_only__counts_delete BEFORE DELETE ON counts
  FOR EACH ROW EXECUTE FUNCTION counts_insert_only__counts_delete();
CREATE TRIGGER counts_insert_only__counts_update BEFORE UPDATE ON counts
  FOR EACH ROW EXECUTE FUNCTION counts_insert_only__counts_update();
CREATE TRIGGER counts_insert_only__truncate BEFORE TRUNCATE ON counts
  FOR EACH STATEMENT EXECUTE FUNCTION counts_insert_only__counts_delete();

create table destroyed_packages (
  package_id integer not null,
  election_id integer not null,
  constraint destroyed_packages_pkey PRIMARY KEY (package_id),
  constraint destroyed_packages_election_id_foreign FOREIGN KEY (election_id) REFERENCES ballot_destructions(election_id),
  constraint destroyed_packages_package_id_foreign FOREIGN KEY (package_id) REFERENCES packages(id)
);
CREATE INDEX destroyed_packages_election_id_index ON destroyed_packages USING btree (election_id);
create function destroyed_packages_insert_only__destroyed_packages_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'destroyed_packages_insert_only' using errcode = 'check_violation', constraint = 'destroyed_packages_insert_only'; end if;
  return old;
  end $$;
create function destroyed_packages_insert_only__destroyed_packages_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'destroyed_packages_insert_only' using errcode = 'check_violation', constraint = 'destroyed_packages_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER destroyed_packages_insert_only__destroyed_packages_delete BEFORE DELETE ON destroyed_packages
  FOR EACH ROW EXECUTE FUNCTION destroyed_packages_insert_only__destroyed_packages_delete();
CREATE TRIGGER destroyed_packages_insert_only__destroyed_packages_update BEFORE UPDATE ON destroyed_packages
  FOR EACH ROW EXECUTE FUNCTION destroyed_packages_insert_only__destroyed_packages_update();
CREATE TRIGGER destroyed_packages_insert_only__truncate BEFORE TRUNCATE ON destroyed_packages
  FOR EACH STATEMENT EXECUTE FUNCTION destroyed_packages_insert_only__destroyed_packages_delete();

create table difference_checks (
  id integer not null default nextval('difference_checks_id_seq'::regclass),
  election_id integer not null,
  round integer not null,
  answers text not null,
  note text,
  checked_by text not null,
  checked_on date not null,
  constraint difference_checks_pkey PRIMARY KEY (id),
  constraint difference_checks_election_id_round_unique UNIQUE (election_id, round),
  constraint difference_checks_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint difference_checks_checked_on_check CHECK (((checked_on IS NULL) OR ((checked_on IS NOT NULL) AND (checked_on = checked_on)))),
  constraint difference_checks_round_check CHECK (((round >= 0) AND (round = round)))
);
create function difference_checks_insert_only__difference_checks_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'difference_checks_insert_only' using errcode = 'check_violation', constraint = 'difference_checks_insert_only'; end if;
  return old;
  end $$;
create function difference_checks_insert_only__difference_checks_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'difference_checks_insert_only' using errcode = 'check_violation', constraint = 'difference_checks_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER difference_checks_insert_only__difference_checks_delete BEFORE DELETE ON difference_checks
  FOR EACH ROW EXECUTE FUNCTION difference_checks_insert_only__difference_checks_delete();
CREATE TRIGGER difference_checks_insert_only__difference_checks_update BEFORE UPDATE ON difference_checks
  FOR EACH ROW EXECUTE FUNCTION difference_checks_insert_only__difference_checks_update();
CREATE TRIGGER difference_checks_insert_only__truncate BEFORE TRUNCATE ON difference_checks
  FOR EACH STATEMENT EXECUTE FUNCTION difference_checks_insert_only__difference_checks_delete();

create table draws (
  id integer not null default nextval('draws_id_seq'::regclass),
  election_id integer not null,
  about text not null,
  round integer not null,
  seed text not null,
  commitment text not null,
  prepared_by text not null,
  prepared_on date not null,
  constraint draws_pkey PRIMARY KEY (id),
  constraint draws_commitment_unique UNIQUE (commitment),
  constraint draws_election_id_about_round_unique UNIQUE (election_id, about, round),
  constraint draws_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint draws_about_check CHECK ((about = ANY (ARRAY['tie', 'ballot_order']))),
  constraint draws_prepared_on_check CHECK (((prepared_on IS NULL) OR ((prepared_on IS NOT NULL) AND (prepared_on = prepared_on)))),
  constraint draws_round_check CHECK (((round >= 0) AND (round = round)))
);
CREATE INDEX draws_election_id_index ON draws USING btree (election_id);
create function draws_insert_only__draws_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'draws_insert_only' using errcode = 'check_violation', constraint = 'draws_insert_only'; end if;
  return old;
  end $$;
create function draws_insert_only__draws_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'draws_insert_only' using errcode = 'check_violation', constraint = 'draws_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER draws_insert_only__draws_delete BEFORE DELETE ON draws
  FOR EACH ROW EXECUTE FUNCTION draws_insert_only__draws_delete();
CREATE TRIGGER draws_insert_only__draws_update BEFORE UPDATE ON draws
  FOR EACH ROW EXECUTE FUNCTION draws_insert_only__draws_update();
CREATE TRIGGER draws_insert_only__truncate BEFORE TRUNCATE ON draws
  FOR EACH STATEMENT EXECUTE FUNCTION draws_insert_only__draws_delete();

create table election_board (
  election_id integer not null,
  account_id integer not null,
  constraint election_board_pkey PRIMARY KEY (election_id, account_id),
  constraint election_board_account_id_foreign FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint election_board_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id)
);

create table election_call_offs (
  election_id integer not null,
  decided_by text not null,
  decided_on date not null,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  constraint election_call_offs_pkey PRIMARY KEY (election_id),
  constraint election_call_offs_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint election_call_offs_decided_on_check CHECK (((decided_on IS NULL) OR ((decided_on IS NOT NULL) AND (decided_on = decided_on)))),
  constraint election_call_offs_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
create function election_call_offs_insert_only__election_call_offs_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'election_call_offs_insert_only' using errcode = 'check_violation', constraint = 'election_call_offs_insert_only'; end if;
  return old;
  end $$;
create function election_call_offs_insert_only__election_call_offs_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'election_call_offs_insert_only' using errcode = 'check_violation', constraint = 'election_call_offs_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER election_call_offs_insert_only__election_call_offs_delete BEFORE DELETE ON election_call_offs
  FOR EACH ROW EXECUTE FUNCTION election_call_offs_insert_only__election_call_offs_delete();
CREATE TRIGGER election_call_offs_insert_only__election_call_offs_update BEFORE UPDATE ON election_call_offs
  FOR EACH ROW EXECUTE FUNCTION election_call_offs_insert_only__election_call_offs_update();
CREATE TRIGGER election_call_offs_insert_only__truncate BEFORE TRUNCATE ON election_call_offs
  FOR EACH STATEMENT EXECUTE FUNCTION election_call_offs_insert_only__election_call_offs_delete();

create table election_incidents (
  id integer not null default nextval('election_incidents_id_seq'::regclass),
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
  account_id integer,
  constraint election_incidents_pkey PRIMARY KEY (id),
  constraint election_incidents_election_id_number_unique UNIQUE (election_id, number),
  constraint election_incidents_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint election_incidents_candidacy_id_foreign FOREIGN KEY (candidacy_id) REFERENCES candidacies(id),
  constraint election_incidents_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint election_incidents_because_check CHECK ((because = ANY (ARRAY['died', 'not_eligible', 'misspelt', 'other']))),
  constraint election_incidents_effect CHECK ((((because = ANY (ARRAY['died', 'not_eligible'])) = (effect = ANY (ARRAY['seat_open', 'seat_next']))) OR (effect = 'stops'))),
  constraint election_incidents_effect_check CHECK ((effect = ANY (ARRAY['none', 'seat_open', 'seat_next', 'stops']))),
  constraint election_incidents_learnt_on_check CHECK (((learnt_on IS NULL) OR ((learnt_on IS NOT NULL) AND (learnt_on = learnt_on)))),
  constraint election_incidents_misled CHECK ((misled = ANY (ARRAY[0, 1]))),
  constraint election_incidents_misled_check CHECK (((misled >= 0) AND (misled = misled))),
  constraint election_incidents_number_check CHECK (((number >= 0) AND (number = number))),
  constraint election_incidents_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
create function election_incidents_insert_only__election_incidents_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'election_incidents_insert_only' using errcode = 'check_violation', constraint = 'election_incidents_insert_only'; end if;
  return old;
  end $$;
create function election_incidents_insert_only__election_incidents_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'election_incidents_insert_only' using errcode = 'check_violation', constraint = 'election_incidents_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER election_incidents_insert_only__election_incidents_delete BEFORE DELETE ON election_incidents
  FOR EACH ROW EXECUTE FUNCTION election_incidents_insert_only__election_incidents_delete();
CREATE TRIGGER election_incidents_insert_only__election_incidents_update BEFORE UPDATE ON election_incidents
  FOR EACH ROW EXECUTE FUNCTION election_incidents_insert_only__election_incidents_update();
CREATE TRIGGER election_incidents_insert_only__truncate BEFORE TRUNCATE ON election_incidents
  FOR EACH STATEMENT EXECUTE FUNCTION election_incidents_insert_only__election_incidents_delete();

create table election_moves (
  id integer not null default nextval('election_moves_id_seq'::regclass),
  election_id integer not null,
  was date not null,
  polling_on date not null,
  reason text not null,
  list_version integer not null,
  moved_by text not null,
  moved_on date not null,
  constraint election_moves_pkey PRIMARY KEY (id),
  constraint election_moves_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint election_moves_another_day CHECK ((was <> polling_on)),
  constraint election_moves_list_version_check CHECK (((list_version >= 0) AND (list_version = list_version))),
  constraint election_moves_moved_on_check CHECK (((moved_on IS NULL) OR ((moved_on IS NOT NULL) AND (moved_on = moved_on)))),
  constraint election_moves_polling_on_check CHECK (((polling_on IS NULL) OR ((polling_on IS NOT NULL) AND (polling_on = polling_on)))),
  constraint election_moves_was_check CHECK (((was IS NULL) OR ((was IS NOT NULL) AND (was = was))))
);
CREATE INDEX election_moves_election_id_index ON election_moves USING btree (election_id);
create function election_moves_insert_only__election_moves_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'election_moves_insert_only' using errcode = 'check_violation', constraint = 'election_moves_insert_only'; end if;
  return old;
  end $$;
create function election_moves_insert_only__election_moves_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'election_moves_insert_only' using errcode = 'check_violation', constraint = 'election_moves_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER election_moves_insert_only__election_moves_delete BEFORE DELETE ON election_moves
  FOR EACH ROW EXECUTE FUNCTION election_moves_insert_only__election_moves_delete();
CREATE TRIGGER election_moves_insert_only__election_moves_update BEFORE UPDATE ON election_moves
  FOR EACH ROW EXECUTE FUNCTION election_moves_insert_only__election_moves_update();
CREATE TRIGGER election_moves_insert_only__truncate BEFORE TRUNCATE ON election_moves
  FOR EACH STATEMENT EXECUTE FUNCTION election_moves_insert_only__election_moves_delete();

create table elections (
  id integer not null default nextval('elections_id_seq'::regclass),
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
  list_version integer not null default 0,
  roll_kind text not null default 'counted',
  uncontested_body text,
  uncontested_on date,
  means text not null default 'paper',
  constraint elections_pkey PRIMARY KEY (id),
  constraint elections_area_id_foreign FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint elections_statutes_version_id_foreign FOREIGN KEY (statutes_version_id) REFERENCES statutes_versions(id),
  constraint elections_term_id_foreign FOREIGN KEY (term_id) REFERENCES terms(id),
  constraint elections_candidates_before_polling CHECK ((candidates_by <= polling_on)),
  constraint elections_candidates_by_check CHECK (((candidates_by IS NULL) OR ((candidates_by IS NOT NULL) AND (candidates_by = candidates_by)))),
  constraint elections_complaints_until_check CHECK (((complaints_until IS NULL) OR ((complaints_until IS NOT NULL) AND (complaints_until = complaints_until)))),
  constraint elections_kind_check CHECK ((kind = ANY (ARRAY['ordinary', 'by_election', 'rerun']))),
  constraint elections_means_check CHECK ((means = ANY (ARRAY['paper', 'booth', 'both']))),
  constraint elections_polling_on_check CHECK (((polling_on IS NULL) OR ((polling_on IS NOT NULL) AND (polling_on = polling_on)))),
  constraint elections_roll_kind_check CHECK ((roll_kind = ANY (ARRAY['named', 'alias', 'counted']))),
  constraint elections_seats CHECK ((seats > 0)),
  constraint elections_status_check CHECK ((status = ANY (ARRAY['planned', 'nominating', 'listed', 'polling', 'stopped', 'closed', 'counted', 'lot_required', 'uncontested', 'unfilled', 'certified', 'final', 'annulled', 'rerun', 'called_off']))),
  constraint elections_uncontested_is_decided CHECK (((status <> 'uncontested') OR ((uncontested_body IS NOT NULL) AND (uncontested_on IS NOT NULL)))),
  constraint elections_uncontested_on_check CHECK (((uncontested_on IS NULL) OR ((uncontested_on IS NOT NULL) AND (uncontested_on = uncontested_on))))
);
CREATE INDEX elections_area_id_index ON elections USING btree (area_id);

create table entered_papers (
  id text not null,
  election_id integer not null,
  sealed bytea not null,
  code text not null,
  constraint entered_papers_pkey PRIMARY KEY (id),
  constraint entered_papers_code_key UNIQUE (code),
  constraint entered_papers_election_id_fkey FOREIGN KEY (election_id) REFERENCES paper_entries(election_id)
);
CREATE INDEX entered_papers_election ON entered_papers USING btree (election_id);
create function entered_papers_guarded__entered_papers_delete() returns trigger language plpgsql as $$
  begin
  if (not (exists (select 1 from paper_entry_turns where election_id = old.election_id and number > 0) or exists (select 1 from box_openings where election_id = old.election_id) or (exists (select 1 from ballot_destructions where election_id = old.election_id)
  and (select status from elections where id = old.election_id) in ('final', 'annulled', 'rerun')))) then raise exception 'entered_papers_guarded' using errcode = 'check_violation', constraint = 'entered_papers_guarded'; end if;
  return old;
  end $$;
create function entered_papers_guarded__entered_papers_insert() returns trigger language plpgsql as $$
  begin
  if (not (exists (select 1 from paper_entry_turns where election_id = new.election_id and number > 0) and (select status from elections where id = new.election_id) = 'closed')) then raise exception 'entered_papers_guarded' using errcode = 'check_violation', constraint = 'entered_papers_guarded'; end if;
  return new;
  end $$;
create function entered_papers_guarded__entered_papers_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'entered_papers_guarded' using errcode = 'check_violation', constraint = 'entered_papers_guarded'; end if;
  return new;
  end $$;
CREATE TRIGGER entered_papers_guarded__entered_papers_delete BEFORE DELETE ON entered_papers
  FOR EACH ROW EXECUTE FUNCTION entered_papers_guarded__entered_papers_delete();
CREATE TRIGGER entered_papers_guarded__entered_papers_insert BEFORE INSERT ON entered_papers
  FOR EACH ROW EXECUTE FUNCTION entered_papers_guarded__entered_papers_insert();
CREATE TRIGGER entered_papers_guarded__entered_papers_update BEFORE UPDATE ON entered_papers
  FOR EACH ROW EXECUTE FUNCTION entered_papers_guarded__entered_papers_update();

create table envelopes (
  id text not null,
  election_id integer not null,
  sealed bytea not null,
  code text not null,
  constraint envelopes_pkey PRIMARY KEY (id),
  constraint envelopes_code_key UNIQUE (code),
  constraint envelopes_election_id_fkey FOREIGN KEY (election_id) REFERENCES elections(id)
);
CREATE INDEX envelopes_election ON envelopes USING btree (election_id);
create function envelopes_guarded__envelopes_delete() returns trigger language plpgsql as $$
  begin
  if (not exists (select 1 from box_openings where election_id = old.election_id) and not (exists (select 1 from ballot_destructions where election_id = old.election_id)
  and (select status from elections where id = old.election_id) in ('final', 'annulled', 'rerun'))) then raise exception 'envelopes_guarded' using errcode = 'check_violation', constraint = 'envelopes_guarded'; end if;
  return old;
  end $$;
create function envelopes_guarded__envelopes_insert() returns trigger language plpgsql as $$
  begin
  if ((select status from elections where id = new.election_id) <> 'polling' or exists (select 1 from box_mixings where id = new.id or code = new.code)) then raise exception 'envelopes_guarded' using errcode = 'check_violation', constraint = 'envelopes_guarded'; end if;
  return new;
  end $$;
create function envelopes_guarded__envelopes_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'envelopes_guarded' using errcode = 'check_violation', constraint = 'envelopes_guarded'; end if;
  return new;
  end $$;
CREATE TRIGGER envelopes_guarded__envelopes_delete BEFORE DELETE ON envelopes
  FOR EACH ROW EXECUTE FUNCTION envelopes_guarded__envelopes_delete();
CREATE TRIGGER envelopes_guarded__envelopes_insert BEFORE INSERT ON envelopes
  FOR EACH ROW EXECUTE FUNCTION envelopes_guarded__envelopes_insert();
CREATE TRIGGER envelopes_guarded__envelopes_update BEFORE UPDATE ON envelopes
  FOR EACH ROW EXECUTE FUNCTION envelopes_guarded__envelopes_update();
CREATE TRIGGER envelopes_guarded__truncate BEFORE TRUNCATE ON envelopes
  FOR EACH STATEMENT EXECUTE FUNCTION envelopes_guarded__envelopes_update();

create table erasures (
  id integer not null default nextval('erasures_id_seq'::regclass),
  person_id integer not null,
  scope text not null,
  ground text not null,
  asked_on date,
  reason text,
  recorded_by text not null,
  recorded_on date not null,
  constraint erasures_pkey PRIMARY KEY (id),
  constraint erasures_person_id_foreign FOREIGN KEY (person_id) REFERENCES people(id),
  constraint erasures_asked CHECK (((ground = 'request') = ((asked_on IS NOT NULL) AND (reason IS NOT NULL)))),
  constraint erasures_asked_on_check CHECK (((asked_on IS NULL) OR ((asked_on IS NOT NULL) AND (asked_on = asked_on)))),
  constraint erasures_ground_check CHECK ((ground = ANY (ARRAY['request', 'rule']))),
  constraint erasures_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on)))),
  constraint erasures_scope_check CHECK ((scope = ANY (ARRAY['contact', 'all'])))
);
CREATE INDEX erasures_person_id_index ON erasures USING btree (person_id);
create function erasures_insert_only__erasures_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'erasures_insert_only' using errcode = 'check_violation', constraint = 'erasures_insert_only'; end if;
  return old;
  end $$;
create function erasures_insert_only__erasures_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'erasures_insert_only' using errcode = 'check_violation', constraint = 'erasures_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER erasures_insert_only__erasures_delete BEFORE DELETE ON erasures
  FOR EACH ROW EXECUTE FUNCTION erasures_insert_only__erasures_delete();
CREATE TRIGGER erasures_insert_only__erasures_update BEFORE UPDATE ON erasures
  FOR EACH ROW EXECUTE FUNCTION erasures_insert_only__erasures_update();
CREATE TRIGGER erasures_insert_only__truncate BEFORE TRUNCATE ON erasures
  FOR EACH STATEMENT EXECUTE FUNCTION erasures_insert_only__erasures_delete();

create table finding_signatures (
  id integer not null default nextval('finding_signatures_id_seq'::regclass),
  election_id integer not null,
  investigation_id integer not null,
  account_id integer not null,
  signer text not null,
  signed_on date not null,
  constraint finding_signatures_pkey PRIMARY KEY (id),
  constraint finding_signatures_investigation_id_account_id_unique UNIQUE (investigation_id, account_id),
  constraint finding_signatures_account_id_foreign FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint finding_signatures_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint finding_signatures_investigation_id_foreign FOREIGN KEY (investigation_id) REFERENCES investigations(id),
  constraint finding_signatures_signed_on_check CHECK (((signed_on IS NULL) OR ((signed_on IS NOT NULL) AND (signed_on = signed_on))))
);
create function finding_signatures_insert_only__finding_signatures_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'finding_signatures_insert_only' using errcode = 'check_violation', constraint = 'finding_signatures_insert_only'; end if;
  return old;
  end $$;
create function finding_signatures_insert_only__finding_signatures_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'finding_signatures_insert_only' using errcode = 'check_violation', constraint = 'finding_signatures_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER finding_signatures_insert_only__finding_signatures_delete BEFORE DELETE ON finding_signatures
  FOR EACH ROW EXECUTE FUNCTION finding_signatures_insert_only__finding_signatures_delete();
CREATE TRIGGER finding_signatures_insert_only__finding_signatures_update BEFORE UPDATE ON finding_signatures
  FOR EACH ROW EXECUTE FUNCTION finding_signatures_insert_only__finding_signatures_update();
CREATE TRIGGER finding_signatures_insert_only__truncate BEFORE TRUNCATE ON finding_signatures
  FOR EACH STATEMENT EXECUTE FUNCTION finding_signatures_insert_only__finding_signatures_delete();

create table findings (
  investigation_id integer not null,
  findings text not null,
  figures text not null,
  written_by text not null,
  written_on date not null,
  constraint findings_pkey PRIMARY KEY (investigation_id),
  constraint findings_investigation_id_foreign FOREIGN KEY (investigation_id) REFERENCES investigations(id),
  constraint findings_figures_check CHECK ((figures = ANY (ARRAY['kept', 'new']))),
  constraint findings_written_on_check CHECK (((written_on IS NULL) OR ((written_on IS NOT NULL) AND (written_on = written_on))))
);
create function findings_insert_only__findings_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'findings_insert_only' using errcode = 'check_violation', constraint = 'findings_insert_only'; end if;
  return old;
  end $$;
create function findings_insert_only__findings_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'findings_insert_only' using errcode = 'check_violation', constraint = 'findings_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER findings_insert_only__findings_delete BEFORE DELETE ON findings
  FOR EACH ROW EXECUTE FUNCTION findings_insert_only__findings_delete();
CREATE TRIGGER findings_insert_only__findings_update BEFORE UPDATE ON findings
  FOR EACH ROW EXECUTE FUNCTION findings_insert_only__findings_update();
CREATE TRIGGER findings_insert_only__truncate BEFORE TRUNCATE ON findings
  FOR EACH STATEMENT EXECUTE FUNCTION findings_insert_only__findings_delete();

create table formal_appointments (
  membership_id integer not null,
  appointing_body text not null,
  decided_on date not null,
  case_number text,
  recorded_by text not null,
  recorded_on date not null,
  constraint formal_appointments_pkey PRIMARY KEY (membership_id),
  constraint formal_appointments_membership_id_foreign FOREIGN KEY (membership_id) REFERENCES memberships(id),
  constraint formal_appointments_body_named CHECK ((TRIM(BOTH FROM appointing_body) <> '')),
  constraint formal_appointments_decided_first CHECK ((decided_on <= recorded_on)),
  constraint formal_appointments_decided_on_check CHECK (((decided_on IS NULL) OR ((decided_on IS NOT NULL) AND (decided_on = decided_on)))),
  constraint formal_appointments_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
create function formal_appointments_insert_only__formal_appointments_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'formal_appointments_insert_only' using errcode = 'check_violation', constraint = 'formal_appointments_insert_only'; end if;
  return old;
  end $$;
create function formal_appointments_insert_only__formal_appointments_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'formal_appointments_insert_only' using errcode = 'check_violation', constraint = 'formal_appointments_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER formal_appointments_insert_only__formal_appointments_delete BEFORE DELETE ON formal_appointments
  FOR EACH ROW EXECUTE FUNCTION formal_appointments_insert_only__formal_appointments_delete();
CREATE TRIGGER formal_appointments_insert_only__formal_appointments_update BEFORE UPDATE ON formal_appointments
  FOR EACH ROW EXECUTE FUNCTION formal_appointments_insert_only__formal_appointments_update();
CREATE TRIGGER formal_appointments_insert_only__truncate BEFORE TRUNCATE ON formal_appointments
  FOR EACH STATEMENT EXECUTE FUNCTION formal_appointments_insert_only__formal_appointments_delete();

create table ground_flag_closings (
  flag_id integer not null,
  closed_on date not null,
  note text not null,
  recorded_by text not null,
  constraint ground_flag_closings_pkey PRIMARY KEY (flag_id),
  constraint ground_flag_closings_flag_id_foreign FOREIGN KEY (flag_id) REFERENCES ground_flags(id),
  constraint ground_flag_closings_closed_on_check CHECK (((closed_on IS NULL) OR ((closed_on IS NOT NULL) AND (closed_on = closed_on))))
);
create function ground_flag_closings_insert_only__ground_flag_closings_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'ground_flag_closings_insert_only' using errcode = 'check_violation', constraint = 'ground_flag_closings_insert_only'; end if;
  return old;
  end $$;
create function ground_flag_closings_insert_only__ground_flag_closings_delete_r() returns trigger language plpgsql as $$
  begin
  if (not (exists (select 1 from ground_flags as flag join memberships as held on held.id = flag.membership_id
  join erasures on erasures.person_id = held.person_id where flag.id = old.flag_id))) then raise exception 'ground_flag_closings_insert_only' using errcode = 'check_violation', constraint = 'ground_flag_closings_insert_only'; end if;
  return old;
  end $$;
create function ground_flag_closings_insert_only__ground_flag_closings_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'ground_flag_closings_insert_only' using errcode = 'check_violation', constraint = 'ground_flag_closings_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER ground_flag_closings_insert_only__ground_flag_closings_delete_r BEFORE DELETE ON ground_flag_closings
  FOR EACH ROW EXECUTE FUNCTION ground_flag_closings_insert_only__ground_flag_closings_delete_r();
CREATE TRIGGER ground_flag_closings_insert_only__ground_flag_closings_update BEFORE UPDATE ON ground_flag_closings
  FOR EACH ROW EXECUTE FUNCTION ground_flag_closings_insert_only__ground_flag_closings_update();
CREATE TRIGGER ground_flag_closings_insert_only__truncate BEFORE TRUNCATE ON ground_flag_closings
  FOR EACH STATEMENT EXECUTE FUNCTION ground_flag_closings_insert_only__ground_flag_closings_delete();

create table ground_flags (
  id integer not null default nextval('ground_flags_id_seq'::regclass),
  membership_id integer not null,
  lost text not null,
  learned_on date not null,
  note text,
  recorded_by text not null,
  constraint ground_flags_pkey PRIMARY KEY (id),
  constraint ground_flags_membership_id_foreign FOREIGN KEY (membership_id) REFERENCES memberships(id),
  constraint ground_flags_learned_on_check CHECK (((learned_on IS NULL) OR ((learned_on IS NOT NULL) AND (learned_on = learned_on)))),
  constraint ground_flags_lost_check CHECK ((lost = ANY (ARRAY['residence', 'activity'])))
);
CREATE INDEX ground_flags_membership_id_index ON ground_flags USING btree (membership_id);
create function ground_flags_insert_only__ground_flags_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'ground_flags_insert_only' using errcode = 'check_violation', constraint = 'ground_flags_insert_only'; end if;
  return old;
  end $$;
create function ground_flags_insert_only__ground_flags_delete_row() returns trigger language plpgsql as $$
  begin
  if (not (exists (select 1 from memberships as held join erasures on erasures.person_id = held.person_id
  where held.id = old.membership_id))) then raise exception 'ground_flags_insert_only' using errcode = 'check_violation', constraint = 'ground_flags_insert_only'; end if;
  return old;
  end $$;
create function ground_flags_insert_only__ground_flags_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'ground_flags_insert_only' using errcode = 'check_violation', constraint = 'ground_flags_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER ground_flags_insert_only__ground_flags_delete_row BEFORE DELETE ON ground_flags
  FOR EACH ROW EXECUTE FUNCTION ground_flags_insert_only__ground_flags_delete_row();
CREATE TRIGGER ground_flags_insert_only__ground_flags_update BEFORE UPDATE ON ground_flags
  FOR EACH ROW EXECUTE FUNCTION ground_flags_insert_only__ground_flags_update();
CREATE TRIGGER ground_flags_insert_only__truncate BEFORE TRUNCATE ON ground_flags
  FOR EACH STATEMENT EXECUTE FUNCTION ground_flags_insert_only__ground_flags_delete();

create table help_given (
  election_id integer not null,
  kind text not null,
  officials integer not null,
  times integer not null,
  constraint help_given_pkey PRIMARY KEY (election_id, kind, officials),
  constraint help_given_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint help_given_kind_check CHECK ((kind = ANY (ARRAY['officials', 'own_helper', 'helper_alone', 'outside_room']))),
  constraint help_given_officials_check CHECK (((officials >= 0) AND (officials = officials))),
  constraint help_given_times_check CHECK (((times >= 0) AND (times = times)))
);

create table housekeeping_runs (
  id integer not null default nextval('housekeeping_runs_id_seq'::regclass),
  day date not null,
  daily integer not null,
  state text not null,
  started_by text not null,
  started_at text not null,
  erased text not null,
  constraint housekeeping_runs_pkey PRIMARY KEY (id),
  constraint housekeeping_runs_daily CHECK ((daily = ANY (ARRAY[0, 1]))),
  constraint housekeeping_runs_day_check CHECK (((day IS NULL) OR ((day IS NOT NULL) AND (day = day)))),
  constraint housekeeping_runs_state_check CHECK ((state = ANY (ARRAY['running', 'done', 'failed', 'lost'])))
);
CREATE UNIQUE INDEX housekeeping_one_daily ON housekeeping_runs USING btree (day) WHERE ((daily = 1) AND (state = ANY (ARRAY['running', 'done'])));
CREATE UNIQUE INDEX housekeeping_one_running ON housekeeping_runs USING btree (state) WHERE (state = 'running');

create table import_jobs (
  import_id integer not null,
  state text not null,
  done integer not null,
  total integer not null,
  started_at text not null,
  failure text,
  constraint import_jobs_pkey PRIMARY KEY (import_id),
  constraint import_jobs_import_id_foreign FOREIGN KEY (import_id) REFERENCES imports(id),
  constraint import_jobs_done_check CHECK (((done >= 0) AND (done = done))),
  constraint import_jobs_state_check CHECK ((state = ANY (ARRAY['running', 'failed', 'done']))),
  constraint import_jobs_total_check CHECK (((total >= 0) AND (total = total)))
);

create table imported_memberships (
  membership_id integer not null,
  import_id integer not null,
  line integer not null,
  ends_on date not null,
  organisation text,
  bodies text not null,
  constraint imported_memberships_pkey PRIMARY KEY (membership_id),
  constraint imported_memberships_import_id_foreign FOREIGN KEY (import_id) REFERENCES imports(id),
  constraint imported_memberships_membership_id_foreign FOREIGN KEY (membership_id) REFERENCES memberships(id),
  constraint imported_memberships_ends_on_check CHECK (((ends_on IS NULL) OR ((ends_on IS NOT NULL) AND (ends_on = ends_on)))),
  constraint imported_memberships_line_check CHECK (((line >= 0) AND (line = line)))
);
CREATE INDEX imported_memberships_import_id_index ON imported_memberships USING btree (import_id);

create table imported_people (
  person_id integer not null,
  import_id integer not null,
  constraint imported_people_pkey PRIMARY KEY (person_id),
  constraint imported_people_import_id_foreign FOREIGN KEY (import_id) REFERENCES imports(id),
  constraint imported_people_person_id_foreign FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX imported_people_import_id_index ON imported_people USING btree (import_id);

create table imported_seats (
  import_id integer not null,
  seat_id integer not null,
  starts_on_before date not null,
  constraint imported_seats_pkey PRIMARY KEY (import_id, seat_id),
  constraint imported_seats_import_id_foreign FOREIGN KEY (import_id) REFERENCES imports(id),
  constraint imported_seats_seat_id_foreign FOREIGN KEY (seat_id) REFERENCES seats(id),
  constraint imported_seats_starts_on_before_check CHECK (((starts_on_before IS NULL) OR ((starts_on_before IS NOT NULL) AND (starts_on_before = starts_on_before))))
);

create table imported_terms (
  term_id integer not null,
  import_id integer not null,
  constraint imported_terms_pkey PRIMARY KEY (term_id),
  constraint imported_terms_import_id_foreign FOREIGN KEY (import_id) REFERENCES imports(id),
  constraint imported_terms_term_id_foreign FOREIGN KEY (term_id) REFERENCES terms(id)
);
CREATE INDEX imported_terms_import_id_index ON imported_terms USING btree (import_id);

create table imports (
  id integer not null default nextval('imports_id_seq'::regclass),
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
  constraint imports_pkey PRIMARY KEY (id),
  constraint imports_made_on_check CHECK (((made_on IS NULL) OR ((made_on IS NOT NULL) AND (made_on = made_on)))),
  constraint imports_state_check CHECK ((state = ANY (ARRAY['draft', 'stored', 'undone']))),
  constraint imports_stored_on CHECK (((state = 'draft') = (stored_on IS NULL))),
  constraint imports_stored_on_check CHECK (((stored_on IS NULL) OR ((stored_on IS NOT NULL) AND (stored_on = stored_on)))),
  constraint imports_undone_on CHECK (((state = 'undone') = (undone_on IS NOT NULL))),
  constraint imports_undone_on_check CHECK (((undone_on IS NULL) OR ((undone_on IS NOT NULL) AND (undone_on = undone_on))))
);

create table incident_answers (
  incident_id integer not null,
  election_id integer not null,
  answer text not null,
  reason text,
  account_id integer not null,
  answered_by text not null,
  answered_on date not null,
  constraint incident_answers_pkey PRIMARY KEY (incident_id),
  constraint incident_answers_account_id_foreign FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint incident_answers_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint incident_answers_incident_id_foreign FOREIGN KEY (incident_id) REFERENCES election_incidents(id),
  constraint incident_answers_answer_check CHECK ((answer = ANY (ARRAY['signed', 'refused', 'withdrawn']))),
  constraint incident_answers_answered_on_check CHECK (((answered_on IS NULL) OR ((answered_on IS NOT NULL) AND (answered_on = answered_on)))),
  constraint incident_answers_reason CHECK (((answer <> 'refused') OR (reason IS NOT NULL)))
);
create function incident_answers_insert_only__incident_answers_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'incident_answers_insert_only' using errcode = 'check_violation', constraint = 'incident_answers_insert_only'; end if;
  return old;
  end $$;
create function incident_answers_insert_only__incident_answers_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'incident_answers_insert_only' using errcode = 'check_violation', constraint = 'incident_answers_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER incident_answers_insert_only__incident_answers_delete BEFORE DELETE ON incident_answers
  FOR EACH ROW EXECUTE FUNCTION incident_answers_insert_only__incident_answers_delete();
CREATE TRIGGER incident_answers_insert_only__incident_answers_update BEFORE UPDATE ON incident_answers
  FOR EACH ROW EXECUTE FUNCTION incident_answers_insert_only__incident_answers_update();
CREATE TRIGGER incident_answers_insert_only__truncate BEFORE TRUNCATE ON incident_answers
  FOR EACH STATEMENT EXECUTE FUNCTION incident_answers_insert_only__incident_answers_delete();

create table invalid_ballots (
  count_id integer not null,
  number integer not null,
  reason text not null,
  note text,
  constraint invalid_ballots_pkey PRIMARY KEY (count_id, number),
  constraint invalid_ballots_count_id_foreign FOREIGN KEY (count_id) REFERENCES counts(id),
  constraint invalid_ballots_number_check CHECK (((number >= 0) AND (number = number))),
  constraint invalid_ballots_reason_check CHECK ((reason = ANY (ARRAY['no_cross', 'unclear_candidate', 'too_many_marks', 'recognisable', 'not_official_ballot', 'other', 'too_few_marks'])))
);
create function invalid_ballots_insert_only__invalid_ballots_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'invalid_ballots_insert_only' using errcode = 'check_violation', constraint = 'invalid_ballots_insert_only'; end if;
  return old;
  end $$;
create function invalid_ballots_insert_only__invalid_ballots_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'invalid_ballots_insert_only' using errcode = 'check_violation', constraint = 'invalid_ballots_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER invalid_ballots_insert_only__invalid_ballots_delete BEFORE DELETE ON invalid_ballots
  FOR EACH ROW EXECUTE FUNCTION invalid_ballots_insert_only__invalid_ballots_delete();
CREATE TRIGGER invalid_ballots_insert_only__invalid_ballots_update BEFORE UPDATE ON invalid_ballots
  FOR EACH ROW EXECUTE FUNCTION invalid_ballots_insert_only__invalid_ballots_update();
CREATE TRIGGER invalid_ballots_insert_only__truncate BEFORE TRUNCATE ON invalid_ballots
  FOR EACH STATEMENT EXECUTE FUNCTION invalid_ballots_insert_only__invalid_ballots_delete();

create table investigation_ends (
  investigation_id integer not null,
  after_round integer,
  was text not null,
  closed_on date not null,
  constraint investigation_ends_pkey PRIMARY KEY (investigation_id),
  constraint investigation_ends_investigation_id_foreign FOREIGN KEY (investigation_id) REFERENCES investigations(id),
  constraint investigation_ends_closed_on_check CHECK (((closed_on IS NULL) OR ((closed_on IS NOT NULL) AND (closed_on = closed_on))))
);
create function investigation_ends_insert_only__investigation_ends_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'investigation_ends_insert_only' using errcode = 'check_violation', constraint = 'investigation_ends_insert_only'; end if;
  return old;
  end $$;
create function investigation_ends_insert_only__investigation_ends_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'investigation_ends_insert_only' using errcode = 'check_violation', constraint = 'investigation_ends_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER investigation_ends_insert_only__investigation_ends_delete BEFORE DELETE ON investigation_ends
  FOR EACH ROW EXECUTE FUNCTION investigation_ends_insert_only__investigation_ends_delete();
CREATE TRIGGER investigation_ends_insert_only__investigation_ends_update BEFORE UPDATE ON investigation_ends
  FOR EACH ROW EXECUTE FUNCTION investigation_ends_insert_only__investigation_ends_update();
CREATE TRIGGER investigation_ends_insert_only__truncate BEFORE TRUNCATE ON investigation_ends
  FOR EACH STATEMENT EXECUTE FUNCTION investigation_ends_insert_only__investigation_ends_delete();

create table investigations (
  id integer not null default nextval('investigations_id_seq'::regclass),
  election_id integer not null,
  number integer not null,
  reason text not null,
  begun_by text not null,
  begun_on date not null,
  constraint investigations_pkey PRIMARY KEY (id),
  constraint investigations_election_id_number_unique UNIQUE (election_id, number),
  constraint investigations_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint investigations_begun_on_check CHECK (((begun_on IS NULL) OR ((begun_on IS NOT NULL) AND (begun_on = begun_on)))),
  constraint investigations_number_check CHECK (((number >= 0) AND (number = number)))
);
create function investigations_insert_only__investigations_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'investigations_insert_only' using errcode = 'check_violation', constraint = 'investigations_insert_only'; end if;
  return old;
  end $$;
create function investigations_insert_only__investigations_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'investigations_insert_only' using errcode = 'check_violation', constraint = 'investigations_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER investigations_insert_only__investigations_delete BEFORE DELETE ON investigations
  FOR EACH ROW EXECUTE FUNCTION investigations_insert_only__investigations_delete();
CREATE TRIGGER investigations_insert_only__investigations_update BEFORE UPDATE ON investigations
  FOR EACH ROW EXECUTE FUNCTION investigations_insert_only__investigations_update();
CREATE TRIGGER investigations_insert_only__truncate BEFORE TRUNCATE ON investigations
  FOR EACH STATEMENT EXECUTE FUNCTION investigations_insert_only__investigations_delete();

create table kept_counts (
  id integer not null default nextval('kept_counts_id_seq'::regclass),
  election_id integer not null,
  round integer not null,
  count_id integer not null,
  reason text not null,
  decided_by text not null,
  decided_on date not null,
  constraint kept_counts_pkey PRIMARY KEY (id),
  constraint kept_counts_election_id_round_unique UNIQUE (election_id, round),
  constraint kept_counts_count_id_foreign FOREIGN KEY (count_id) REFERENCES counts(id),
  constraint kept_counts_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint kept_counts_decided_on_check CHECK (((decided_on IS NULL) OR ((decided_on IS NOT NULL) AND (decided_on = decided_on)))),
  constraint kept_counts_round_check CHECK (((round >= 0) AND (round = round)))
);
create function kept_counts_insert_only__kept_counts_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'kept_counts_insert_only' using errcode = 'check_violation', constraint = 'kept_counts_insert_only'; end if;
  return old;
  end $$;
create function kept_counts_insert_only__kept_counts_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'kept_counts_insert_only' using errcode = 'check_violation', constraint = 'kept_counts_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER kept_counts_insert_only__kept_counts_delete BEFORE DELETE ON kept_counts
  FOR EACH ROW EXECUTE FUNCTION kept_counts_insert_only__kept_counts_delete();
CREATE TRIGGER kept_counts_insert_only__kept_counts_update BEFORE UPDATE ON kept_counts
  FOR EACH ROW EXECUTE FUNCTION kept_counts_insert_only__kept_counts_update();
CREATE TRIGGER kept_counts_insert_only__truncate BEFORE TRUNCATE ON kept_counts
  FOR EACH STATEMENT EXECUTE FUNCTION kept_counts_insert_only__kept_counts_delete();

create table letters (
  id integer not null default nextval('letters_id_seq'::regclass),
  nomination_id integer not null,
  kind text not null,
  body_id integer,
  sent_by_way_of text not null,
  sent_on date not null,
  recorded_by text not null,
  constraint letters_pkey PRIMARY KEY (id),
  constraint letters_body_id_foreign FOREIGN KEY (body_id) REFERENCES bodies(id),
  constraint letters_nomination_id_foreign FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint letters_addressed CHECK (((kind = 'appointment') = (body_id IS NULL))),
  constraint letters_kind_check CHECK ((kind = ANY (ARRAY['request', 'reminder', 'appointment']))),
  constraint letters_sent_by_way_of_check CHECK ((sent_by_way_of = ANY (ARRAY['paper', 'email']))),
  constraint letters_sent_on_check CHECK (((sent_on IS NULL) OR ((sent_on IS NOT NULL) AND (sent_on = sent_on))))
);
CREATE INDEX letters_nomination_id_index ON letters USING btree (nomination_id);
create function letters_insert_only__letters_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'letters_insert_only' using errcode = 'check_violation', constraint = 'letters_insert_only'; end if;
  return old;
  end $$;
create function letters_insert_only__letters_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'letters_insert_only' using errcode = 'check_violation', constraint = 'letters_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER letters_insert_only__letters_delete BEFORE DELETE ON letters
  FOR EACH ROW EXECUTE FUNCTION letters_insert_only__letters_delete();
CREATE TRIGGER letters_insert_only__letters_update BEFORE UPDATE ON letters
  FOR EACH ROW EXECUTE FUNCTION letters_insert_only__letters_update();
CREATE TRIGGER letters_insert_only__truncate BEFORE TRUNCATE ON letters
  FOR EACH STATEMENT EXECUTE FUNCTION letters_insert_only__letters_delete();

create table list_reopenings (
  id integer not null default nextval('list_reopenings_id_seq'::regclass),
  election_id integer not null,
  list_version integer not null,
  because text not null,
  reason text not null,
  reopened_by text not null,
  reopened_on date not null,
  constraint list_reopenings_pkey PRIMARY KEY (id),
  constraint list_reopenings_election_id_list_version_unique UNIQUE (election_id, list_version),
  constraint list_reopenings_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint list_reopenings_because_check CHECK ((because = ANY (ARRAY['died', 'not_eligible', 'misspelt', 'other']))),
  constraint list_reopenings_list_version_check CHECK (((list_version >= 0) AND (list_version = list_version))),
  constraint list_reopenings_reopened_on_check CHECK (((reopened_on IS NULL) OR ((reopened_on IS NOT NULL) AND (reopened_on = reopened_on))))
);
create function list_reopenings_insert_only__list_reopenings_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'list_reopenings_insert_only' using errcode = 'check_violation', constraint = 'list_reopenings_insert_only'; end if;
  return old;
  end $$;
create function list_reopenings_insert_only__list_reopenings_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'list_reopenings_insert_only' using errcode = 'check_violation', constraint = 'list_reopenings_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER list_reopenings_insert_only__list_reopenings_delete BEFORE DELETE ON list_reopenings
  FOR EACH ROW EXECUTE FUNCTION list_reopenings_insert_only__list_reopenings_delete();
CREATE TRIGGER list_reopenings_insert_only__list_reopenings_update BEFORE UPDATE ON list_reopenings
  FOR EACH ROW EXECUTE FUNCTION list_reopenings_insert_only__list_reopenings_update();
CREATE TRIGGER list_reopenings_insert_only__truncate BEFORE TRUNCATE ON list_reopenings
  FOR EACH STATEMENT EXECUTE FUNCTION list_reopenings_insert_only__list_reopenings_delete();

create table lot_calls (
  id integer not null default nextval('lot_calls_id_seq'::regclass),
  election_id integer not null,
  lot_id integer not null,
  account_id integer not null,
  member text not null,
  called_on date not null,
  constraint lot_calls_pkey PRIMARY KEY (id),
  constraint lot_calls_lot_id_account_id_unique UNIQUE (lot_id, account_id),
  constraint lot_calls_account_id_foreign FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint lot_calls_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint lot_calls_lot_id_foreign FOREIGN KEY (lot_id) REFERENCES lots(id),
  constraint lot_calls_called_on_check CHECK (((called_on IS NULL) OR ((called_on IS NOT NULL) AND (called_on = called_on))))
);
create function lot_calls_insert_only__lot_calls_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'lot_calls_insert_only' using errcode = 'check_violation', constraint = 'lot_calls_insert_only'; end if;
  return old;
  end $$;
create function lot_calls_insert_only__lot_calls_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'lot_calls_insert_only' using errcode = 'check_violation', constraint = 'lot_calls_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER lot_calls_insert_only__lot_calls_delete BEFORE DELETE ON lot_calls
  FOR EACH ROW EXECUTE FUNCTION lot_calls_insert_only__lot_calls_delete();
CREATE TRIGGER lot_calls_insert_only__lot_calls_update BEFORE UPDATE ON lot_calls
  FOR EACH ROW EXECUTE FUNCTION lot_calls_insert_only__lot_calls_update();
CREATE TRIGGER lot_calls_insert_only__truncate BEFORE TRUNCATE ON lot_calls
  FOR EACH STATEMENT EXECUTE FUNCTION lot_calls_insert_only__lot_calls_delete();

create table lot_confirmations (
  lot_call_id integer not null,
  confirmed_on date not null,
  constraint lot_confirmations_pkey PRIMARY KEY (lot_call_id),
  constraint lot_confirmations_lot_call_id_foreign FOREIGN KEY (lot_call_id) REFERENCES lot_calls(id),
  constraint lot_confirmations_confirmed_on_check CHECK (((confirmed_on IS NULL) OR ((confirmed_on IS NOT NULL) AND (confirmed_on = confirmed_on))))
);
create function lot_confirmations_insert_only__lot_confirmations_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'lot_confirmations_insert_only' using errcode = 'check_violation', constraint = 'lot_confirmations_insert_only'; end if;
  return old;
  end $$;
create function lot_confirmations_insert_only__lot_confirmations_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'lot_confirmations_insert_only' using errcode = 'check_violation', constraint = 'lot_confirmations_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER lot_confirmations_insert_only__lot_confirmations_delete BEFORE DELETE ON lot_confirmations
  FOR EACH ROW EXECUTE FUNCTION lot_confirmations_insert_only__lot_confirmations_delete();
CREATE TRIGGER lot_confirmations_insert_only__lot_confirmations_update BEFORE UPDATE ON lot_confirmations
  FOR EACH ROW EXECUTE FUNCTION lot_confirmations_insert_only__lot_confirmations_update();
CREATE TRIGGER lot_confirmations_insert_only__truncate BEFORE TRUNCATE ON lot_confirmations
  FOR EACH STATEMENT EXECUTE FUNCTION lot_confirmations_insert_only__lot_confirmations_delete();

create table lot_draws (
  lot_id integer not null,
  draw_id integer not null,
  words text not null,
  seed text,
  constraint lot_draws_pkey PRIMARY KEY (lot_id),
  constraint lot_draws_draw_id_unique UNIQUE (draw_id),
  constraint lot_draws_draw_id_foreign FOREIGN KEY (draw_id) REFERENCES draws(id),
  constraint lot_draws_lot_id_foreign FOREIGN KEY (lot_id) REFERENCES lots(id)
);
create function lot_draws_insert_only__lot_draws_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'lot_draws_insert_only' using errcode = 'check_violation', constraint = 'lot_draws_insert_only'; end if;
  return old;
  end $$;
create function lot_draws_insert_only__lot_draws_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'lot_draws_insert_only' using errcode = 'check_violation', constraint = 'lot_draws_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER lot_draws_insert_only__lot_draws_delete BEFORE DELETE ON lot_draws
  FOR EACH ROW EXECUTE FUNCTION lot_draws_insert_only__lot_draws_delete();
CREATE TRIGGER lot_draws_insert_only__lot_draws_update BEFORE UPDATE ON lot_draws
  FOR EACH ROW EXECUTE FUNCTION lot_draws_insert_only__lot_draws_update();
CREATE TRIGGER lot_draws_insert_only__truncate BEFORE TRUNCATE ON lot_draws
  FOR EACH STATEMENT EXECUTE FUNCTION lot_draws_insert_only__lot_draws_delete();

create table lots (
  id integer not null default nextval('lots_id_seq'::regclass),
  election_id integer not null,
  about text not null,
  round integer not null,
  among text not null,
  chosen text not null,
  method text not null,
  witnesses text not null,
  drawn_by text not null,
  drawn_on date not null,
  constraint lots_pkey PRIMARY KEY (id),
  constraint lots_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint lots_about_check CHECK ((about = ANY (ARRAY['tie', 'ballot_order']))),
  constraint lots_drawn_on_check CHECK (((drawn_on IS NULL) OR ((drawn_on IS NOT NULL) AND (drawn_on = drawn_on)))),
  constraint lots_method_check CHECK ((method = ANY (ARRAY['slips', 'straws', 'coin', 'other'])))
);
CREATE INDEX lots_election_id_index ON lots USING btree (election_id);
create function lots_insert_only__lots_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'lots_insert_only' using errcode = 'check_violation', constraint = 'lots_insert_only'; end if;
  return old;
  end $$;
create function lots_insert_only__lots_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'lots_insert_only' using errcode = 'check_violation', constraint = 'lots_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER lots_insert_only__lots_delete BEFORE DELETE ON lots
  FOR EACH ROW EXECUTE FUNCTION lots_insert_only__lots_delete();
CREATE TRIGGER lots_insert_only__lots_update BEFORE UPDATE ON lots
  FOR EACH ROW EXECUTE FUNCTION lots_insert_only__lots_update();
CREATE TRIGGER lots_insert_only__truncate BEFORE TRUNCATE ON lots
  FOR EACH STATEMENT EXECUTE FUNCTION lots_insert_only__lots_delete();

create table meetings (
  id integer not null default nextval('meetings_id_seq'::regclass),
  held_on date not null,
  starts_at text not null,
  place text not null,
  title text not null,
  statutes_version_id integer not null,
  planned_on date,
  extraordinary integer not null default 0,
  asked_by text,
  asked_on date,
  constraint meetings_pkey PRIMARY KEY (id),
  constraint meetings_statutes_version_id_foreign FOREIGN KEY (statutes_version_id) REFERENCES statutes_versions(id),
  constraint meetings_check CHECK (((asked_by IS NULL) OR (extraordinary = 1))),
  constraint meetings_check1 CHECK (((asked_on IS NULL) OR ((extraordinary = 1) AND (asked_on IS NOT NULL) AND (asked_on = asked_on)))),
  constraint meetings_extraordinary_check CHECK ((extraordinary = ANY (ARRAY[0, 1]))),
  constraint meetings_held_on_check CHECK (((held_on IS NULL) OR ((held_on IS NOT NULL) AND (held_on = held_on)))),
  constraint meetings_planned_on_check CHECK (((planned_on IS NULL) OR ((planned_on IS NOT NULL) AND (planned_on = planned_on))))
);
CREATE INDEX meetings_held_on_index ON meetings USING btree (held_on);

create table memberships (
  id integer not null default nextval('memberships_id_seq'::regclass),
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
  end_private integer not null default 0,
  constraint memberships_pkey PRIMARY KEY (id),
  constraint memberships_appointment_id_unique UNIQUE (appointment_id),
  constraint memberships_appointment_id_foreign FOREIGN KEY (appointment_id) REFERENCES appointments(id),
  constraint memberships_candidacy_id_foreign FOREIGN KEY (candidacy_id) REFERENCES candidacies(id),
  constraint memberships_person_id_foreign FOREIGN KEY (person_id) REFERENCES people(id),
  constraint memberships_seat_id_foreign FOREIGN KEY (seat_id) REFERENCES seats(id),
  constraint memberships_term_id_foreign FOREIGN KEY (term_id) REFERENCES terms(id),
  constraint memberships_appointed_by_appointment CHECK (((origin = 'appointment') = (appointment_id IS NOT NULL))),
  constraint memberships_days_in_order CHECK (((starts_on <= ends_on) AND (ends_on <= due_on))),
  constraint memberships_due_on_check CHECK (((due_on IS NULL) OR ((due_on IS NOT NULL) AND (due_on = due_on)))),
  constraint memberships_early_end_has_reason CHECK (((end_reason IS NULL) = (ends_on = due_on))),
  constraint memberships_elected_by_candidacy CHECK (((origin = 'election') = (candidacy_id IS NOT NULL))),
  constraint memberships_end_private_check CHECK ((end_private = ANY (ARRAY[0, 1]))),
  constraint memberships_end_reason_check CHECK ((end_reason = ANY (ARRAY['resigned', 'died', 'moved', 'lost_eligibility', 'organisation_withdrew', 'election_annulled', 'other']))),
  constraint memberships_ends_on_check CHECK (((ends_on IS NULL) OR ((ends_on IS NOT NULL) AND (ends_on = ends_on)))),
  constraint memberships_origin_check CHECK ((origin = ANY (ARRAY['election', 'appointment', 'registration']))),
  constraint memberships_starts_on_check CHECK (((starts_on IS NULL) OR ((starts_on IS NOT NULL) AND (starts_on = starts_on)))),
  constraint memberships_voided_on_check CHECK (((voided_on IS NULL) OR ((voided_on IS NOT NULL) AND (voided_on = voided_on)))),
  constraint memberships_person_no_overlap EXCLUDE USING gist (person_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE ((voided_on IS NULL)),
  constraint memberships_seat_no_overlap EXCLUDE USING gist (seat_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE ((voided_on IS NULL))
);
CREATE UNIQUE INDEX memberships_candidacy_id_unique ON memberships USING btree (candidacy_id) WHERE ((voided_on IS NULL) AND ((end_reason IS NULL) OR (end_reason <> 'election_annulled')));
CREATE INDEX memberships_person_id_starts_on_index ON memberships USING btree (person_id, starts_on);
CREATE INDEX memberships_seat_newest ON memberships USING btree (seat_id, starts_on) WHERE (voided_on IS NULL);
create function memberships_kept__memberships_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'memberships_kept' using errcode = 'check_violation', constraint = 'memberships_kept'; end if;
  return old;
  end $$;
create function memberships_kept__memberships_update() returns trigger language plpgsql as $$
  begin
  if (new.seat_id <> old.seat_id or new.person_id <> old.person_id
  or new.starts_on <> old.starts_on or new.due_on <> old.due_on or new.ends_on > old.ends_on or new.origin <> old.origin or (old.voided_on is not null and (new.end_note is not null or new.voided_on is null
  or new.voided_on <> old.voided_on or new.ends_on <> old.ends_on or new.term_id <> old.term_id
  or new.end_private <> old.end_private or coalesce(new.candidacy_id, 0) <> coalesce(old.candidacy_id, 0)
  or coalesce(new.appointment_id, 0) <> coalesce(old.appointment_id, 0)
  or coalesce(new.end_reason, '') not in (coalesce(old.end_reason, ''), 'other')))) then raise exception 'memberships_kept' using errcode = 'check_violation', constraint = 'memberships_kept'; end if;
  return new;
  end $$;
create function officeholdings_within_membership__memberships_update() returns trigger language plpgsql as $$
  begin
  if (exists (select 1 from officeholdings as office where office.membership_id = new.id
  and office.voided_on is null and (office.ends_on > new.ends_on or new.voided_on is not null))) then raise exception 'officeholdings_within_membership' using errcode = 'check_violation', constraint = 'officeholdings_within_membership'; end if;
  return new;
  end $$;
CREATE TRIGGER memberships_kept__memberships_delete BEFORE DELETE ON memberships
  FOR EACH ROW EXECUTE FUNCTION memberships_kept__memberships_delete();
CREATE TRIGGER memberships_kept__memberships_update BEFORE UPDATE ON memberships
  FOR EACH ROW EXECUTE FUNCTION memberships_kept__memberships_update();
CREATE TRIGGER officeholdings_within_membership__memberships_update BEFORE UPDATE ON memberships
  FOR EACH ROW EXECUTE FUNCTION officeholdings_within_membership__memberships_update();

create table merger_bodies (
  proposal_id integer not null,
  body_id integer not null,
  constraint merger_bodies_pkey PRIMARY KEY (proposal_id, body_id),
  constraint merger_bodies_body_id_foreign FOREIGN KEY (body_id) REFERENCES bodies(id),
  constraint merger_bodies_proposal_id_foreign FOREIGN KEY (proposal_id) REFERENCES merger_proposals(id)
);
create function merger_bodies_insert_only__merger_bodies_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'merger_bodies_insert_only' using errcode = 'check_violation', constraint = 'merger_bodies_insert_only'; end if;
  return old;
  end $$;
create function merger_bodies_insert_only__merger_bodies_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'merger_bodies_insert_only' using errcode = 'check_violation', constraint = 'merger_bodies_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER merger_bodies_insert_only__merger_bodies_delete BEFORE DELETE ON merger_bodies
  FOR EACH ROW EXECUTE FUNCTION merger_bodies_insert_only__merger_bodies_delete();
CREATE TRIGGER merger_bodies_insert_only__merger_bodies_update BEFORE UPDATE ON merger_bodies
  FOR EACH ROW EXECUTE FUNCTION merger_bodies_insert_only__merger_bodies_update();
CREATE TRIGGER merger_bodies_insert_only__truncate BEFORE TRUNCATE ON merger_bodies
  FOR EACH STATEMENT EXECUTE FUNCTION merger_bodies_insert_only__merger_bodies_delete();

create table merger_decisions (
  proposal_id integer not null,
  outcome text not null,
  decided_by text not null,
  decided_on date not null,
  case_number text,
  note text,
  recorded_by text not null,
  constraint merger_decisions_pkey PRIMARY KEY (proposal_id),
  constraint merger_decisions_proposal_id_foreign FOREIGN KEY (proposal_id) REFERENCES merger_proposals(id),
  constraint merger_decisions_decided_on_check CHECK (((decided_on IS NULL) OR ((decided_on IS NOT NULL) AND (decided_on = decided_on)))),
  constraint merger_decisions_outcome_check CHECK ((outcome = ANY (ARRAY['rejected', 'adopted'])))
);
create function merger_decisions_insert_only__merger_decisions_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'merger_decisions_insert_only' using errcode = 'check_violation', constraint = 'merger_decisions_insert_only'; end if;
  return old;
  end $$;
create function merger_decisions_insert_only__merger_decisions_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'merger_decisions_insert_only' using errcode = 'check_violation', constraint = 'merger_decisions_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER merger_decisions_insert_only__merger_decisions_delete BEFORE DELETE ON merger_decisions
  FOR EACH ROW EXECUTE FUNCTION merger_decisions_insert_only__merger_decisions_delete();
CREATE TRIGGER merger_decisions_insert_only__merger_decisions_update BEFORE UPDATE ON merger_decisions
  FOR EACH ROW EXECUTE FUNCTION merger_decisions_insert_only__merger_decisions_update();
CREATE TRIGGER merger_decisions_insert_only__truncate BEFORE TRUNCATE ON merger_decisions
  FOR EACH STATEMENT EXECUTE FUNCTION merger_decisions_insert_only__merger_decisions_delete();

create table merger_proposals (
  id integer not null default nextval('merger_proposals_id_seq'::regclass),
  proposed_by text not null,
  proposed_on date not null,
  text text not null,
  recorded_by text not null,
  constraint merger_proposals_pkey PRIMARY KEY (id),
  constraint merger_proposals_proposed_on_check CHECK (((proposed_on IS NULL) OR ((proposed_on IS NOT NULL) AND (proposed_on = proposed_on))))
);
create function merger_proposals_insert_only__merger_proposals_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'merger_proposals_insert_only' using errcode = 'check_violation', constraint = 'merger_proposals_insert_only'; end if;
  return old;
  end $$;
create function merger_proposals_insert_only__merger_proposals_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'merger_proposals_insert_only' using errcode = 'check_violation', constraint = 'merger_proposals_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER merger_proposals_insert_only__merger_proposals_delete BEFORE DELETE ON merger_proposals
  FOR EACH ROW EXECUTE FUNCTION merger_proposals_insert_only__merger_proposals_delete();
CREATE TRIGGER merger_proposals_insert_only__merger_proposals_update BEFORE UPDATE ON merger_proposals
  FOR EACH ROW EXECUTE FUNCTION merger_proposals_insert_only__merger_proposals_update();
CREATE TRIGGER merger_proposals_insert_only__truncate BEFORE TRUNCATE ON merger_proposals
  FOR EACH STATEMENT EXECUTE FUNCTION merger_proposals_insert_only__merger_proposals_delete();

create table nomination_answers (
  id integer not null default nextval('nomination_answers_id_seq'::regclass),
  nomination_id integer not null,
  body_id integer not null,
  person_id integer not null,
  answered_on date not null,
  given_by text not null,
  recorded_by text not null,
  constraint nomination_answers_pkey PRIMARY KEY (id),
  constraint nomination_answers_body_id_foreign FOREIGN KEY (body_id) REFERENCES bodies(id),
  constraint nomination_answers_nomination_id_foreign FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint nomination_answers_person_id_foreign FOREIGN KEY (person_id) REFERENCES people(id),
  constraint nomination_answers_answered_on_check CHECK (((answered_on IS NULL) OR ((answered_on IS NOT NULL) AND (answered_on = answered_on))))
);
CREATE INDEX nomination_answers_nomination_id_index ON nomination_answers USING btree (nomination_id);
create function nomination_answers_insert_only__nomination_answers_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'nomination_answers_insert_only' using errcode = 'check_violation', constraint = 'nomination_answers_insert_only'; end if;
  return old;
  end $$;
create function nomination_answers_insert_only__nomination_answers_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'nomination_answers_insert_only' using errcode = 'check_violation', constraint = 'nomination_answers_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER nomination_answers_insert_only__nomination_answers_delete BEFORE DELETE ON nomination_answers
  FOR EACH ROW EXECUTE FUNCTION nomination_answers_insert_only__nomination_answers_delete();
CREATE TRIGGER nomination_answers_insert_only__nomination_answers_update BEFORE UPDATE ON nomination_answers
  FOR EACH ROW EXECUTE FUNCTION nomination_answers_insert_only__nomination_answers_update();
CREATE TRIGGER nomination_answers_insert_only__truncate BEFORE TRUNCATE ON nomination_answers
  FOR EACH STATEMENT EXECUTE FUNCTION nomination_answers_insert_only__nomination_answers_delete();

create table nomination_bodies (
  nomination_id integer not null,
  body_id integer not null,
  successor_reason text,
  constraint nomination_bodies_pkey PRIMARY KEY (nomination_id, body_id),
  constraint nomination_bodies_body_id_foreign FOREIGN KEY (body_id) REFERENCES bodies(id),
  constraint nomination_bodies_nomination_id_foreign FOREIGN KEY (nomination_id) REFERENCES nominations(id)
);
create function nomination_bodies_insert_only__nomination_bodies_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'nomination_bodies_insert_only' using errcode = 'check_violation', constraint = 'nomination_bodies_insert_only'; end if;
  return old;
  end $$;
create function nomination_bodies_insert_only__nomination_bodies_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'nomination_bodies_insert_only' using errcode = 'check_violation', constraint = 'nomination_bodies_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER nomination_bodies_insert_only__nomination_bodies_delete BEFORE DELETE ON nomination_bodies
  FOR EACH ROW EXECUTE FUNCTION nomination_bodies_insert_only__nomination_bodies_delete();
CREATE TRIGGER nomination_bodies_insert_only__nomination_bodies_update BEFORE UPDATE ON nomination_bodies
  FOR EACH ROW EXECUTE FUNCTION nomination_bodies_insert_only__nomination_bodies_update();
CREATE TRIGGER nomination_bodies_insert_only__truncate BEFORE TRUNCATE ON nomination_bodies
  FOR EACH STATEMENT EXECUTE FUNCTION nomination_bodies_insert_only__nomination_bodies_delete();

create table nomination_closings (
  nomination_id integer not null,
  closed_on date not null,
  reason text not null,
  recorded_by text not null,
  constraint nomination_closings_pkey PRIMARY KEY (nomination_id),
  constraint nomination_closings_nomination_id_foreign FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint nomination_closings_closed_on_check CHECK (((closed_on IS NULL) OR ((closed_on IS NOT NULL) AND (closed_on = closed_on))))
);
create function nomination_closings_insert_only__nomination_closings_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'nomination_closings_insert_only' using errcode = 'check_violation', constraint = 'nomination_closings_insert_only'; end if;
  return old;
  end $$;
create function nomination_closings_insert_only__nomination_closings_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'nomination_closings_insert_only' using errcode = 'check_violation', constraint = 'nomination_closings_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER nomination_closings_insert_only__nomination_closings_delete BEFORE DELETE ON nomination_closings
  FOR EACH ROW EXECUTE FUNCTION nomination_closings_insert_only__nomination_closings_delete();
CREATE TRIGGER nomination_closings_insert_only__nomination_closings_update BEFORE UPDATE ON nomination_closings
  FOR EACH ROW EXECUTE FUNCTION nomination_closings_insert_only__nomination_closings_update();
CREATE TRIGGER nomination_closings_insert_only__truncate BEFORE TRUNCATE ON nomination_closings
  FOR EACH STATEMENT EXECUTE FUNCTION nomination_closings_insert_only__nomination_closings_delete();

create table nomination_refusals (
  id integer not null default nextval('nomination_refusals_id_seq'::regclass),
  nomination_id integer not null,
  body_id integer not null,
  after_answer integer,
  answered_on date not null,
  given_by text not null,
  note text,
  recorded_by text not null,
  constraint nomination_refusals_pkey PRIMARY KEY (id),
  constraint nomination_refusals_after_answer_foreign FOREIGN KEY (after_answer) REFERENCES nomination_answers(id),
  constraint nomination_refusals_body_id_foreign FOREIGN KEY (body_id) REFERENCES bodies(id),
  constraint nomination_refusals_nomination_id_foreign FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint nomination_refusals_answered_on_check CHECK (((answered_on IS NULL) OR ((answered_on IS NOT NULL) AND (answered_on = answered_on))))
);
CREATE INDEX nomination_refusals_nomination_id_index ON nomination_refusals USING btree (nomination_id);
create function nomination_refusals_insert_only__nomination_refusals_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'nomination_refusals_insert_only' using errcode = 'check_violation', constraint = 'nomination_refusals_insert_only'; end if;
  return old;
  end $$;
create function nomination_refusals_insert_only__nomination_refusals_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'nomination_refusals_insert_only' using errcode = 'check_violation', constraint = 'nomination_refusals_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER nomination_refusals_insert_only__nomination_refusals_delete BEFORE DELETE ON nomination_refusals
  FOR EACH ROW EXECUTE FUNCTION nomination_refusals_insert_only__nomination_refusals_delete();
CREATE TRIGGER nomination_refusals_insert_only__nomination_refusals_update BEFORE UPDATE ON nomination_refusals
  FOR EACH ROW EXECUTE FUNCTION nomination_refusals_insert_only__nomination_refusals_update();
CREATE TRIGGER nomination_refusals_insert_only__truncate BEFORE TRUNCATE ON nomination_refusals
  FOR EACH STATEMENT EXECUTE FUNCTION nomination_refusals_insert_only__nomination_refusals_delete();

create table nominations (
  id integer not null default nextval('nominations_id_seq'::regclass),
  seat_id integer not null,
  term_id integer not null,
  body_id integer,
  status text not null,
  statutes_version_id integer not null,
  asked_on date not null,
  answer_by date not null,
  constraint nominations_pkey PRIMARY KEY (id),
  constraint nominations_body_id_foreign FOREIGN KEY (body_id) REFERENCES bodies(id),
  constraint nominations_seat_id_foreign FOREIGN KEY (seat_id) REFERENCES seats(id),
  constraint nominations_statutes_version_id_foreign FOREIGN KEY (statutes_version_id) REFERENCES statutes_versions(id),
  constraint nominations_term_id_foreign FOREIGN KEY (term_id) REFERENCES terms(id),
  constraint nominations_answer_by_check CHECK (((answer_by IS NULL) OR ((answer_by IS NOT NULL) AND (answer_by = answer_by)))),
  constraint nominations_asked_on_check CHECK (((asked_on IS NULL) OR ((asked_on IS NOT NULL) AND (asked_on = asked_on)))),
  constraint nominations_deadline_after_request CHECK ((answer_by >= asked_on)),
  constraint nominations_status_check CHECK ((status = ANY (ARRAY['open', 'appointed', 'closed'])))
);
CREATE UNIQUE INDEX nominations_one_open ON nominations USING btree (seat_id, term_id) WHERE (status = 'open');
CREATE INDEX nominations_seat_id_index ON nominations USING btree (seat_id);

create table nominee_replies (
  id integer not null default nextval('nominee_replies_id_seq'::regclass),
  nomination_id integer not null,
  person_id integer not null,
  reply text not null,
  replied_on date not null,
  recorded_by text not null,
  constraint nominee_replies_pkey PRIMARY KEY (id),
  constraint nominee_replies_nomination_id_foreign FOREIGN KEY (nomination_id) REFERENCES nominations(id),
  constraint nominee_replies_person_id_foreign FOREIGN KEY (person_id) REFERENCES people(id),
  constraint nominee_replies_replied_on_check CHECK (((replied_on IS NULL) OR ((replied_on IS NOT NULL) AND (replied_on = replied_on)))),
  constraint nominee_replies_reply_check CHECK ((reply = ANY (ARRAY['yes', 'no'])))
);
CREATE INDEX nominee_replies_nomination_id_index ON nominee_replies USING btree (nomination_id);
create function nominee_replies_insert_only__nominee_replies_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'nominee_replies_insert_only' using errcode = 'check_violation', constraint = 'nominee_replies_insert_only'; end if;
  return old;
  end $$;
create function nominee_replies_insert_only__nominee_replies_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'nominee_replies_insert_only' using errcode = 'check_violation', constraint = 'nominee_replies_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER nominee_replies_insert_only__nominee_replies_delete BEFORE DELETE ON nominee_replies
  FOR EACH ROW EXECUTE FUNCTION nominee_replies_insert_only__nominee_replies_delete();
CREATE TRIGGER nominee_replies_insert_only__nominee_replies_update BEFORE UPDATE ON nominee_replies
  FOR EACH ROW EXECUTE FUNCTION nominee_replies_insert_only__nominee_replies_update();
CREATE TRIGGER nominee_replies_insert_only__truncate BEFORE TRUNCATE ON nominee_replies
  FOR EACH STATEMENT EXECUTE FUNCTION nominee_replies_insert_only__nominee_replies_delete();

create table objection_decisions (
  objection_id integer not null,
  decision text not null,
  decided_by text not null,
  decided_on date not null,
  recorded_by text not null,
  recorded_on date not null,
  constraint objection_decisions_pkey PRIMARY KEY (objection_id),
  constraint objection_decisions_objection_id_foreign FOREIGN KEY (objection_id) REFERENCES objections(id),
  constraint objection_decisions_decided_on_check CHECK (((decided_on IS NULL) OR ((decided_on IS NOT NULL) AND (decided_on = decided_on)))),
  constraint objection_decisions_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
create function objection_decisions_insert_only__objection_decisions_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'objection_decisions_insert_only' using errcode = 'check_violation', constraint = 'objection_decisions_insert_only'; end if;
  return old;
  end $$;
create function objection_decisions_insert_only__objection_decisions_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'objection_decisions_insert_only' using errcode = 'check_violation', constraint = 'objection_decisions_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER objection_decisions_insert_only__objection_decisions_delete BEFORE DELETE ON objection_decisions
  FOR EACH ROW EXECUTE FUNCTION objection_decisions_insert_only__objection_decisions_delete();
CREATE TRIGGER objection_decisions_insert_only__objection_decisions_update BEFORE UPDATE ON objection_decisions
  FOR EACH ROW EXECUTE FUNCTION objection_decisions_insert_only__objection_decisions_update();
CREATE TRIGGER objection_decisions_insert_only__truncate BEFORE TRUNCATE ON objection_decisions
  FOR EACH STATEMENT EXECUTE FUNCTION objection_decisions_insert_only__objection_decisions_delete();

create table objections (
  id integer not null default nextval('objections_id_seq'::regclass),
  election_id integer not null,
  number integer not null,
  phase text not null,
  raised_on date not null,
  text text not null,
  objector text,
  recorded_by text not null,
  recorded_on date not null,
  constraint objections_pkey PRIMARY KEY (id),
  constraint objections_election_id_number_unique UNIQUE (election_id, number),
  constraint objections_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint objections_number_check CHECK (((number >= 0) AND (number = number))),
  constraint objections_phase_check CHECK ((phase = ANY (ARRAY['polling', 'counting']))),
  constraint objections_raised_on_check CHECK (((raised_on IS NULL) OR ((raised_on IS NOT NULL) AND (raised_on = raised_on)))),
  constraint objections_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
create function objections_insert_only__objections_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'objections_insert_only' using errcode = 'check_violation', constraint = 'objections_insert_only'; end if;
  return old;
  end $$;
create function objections_insert_only__objections_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'objections_insert_only' using errcode = 'check_violation', constraint = 'objections_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER objections_insert_only__objections_delete BEFORE DELETE ON objections
  FOR EACH ROW EXECUTE FUNCTION objections_insert_only__objections_delete();
CREATE TRIGGER objections_insert_only__objections_update BEFORE UPDATE ON objections
  FOR EACH ROW EXECUTE FUNCTION objections_insert_only__objections_update();
CREATE TRIGGER objections_insert_only__truncate BEFORE TRUNCATE ON objections
  FOR EACH STATEMENT EXECUTE FUNCTION objections_insert_only__objections_delete();

create table officeholdings (
  id integer not null default nextval('officeholdings_id_seq'::regclass),
  office text not null,
  number integer not null default 1,
  membership_id integer not null,
  starts_on date not null,
  ends_on date not null,
  decided_on date not null,
  decided_by text not null,
  end_note text,
  voided_on date,
  constraint officeholdings_pkey PRIMARY KEY (id),
  constraint officeholdings_membership_id_foreign FOREIGN KEY (membership_id) REFERENCES memberships(id),
  constraint officeholdings_days_in_order CHECK ((starts_on <= ends_on)),
  constraint officeholdings_decided_on_check CHECK (((decided_on IS NULL) OR ((decided_on IS NOT NULL) AND (decided_on = decided_on)))),
  constraint officeholdings_ends_on_check CHECK (((ends_on IS NULL) OR ((ends_on IS NOT NULL) AND (ends_on = ends_on)))),
  constraint officeholdings_office_check CHECK (((office <> '') AND (office = lower(office)) AND (office !~~ '% %'))),
  constraint officeholdings_starts_on_check CHECK (((starts_on IS NULL) OR ((starts_on IS NOT NULL) AND (starts_on = starts_on)))),
  constraint officeholdings_voided_on_check CHECK (((voided_on IS NULL) OR ((voided_on IS NOT NULL) AND (voided_on = voided_on)))),
  constraint officeholdings_membership_no_overlap EXCLUDE USING gist (membership_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE ((voided_on IS NULL)),
  constraint officeholdings_no_overlap EXCLUDE USING gist (office WITH =, number WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE ((voided_on IS NULL))
);
CREATE INDEX officeholdings_membership_id_index ON officeholdings USING btree (membership_id);
create function officeholdings_kept__officeholdings_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'officeholdings_kept' using errcode = 'check_violation', constraint = 'officeholdings_kept'; end if;
  return old;
  end $$;
create function officeholdings_within_membership__officeholdings_insert() returns trigger language plpgsql as $$
  begin
  if (new.voided_on is null and not exists (select 1 from memberships as held
  where held.id = new.membership_id and held.voided_on is null
  and held.starts_on <= new.starts_on and held.ends_on >= new.ends_on)) then raise exception 'officeholdings_within_membership' using errcode = 'check_violation', constraint = 'officeholdings_within_membership'; end if;
  return new;
  end $$;
create function officeholdings_within_membership__officeholdings_update() returns trigger language plpgsql as $$
  begin
  if (new.voided_on is null and not exists (select 1 from memberships as held
  where held.id = new.membership_id and held.voided_on is null
  and held.starts_on <= new.starts_on and held.ends_on >= new.ends_on)) then raise exception 'officeholdings_within_membership' using errcode = 'check_violation', constraint = 'officeholdings_within_membership'; end if;
  return new;
  end $$;
CREATE TRIGGER officeholdings_kept__officeholdings_delete BEFORE DELETE ON officeholdings
  FOR EACH ROW EXECUTE FUNCTION officeholdings_kept__officeholdings_delete();
CREATE TRIGGER officeholdings_within_membership__officeholdings_insert BEFORE INSERT ON officeholdings
  FOR EACH ROW EXECUTE FUNCTION officeholdings_within_membership__officeholdings_insert();
CREATE TRIGGER officeholdings_within_membership__officeholdings_update BEFORE UPDATE ON officeholdings
  FOR EACH ROW EXECUTE FUNCTION officeholdings_within_membership__officeholdings_update();

create table opened_packages (
  package_id integer not null,
  opening_id integer not null,
  constraint opened_packages_pkey PRIMARY KEY (package_id),
  constraint opened_packages_opening_id_foreign FOREIGN KEY (opening_id) REFERENCES package_openings(id),
  constraint opened_packages_package_id_foreign FOREIGN KEY (package_id) REFERENCES packages(id)
);
CREATE INDEX opened_packages_opening_id_index ON opened_packages USING btree (opening_id);
create function opened_packages_insert_only__opened_packages_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'opened_packages_insert_only' using errcode = 'check_violation', constraint = 'opened_packages_insert_only'; end if;
  return old;
  end $$;
create function opened_packages_insert_only__opened_packages_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'opened_packages_insert_only' using errcode = 'check_violation', constraint = 'opened_packages_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER opened_packages_insert_only__opened_packages_delete BEFORE DELETE ON opened_packages
  FOR EACH ROW EXECUTE FUNCTION opened_packages_insert_only__opened_packages_delete();
CREATE TRIGGER opened_packages_insert_only__opened_packages_update BEFORE UPDATE ON opened_packages
  FOR EACH ROW EXECUTE FUNCTION opened_packages_insert_only__opened_packages_update();
CREATE TRIGGER opened_packages_insert_only__truncate BEFORE TRUNCATE ON opened_packages
  FOR EACH STATEMENT EXECUTE FUNCTION opened_packages_insert_only__opened_packages_delete();

create table package_openings (
  id integer not null default nextval('package_openings_id_seq'::regclass),
  election_id integer not null,
  first_opener text not null,
  second_opener text not null,
  opened_on date not null,
  opened_at text not null,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  constraint package_openings_pkey PRIMARY KEY (id),
  constraint package_openings_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint package_openings_opened_on_check CHECK (((opened_on IS NULL) OR ((opened_on IS NOT NULL) AND (opened_on = opened_on)))),
  constraint package_openings_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on)))),
  constraint package_openings_two_people CHECK ((first_opener <> second_opener))
);
CREATE INDEX package_openings_election_id_index ON package_openings USING btree (election_id);
create function package_openings_insert_only__package_openings_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'package_openings_insert_only' using errcode = 'check_violation', constraint = 'package_openings_insert_only'; end if;
  return old;
  end $$;
create function package_openings_insert_only__package_openings_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'package_openings_insert_only' using errcode = 'check_violation', constraint = 'package_openings_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER package_openings_insert_only__package_openings_delete BEFORE DELETE ON package_openings
  FOR EACH ROW EXECUTE FUNCTION package_openings_insert_only__package_openings_delete();
CREATE TRIGGER package_openings_insert_only__package_openings_update BEFORE UPDATE ON package_openings
  FOR EACH ROW EXECUTE FUNCTION package_openings_insert_only__package_openings_update();
CREATE TRIGGER package_openings_insert_only__truncate BEFORE TRUNCATE ON package_openings
  FOR EACH STATEMENT EXECUTE FUNCTION package_openings_insert_only__package_openings_delete();

create table package_sealings (
  id integer not null default nextval('package_sealings_id_seq'::regclass),
  election_id integer not null,
  number integer not null,
  first_sealer text not null,
  second_sealer text not null,
  sealed_on date not null,
  sealed_at text not null,
  difference_reason text,
  recorded_by text not null,
  recorded_on date not null,
  constraint package_sealings_pkey PRIMARY KEY (id),
  constraint package_sealings_election_id_number_unique UNIQUE (election_id, number),
  constraint package_sealings_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint package_sealings_number_check CHECK (((number >= 0) AND (number = number))),
  constraint package_sealings_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on)))),
  constraint package_sealings_sealed_on_check CHECK (((sealed_on IS NULL) OR ((sealed_on IS NOT NULL) AND (sealed_on = sealed_on)))),
  constraint package_sealings_two_people CHECK ((first_sealer <> second_sealer))
);
create function package_sealings_insert_only__package_sealings_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'package_sealings_insert_only' using errcode = 'check_violation', constraint = 'package_sealings_insert_only'; end if;
  return old;
  end $$;
create function package_sealings_insert_only__package_sealings_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'package_sealings_insert_only' using errcode = 'check_violation', constraint = 'package_sealings_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER package_sealings_insert_only__package_sealings_delete BEFORE DELETE ON package_sealings
  FOR EACH ROW EXECUTE FUNCTION package_sealings_insert_only__package_sealings_delete();
CREATE TRIGGER package_sealings_insert_only__package_sealings_update BEFORE UPDATE ON package_sealings
  FOR EACH ROW EXECUTE FUNCTION package_sealings_insert_only__package_sealings_update();
CREATE TRIGGER package_sealings_insert_only__truncate BEFORE TRUNCATE ON package_sealings
  FOR EACH STATEMENT EXECUTE FUNCTION package_sealings_insert_only__package_sealings_delete();

create table packages (
  id integer not null default nextval('packages_id_seq'::regclass),
  election_id integer not null,
  sealing_id integer not null,
  number integer not null,
  kind text not null,
  candidacy_id integer,
  pieces integer not null,
  expected integer,
  seal_number text,
  constraint packages_pkey PRIMARY KEY (id),
  constraint packages_election_id_number_unique UNIQUE (election_id, number),
  constraint packages_candidacy_id_foreign FOREIGN KEY (candidacy_id) REFERENCES candidacies(id),
  constraint packages_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint packages_sealing_id_foreign FOREIGN KEY (sealing_id) REFERENCES package_sealings(id),
  constraint packages_expected_check CHECK (((expected >= 0) AND (expected = expected))),
  constraint packages_kind_check CHECK ((kind = ANY (ARRAY['valid', 'blank', 'invalid', 'exchanged', 'returned', 'handed_out_list', 'roll', 'entered']))),
  constraint packages_number_check CHECK (((number >= 0) AND (number = number))),
  constraint packages_pieces_check CHECK (((pieces >= 0) AND (pieces = pieces)))
);
CREATE INDEX packages_sealing_id_index ON packages USING btree (sealing_id);
create function packages_insert_only__packages_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'packages_insert_only' using errcode = 'check_violation', constraint = 'packages_insert_only'; end if;
  return old;
  end $$;
create function packages_insert_only__packages_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'packages_insert_only' using errcode = 'check_violation', constraint = 'packages_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER packages_insert_only__packages_delete BEFORE DELETE ON packages
  FOR EACH ROW EXECUTE FUNCTION packages_insert_only__packages_delete();
CREATE TRIGGER packages_insert_only__packages_update BEFORE UPDATE ON packages
  FOR EACH ROW EXECUTE FUNCTION packages_insert_only__packages_update();
CREATE TRIGGER packages_insert_only__truncate BEFORE TRUNCATE ON packages
  FOR EACH STATEMENT EXECUTE FUNCTION packages_insert_only__packages_delete();

create table paper_accounts (
  id integer not null default nextval('paper_accounts_id_seq'::regclass),
  election_id integer not null,
  printed integer not null,
  handed_out integer not null,
  exchanged integer not null,
  not_returned integer not null,
  unused integer not null,
  difference_reason text,
  made_by text not null,
  made_on date not null,
  constraint paper_accounts_pkey PRIMARY KEY (id),
  constraint paper_accounts_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint paper_accounts_exchanged_check CHECK (((exchanged >= 0) AND (exchanged = exchanged))),
  constraint paper_accounts_handed_out_check CHECK (((handed_out >= 0) AND (handed_out = handed_out))),
  constraint paper_accounts_made_on_check CHECK (((made_on IS NULL) OR ((made_on IS NOT NULL) AND (made_on = made_on)))),
  constraint paper_accounts_not_returned_check CHECK (((not_returned >= 0) AND (not_returned = not_returned))),
  constraint paper_accounts_printed_check CHECK (((printed >= 0) AND (printed = printed))),
  constraint paper_accounts_unused_check CHECK (((unused >= 0) AND (unused = unused)))
);
CREATE INDEX paper_accounts_election_id_index ON paper_accounts USING btree (election_id);
create function paper_accounts_insert_only__paper_accounts_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'paper_accounts_insert_only' using errcode = 'check_violation', constraint = 'paper_accounts_insert_only'; end if;
  return old;
  end $$;
create function paper_accounts_insert_only__paper_accounts_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'paper_accounts_insert_only' using errcode = 'check_violation', constraint = 'paper_accounts_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER paper_accounts_insert_only__paper_accounts_delete BEFORE DELETE ON paper_accounts
  FOR EACH ROW EXECUTE FUNCTION paper_accounts_insert_only__paper_accounts_delete();
CREATE TRIGGER paper_accounts_insert_only__paper_accounts_update BEFORE UPDATE ON paper_accounts
  FOR EACH ROW EXECUTE FUNCTION paper_accounts_insert_only__paper_accounts_update();
CREATE TRIGGER paper_accounts_insert_only__truncate BEFORE TRUNCATE ON paper_accounts
  FOR EACH STATEMENT EXECUTE FUNCTION paper_accounts_insert_only__paper_accounts_delete();

create table paper_entries (
  election_id integer not null,
  decided_by text not null,
  decided_on date not null,
  constraint paper_entries_pkey PRIMARY KEY (election_id),
  constraint paper_entries_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint paper_entries_decided_on_check CHECK (((decided_on IS NULL) OR ((decided_on IS NOT NULL) AND (decided_on = decided_on))))
);
create function paper_entries_insert_only__paper_entries_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'paper_entries_insert_only' using errcode = 'check_violation', constraint = 'paper_entries_insert_only'; end if;
  return old;
  end $$;
create function paper_entries_insert_only__paper_entries_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'paper_entries_insert_only' using errcode = 'check_violation', constraint = 'paper_entries_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER paper_entries_insert_only__paper_entries_delete BEFORE DELETE ON paper_entries
  FOR EACH ROW EXECUTE FUNCTION paper_entries_insert_only__paper_entries_delete();
CREATE TRIGGER paper_entries_insert_only__paper_entries_update BEFORE UPDATE ON paper_entries
  FOR EACH ROW EXECUTE FUNCTION paper_entries_insert_only__paper_entries_update();
CREATE TRIGGER paper_entries_insert_only__truncate BEFORE TRUNCATE ON paper_entries
  FOR EACH STATEMENT EXECUTE FUNCTION paper_entries_insert_only__paper_entries_delete();

create table paper_entry_ends (
  id integer not null default nextval('paper_entry_ends_id_seq'::regclass),
  election_id integer not null,
  number integer not null,
  papers integer not null,
  difference_reason text,
  codes_hash text not null,
  recorded_by text not null,
  confirmed_by text,
  recorded_on date not null,
  constraint paper_entry_ends_pkey PRIMARY KEY (id),
  constraint paper_entry_ends_election_id_number_unique UNIQUE (election_id, number),
  constraint paper_entry_ends_election_id_foreign FOREIGN KEY (election_id) REFERENCES paper_entries(election_id),
  constraint paper_entry_ends_number_check CHECK (((number >= 0) AND (number = number))),
  constraint paper_entry_ends_papers_check CHECK (((papers >= 0) AND (papers = papers))),
  constraint paper_entry_ends_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
create function paper_entry_ends_in_turn__paper_entry_ends_insert() returns trigger language plpgsql as $$
  begin
  if (new.number <> 1 and not exists (select 1 from paper_entry_reopenings
  where election_id = new.election_id and number = new.number - 1)) then raise exception 'paper_entry_ends_in_turn' using errcode = 'check_violation', constraint = 'paper_entry_ends_in_turn'; end if;
  return new;
  end $$;
create function paper_entry_ends_insert_only__paper_entry_ends_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'paper_entry_ends_insert_only' using errcode = 'check_violation', constraint = 'paper_entry_ends_insert_only'; end if;
  return old;
  end $$;
create function paper_entry_ends_insert_only__paper_entry_ends_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'paper_entry_ends_insert_only' using errcode = 'check_violation', constraint = 'paper_entry_ends_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER paper_entry_ends_in_turn__paper_entry_ends_insert BEFORE INSERT ON paper_entry_ends
  FOR EACH ROW EXECUTE FUNCTION paper_entry_ends_in_turn__paper_entry_ends_insert();
CREATE TRIGGER paper_entry_ends_insert_only__paper_entry_ends_delete BEFORE DELETE ON paper_entry_ends
  FOR EACH ROW EXECUTE FUNCTION paper_entry_ends_insert_only__paper_entry_ends_delete();
CREATE TRIGGER paper_entry_ends_insert_only__paper_entry_ends_update BEFORE UPDATE ON paper_entry_ends
  FOR EACH ROW EXECUTE FUNCTION paper_entry_ends_insert_only__paper_entry_ends_update();
CREATE TRIGGER paper_entry_ends_insert_only__truncate BEFORE TRUNCATE ON paper_entry_ends
  FOR EACH STATEMENT EXECUTE FUNCTION paper_entry_ends_insert_only__paper_entry_ends_delete();

create table paper_entry_pairs (
  id integer not null default nextval('paper_entry_pairs_id_seq'::regclass),
  election_id integer not null,
  number integer not null,
  first_account_id integer not null,
  first_counter text not null,
  second_account_id integer not null,
  second_counter text not null,
  began_on date not null,
  constraint paper_entry_pairs_pkey PRIMARY KEY (id),
  constraint paper_entry_pairs_election_id_number_unique UNIQUE (election_id, number),
  constraint paper_entry_pairs_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint paper_entry_pairs_first_account_id_foreign FOREIGN KEY (first_account_id) REFERENCES accounts(id),
  constraint paper_entry_pairs_second_account_id_foreign FOREIGN KEY (second_account_id) REFERENCES accounts(id),
  constraint paper_entry_pairs_began_on_check CHECK (((began_on IS NULL) OR ((began_on IS NOT NULL) AND (began_on = began_on)))),
  constraint paper_entry_pairs_number_check CHECK (((number >= 0) AND (number = number))),
  constraint paper_entry_pairs_two_people CHECK ((first_account_id <> second_account_id))
);
create function paper_entry_pairs_insert_only__paper_entry_pairs_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'paper_entry_pairs_insert_only' using errcode = 'check_violation', constraint = 'paper_entry_pairs_insert_only'; end if;
  return old;
  end $$;
create function paper_entry_pairs_insert_only__paper_entry_pairs_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'paper_entry_pairs_insert_only' using errcode = 'check_violation', constraint = 'paper_entry_pairs_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER paper_entry_pairs_insert_only__paper_entry_pairs_delete BEFORE DELETE ON paper_entry_pairs
  FOR EACH ROW EXECUTE FUNCTION paper_entry_pairs_insert_only__paper_entry_pairs_delete();
CREATE TRIGGER paper_entry_pairs_insert_only__paper_entry_pairs_update BEFORE UPDATE ON paper_entry_pairs
  FOR EACH ROW EXECUTE FUNCTION paper_entry_pairs_insert_only__paper_entry_pairs_update();
CREATE TRIGGER paper_entry_pairs_insert_only__truncate BEFORE TRUNCATE ON paper_entry_pairs
  FOR EACH STATEMENT EXECUTE FUNCTION paper_entry_pairs_insert_only__paper_entry_pairs_delete();

create table paper_entry_reopenings (
  id integer not null default nextval('paper_entry_reopenings_id_seq'::regclass),
  election_id integer not null,
  number integer not null,
  papers integer not null,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  constraint paper_entry_reopenings_pkey PRIMARY KEY (id),
  constraint paper_entry_reopenings_election_id_number_unique UNIQUE (election_id, number),
  constraint paper_entry_reopenings_election_id_foreign FOREIGN KEY (election_id) REFERENCES paper_entries(election_id),
  constraint paper_entry_reopenings_election_id_number_foreign FOREIGN KEY (election_id, number) REFERENCES paper_entry_ends(election_id, number),
  constraint paper_entry_reopenings_number_check CHECK (((number >= 0) AND (number = number))),
  constraint paper_entry_reopenings_papers_check CHECK (((papers >= 0) AND (papers = papers))),
  constraint paper_entry_reopenings_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
create function paper_entry_reopenings_in_turn__paper_entry_reopenings_insert() returns trigger language plpgsql as $$
  begin
  if (exists (select 1 from box_openings where election_id = new.election_id)) then raise exception 'paper_entry_reopenings_in_turn' using errcode = 'check_violation', constraint = 'paper_entry_reopenings_in_turn'; end if;
  return new;
  end $$;
create function paper_entry_reopenings_insert_only__paper_entry_reopenings_dele() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'paper_entry_reopenings_insert_only' using errcode = 'check_violation', constraint = 'paper_entry_reopenings_insert_only'; end if;
  return old;
  end $$;
create function paper_entry_reopenings_insert_only__paper_entry_reopenings_upda() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'paper_entry_reopenings_insert_only' using errcode = 'check_violation', constraint = 'paper_entry_reopenings_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER paper_entry_reopenings_in_turn__paper_entry_reopenings_insert BEFORE INSERT ON paper_entry_reopenings
  FOR EACH ROW EXECUTE FUNCTION paper_entry_reopenings_in_turn__paper_entry_reopenings_insert();
CREATE TRIGGER paper_entry_reopenings_insert_only__paper_entry_reopenings_dele BEFORE DELETE ON paper_entry_reopenings
  FOR EACH ROW EXECUTE FUNCTION paper_entry_reopenings_insert_only__paper_entry_reopenings_dele();
CREATE TRIGGER paper_entry_reopenings_insert_only__paper_entry_reopenings_upda BEFORE UPDATE ON paper_entry_reopenings
  FOR EACH ROW EXECUTE FUNCTION paper_entry_reopenings_insert_only__paper_entry_reopenings_upda();
CREATE TRIGGER paper_entry_reopenings_insert_only__truncate BEFORE TRUNCATE ON paper_entry_reopenings
  FOR EACH STATEMENT EXECUTE FUNCTION paper_entry_reopenings_insert_only__paper_entry_reopenings_dele();

create table paper_entry_restarts (
  id integer not null default nextval('paper_entry_restarts_id_seq'::regclass),
  election_id integer not null,
  number integer not null,
  papers integer not null,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  constraint paper_entry_restarts_pkey PRIMARY KEY (id),
  constraint paper_entry_restarts_election_id_number_unique UNIQUE (election_id, number),
  constraint paper_entry_restarts_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint paper_entry_restarts_number_check CHECK (((number >= 0) AND (number = number))),
  constraint paper_entry_restarts_papers_check CHECK (((papers >= 0) AND (papers = papers))),
  constraint paper_entry_restarts_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
create function paper_entry_restarts_insert_only__paper_entry_restarts_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'paper_entry_restarts_insert_only' using errcode = 'check_violation', constraint = 'paper_entry_restarts_insert_only'; end if;
  return old;
  end $$;
create function paper_entry_restarts_insert_only__paper_entry_restarts_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'paper_entry_restarts_insert_only' using errcode = 'check_violation', constraint = 'paper_entry_restarts_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER paper_entry_restarts_insert_only__paper_entry_restarts_delete BEFORE DELETE ON paper_entry_restarts
  FOR EACH ROW EXECUTE FUNCTION paper_entry_restarts_insert_only__paper_entry_restarts_delete();
CREATE TRIGGER paper_entry_restarts_insert_only__paper_entry_restarts_update BEFORE UPDATE ON paper_entry_restarts
  FOR EACH ROW EXECUTE FUNCTION paper_entry_restarts_insert_only__paper_entry_restarts_update();
CREATE TRIGGER paper_entry_restarts_insert_only__truncate BEFORE TRUNCATE ON paper_entry_restarts
  FOR EACH STATEMENT EXECUTE FUNCTION paper_entry_restarts_insert_only__paper_entry_restarts_delete();

create table paper_entry_turns (
  election_id integer not null,
  number integer not null,
  first_account_id integer,
  first_session text,
  second_account_id integer,
  second_session text,
  waiting text,
  ending_by text,
  ending_papers integer,
  ending_reason text,
  ending_mark text,
  constraint paper_entry_turns_pkey PRIMARY KEY (election_id),
  constraint paper_entry_turns_election_id_foreign FOREIGN KEY (election_id) REFERENCES paper_entries(election_id),
  constraint paper_entry_turns_first_account_id_foreign FOREIGN KEY (first_account_id) REFERENCES accounts(id),
  constraint paper_entry_turns_second_account_id_foreign FOREIGN KEY (second_account_id) REFERENCES accounts(id),
  constraint paper_entry_turns_check CHECK (((ending_mark IS NULL) OR ((waiting IS NULL) AND (ending_by IS NOT NULL) AND (ending_papers IS NOT NULL)))),
  constraint paper_entry_turns_ending_by_check CHECK ((ending_by = ANY (ARRAY['first', 'second']))),
  constraint paper_entry_turns_ending_papers_check CHECK (((ending_papers >= 0) AND (ending_papers = ending_papers))),
  constraint paper_entry_turns_number_check CHECK (((number >= 0) AND (number = number))),
  constraint paper_entry_turns_two_people CHECK ((first_account_id <> second_account_id))
);

create table people (
  id integer not null default nextval('people_id_seq'::regclass),
  name text not null,
  email text,
  phone text,
  postal_address text,
  contact_by text not null,
  contact_place_id integer,
  protected_address boolean not null default false,
  registered_on date not null,
  constraint people_pkey PRIMARY KEY (id),
  constraint people_contact_place_id_foreign FOREIGN KEY (contact_place_id) REFERENCES bodies(id),
  constraint people_contact_by_check CHECK ((contact_by = ANY (ARRAY['place', 'email', 'phone', 'post', 'digital_post']))),
  constraint people_contact_place CHECK (((contact_by <> 'place') OR (contact_place_id IS NOT NULL))),
  constraint people_registered_on_check CHECK (((registered_on IS NULL) OR ((registered_on IS NOT NULL) AND (registered_on = registered_on))))
);

create table person_publications (
  id integer not null default nextval('person_publications_id_seq'::regclass),
  person_id integer not null,
  field text not null,
  published boolean not null,
  decided_on date not null,
  constraint person_publications_pkey PRIMARY KEY (id),
  constraint person_publications_person_id_foreign FOREIGN KEY (person_id) REFERENCES people(id),
  constraint person_publications_decided_on_check CHECK (((decided_on IS NULL) OR ((decided_on IS NOT NULL) AND (decided_on = decided_on)))),
  constraint person_publications_field_check CHECK ((field = ANY (ARRAY['name', 'email', 'phone'])))
);
CREATE INDEX person_publications_person_id_field_id_index ON person_publications USING btree (person_id, field, id);
create function person_publications_insert_only__person_publications_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'person_publications_insert_only' using errcode = 'check_violation', constraint = 'person_publications_insert_only'; end if;
  return old;
  end $$;
create function person_publications_insert_only__person_publications_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'person_publications_insert_only' using errcode = 'check_violation', constraint = 'person_publications_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER person_publications_insert_only__person_publications_delete BEFORE DELETE ON person_publications
  FOR EACH ROW EXECUTE FUNCTION person_publications_insert_only__person_publications_delete();
CREATE TRIGGER person_publications_insert_only__person_publications_update BEFORE UPDATE ON person_publications
  FOR EACH ROW EXECUTE FUNCTION person_publications_insert_only__person_publications_update();
CREATE TRIGGER person_publications_insert_only__truncate BEFORE TRUNCATE ON person_publications
  FOR EACH STATEMENT EXECUTE FUNCTION person_publications_insert_only__person_publications_delete();

create table polling_closings (
  id integer not null default nextval('polling_closings_id_seq'::regclass),
  election_id integer not null,
  closed_at text not null,
  early_reason text,
  recorded_by text not null,
  recorded_on date not null,
  late_reason text,
  marks_reason text,
  constraint polling_closings_pkey PRIMARY KEY (id),
  constraint polling_closings_election_id_unique UNIQUE (election_id),
  constraint polling_closings_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint polling_closings_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
create function polling_closings_insert_only__polling_closings_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'polling_closings_insert_only' using errcode = 'check_violation', constraint = 'polling_closings_insert_only'; end if;
  return old;
  end $$;
create function polling_closings_insert_only__polling_closings_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'polling_closings_insert_only' using errcode = 'check_violation', constraint = 'polling_closings_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER polling_closings_insert_only__polling_closings_delete BEFORE DELETE ON polling_closings
  FOR EACH ROW EXECUTE FUNCTION polling_closings_insert_only__polling_closings_delete();
CREATE TRIGGER polling_closings_insert_only__polling_closings_update BEFORE UPDATE ON polling_closings
  FOR EACH ROW EXECUTE FUNCTION polling_closings_insert_only__polling_closings_update();
CREATE TRIGGER polling_closings_insert_only__truncate BEFORE TRUNCATE ON polling_closings
  FOR EACH STATEMENT EXECUTE FUNCTION polling_closings_insert_only__polling_closings_delete();

create table polling_openings (
  id integer not null default nextval('polling_openings_id_seq'::regclass),
  election_id integer not null,
  opened_at text not null,
  first_witness text not null,
  second_witness text not null,
  recorded_by text not null,
  recorded_on date not null,
  list_version integer not null default 0,
  constraint polling_openings_pkey PRIMARY KEY (id),
  constraint polling_openings_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint polling_openings_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on)))),
  constraint polling_openings_two_witnesses CHECK ((first_witness <> second_witness))
);
CREATE UNIQUE INDEX polling_openings_election_id_list_version_unique ON polling_openings USING btree (election_id, list_version);
create function polling_openings_insert_only__polling_openings_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'polling_openings_insert_only' using errcode = 'check_violation', constraint = 'polling_openings_insert_only'; end if;
  return old;
  end $$;
create function polling_openings_insert_only__polling_openings_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'polling_openings_insert_only' using errcode = 'check_violation', constraint = 'polling_openings_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER polling_openings_insert_only__polling_openings_delete BEFORE DELETE ON polling_openings
  FOR EACH ROW EXECUTE FUNCTION polling_openings_insert_only__polling_openings_delete();
CREATE TRIGGER polling_openings_insert_only__polling_openings_update BEFORE UPDATE ON polling_openings
  FOR EACH ROW EXECUTE FUNCTION polling_openings_insert_only__polling_openings_update();
CREATE TRIGGER polling_openings_insert_only__truncate BEFORE TRUNCATE ON polling_openings
  FOR EACH STATEMENT EXECUTE FUNCTION polling_openings_insert_only__polling_openings_delete();

create table polling_pauses (
  id integer not null default nextval('polling_pauses_id_seq'::regclass),
  election_id integer not null,
  paused_on date not null,
  paused_at text not null,
  reason text not null,
  recorded_by text not null,
  constraint polling_pauses_pkey PRIMARY KEY (id),
  constraint polling_pauses_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint polling_pauses_paused_on_check CHECK (((paused_on IS NULL) OR ((paused_on IS NOT NULL) AND (paused_on = paused_on))))
);
CREATE INDEX polling_pauses_election_id_index ON polling_pauses USING btree (election_id);
create function polling_pauses_insert_only__polling_pauses_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'polling_pauses_insert_only' using errcode = 'check_violation', constraint = 'polling_pauses_insert_only'; end if;
  return old;
  end $$;
create function polling_pauses_insert_only__polling_pauses_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'polling_pauses_insert_only' using errcode = 'check_violation', constraint = 'polling_pauses_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER polling_pauses_insert_only__polling_pauses_delete BEFORE DELETE ON polling_pauses
  FOR EACH ROW EXECUTE FUNCTION polling_pauses_insert_only__polling_pauses_delete();
CREATE TRIGGER polling_pauses_insert_only__polling_pauses_update BEFORE UPDATE ON polling_pauses
  FOR EACH ROW EXECUTE FUNCTION polling_pauses_insert_only__polling_pauses_update();
CREATE TRIGGER polling_pauses_insert_only__truncate BEFORE TRUNCATE ON polling_pauses
  FOR EACH STATEMENT EXECUTE FUNCTION polling_pauses_insert_only__polling_pauses_delete();

create table polling_resumptions (
  pause_id integer not null,
  resumed_on date not null,
  resumed_at text not null,
  recorded_by text not null,
  constraint polling_resumptions_pkey PRIMARY KEY (pause_id),
  constraint polling_resumptions_pause_id_foreign FOREIGN KEY (pause_id) REFERENCES polling_pauses(id),
  constraint polling_resumptions_resumed_on_check CHECK (((resumed_on IS NULL) OR ((resumed_on IS NOT NULL) AND (resumed_on = resumed_on))))
);
create function polling_resumptions_insert_only__polling_resumptions_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'polling_resumptions_insert_only' using errcode = 'check_violation', constraint = 'polling_resumptions_insert_only'; end if;
  return old;
  end $$;
create function polling_resumptions_insert_only__polling_resumptions_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'polling_resumptions_insert_only' using errcode = 'check_violation', constraint = 'polling_resumptions_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER polling_resumptions_insert_only__polling_resumptions_delete BEFORE DELETE ON polling_resumptions
  FOR EACH ROW EXECUTE FUNCTION polling_resumptions_insert_only__polling_resumptions_delete();
CREATE TRIGGER polling_resumptions_insert_only__polling_resumptions_update BEFORE UPDATE ON polling_resumptions
  FOR EACH ROW EXECUTE FUNCTION polling_resumptions_insert_only__polling_resumptions_update();
CREATE TRIGGER polling_resumptions_insert_only__truncate BEFORE TRUNCATE ON polling_resumptions
  FOR EACH STATEMENT EXECUTE FUNCTION polling_resumptions_insert_only__polling_resumptions_delete();

create table polling_sittings (
  election_id integer not null,
  number integer not null,
  held_on date not null,
  opens_at text not null,
  closes_at text not null,
  place text not null,
  constraint polling_sittings_pkey PRIMARY KEY (election_id, number),
  constraint polling_sittings_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint polling_sittings_held_on_check CHECK (((held_on IS NULL) OR ((held_on IS NOT NULL) AND (held_on = held_on)))),
  constraint polling_sittings_hours CHECK ((opens_at < closes_at)),
  constraint polling_sittings_number_check CHECK (((number >= 0) AND (number = number)))
);

create table polling_sweeps (
  election_id integer not null,
  constraint polling_sweeps_pkey PRIMARY KEY (election_id),
  constraint polling_sweeps_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id)
);

create table polling_tallies (
  election_id integer not null,
  open integer not null,
  handed_out integer not null default 0,
  exchanged integer not null default 0,
  not_returned integer not null default 0,
  marked integer not null default 0,
  constraint polling_tallies_pkey PRIMARY KEY (election_id),
  constraint polling_tallies_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint polling_tallies_exchanged_check CHECK (((exchanged >= 0) AND (exchanged = exchanged))),
  constraint polling_tallies_handed_out_check CHECK (((handed_out >= 0) AND (handed_out = handed_out))),
  constraint polling_tallies_marked_check CHECK (((marked >= 0) AND (marked = marked))),
  constraint polling_tallies_not_returned_check CHECK (((not_returned >= 0) AND (not_returned = not_returned))),
  constraint polling_tallies_open CHECK ((open = ANY (ARRAY[0, 1]))),
  constraint polling_tallies_open_check CHECK (((open >= 0) AND (open = open))),
  constraint polling_tallies_within CHECK (((exchanged + not_returned) <= handed_out))
);

create table presences (
  id integer not null default nextval('presences_id_seq'::regclass),
  election_id integer not null,
  phase text not null,
  name text not null,
  present_on date not null,
  from_at text not null,
  until_at text,
  replaces_id integer,
  recorded_by text not null,
  recorded_on date not null,
  constraint presences_pkey PRIMARY KEY (id),
  constraint presences_replaces_id_unique UNIQUE (replaces_id),
  constraint presences_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint presences_replaces_id_foreign FOREIGN KEY (replaces_id) REFERENCES presences(id),
  constraint presences_phase_check CHECK ((phase = ANY (ARRAY['polling', 'counting']))),
  constraint presences_present_on_check CHECK (((present_on IS NULL) OR ((present_on IS NOT NULL) AND (present_on = present_on)))),
  constraint presences_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
CREATE INDEX presences_election_id_index ON presences USING btree (election_id);
create function presences_insert_only__presences_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'presences_insert_only' using errcode = 'check_violation', constraint = 'presences_insert_only'; end if;
  return old;
  end $$;
create function presences_insert_only__presences_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'presences_insert_only' using errcode = 'check_violation', constraint = 'presences_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER presences_insert_only__presences_delete BEFORE DELETE ON presences
  FOR EACH ROW EXECUTE FUNCTION presences_insert_only__presences_delete();
CREATE TRIGGER presences_insert_only__presences_update BEFORE UPDATE ON presences
  FOR EACH ROW EXECUTE FUNCTION presences_insert_only__presences_update();
CREATE TRIGGER presences_insert_only__truncate BEFORE TRUNCATE ON presences
  FOR EACH STATEMENT EXECUTE FUNCTION presences_insert_only__presences_delete();

create table print_deductions (
  id integer not null default nextval('print_deductions_id_seq'::regclass),
  election_id integer not null,
  print_id integer not null,
  copies integer not null,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  constraint print_deductions_pkey PRIMARY KEY (id),
  constraint print_deductions_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint print_deductions_print_id_foreign FOREIGN KEY (print_id) REFERENCES ballot_prints(id),
  constraint print_deductions_copies_check CHECK (((copies >= 0) AND (copies = copies))),
  constraint print_deductions_copies_check1 CHECK ((copies > 0)),
  constraint print_deductions_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
CREATE INDEX print_deductions_election_id_index ON print_deductions USING btree (election_id);
create function print_deductions_insert_only__print_deductions_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'print_deductions_insert_only' using errcode = 'check_violation', constraint = 'print_deductions_insert_only'; end if;
  return old;
  end $$;
create function print_deductions_insert_only__print_deductions_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'print_deductions_insert_only' using errcode = 'check_violation', constraint = 'print_deductions_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER print_deductions_insert_only__print_deductions_delete BEFORE DELETE ON print_deductions
  FOR EACH ROW EXECUTE FUNCTION print_deductions_insert_only__print_deductions_delete();
CREATE TRIGGER print_deductions_insert_only__print_deductions_update BEFORE UPDATE ON print_deductions
  FOR EACH ROW EXECUTE FUNCTION print_deductions_insert_only__print_deductions_update();
CREATE TRIGGER print_deductions_insert_only__truncate BEFORE TRUNCATE ON print_deductions
  FOR EACH STATEMENT EXECUTE FUNCTION print_deductions_insert_only__print_deductions_delete();

create table readiness_ticks (
  id integer not null default nextval('readiness_ticks_id_seq'::regclass),
  election_id integer not null,
  line text not null,
  place text,
  done integer not null,
  list_version integer not null,
  recorded_by text not null,
  recorded_on date not null,
  recorded_at text not null,
  constraint readiness_ticks_pkey PRIMARY KEY (id),
  constraint readiness_ticks_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint readiness_ticks_done_check CHECK (((done >= 0) AND (done = done))),
  constraint readiness_ticks_done_check1 CHECK ((done <= 1)),
  constraint readiness_ticks_list_version_check CHECK (((list_version >= 0) AND (list_version = list_version))),
  constraint readiness_ticks_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
CREATE INDEX readiness_ticks_election_id_index ON readiness_ticks USING btree (election_id);
create function readiness_ticks_insert_only__readiness_ticks_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'readiness_ticks_insert_only' using errcode = 'check_violation', constraint = 'readiness_ticks_insert_only'; end if;
  return old;
  end $$;
create function readiness_ticks_insert_only__readiness_ticks_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'readiness_ticks_insert_only' using errcode = 'check_violation', constraint = 'readiness_ticks_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER readiness_ticks_insert_only__readiness_ticks_delete BEFORE DELETE ON readiness_ticks
  FOR EACH ROW EXECUTE FUNCTION readiness_ticks_insert_only__readiness_ticks_delete();
CREATE TRIGGER readiness_ticks_insert_only__readiness_ticks_update BEFORE UPDATE ON readiness_ticks
  FOR EACH ROW EXECUTE FUNCTION readiness_ticks_insert_only__readiness_ticks_update();
CREATE TRIGGER readiness_ticks_insert_only__truncate BEFORE TRUNCATE ON readiness_ticks
  FOR EACH STATEMENT EXECUTE FUNCTION readiness_ticks_insert_only__readiness_ticks_delete();

create table receipts (
  key text not null,
  result text not null,
  day date not null,
  constraint receipts_pkey PRIMARY KEY (key),
  constraint receipts_day_check CHECK (((day IS NULL) OR ((day IS NOT NULL) AND (day = day))))
);
CREATE INDEX receipts_day_index ON receipts USING btree (day);

create table records (
  id integer not null default nextval('records_id_seq'::regclass),
  election_id integer not null,
  made_at text not null,
  document text not null,
  hash text not null,
  audit_sequence integer not null,
  audit_hash text not null,
  made_on date not null,
  constraint records_pkey PRIMARY KEY (id),
  constraint records_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint records_audit_sequence_check CHECK (((audit_sequence >= 0) AND (audit_sequence = audit_sequence))),
  constraint records_made_at_check CHECK ((made_at = ANY (ARRAY['certified', 'final', 'annulled', 'corrected', 'destroyed']))),
  constraint records_made_on_check CHECK (((made_on IS NULL) OR ((made_on IS NOT NULL) AND (made_on = made_on))))
);
CREATE INDEX records_election_id_index ON records USING btree (election_id);
create function records_insert_only__records_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'records_insert_only' using errcode = 'check_violation', constraint = 'records_insert_only'; end if;
  return old;
  end $$;
create function records_insert_only__records_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'records_insert_only' using errcode = 'check_violation', constraint = 'records_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER records_insert_only__records_delete BEFORE DELETE ON records
  FOR EACH ROW EXECUTE FUNCTION records_insert_only__records_delete();
CREATE TRIGGER records_insert_only__records_update BEFORE UPDATE ON records
  FOR EACH ROW EXECUTE FUNCTION records_insert_only__records_update();
CREATE TRIGGER records_insert_only__truncate BEFORE TRUNCATE ON records
  FOR EACH STATEMENT EXECUTE FUNCTION records_insert_only__records_delete();

create table recounts (
  id integer not null default nextval('recounts_id_seq'::regclass),
  election_id integer not null,
  complaint_id integer not null,
  after_round integer not null,
  decided_on date not null,
  was text,
  constraint recounts_pkey PRIMARY KEY (id),
  constraint recounts_election_id_after_round_unique UNIQUE (election_id, after_round),
  constraint recounts_complaint_id_foreign FOREIGN KEY (complaint_id) REFERENCES complaints(id),
  constraint recounts_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint recounts_after_round_check CHECK (((after_round >= 0) AND (after_round = after_round))),
  constraint recounts_decided_on_check CHECK (((decided_on IS NULL) OR ((decided_on IS NOT NULL) AND (decided_on = decided_on))))
);
CREATE INDEX recounts_election_id_index ON recounts USING btree (election_id);
create function recounts_insert_only__recounts_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'recounts_insert_only' using errcode = 'check_violation', constraint = 'recounts_insert_only'; end if;
  return old;
  end $$;
create function recounts_insert_only__recounts_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'recounts_insert_only' using errcode = 'check_violation', constraint = 'recounts_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER recounts_insert_only__recounts_delete BEFORE DELETE ON recounts
  FOR EACH ROW EXECUTE FUNCTION recounts_insert_only__recounts_delete();
CREATE TRIGGER recounts_insert_only__recounts_update BEFORE UPDATE ON recounts
  FOR EACH ROW EXECUTE FUNCTION recounts_insert_only__recounts_update();
CREATE TRIGGER recounts_insert_only__truncate BEFORE TRUNCATE ON recounts
  FOR EACH STATEMENT EXECUTE FUNCTION recounts_insert_only__recounts_delete();

create table reminders (
  account_id integer not null,
  told text not null,
  sent_on date not null,
  outcome text not null,
  constraint reminders_pkey PRIMARY KEY (account_id),
  constraint reminders_account_id_foreign FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint reminders_outcome_check CHECK ((outcome = ANY (ARRAY['sending', 'sent', 'address', 'unknown']))),
  constraint reminders_sent_on_check CHECK (((sent_on IS NULL) OR ((sent_on IS NOT NULL) AND (sent_on = sent_on))))
);

create table renewal_discussions (
  renewal_id integer not null,
  held_on date not null,
  note text,
  recorded_by text not null,
  constraint renewal_discussions_pkey PRIMARY KEY (renewal_id),
  constraint renewal_discussions_renewal_id_foreign FOREIGN KEY (renewal_id) REFERENCES renewals(id),
  constraint renewal_discussions_held_on_check CHECK (((held_on IS NULL) OR ((held_on IS NOT NULL) AND (held_on = held_on))))
);
create function renewal_discussions_insert_only__renewal_discussions_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'renewal_discussions_insert_only' using errcode = 'check_violation', constraint = 'renewal_discussions_insert_only'; end if;
  return old;
  end $$;
create function renewal_discussions_insert_only__renewal_discussions_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'renewal_discussions_insert_only' using errcode = 'check_violation', constraint = 'renewal_discussions_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER renewal_discussions_insert_only__renewal_discussions_delete BEFORE DELETE ON renewal_discussions
  FOR EACH ROW EXECUTE FUNCTION renewal_discussions_insert_only__renewal_discussions_delete();
CREATE TRIGGER renewal_discussions_insert_only__renewal_discussions_update BEFORE UPDATE ON renewal_discussions
  FOR EACH ROW EXECUTE FUNCTION renewal_discussions_insert_only__renewal_discussions_update();
CREATE TRIGGER renewal_discussions_insert_only__truncate BEFORE TRUNCATE ON renewal_discussions
  FOR EACH STATEMENT EXECUTE FUNCTION renewal_discussions_insert_only__renewal_discussions_delete();

create table renewal_steps (
  renewal_id integer not null,
  kind text not null,
  due_on date not null,
  owner text not null,
  constraint renewal_steps_pkey PRIMARY KEY (renewal_id, kind),
  constraint renewal_steps_renewal_id_foreign FOREIGN KEY (renewal_id) REFERENCES renewals(id),
  constraint renewal_steps_due_on_check CHECK (((due_on IS NULL) OR ((due_on IS NOT NULL) AND (due_on = due_on)))),
  constraint renewal_steps_kind_check CHECK ((kind = ANY (ARRAY['initial_discussion', 'letters', 'call', 'candidates', 'answers', 'list', 'polling', 'certification', 'appointment', 'constituting'])))
);

create table renewals (
  id integer not null default nextval('renewals_id_seq'::regclass),
  term_id integer not null,
  statutes_version_id integer not null,
  made_by text not null,
  made_on date not null,
  constraint renewals_pkey PRIMARY KEY (id),
  constraint renewals_term_id_unique UNIQUE (term_id),
  constraint renewals_statutes_version_id_foreign FOREIGN KEY (statutes_version_id) REFERENCES statutes_versions(id),
  constraint renewals_term_id_foreign FOREIGN KEY (term_id) REFERENCES terms(id),
  constraint renewals_made_on_check CHECK (((made_on IS NULL) OR ((made_on IS NOT NULL) AND (made_on = made_on))))
);

create table reruns (
  election_id integer not null,
  rerun_of integer not null,
  constraint reruns_pkey PRIMARY KEY (election_id),
  constraint reruns_rerun_of_unique UNIQUE (rerun_of),
  constraint reruns_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint reruns_rerun_of_foreign FOREIGN KEY (rerun_of) REFERENCES elections(id),
  constraint reruns_of_another CHECK ((election_id <> rerun_of))
);
create function reruns_insert_only__reruns_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'reruns_insert_only' using errcode = 'check_violation', constraint = 'reruns_insert_only'; end if;
  return old;
  end $$;
create function reruns_insert_only__reruns_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'reruns_insert_only' using errcode = 'check_violation', constraint = 'reruns_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER reruns_insert_only__reruns_delete BEFORE DELETE ON reruns
  FOR EACH ROW EXECUTE FUNCTION reruns_insert_only__reruns_delete();
CREATE TRIGGER reruns_insert_only__reruns_update BEFORE UPDATE ON reruns
  FOR EACH ROW EXECUTE FUNCTION reruns_insert_only__reruns_update();
CREATE TRIGGER reruns_insert_only__truncate BEFORE TRUNCATE ON reruns
  FOR EACH STATEMENT EXECUTE FUNCTION reruns_insert_only__reruns_delete();

create table roll_corrections (
  id integer not null default nextval('roll_corrections_id_seq'::regclass),
  election_id integer not null,
  kind text not null,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  constraint roll_corrections_pkey PRIMARY KEY (id),
  constraint roll_corrections_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint roll_corrections_kind_check CHECK ((kind = ANY (ARRAY['unmarked', 'handed_out', 'exchanged', 'not_returned', 'help']))),
  constraint roll_corrections_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
CREATE INDEX roll_corrections_election_id_index ON roll_corrections USING btree (election_id);
create function roll_corrections_insert_only__roll_corrections_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'roll_corrections_insert_only' using errcode = 'check_violation', constraint = 'roll_corrections_insert_only'; end if;
  return old;
  end $$;
create function roll_corrections_insert_only__roll_corrections_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'roll_corrections_insert_only' using errcode = 'check_violation', constraint = 'roll_corrections_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER roll_corrections_insert_only__roll_corrections_delete BEFORE DELETE ON roll_corrections
  FOR EACH ROW EXECUTE FUNCTION roll_corrections_insert_only__roll_corrections_delete();
CREATE TRIGGER roll_corrections_insert_only__roll_corrections_update BEFORE UPDATE ON roll_corrections
  FOR EACH ROW EXECUTE FUNCTION roll_corrections_insert_only__roll_corrections_update();
CREATE TRIGGER roll_corrections_insert_only__truncate BEFORE TRUNCATE ON roll_corrections
  FOR EACH STATEMENT EXECUTE FUNCTION roll_corrections_insert_only__roll_corrections_delete();

create table roll_entries (
  id text not null,
  election_id integer not null,
  name text not null,
  note text,
  marked integer not null default 0,
  constraint roll_entries_pkey PRIMARY KEY (id),
  constraint roll_entries_election_id_fkey FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint roll_entries_marked_check CHECK ((marked = ANY (ARRAY[0, 1])))
);
CREATE INDEX roll_entries_election ON roll_entries USING btree (election_id);

create table roll_erasures (
  election_id integer not null,
  entries integer not null,
  marked integer not null,
  erased_by text not null,
  erased_on date not null,
  constraint roll_erasures_pkey PRIMARY KEY (election_id),
  constraint roll_erasures_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint roll_erasures_entries_check CHECK (((entries >= 0) AND (entries = entries))),
  constraint roll_erasures_erased_on_check CHECK (((erased_on IS NULL) OR ((erased_on IS NOT NULL) AND (erased_on = erased_on)))),
  constraint roll_erasures_marked_check CHECK (((marked >= 0) AND (marked = marked)))
);
create function roll_erasures_insert_only__roll_erasures_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'roll_erasures_insert_only' using errcode = 'check_violation', constraint = 'roll_erasures_insert_only'; end if;
  return old;
  end $$;
create function roll_erasures_insert_only__roll_erasures_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'roll_erasures_insert_only' using errcode = 'check_violation', constraint = 'roll_erasures_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER roll_erasures_insert_only__roll_erasures_delete BEFORE DELETE ON roll_erasures
  FOR EACH ROW EXECUTE FUNCTION roll_erasures_insert_only__roll_erasures_delete();
CREATE TRIGGER roll_erasures_insert_only__roll_erasures_update BEFORE UPDATE ON roll_erasures
  FOR EACH ROW EXECUTE FUNCTION roll_erasures_insert_only__roll_erasures_update();
CREATE TRIGGER roll_erasures_insert_only__truncate BEFORE TRUNCATE ON roll_erasures
  FOR EACH STATEMENT EXECUTE FUNCTION roll_erasures_insert_only__roll_erasures_delete();

create table roll_words (
  election_id integer not null,
  word text not null,
  entry_id text not null,
  constraint roll_words_pkey PRIMARY KEY (election_id, word, entry_id),
  constraint roll_words_election_id_fkey FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint roll_words_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES roll_entries(id) ON DELETE CASCADE
);
CREATE INDEX roll_words_entry ON roll_words USING btree (entry_id);

create table seat_decisions (
  id integer not null default nextval('seat_decisions_id_seq'::regclass),
  seat_id integer not null,
  body_id integer not null,
  choice text not null,
  decided_by text not null,
  decided_on date not null,
  reason text not null,
  recorded_by text not null,
  recorded_on date not null,
  constraint seat_decisions_pkey PRIMARY KEY (id),
  constraint seat_decisions_seat_id_body_id_unique UNIQUE (seat_id, body_id),
  constraint seat_decisions_body_id_foreign FOREIGN KEY (body_id) REFERENCES bodies(id),
  constraint seat_decisions_seat_id_foreign FOREIGN KEY (seat_id) REFERENCES seats(id),
  constraint seat_decisions_choice_check CHECK ((choice = ANY (ARRAY['keep', 'renew', 'vacant']))),
  constraint seat_decisions_decided_on_check CHECK (((decided_on IS NULL) OR ((decided_on IS NOT NULL) AND (decided_on = decided_on)))),
  constraint seat_decisions_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
CREATE INDEX seat_decisions_seat_id_index ON seat_decisions USING btree (seat_id);
create function seat_decisions_insert_only__seat_decisions_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'seat_decisions_insert_only' using errcode = 'check_violation', constraint = 'seat_decisions_insert_only'; end if;
  return old;
  end $$;
create function seat_decisions_insert_only__seat_decisions_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'seat_decisions_insert_only' using errcode = 'check_violation', constraint = 'seat_decisions_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER seat_decisions_insert_only__seat_decisions_delete BEFORE DELETE ON seat_decisions
  FOR EACH ROW EXECUTE FUNCTION seat_decisions_insert_only__seat_decisions_delete();
CREATE TRIGGER seat_decisions_insert_only__seat_decisions_update BEFORE UPDATE ON seat_decisions
  FOR EACH ROW EXECUTE FUNCTION seat_decisions_insert_only__seat_decisions_update();
CREATE TRIGGER seat_decisions_insert_only__truncate BEFORE TRUNCATE ON seat_decisions
  FOR EACH STATEMENT EXECUTE FUNCTION seat_decisions_insert_only__seat_decisions_delete();

create table seats (
  id integer not null default nextval('seats_id_seq'::regclass),
  area_id integer not null,
  number integer not null,
  slug text not null,
  starts_on date not null,
  ends_on date,
  constraint seats_pkey PRIMARY KEY (id),
  constraint seats_number_unique UNIQUE (number),
  constraint seats_slug_unique UNIQUE (slug),
  constraint seats_area_id_foreign FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint seats_ends_on_check CHECK (((ends_on IS NULL) OR ((ends_on IS NOT NULL) AND (ends_on = ends_on)))),
  constraint seats_number CHECK ((number > 0)),
  constraint seats_starts_on_check CHECK (((starts_on IS NULL) OR ((starts_on IS NOT NULL) AND (starts_on = starts_on))))
);
CREATE INDEX seats_area_id_index ON seats USING btree (area_id);

create table sessions (
  sid character varying(255) not null,
  sess json not null,
  expired timestamp with time zone not null,
  constraint sessions_pkey PRIMARY KEY (sid)
);
CREATE INDEX sessions_expired_index ON sessions USING btree (expired);

create table sign_in_links (
  token_hash text not null,
  purpose text not null,
  account_id integer,
  expires_at text not null,
  used_at text,
  constraint sign_in_links_pkey PRIMARY KEY (token_hash),
  constraint sign_in_links_account_id_foreign FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint sign_in_links_purpose_check CHECK ((purpose = ANY (ARRAY['first_account', 'password'])))
);

create table statutes_versions (
  id integer not null default nextval('statutes_versions_id_seq'::regclass),
  in_force_from date not null,
  document text not null,
  reason text not null,
  rule_key text,
  made_by text not null,
  made_on date not null,
  replaces_id integer,
  constraint statutes_versions_pkey PRIMARY KEY (id),
  constraint statutes_versions_replaces_id_foreign FOREIGN KEY (replaces_id) REFERENCES statutes_versions(id),
  constraint statutes_versions_in_force_from_check CHECK (((in_force_from IS NULL) OR ((in_force_from IS NOT NULL) AND (in_force_from = in_force_from)))),
  constraint statutes_versions_made_on_check CHECK (((made_on IS NULL) OR ((made_on IS NOT NULL) AND (made_on = made_on))))
);
CREATE INDEX statutes_versions_in_force_from_id_index ON statutes_versions USING btree (in_force_from, id);
create function statutes_versions_insert_only__statutes_versions_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'statutes_versions_insert_only' using errcode = 'check_violation', constraint = 'statutes_versions_insert_only'; end if;
  return old;
  end $$;
create function statutes_versions_insert_only__statutes_versions_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'statutes_versions_insert_only' using errcode = 'check_violation', constraint = 'statutes_versions_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER statutes_versions_insert_only__statutes_versions_delete BEFORE DELETE ON statutes_versions
  FOR EACH ROW EXECUTE FUNCTION statutes_versions_insert_only__statutes_versions_delete();
CREATE TRIGGER statutes_versions_insert_only__statutes_versions_update BEFORE UPDATE ON statutes_versions
  FOR EACH ROW EXECUTE FUNCTION statutes_versions_insert_only__statutes_versions_update();
CREATE TRIGGER statutes_versions_insert_only__truncate BEFORE TRUNCATE ON statutes_versions
  FOR EACH STATEMENT EXECUTE FUNCTION statutes_versions_insert_only__statutes_versions_delete();

create table substitutes (
  id integer not null default nextval('substitutes_id_seq'::regclass),
  term_id integer not null,
  area_id integer not null,
  seat_id integer,
  person_id integer not null,
  position integer,
  registered_by text not null,
  registered_on date not null,
  withdrawn_on date,
  withdrawn_note text,
  constraint substitutes_pkey PRIMARY KEY (id),
  constraint substitutes_area_id_foreign FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint substitutes_person_id_foreign FOREIGN KEY (person_id) REFERENCES people(id),
  constraint substitutes_seat_id_foreign FOREIGN KEY (seat_id) REFERENCES seats(id),
  constraint substitutes_term_id_foreign FOREIGN KEY (term_id) REFERENCES terms(id),
  constraint substitutes_position CHECK ((("position" IS NULL) OR ("position" > 0))),
  constraint substitutes_registered_on_check CHECK (((registered_on IS NULL) OR ((registered_on IS NOT NULL) AND (registered_on = registered_on)))),
  constraint substitutes_withdrawn CHECK (((withdrawn_note IS NULL) OR (withdrawn_on IS NOT NULL))),
  constraint substitutes_withdrawn_on_check CHECK (((withdrawn_on IS NULL) OR ((withdrawn_on IS NOT NULL) AND (withdrawn_on = withdrawn_on))))
);
CREATE INDEX substitutes_area_id_index ON substitutes USING btree (area_id);
CREATE UNIQUE INDEX substitutes_one_personal ON substitutes USING btree (term_id, seat_id) WHERE ((withdrawn_on IS NULL) AND (seat_id IS NOT NULL));
CREATE UNIQUE INDEX substitutes_one_place ON substitutes USING btree (term_id, person_id) WHERE (withdrawn_on IS NULL);
create function substitutes_kept__substitutes_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'substitutes_kept' using errcode = 'check_violation', constraint = 'substitutes_kept'; end if;
  return old;
  end $$;
CREATE TRIGGER substitutes_kept__substitutes_delete BEFORE DELETE ON substitutes
  FOR EACH ROW EXECUTE FUNCTION substitutes_kept__substitutes_delete();

create table substitutions (
  membership_id integer not null,
  substitute_id integer not null,
  note text,
  recorded_by text not null,
  recorded_on date not null,
  constraint substitutions_pkey PRIMARY KEY (membership_id),
  constraint substitutions_substitute_id_unique UNIQUE (substitute_id),
  constraint substitutions_membership_id_foreign FOREIGN KEY (membership_id) REFERENCES memberships(id),
  constraint substitutions_substitute_id_foreign FOREIGN KEY (substitute_id) REFERENCES substitutes(id),
  constraint substitutions_recorded_on_check CHECK (((recorded_on IS NULL) OR ((recorded_on IS NOT NULL) AND (recorded_on = recorded_on))))
);
create function substitutions_insert_only__substitutions_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'substitutions_insert_only' using errcode = 'check_violation', constraint = 'substitutions_insert_only'; end if;
  return old;
  end $$;
create function substitutions_insert_only__substitutions_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'substitutions_insert_only' using errcode = 'check_violation', constraint = 'substitutions_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER substitutions_insert_only__substitutions_delete BEFORE DELETE ON substitutions
  FOR EACH ROW EXECUTE FUNCTION substitutions_insert_only__substitutions_delete();
CREATE TRIGGER substitutions_insert_only__substitutions_update BEFORE UPDATE ON substitutions
  FOR EACH ROW EXECUTE FUNCTION substitutions_insert_only__substitutions_update();
CREATE TRIGGER substitutions_insert_only__truncate BEFORE TRUNCATE ON substitutions
  FOR EACH STATEMENT EXECUTE FUNCTION substitutions_insert_only__substitutions_delete();

create table term_areas (
  term_id integer not null,
  area_id integer not null,
  constraint term_areas_pkey PRIMARY KEY (term_id, area_id),
  constraint term_areas_area_id_foreign FOREIGN KEY (area_id) REFERENCES areas(id),
  constraint term_areas_term_id_foreign FOREIGN KEY (term_id) REFERENCES terms(id)
);

create table terms (
  id integer not null default nextval('terms_id_seq'::regclass),
  starts_on date not null,
  ends_on date not null,
  municipal_election_on date not null,
  constraint terms_pkey PRIMARY KEY (id),
  constraint terms_end_after_start CHECK ((ends_on >= starts_on)),
  constraint terms_ends_on_check CHECK (((ends_on IS NULL) OR ((ends_on IS NOT NULL) AND (ends_on = ends_on)))),
  constraint terms_municipal_election_on_check CHECK (((municipal_election_on IS NULL) OR ((municipal_election_on IS NOT NULL) AND (municipal_election_on = municipal_election_on)))),
  constraint terms_starts_on_check CHECK (((starts_on IS NULL) OR ((starts_on IS NOT NULL) AND (starts_on = starts_on))))
);

create table void_papers (
  id integer not null default nextval('void_papers_id_seq'::regclass),
  election_id integer not null,
  list_version integer not null,
  printed integer not null,
  found integer not null,
  difference_reason text,
  counted_by text not null,
  counted_on date not null,
  constraint void_papers_pkey PRIMARY KEY (id),
  constraint void_papers_election_id_list_version_unique UNIQUE (election_id, list_version),
  constraint void_papers_election_id_foreign FOREIGN KEY (election_id) REFERENCES elections(id),
  constraint void_papers_counted_on_check CHECK (((counted_on IS NULL) OR ((counted_on IS NOT NULL) AND (counted_on = counted_on)))),
  constraint void_papers_found_check CHECK (((found >= 0) AND (found = found))),
  constraint void_papers_list_version_check CHECK (((list_version >= 0) AND (list_version = list_version))),
  constraint void_papers_printed_check CHECK (((printed >= 0) AND (printed = printed))),
  constraint void_papers_reason CHECK (((printed = found) OR (difference_reason IS NOT NULL)))
);
create function void_papers_insert_only__void_papers_delete() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'void_papers_insert_only' using errcode = 'check_violation', constraint = 'void_papers_insert_only'; end if;
  return old;
  end $$;
create function void_papers_insert_only__void_papers_update() returns trigger language plpgsql as $$
  begin
  if (1 = 1) then raise exception 'void_papers_insert_only' using errcode = 'check_violation', constraint = 'void_papers_insert_only'; end if;
  return new;
  end $$;
CREATE TRIGGER void_papers_insert_only__truncate BEFORE TRUNCATE ON void_papers
  FOR EACH STATEMENT EXECUTE FUNCTION void_papers_insert_only__void_papers_delete();
CREATE TRIGGER void_papers_insert_only__void_papers_delete BEFORE DELETE ON void_papers
  FOR EACH ROW EXECUTE FUNCTION void_papers_insert_only__void_papers_delete();
CREATE TRIGGER void_papers_insert_only__void_papers_update BEFORE UPDATE ON void_papers
  FOR EACH ROW EXECUTE FUNCTION void_papers_insert_only__void_papers_update();
