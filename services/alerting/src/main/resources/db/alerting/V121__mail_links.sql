-- Keys that sign the links of mails: the newest signs, all of them verify. Made when the first is needed.
create table link_key (
  key_id     bigint      generated always as identity primary key,
  secret     bytea       not null,
  created_at timestamptz not null default now()
);

-- Links that were used; each works once. used_at is the service clock's time.
create table link_use (
  link_id    text        primary key,
  action     text        not null,
  subject_id text        not null,
  recipient  text        not null,
  used_at    timestamptz not null
);

-- Recipients who want no more digests about a bureau.
create table digest_ended (
  recipient text        not null,
  bureau_id text        not null,
  at        timestamptz not null,
  primary key (recipient, bureau_id)
);
