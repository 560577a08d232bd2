import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, copyFile, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { generateTOTP } from "@epic-web/totp";
import { expect, expectAccessible, test } from "./fixtures.ts";

// The first day as docs/operations.md has it: from an empty folder to the first admin and the first import.

const EMAIL = "owner@dealer.example";
const PASSWORD = "kingfisher over the weir";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

test("from nothing to the first admin and the first import", async ({ page }) => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(path.join(tmpdir(), "marque-first-day-"));
  await chmod(folder, 0o755);
  const origin = `http://localhost:${await freePort()}`;
  const { DATABASE_URL, SMTP_URL, SESSION_SECRET, ...rest } = process.env;
  const env: NodeJS.ProcessEnv = {
    ...rest,
    NODE_ENV: "production",
    MARQUE_DEMO: "off",
    DATA_DIR: folder,
    PORT: new URL(origin).port,
    HOST: "127.0.0.1",
    APP_ORIGIN: origin,
    LOG_LEVEL: "warn",
  };
  const command = async (script: string, ...args: string[]) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", `scripts/${script}.ts`, ...args],
      { env },
    );
    return stdout;
  };
  const site = spawn(process.execPath, ["--import", "tsx", "server.ts"], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(site, "exit");
  let said = "";
  site.stderr.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  try {
    await expect
      .poll(
        () =>
          fetch(`${origin}/readyz`).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 60_000 },
      )
      .toBe(200);

    await test.step("the first admin comes in", async () => {
      expect(await command("staff", "add", EMAIL, "Wen Hua", "admin")).toContain(EMAIL);
      await page.goto(`${origin}/password`);
      await page.locator('input[name="email"]').fill(EMAIL);
      await page.locator('input[name="email"]').press("Enter");
      await page.waitForURL("**/password/new");
      const code = /\b\d{6}\b/.exec(await command("staff", "code", EMAIL))?.[0];
      await page.locator('input[name="code"]').fill(String(code));
      await page.locator('input[name="password"]').fill(PASSWORD);
      await page.locator('input[name="password"]').press("Enter");
      await page.waitForURL(/\/security/);
      await page.goto(`${origin}/security/authenticator`);
      const secret = (await page.locator(".font-mono").innerText()).replace(/\s/g, "");
      await page.locator('input[name="code"]').fill((await generateTOTP({ secret })).otp);
      await page.locator('input[name="code"]').press("Enter");
      await expect(page.locator("main ul li")).toHaveCount(10);
      for (const address of ["/admin", "/admin/club", "/admin/members", "/admin/imports"]) {
        expect((await page.goto(`${origin}${address}`))?.status(), address).toBe(200);
        await expectAccessible(page);
      }
    });

    await test.step("the roll comes in by the page, the workshop's export by the command", async () => {
      await page.goto(`${origin}/admin/imports?kind=members`);
      await page.locator('input[type="file"]').setInputFiles("prisma/seed/data/members.csv");
      await page.locator('form[enctype="multipart/form-data"] button[type="submit"]').click();
      await expect(page).toHaveURL(/\/admin\/imports\/\d+$/);
      await page.reload();
      await expect(page.locator("main progress")).toHaveCount(0, { timeout: 90_000 });
      // A copy, since the report is laid beside it.
      const orders = path.join(folder, "orders.csv");
      await copyFile("prisma/seed/data/service-orders.csv", orders);
      await command("import-service-orders", orders);
      await page.goto(`${origin}/admin/members`);
      await expect(page.locator("tbody tr").first()).toBeVisible();
      expect(JSON.parse(await command("ledger-verify"))).toMatchObject({ ok: true });
    });
    expect(said).toBe("");
  } finally {
    site.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
});
