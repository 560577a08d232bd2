-- What the desk's one search box looks things up by. Everything it finds, it finds through one of these.
--
-- Trigrams alone do not serve a Chinese club: most names have two or three characters, people type one
-- or two of them, and under the C locale pg_trgm sees no letters in Chinese at all. So names are cut
-- into their single characters and pairs here, which is the same in every locale. The rest is known by
-- how it begins or how it ends, for which a B-tree answers at any length of what was typed.

DROP INDEX "person_name_part";
DROP INDEX "person_email_part";
DROP INDEX "person_phone_part";
DROP INDEX "car_plate_part";
DROP INDEX "car_vin_part";
DROP EXTENSION IF EXISTS pg_trgm;

-- A name as it is compared: without case, width, spaces, or the dots and dashes inside foreign names.
CREATE FUNCTION name_key(name text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(regexp_replace(normalize(left(name, 200), NFKC), '[[:space:]·•・.''’_-]+', '', 'g'));

-- Every character and every pair of neighbours in a name.
CREATE FUNCTION name_grams(name text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT coalesce(array_agg(DISTINCT substr(key, place, size)), '{}')
  FROM (SELECT name_key(name) AS key) AS keyed,
       generate_series(1, char_length(key)) AS place, generate_series(1, 2) AS size
  WHERE place + size - 1 <= char_length(key)
);

-- What a name that contains these letters must have: the pairs, or the only character there is.
CREATE FUNCTION name_part_grams(part text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT coalesce(array_agg(DISTINCT substr(key, place, 2)), '{}')
  FROM (SELECT name_key(part) AS key) AS keyed,
       generate_series(1, greatest(char_length(key) - 1, 1)) AS place
  WHERE key <> ''
);

CREATE INDEX "person_name_grams" ON "person" USING gin (name_grams(name));
CREATE INDEX "person_email_start" ON "person" (email text_pattern_ops);
CREATE INDEX "person_phone_end" ON "person" (reverse(phone) text_pattern_ops);
DROP INDEX "car_plate_idx";
CREATE INDEX "car_plate_idx" ON "car" (plate text_pattern_ops);
CREATE INDEX "car_plate_end" ON "car" (reverse(plate) text_pattern_ops);
CREATE INDEX "car_vin_end" ON "car" (reverse(vin) text_pattern_ops);
CREATE INDEX "member_number_start" ON "member" (number text_pattern_ops);

-- The list of past imports, newest first, whatever their kind.
CREATE INDEX "import_run_created_at_id_idx" ON "import_run" (created_at DESC, id DESC);
