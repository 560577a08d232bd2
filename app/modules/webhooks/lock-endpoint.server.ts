import type { Db } from "#app/platform/db.server.ts";

/** An endpoint that nobody else changes until the transaction ends. */
export type LockedEndpoint = {
  isOff: boolean;
  secret: Uint8Array<ArrayBuffer>;
  requestKey: string;
  /** The database's clock. */
  now: Date;
};

/** Locks an endpoint and reads it; null where there is none. */
export async function lockEndpoint(tx: Db, id: number): Promise<LockedEndpoint | null> {
  const [endpoint] = await tx.$queryRaw<LockedEndpoint[]>`
    select off_at is not null as "isOff", secret, request_key as "requestKey",
      date_trunc('milliseconds', now()) as now
    from webhook_endpoint where id = ${id} for update`;
  return endpoint ?? null;
}

export type NoEndpoint = { ok: false; refusal: "no-such-endpoint" };
export const NO_ENDPOINT: NoEndpoint = { ok: false, refusal: "no-such-endpoint" };
