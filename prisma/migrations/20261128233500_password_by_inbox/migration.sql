-- A password that was set by a code to the inbox while the person had a passkey proves no more than the inbox.
alter table person add column password_by_inbox boolean not null default false;
