-- What projects are found by: kept beside the state, written with it. V111 fills the rows that are there already.

alter table project
  add column phase             text           not null default 'UNSPECIFIED',
  add column kind              text           not null default 'PROJECT',
  add column district          text           not null default '',
  add column parent_project_id text collate "C" not null default '',
  add column search            text           not null default '',
  add column bureau_ids        text[]         not null default '{}',
  add column stops             datemultirange not null default '{}';
comment on column project.phase is 'the phase now, by reports and moves';
comment on column project.search is 'id and names in lower case';
comment on column project.bureau_ids is 'whoever leads or supports it';
comment on column project.stops is 'the days on which its clock stands';
