import { forgetSingletons } from "#app/platform/singleton.server.ts";

// Files of tests take turns in one process and share its modules, not what these keep: each begins as a
// new process would, with these settings. The connection stays: testDatabase() puts another database behind it.
forgetSingletons("database");
process.env.NODE_ENV = "test";
process.env.LOG_LEVEL = "silent";
process.env.SESSION_SECRET = "a secret that only the tests use, 32+";
process.env.APP_ORIGIN = "http://club.marque.test";
delete process.env.SMTP_URL;
