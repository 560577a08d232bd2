import type { Page } from "@playwright/test";
import { eventFormats } from "../../prisma/seed/event-formats.ts";
import { originFor, runBeside } from "../support/journeys/site.ts";
import { press, typeEvent } from "./event-form.ts";
import { expect, expectAccessible, expectNoOverflow, PASSWORD, signIn, test } from "./fixtures.ts";

test.use({ serviceWorkers: "allow" });

/** Two families, who come to nothing else. */
const [first, second] = ["owner00390@marque.test", "owner00391@marque.test"] as const;
const TITLE = "Drawing day";

test("an event is published, filled, held while the network is cut, and its points are in the books", async ({
  page,
  context,
  browser,
  locale,
}, { parallelIndex }) => {
  // From the first word that is typed to the last point, in two browsers.
  test.slow();
  const beside = async (act: string) =>
    JSON.parse(await runBeside(parallelIndex, "event-day.ts", act, event.id));
  const event = { id: "", slug: "" };
  const admin = await browser.newPage({ locale, baseURL: originFor(parallelIndex) });

  await test.step("a contest with thirty places is published", async () => {
    await Promise.all([
      publishContest(admin),
      runBeside(parallelIndex, "give-password.ts", PASSWORD, first, second),
    ]);
    event.id = /events\/(\d+)/.exec(admin.url())?.[1] ?? "";
    await admin.locator('main a[href^="/events/"]').click();
    await expect(admin).toHaveURL(/\/events\/\D/);
    await expect(admin.locator("h1")).toContainText(TITLE);
    event.slug = new URL(admin.url()).pathname.split("/").at(-1) ?? "";
  });

  const parties = { first: "", second: "" };
  let code = "";
  await test.step("of two families and thirty-five others thirty come", async () => {
    parties.first = await registerAs(page, first, [event.slug, "陈小雨"]);
    await expect(page).toHaveURL(/done=registered/);
    code = await codeOf(page);
    const answers: string[] = await beside("rush");
    expect(answers.filter((answer) => answer === "registered")).toHaveLength(29);
    expect(answers.filter((answer) => answer === "waiting")).toHaveLength(6);
    parties.second = await registerAs(page, second, [event.slug, "陈小川"]);
    await expect(page).toHaveURL(/done=waiting/);
    await expect(page.locator("section[aria-labelledby=line]")).toContainText(
      /number 7 of 7|第 7 位，共 7 组/,
    );
    await expectAccessible(page);
    await expectNoOverflow(page);
  });

  const others = { saidNo: [] as number[], cancelled: "", comes: "" };
  let secondCode = "";
  await test.step("one cancels, those who wait are asked in turn, and the last says yes", async () => {
    Object.assign(others, await beside("line"));
    expect(others.saidNo).toHaveLength(6);
    expect(others.saidNo).toEqual([...others.saidNo].sort((a, b) => a - b));
    await page.goto(parties.second);
    await expectAccessible(page);
    await page.locator('button[name="answer"][value="yes"]').click();
    await expect(page).toHaveURL(/done=accepted/);
    secondCode = await codeOf(page);
    await beside("begin");
  });

  await test.step("on the day they come in while the network is cut", async () => {
    await page.context().clearCookies();
    await page.goto(await linkFor(admin, event.id));
    await expect(page.locator("h1")).toContainText(TITLE);
    // The list and the page itself lie on the device.
    await expect(strip(page)).toContainText(/List of|的名单/);
    await expect.poll(() => page.evaluate(keptPage)).toBe(true);
    await read(page, code.toLowerCase());
    await expect(page.locator("main")).toContainText("花生、牛奶");
    await expectAccessible(page);
    await expectNoOverflow(page);

    await context.setOffline(true);
    // Nothing is shown as marked that the device has not written down.
    await page.evaluate(holdMarks);
    // Pressed twice before that, they come once.
    await comeIn(page).dblclick();
    await expect(strip(page)).not.toContainText(/not sent|条未发送/);
    await page.evaluate(() => dispatchEvent(new Event("let-go")));
    await expect(strip(page)).toContainText(/2 marks not sent|2 条未发送/);
    // A code that came after the list is never called wrong, and the next is read at once.
    await read(page, "X7K2PM");
    await expect(page.locator("main")).toContainText(/Not in the list of|不在.*的名单中/);
    await read(page, secondCode);
    await expect(page.locator("main")).toContainText(/Not checked|未能核对/);
    // Of two who are expected one did not come.
    await page.getByRole("checkbox", { name: /小川/ }).uncheck();
    await comeIn(page).click();
    await read(page, others.comes);
    await comeIn(page).click();
    await expect(strip(page)).toContainText(/5 marks not sent|5 条未发送/);

    // The page is loaded anew without a network, with everything that it had.
    await page.reload();
    await expect(strip(page)).toContainText(/5 marks not sent|5 条未发送/);
    await expect(strip(page)).toContainText(/5 in|在场 5/);
    await expectAccessible(page);
    await context.setOffline(false);
    await expect(strip(page)).toContainText(/All sent|全部已发送/);
  });

  await test.step("at the desk they are in, once; one more family walks in", async () => {
    await admin.goto(`/admin/events/${event.id}/check-in`);
    await expect(strip(admin)).toContainText(/5 in · 5 came|在场 5 · 到场 5/);
    await read(admin, secondCode);
    await expect(admin.getByRole("checkbox", { name: /小川/ })).toBeVisible();
    await expect(admin.locator("main")).toContainText(/Main/);
    await read(admin, others.cancelled);
    await expect(admin.locator("main")).toContainText(/was cancelled|已取消/);
    await expectAccessible(admin);
    await walkIn(admin);
    await expect(strip(admin)).toContainText(/7 in · 7 came|在场 7 · 到场 7/);
    // Who signs out leaves no list of names behind.
    expect(await admin.evaluate(keptLists)).toBe(1);
    await admin.evaluate(() => fetch("/sign-out", { method: "POST", redirect: "manual" }));
    await expect.poll(() => admin.evaluate(keptLists)).toBe(0);
    await admin.close();
  });

  await test.step("their points are on the statement, and the club's books are right", async () => {
    await signIn(page, second);
    await page.goto("/my/points");
    const entry = page.locator("main li").filter({ hasText: TITLE });
    await expect(entry).toHaveCount(1);
    await expect(entry).toContainText("+75");
    await runBeside(parallelIndex, "../../../scripts/ledger-verify.ts");
  });
});

/** From what is usual of a contest, with thirty places and an open door. */
async function publishContest(admin: Page): Promise<void> {
  const format = eventFormats(new Date().toISOString().slice(0, 10))["drawing-contest"];
  await signIn(admin, "admin@marque.test");
  await typeEvent(admin, {
    ...format,
    titleEn: TITLE,
    titleZh: `绘画日 (${TITLE})`,
    // Whoever is in the club, also where the demo's last orders were long ago.
    activeWithinMonths: "",
    attendancePoints: "75",
    limits: format.limits.map((limit) => (limit.key === "l2" ? { ...limit, most: "30" } : limit)),
  });
  await expectAccessible(admin);
  await expectNoOverflow(admin);
  await press(admin, "publish");
  await expect(admin).toHaveURL(/\/admin\/events\/\d+\?done=published/);
}

/** Registers a member and a child, or has them join the line, and says where their party is. */
async function registerAs(
  page: Page,
  email: string,
  [slug, child]: [slug: string, child: string],
): Promise<string> {
  await page.context().clearCookies();
  await signIn(page, email);
  await page.goto(`/my/events/${slug}`);
  const main = page.locator("main");
  await main.locator('a[href^="/my/registrations/new"]').click();
  await main.locator('details:has([id="c1.name"]) > summary').first().click();
  await main.locator('[id="c1.name"]').fill(child);
  await main.locator('[id="c1.birthDate"]').fill(`${new Date().getFullYear() - 7}-01-02`);
  await main.locator('[id="c1.consents.taking_part"]').check();
  await main.locator('[id="c1.allergies"]').fill("花生、牛奶");
  await main.locator('select[id^="c1.answer."]').selectOption({ index: 1 });
  await main.locator('[id="care.emergencyName"]').fill("外婆");
  await main.locator('[id="care.emergencyPhone"]').fill("13800138000");
  await main.locator('button[name="ifFull"]').click();
  await expect(page).toHaveURL(/\/my\/registrations\/\d+\?done=/);
  return new URL(page.url()).pathname;
}

/** What a party shows at the door. */
const codeOf = (page: Page): Promise<string> => page.locator("main figure .figure").innerText();

/** Makes a link for a supervisor at the main gate, and says where it leads. */
async function linkFor(admin: Page, event: string): Promise<string> {
  await admin.goto(`/admin/events/${event}/stewards`);
  await admin.locator('input[name="name"]').fill("Bo");
  await admin.locator('input[name="gate"]').fill("Main");
  await admin.locator('input[value="supervisor"]').check();
  await admin.locator('button[value="make"]').click();
  const made = admin.locator("main p.select-all");
  await expect(made).toContainText("/check-in/");
  return new URL(await made.innerText()).pathname;
}

/** Registers a family at the gate: sent with a hole, and then over what there is, nothing that was typed is lost. */
async function walkIn(admin: Page): Promise<void> {
  await admin.getByRole("link", { name: /has not registered|现场报名/ }).click();
  const fill = async (typed: Record<string, string>) => {
    for (const [name, value] of Object.entries(typed)) {
      await admin.locator(`input[name="${name}"]`).fill(value);
    }
    await admin.locator('input[value="taking_part"]').check();
    await admin.locator("main form button:not([type=button])").last().click();
  };
  await admin.locator('select[name^="question-"]').selectOption({ index: 1 });
  const born = `${new Date().getFullYear() - 6}-01-02`;
  await fill({ "name-0": "Lin Wan", "name-1": "Lin Mia", "born-1": born });
  await expect(admin.getByRole("alert")).toContainText(/emergency|紧急联系人/);
  await expect(admin.locator('input[name="name-1"]')).toHaveValue("Lin Mia");
  await expectAccessible(admin);
  await fill({ emergencyName: "Lin", emergencyPhone: "13800000001" });
  await fill({ overReason: "They came from far away." });
}

const strip = (page: Page) => page.locator("main [role=status]").first();
const read = async (page: Page, code: string) => {
  await page.locator("#code").fill(code);
  await page.locator("#code").press("Enter");
};
const comeIn = (page: Page) => page.getByRole("button", { name: /come in|comes in|人进场/ });

/** Whether this page and the reader of codes are kept for when there is no network. */
async function keptPage(): Promise<boolean> {
  return (await caches.match(location.pathname)) !== undefined;
}

/** Has this browser write no mark down until the page hears `let-go`: a device that is slow. */
function holdMarks(): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open("marque-check-in");
    opening.onsuccess = () => {
      const store = opening.result.transaction("queue", "readwrite").objectStore("queue");
      let held = true;
      addEventListener("let-go", () => {
        held = false;
      });
      const again = () => {
        if (held) store.count().onsuccess = again;
        else opening.result.close();
      };
      again();
      resolve();
    };
  });
}

/** How many lists this browser keeps. */
function keptLists(): Promise<number> {
  return new Promise((resolve) => {
    const opening = indexedDB.open("marque-check-in");
    opening.onsuccess = () => {
      const counting = opening.result.transaction("lists").objectStore("lists").count();
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  });
}
