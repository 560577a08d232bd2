-- Which lots of a settled account pay for p_amount: what is available and lapses first, never what is
-- held. Stops reading as soon as there is enough, however many lots there are.
-- total less than p_amount is all there is.
create or replace function ledger.lots_to_spend(
  p_account bigint, p_amount bigint, p_now timestamptz, out total bigint, out lots bigint[], out shares bigint[]
)
language plpgsql stable as $$
declare
  r record;
begin
  total := 0;
  for r in
    select id, remaining - held as free from lot
      where account_id = p_account and live and available_at <= p_now and remaining > held
      order by lapses_at, id
  loop
    lots := lots || r.id;
    shares := shares || least(r.free, p_amount - total);
    total := total + r.free;
    exit when total >= p_amount;
  end loop;
end $$;
