// Who may know whom. The house is described in docs/decisions/the-house.md; this file holds it to it.

/**
 * The floors of the business, lowest first: a module imports only from lower ones, types included. What a
 * lower one must set going in a higher one is handed to it, by way of `app/features.server.ts`.
 */
const FLOORS = [
  "ledger",
  "access",
  "data-export",
  "consents",
  "person",
  "vehicle",
  "rulebook",
  "club",
  "texts",
  "letters",
  "audit",
  "payment-methods",
  "payments",
  "reconciliation",
  "auth",
  "security",
  "api",
  "imports",
  "standing",
  "points",
  "adjustments",
  "odometer",
  "service",
  "visits",
  "dues",
  "gold-subscription",
  "gold-grants",
  "garage",
  "claims",
  "stock",
  "gifts",
  "vouchers",
  "redemptions",
  "order-questions",
  "goals",
  "gift-report",
  "events",
  "registrations",
  "attendance",
  "event-messages",
  "finance",
  "rules",
  "birthdays",
  "roster",
  "joining",
  "members",
  "home",
  "account",
  "staff",
  "today",
];

const TESTS = "\\.test\\.tsx?$";
const DOORS = "admin|my|public|security|open";
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
    ...FLOORS.slice(0, -1).map((module, floor) => ({
      name: `floor-of-${module}`,
      comment: "A module imports only from lower floors.",
      severity: "error",
      from: { path: `^app/modules/${module}/`, pathNot: TESTS },
      to: { path: `^app/modules/(${FLOORS.slice(floor + 1).join("|")})/` },
    })),
    {
      name: "every-module-has-a-floor",
      comment: "A new module is entered in FLOORS above.",
      severity: "error",
      from: {},
      to: { path: "^app/modules/[^/]+/", pathNot: `^app/modules/(${FLOORS.join("|")})/` },
    },
    {
      name: "features-are-handed-down",
      comment: "What all nouns give together is a parameter: a module does not fetch it.",
      severity: "error",
      from: { path: "^app/(modules|platform|site|ui)/", pathNot: TESTS },
      to: { path: "^app/(features|jobs)\\.server\\.ts$" },
    },
    {
      name: "nobody-imports-routes",
      comment:
        "Routes are where requests come in; what two of them share lies beside or below them.",
      severity: "error",
      from: { pathNot: "^(app/routes|tests)/" },
      to: { path: "^app/routes/" },
    },
    {
      name: "routes-import-no-routes",
      comment: "A door's file is an address; what two of them share is a part.",
      severity: "error",
      from: { path: "^app/", pathNot: TESTS },
      to: { path: `^app/routes/[^/]+/(${DOORS})/` },
    },
    {
      name: "parts-are-their-nouns-own",
      comment: "Only the shell, home, today and a member's page show what other nouns draw.",
      severity: "error",
      from: { path: "^app/routes/([^/]+)/", pathNot: "^app/routes/(shell|home|today|members)/" },
      to: { path: "^app/routes/[^/]+/parts/", pathNot: "^app/routes/$1/" },
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
      name: "only-letters-write-letters",
      severity: "error",
      from: { path: "^(app|scripts|server)", pathNot: "^app/modules/letters/" },
      to: { path: "^emails/" },
    },
    {
      name: "pure-files-stay-pure",
      comment: "A rule is values in, decision out: no clock, no database, no server.",
      severity: "error",
      from: { path: "^app/modules/", pathNot: `\\.server\\.ts$|${TESTS}` },
      to: { path: "\\.server\\.tsx?$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "platform-knows-no-business",
      severity: "error",
      from: { path: "^app/platform/" },
      to: outside("app/platform/", "app/locales/", "app/generated\\.server/"),
    },
    {
      name: "the-site-knows-no-routes",
      severity: "error",
      from: { path: "^app/site/" },
      to: { path: "^app/routes/" },
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
