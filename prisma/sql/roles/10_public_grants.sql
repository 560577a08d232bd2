-- The application works as marque_app, which may read and write the club's tables but neither change
-- history nor the tables themselves. Where that role could not be created, this does nothing.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'marque_app') THEN RETURN; END IF;
  GRANT USAGE ON SCHEMA public TO marque_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO marque_app;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO marque_app;
  REVOKE UPDATE, DELETE ON audit_entry, rule_version, rule_withdrawal, consent FROM marque_app;
  REVOKE DELETE ON payment, payment_refund, payment_checkout, payment_dispute FROM marque_app;
  REVOKE DELETE ON stripe_transaction, stripe_payout, reconciliation_day, reconciliation_difference FROM marque_app;
  REVOKE UPDATE, DELETE ON reconciliation_answer FROM marque_app;
  REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations, _applied_sql FROM marque_app;
  -- The job queue's own schema, which its library creates and migrates.
  GRANT USAGE ON SCHEMA graphile_worker TO marque_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO marque_app;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO marque_app;
END $$;
