-- A number is one whether a spreadsheet kept its noughts or not: see app/modules/vehicle/order-number.ts.
CREATE FUNCTION pg_temp.spelt(number TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(regexp_replace(number, '\.0*$', ''), '^0+(?=\d)', '')
$$;
-- Orders that have become one number stay apart: which of them are one order, nothing here can tell.
UPDATE "service_order" o SET "order_number" = n.spelt, "turn" = n.turn
FROM (
  SELECT id, pg_temp.spelt(order_number) AS spelt,
    coalesce((SELECT max(turn) FROM service_order held
        WHERE held.store_id = service_order.store_id
          AND held.order_number = pg_temp.spelt(service_order.order_number)), 0)
      + row_number() OVER (PARTITION BY store_id, pg_temp.spelt(order_number) ORDER BY id) AS turn
  FROM service_order WHERE order_number ~ '^\d+(\.0*)?$' AND order_number <> pg_temp.spelt(order_number)
) n
WHERE o.id = n.id;
UPDATE "reception" SET "order_number" = pg_temp.spelt("order_number") WHERE "order_number" ~ '^\d+(\.0*)?$';
UPDATE "points_claim" SET "order_number" = pg_temp.spelt("order_number") WHERE "order_number" ~ '^\d+(\.0*)?$';
UPDATE "car_claim" SET "order_number" = pg_temp.spelt("order_number") WHERE "order_number" ~ '^\d+(\.0*)?$';
DROP FUNCTION pg_temp.spelt(TEXT);
