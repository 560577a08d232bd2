-- Reading what members took, and the codes of it, are scopes of their own from now on. What a key could do before it
-- goes on doing: an admin who wants it to do less makes another and ends this one.
UPDATE "api_client" SET "scopes" = "scopes" || ARRAY['redemptions:read', 'codes:read']
  WHERE 'gifts:read' = ANY ("scopes");
UPDATE "api_client" SET "scopes" = "scopes" || ARRAY['codes:read']
  WHERE 'redemptions:write' = ANY ("scopes") AND NOT 'codes:read' = ANY ("scopes");
