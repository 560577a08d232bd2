import { defineConfig } from "prisma/config";

// Read by the Prisma command line only (`npx prisma migrate deploy`); Marque itself connects
// through app/platform/db.server.ts.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
