-- Names are found as people type them: without accents (Jose Nunez), by any of the dots that stand inside foreign
-- names, and by how Chinese ones sound (chen, cwm). The indexes of names are made anew, about a minute for a million.

DROP INDEX "person_name_grams";
DROP INDEX "car_model_grams";

-- A name as it is compared: without case, width, accents, spaces, or the dots, dashes and apostrophes inside names.
-- Letters that Unicode does not take apart are spelt as passports spell them.
CREATE OR REPLACE FUNCTION name_key(name text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(regexp_replace(
  replace(replace(replace(replace(translate(
    regexp_replace(normalize(left(name, 200), NFKD), '[\u0300-\u036F]+', '', 'g'),
    'øØłŁđĐðÐıħĦŧŦ', 'oOlLdDdDihHtT'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
  '[[:space:]·•・.''’‘`´ʻʼ′_\u00AD\u2010-\u2015\u2024\u2027\u2219\u2212\u22C5\u25CF\u200B-\u200F\u2060\uFEFF-]+', '', 'g'));

CREATE INDEX "person_name_grams" ON "person" USING gin (name_grams(name));
CREATE INDEX "car_model_grams" ON "car" USING gin (name_grams(model)) WHERE model IS NOT NULL;

-- How a name sounds is worked out by the application, when the name is written and, for those that are there
-- already, by the hourly sweep. A name that changes has none until then.
ALTER TABLE "person" ADD COLUMN "name_sounds" TEXT[];
CREATE INDEX "person_name_sounds" ON "person" USING gin (name_sounds);
CREATE INDEX "person_unsounded" ON "person" (id) WHERE name_sounds IS NULL;

CREATE FUNCTION forget_name_sounds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.name_sounds := NULL;
  RETURN NEW;
END
$$;
CREATE TRIGGER name_sounds_forgotten BEFORE UPDATE OF name ON "person"
FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION forget_name_sounds();
