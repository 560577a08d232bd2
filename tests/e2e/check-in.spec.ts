import type { Page } from "@playwright/test";
import { originFor, runBeside } from "../support/journeys/site.ts";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

/** Makes a link for a steward on the page of an event, and says where it leads. */
async function linkFor(page: Page, event: string, role: "steward" | "supervisor"): Promise<string> {
  await page.goto(`${event}/stewards`);
  await page.locator('input[name="name"]').fill("Bo");
  await page.locator('input[name="gate"]').fill("Main");
  await page.locator(`input[value="${role}"]`).check();
  await page.locator('button[value="make"]').click();
  const made = page.locator("main p.select-all");
  await expect(made).toContainText("/check-in/");
  return new URL(await made.innerText()).pathname;
}

const strip = (page: Page) => page.locator("main [role=status]").first();
const read = async (page: Page, code: string) => {
  await page.locator("#code").fill(code);
  await page.locator("#code").press("Enter");
};
const comeIn = (page: Page) => page.getByRole("button", { name: /come in|comes in|人进场/ });

test("an event's families are checked in while the network is cut, and once when it is back", async ({
  page,
  context,
  browser,
  locale,
}, { project, parallelIndex }) => {
  // Two browsers, and a site that is loaded anew without a network.
  test.slow();
  const title = [`Drawing day ${project.name}`, `绘画日 ${project.name}`];
  await runBeside(parallelIndex, "hold-event.ts", ...title, project.name);
  const admin = await browser.newPage({ locale, baseURL: originFor(parallelIndex) });
  await signIn(admin, "admin@marque.test");
  const event = await eventNamed(admin, title);
  const link = await linkFor(admin, event, "supervisor");

  await page.goto(link);
  await expect(page.locator("h1")).toContainText(project.name);
  // The list and the page itself lie on the device.
  await expect(strip(page)).toContainText(/List of|的名单/);
  await expect.poll(() => page.evaluate(keptPage)).toBe(true);
  await read(page, "gp2d23");
  await expect(page.getByRole("heading", { name: "陈志远" })).toBeVisible();
  await expect(page.locator("main")).toContainText("花生、牛奶");
  await expectAccessible(page);
  await expectNoOverflow(page);

  await context.setOffline(true);
  // Of three who are expected one did not come.
  await page.getByRole("checkbox", { name: /陈小川/ }).uncheck();
  await comeIn(page).click();
  await expect(strip(page)).toContainText(/2 marks not sent|2 条未发送/);
  // A code that came after the list is never called wrong, and the next is read at once.
  await read(page, "X7K2PM");
  await expect(page.locator("main")).toContainText(/Not in the list of|不在.*的名单中/);
  await read(page, "SEC2ND");
  await expect(page.getByRole("heading", { name: "Wang Lei" })).toBeVisible();
  await expect(page.locator("main")).toContainText(/Not checked|未能核对/);
  await comeIn(page).click();
  await expect(strip(page)).toContainText(/4 marks not sent|4 条未发送/);

  // The page is loaded anew without a network, with everything that it had.
  await page.reload();
  await expect(strip(page)).toContainText(/4 marks not sent|4 条未发送/);
  await expect(strip(page)).toContainText(/4 in|在场 4/);
  await expectAccessible(page);
  await context.setOffline(false);
  await expect(strip(page)).toContainText(/All sent|全部已发送/);

  // At the desk they are in, once; what they left is not.
  await admin.goto(`${event}/check-in`);
  await expect(strip(admin)).toContainText(/4 in · 4 came|在场 4 · 到场 4/);
  await read(admin, "GP2D23");
  await expect(admin.getByRole("checkbox", { name: /陈小川/ })).toBeVisible();
  await expect(admin.locator("main")).toContainText(/Main/);
  // One of a party that was cancelled is told so.
  await read(admin, "CANC22");
  await expect(admin.locator("main")).toContainText(/was cancelled|已取消/);
  await expectAccessible(admin);

  // A family that has not registered is registered at the gate, and is in; sent with a hole, nothing is lost.
  await admin.getByRole("link", { name: /has not registered|现场报名/ }).click();
  const typed = { "name-0": "Lin Wan", "name-1": "Lin Mia", "born-1": "2020-06-01" };
  for (const [name, value] of Object.entries(typed)) {
    await admin.locator(`input[name="${name}"]`).fill(value);
  }
  await admin.locator('input[value="taking_part"]').check();
  await submit(admin);
  await expect(admin.getByRole("alert")).toContainText(/emergency|紧急联系人/);
  await expect(admin.locator('input[name="name-1"]')).toHaveValue("Lin Mia");
  await expectAccessible(admin);
  await admin.locator('input[name="emergencyName"]').fill("Lin");
  await admin.locator('input[name="emergencyPhone"]').fill("13800000001");
  await admin.locator('input[value="taking_part"]').check();
  await submit(admin);
  await expect(strip(admin)).toContainText(/6 in · 6 came|在场 6 · 到场 6/);
  // Who signs out leaves no list of names behind.
  expect(await admin.evaluate(keptLists)).toBe(1);
  await admin.evaluate(() => fetch("/sign-out", { method: "POST", redirect: "manual" }));
  await expect.poll(() => admin.evaluate(keptLists)).toBe(0);
  await admin.close();
  // Points for coming and all: the books of this club are right.
  await runBeside(parallelIndex, "../../../scripts/ledger-verify.ts");
});

const submit = (page: Page) => page.locator("main form button:not([type=button])").last().click();

/** Of the events to be kept, the address of one. */
async function eventNamed(page: Page, titles: string[]): Promise<string> {
  await page.goto("/admin/events");
  const row = page.getByRole("link", { name: new RegExp(titles.join("|")) }).first();
  const address = await row.getAttribute("href");
  return `/admin/events/${/events\/(\d+)/.exec(address ?? "")?.[1]}`;
}

/** Whether this page and the reader of codes are kept for when there is no network. */
async function keptPage(): Promise<boolean> {
  return (await caches.match(location.pathname)) !== undefined;
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
