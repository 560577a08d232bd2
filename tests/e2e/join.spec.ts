import type { Browser, Page } from "@playwright/test";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";
import { codeFor } from "./mailbox.ts";

/** Each project joins with people and cars of its own. */
const CASES = {
  "phone-en": { newCar: "粤B·D90001", plate: "京AQ7Q33Z" },
  "desk-zh": { newCar: "粤B·D90002", plate: "京AQ8Q44Z" },
} as const;
type Project = keyof typeof CASES;

async function askToJoin(page: Page, email: string): Promise<void> {
  await page.goto("/");
  await page.locator('main a[href="/join"]').first().click();
  await expect(page).toHaveURL(/\/join$/);
  await expectAccessible(page);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="email"]').press("Enter");
  await expect(page).toHaveURL(/\/join\/code/);
  await expectAccessible(page);
  await page.locator('input[name="code"]').fill(await codeFor(email));
  await page.locator('input[name="code"]').press("Enter");
  await expect(page).toHaveURL(/\/join\/details/);
  await expectAccessible(page);
  await expectNoOverflow(page);
}

async function fillIn(page: Page, typed: { phone: string; car: string }): Promise<void> {
  await page.locator('input[name="name"]').fill("欧阳晓明");
  await page.locator('input[name="phone"]').fill(typed.phone);
  await page.locator('input[name="car"]').fill(typed.car);
}

const submit = (page: Page) => page.locator('main form button[type="submit"]').last().click();

test("joins with a new car: mistakes keep what was typed, then the card is there with its points", async ({
  page,
}, info) => {
  const project = info.project.name as Project;
  await askToJoin(page, `new-car-${project}@elsewhere.test`);

  await fillIn(page, { phone: "139", car: "LSVNV2189E2100101" });
  await page.locator('select[name="birthMonth"]').selectOption("4");
  await page.locator('select[name="birthDay"]').selectOption("31");
  await submit(page);
  await expect(page.locator('[role="alert"]').first()).toBeVisible();
  for (const field of ["phone", "car", "terms"]) {
    await expect(page.locator(`input[name="${field}"]`)).toHaveAttribute("aria-invalid", "true");
  }
  await expect(page.locator('input[name="name"]')).toHaveValue("欧阳晓明");
  await expectAccessible(page);

  await fillIn(page, { phone: "139 1234 5678", car: CASES[project].newCar });
  await page.locator('select[name="birthDay"]').selectOption("30");
  await page.locator('input[name="terms"]').check();
  await submit(page);
  await expect(page).toHaveURL(/\/my\?joined=new&car=held/);
  await expect(page.locator(".card")).toBeVisible();
  await expect(page.locator("main")).toContainText("100");
  await expectAccessible(page);
  await page.goto("/join");
  await expect(page).toHaveURL(/\/my$/);
});

test("joins and claims a car with history: a wrong number is told, the right one brings all of it", async ({
  page,
  browser,
}, info) => {
  const project = info.project.name as Project;
  const { plate } = CASES[project];
  const order = `E2E-${project}`;
  await bringOrder(browser, { plate, order });
  await askToJoin(page, `history-${project}@elsewhere.test`);

  await fillIn(page, { phone: "139 8765 4321", car: plate });
  await page.locator('input[name="terms"]').check();
  await submit(page);
  await expect(page.locator('input[name="orderNumber"]')).toBeVisible();
  await expectAccessible(page);
  await expectNoOverflow(page);

  await page.locator('input[name="orderNumber"]').fill("NO-SUCH-NUMBER");
  await page.locator('button[value="invoice"]').click();
  await expect(page.locator('[role="alert"]').first()).toBeVisible();
  await page.locator('input[name="orderNumber"]').fill(order);
  await page.locator('button[value="invoice"]').click();
  await expect(page).toHaveURL(/\/my\?joined=new&car=granted/);
  // A hundred for joining, and a hundred and twenty for ¥1,200 some days ago.
  await expect(page.locator("main")).toContainText("220");
  await page.goto("/my/garage");
  await expect(page.locator("main")).toContainText(plate.slice(1));
  await expectAccessible(page);
});

test("with JavaScript off the same pages lead to the card", async ({ browser }, info) => {
  const project = info.project.name as Project;
  const email = `no-script-${project}@elsewhere.test`;
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto("/join");
  await page.locator('input[name="email"]').fill(email);
  await page.locator("main form button").click();
  await page.locator('input[name="code"]').fill(await codeFor(email));
  await page.locator('button[value="enter"]').click();
  await page.locator('input[name="name"]').fill("No Script");
  await page.locator('input[name="phone"]').fill("+44 7700 900123");
  await submit(page);
  await expect(page.locator('input[name="phone"]')).toHaveValue("+44 7700 900123");
  await page.locator('input[name="terms"]').check();
  await submit(page);
  await expect(page).toHaveURL(/\/my\?joined=new&car=none/);
  await context.close();
});

/** The workshop's export with one visit of a car that is nobody's, brought in by the desk. */
async function bringOrder(
  browser: Browser,
  { plate, order }: { plate: string; order: string },
): Promise<void> {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  await signIn(page, "desk@marque.test");
  const on = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);
  const csv = [
    "工单号,门店,结算日期,车架号,车牌号,进厂里程,维修类型,工时费,配件费,优惠金额,实收金额,付款方式,备注",
    `${order},湖畔一店,${on},,${plate},42000,保养,1200.00,0.00,0.00,1200.00,微信,`,
  ].join("\r\n");
  await page.goto("/admin/imports?kind=service-orders");
  await page.locator('input[type="file"]').setInputFiles({
    name: `${order}.csv`,
    mimeType: "text/csv",
    buffer: Buffer.from(`${csv}\r\n`),
  });
  await page.locator('form[enctype="multipart/form-data"] button[type="submit"]').click();
  await page.waitForURL(/\/admin\/imports\/\d+$/);
  await expect(page.locator("main progress")).toHaveCount(0, { timeout: 45_000 });
  await context.close();
}
