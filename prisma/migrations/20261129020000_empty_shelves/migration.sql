-- A shelf on which nothing lies and of which nothing is promised can be taken away: its store became another.
CREATE OR REPLACE TRIGGER moved_only BEFORE INSERT OR UPDATE OR TRUNCATE ON "stock_level"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_typed_stock();
ALTER TABLE "stock_level" ENABLE ALWAYS TRIGGER moved_only;

CREATE FUNCTION refuse_filled_shelf() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF old.on_hand = 0 AND old.reserved = 0 THEN RETURN old; END IF;
  RAISE EXCEPTION 'stock follows from its movements: % on %', tg_op, tg_table_name USING errcode = '42501';
END $$;
CREATE TRIGGER emptied_first BEFORE DELETE ON "stock_level"
  FOR EACH ROW EXECUTE FUNCTION refuse_filled_shelf();
ALTER TABLE "stock_level" ENABLE ALWAYS TRIGGER emptied_first;
