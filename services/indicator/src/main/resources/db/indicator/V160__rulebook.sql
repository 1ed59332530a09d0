-- Rulebooks of one's own, as they were first read from a file. Judgements pin name and version: a version's text is never
-- changed, and it stays when the file is gone. Those that ship with the program are not kept here.
create table rulebook (
  name        text        not null,
  version     integer     not null,
  body        text        not null,
  recorded_at timestamptz not null,
  primary key (name, version)
);
