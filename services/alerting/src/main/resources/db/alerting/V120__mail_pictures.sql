-- Charts that come with mails, named by their content: the mails of one notice share one.
create table mail_picture (
  picture_id text  primary key,
  png        bytea not null
);

alter table mail add column picture_id text not null default '';
alter table mail add column unsubscribe text not null default '';
