-- The job queue's tables come with row level security and no policy, which shuts out everybody but their
-- owner. The application adds and runs jobs as marque_app, and sees all of them.
DO $$
DECLARE
  queue_table text;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'marque_app') THEN RETURN; END IF;
  FOR queue_table IN
    SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
  LOOP
    EXECUTE format('DROP POLICY IF EXISTS marque_app ON graphile_worker.%I', queue_table);
    EXECUTE format('CREATE POLICY marque_app ON graphile_worker.%I TO marque_app USING (true) WITH CHECK (true)',
      queue_table);
  END LOOP;
END $$;
