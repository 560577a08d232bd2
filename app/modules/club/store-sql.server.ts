import { Prisma } from "#app/generated.server/prisma/client.ts";

/** {@link storeShown} of a query's store, by the name of its table there; null for no store. */
export const storeNamed = (alias: "store" | "shelf" = "store") => {
  const store = Prisma.raw(alias);
  return Prisma.sql`case when ${store}.id is not null then
    jsonb_build_object('en', coalesce(${store}.name_en, ${store}.name), 'zh', ${store}.name) end`;
};
