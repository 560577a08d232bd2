// Imported before anything else by what serves or works: React, Express and others decide by it, when
// they are loaded, whether they are being developed.
process.env.NODE_ENV ||= process.argv.includes("--dev") ? "development" : "production";
