-- Writes down what the clock did to an account at one instant: holds that ended, lots that lapsed, and
-- debt repaid by points that became available. The caller holds the account's lock.
-- Intervals are half open: at its lapse date a lot has lapsed, at its end a hold has ended.
create or replace function ledger.settle_at(p_account ledger.account, p_at timestamptz)
returns ledger.account
language plpgsql as $$
declare
  a ledger.account := p_account;
  v_txn bigint;
  v_points bigint;
  v_chosen record;
begin
  if a.held > 0 then
    with ended as (
      update hold set state = 'ended', closed_at = ends_at
        where account_id = a.id and state = 'open' and ends_at <= p_at
        returning txn_id, amount
    ), freed as (
      select hl.lot_id, sum(hl.amount) as points
        from hold_lot hl join ended on ended.txn_id = hl.hold_id group by hl.lot_id
    ), lots as (
      update lot set held = held - freed.points from freed where lot.id = freed.lot_id
    )
    select sum(amount) into v_points from ended;
    if v_points > 0 then
      update account set held = held - v_points where id = a.id returning * into a;
    end if;
  end if;

  select sum(remaining - held) into v_points from lot
    where account_id = a.id and live and lapses_at <= p_at and remaining > held;
  if v_points > 0 then
    v_txn := new_entry('lapse', a.id || ':' || a.version + 1,
      request_hash(jsonb_build_array('lapse', a.id, v_points)), 'lapse', a.id, null, p_at, null);
    with gone as (
      select id, remaining - held as points from lot
        where account_id = a.id and live and lapses_at <= p_at and remaining > held
    ), lots as (
      update lot set remaining = remaining - gone.points from gone where lot.id = gone.id
    )
    insert into lot_use (txn_id, lot_id, kind, amount) select v_txn, id, 'lapse', points from gone;
    a := post(v_txn, a.id, system_account('system:lapsed'), -v_points, 0, 0, p_at, p_at);
  end if;

  if a.debt > 0 then
    select * into v_chosen from lots_to_spend(a.id, a.debt, p_at);
    v_points := least(a.debt, v_chosen.total);
    if v_points > 0 then
      v_txn := new_entry('repay', a.id || ':' || a.version || ':' || a.debt,
        request_hash(jsonb_build_array('repay', a.id, v_points)), 'repay', a.id, null, p_at, null);
      perform draw_lots(v_txn, 'repay', v_chosen.lots, v_chosen.shares);
      update account set debt = debt - v_points where id = a.id returning * into a;
    end if;
  end if;
  return a;
end $$;
