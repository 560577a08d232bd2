-- Phones of other countries were kept with a nought that is only dialled at home (+44 07700 900124, from
-- "+44 (0)7700 900124") or with their country twice (+852 852 9123 4567). Neither can be rung.
-- Where the nought is part of the number, as in Italy, it stays. Touches those few rows alone.
UPDATE "person"
SET phone = regexp_replace(phone,
  '^\+(20|27|31|32|33|40|41|43|44|46|49|60|61|62|63|64|66|81|82|84|90|91|92|94|95|98|213|234|254|353|358|380|381|385|386|420|421|855|856|880|886|961|962|963|964|966|967|971|972|977|992|993|994|995|996|998)0(\d{6,})$',
  '+\1\2')
WHERE phone LIKE '+%0%' AND phone NOT LIKE '+86%';

UPDATE "person"
SET phone = regexp_replace(phone, '^\+(852|853|65)\1(\d{8})$', '+\1\2')
WHERE phone ~ '^\+(852852|853853|6565)\d{8}$';

UPDATE "person"
SET phone = regexp_replace(phone, '^\+(886|44)\1(\d{9,10})$', '+\1\2')
WHERE phone ~ '^\+(8868869\d{8}|44447\d{9})$';
