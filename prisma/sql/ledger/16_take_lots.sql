-- Draws points from an account's lots under its lock: those named first, then what is available and
-- lapses first, then, if asked, what is pending. Never what is held. Answers how much it found.
create or replace function ledger.take_lots(
  p_account bigint, p_txn bigint, p_kind text, p_amount bigint, p_now timestamptz,
  p_first bigint[], p_pending boolean
) returns bigint
language plpgsql as $$
declare
  v_taken bigint;
begin
  with queue as (
    select id, remaining - held as free,
        sum(remaining - held) over (
          order by id = any (p_first) desc, available_at > p_now, lapses_at, id
        ) - (remaining - held) as ahead
      from lot
      where account_id = p_account and live and remaining > held
        and (available_at <= p_now or p_pending or id = any (p_first))
  ), share as (
    select id, least(free, p_amount - ahead) as points from queue where ahead < p_amount
  ), drawn as (
    update lot set remaining = remaining - share.points from share where lot.id = share.id
      returning lot.id, share.points
  ), noted as (
    insert into lot_use (txn_id, lot_id, kind, amount) select p_txn, id, p_kind, points from drawn
      returning amount
  )
  select coalesce(sum(amount), 0) into v_taken from noted;
  return v_taken;
end $$;
