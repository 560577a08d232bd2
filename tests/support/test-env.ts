// Settings of the process that runs integration tests; a file's database is set by testDatabase().
process.env.NODE_ENV = "test";
process.env.LOG_LEVEL = "silent";
process.env.SESSION_SECRET = "a secret that only the tests use, 32+";
process.env.APP_ORIGIN = "http://club.marque.test";
delete process.env.SMTP_URL;
