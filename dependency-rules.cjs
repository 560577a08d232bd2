// Who may know whom. The house is described in docs/decisions/0001-the-house.md; this file holds it to it.

const outside = (...allowed) => ({ path: "^(app|emails)/", pathNot: allowed.map((p) => `^${p}`) });

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "Files that need each other are one file, or three.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "nobody-imports-routes",
      comment: "Routes are where requests come in; what two of them share lives below them.",
      severity: "error",
      from: { pathNot: "^(app/routes|tests)/" },
      to: { path: "^app/routes/" },
    },
    {
      name: "modules-know-no-pages",
      comment: "The business does not know that it is on the web.",
      severity: "error",
      from: { path: "^app/modules/" },
      to: {
        path: "^app/(routes|site|ui)/|node_modules/(react|react-dom|@remix-run|express)/",
      },
    },
    {
      name: "only-notifications-write-letters",
      severity: "error",
      from: { path: "^(app|scripts|server)", pathNot: "^app/modules/notifications/" },
      to: { path: "^emails/" },
    },
    {
      name: "pure-files-stay-pure",
      comment: "A rule is values in, decision out: no clock, no database, no server.",
      severity: "error",
      from: { path: "^app/modules/", pathNot: "\\.server\\.ts$|\\.test\\.tsx?$" },
      to: { path: "\\.server\\.tsx?$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "the-ledger-stands-alone",
      severity: "error",
      from: { path: "^app/modules/ledger/" },
      to: { path: "^app/modules/(?!ledger/)" },
    },
    {
      name: "platform-knows-no-business",
      severity: "error",
      from: { path: "^app/platform/" },
      to: outside("app/platform/", "app/locales/", "app/generated\\.server/"),
    },
    {
      name: "the-kit-knows-nobody",
      comment: "Components get their words and values from the page.",
      severity: "error",
      from: { path: "^app/ui/" },
      to: outside("app/ui/"),
    },
    {
      name: "scripts-are-doors",
      comment: "Scripts and the demo club call use cases; they have no pages.",
      severity: "error",
      from: { path: "^(scripts|prisma)/" },
      to: { path: "^app/(routes|site|ui)/|^app/generated" },
    },
    {
      name: "no-orphan-packages",
      comment: "What the code imports is named in package.json.",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|app/generated\\.server" },
    exclude: { path: "^build/|^app/generated\\.server/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
