-- What a request moves, as a fingerprint: kind, account, amounts, the entry it takes back. Dates and
-- the description are left out, because a retry works them out afresh and is still the same request.
create or replace function ledger.request_hash(p_request jsonb)
returns bytea language sql stable as $$
  select sha256(convert_to(p_request::text, 'UTF8'))
$$;
