-- The list of letters by what they are about, the latest first.
CREATE INDEX "mail_template_id_idx" ON "mail"("template", "id");

-- And by what became of them: nearly all are sent, and those need no index to be found.
CREATE INDEX "mail_not_sent" ON "mail" ("state", "id") WHERE state <> 'sent';
