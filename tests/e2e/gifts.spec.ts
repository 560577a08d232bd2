import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

/** Who has taken nothing yet. */
const OWNER = "silver@marque.test";

test("an owner looks for a gift, saves for another, takes one, and thinks better of it", async ({
  page,
}) => {
  await signIn(page, OWNER);
  const main = page.locator("main");
  await page.goto("/my/gifts");

  // A word of the other language finds it too.
  await main.locator('input[name="q"]').fill("钥匙扣");
  await main.locator('input[name="q"]').press("Enter");
  await expect(page).toHaveURL(/q=/);
  await expect(main.locator("li h3")).toHaveCount(1);
  await main.locator('a[href="/my/gifts?kind=keepsake"], a[href*="kind=keepsake"]').click();
  await expect(page).toHaveURL(/kind=keepsake/);

  // What costs more than they have is saved for, and stands at the top from then on.
  await page.goto("/my/gifts");
  await main
    .locator("#later ~ *, section[aria-labelledby=later]")
    .first()
    .locator("a")
    .first()
    .click();
  await expect(main.locator('button[value="pin"]')).toBeVisible();
  await expectAccessible(page);
  await main.locator('button[value="pin"]').click();
  await expect(page).toHaveURL(/done=pinned/);
  await expect(main.locator('[role="status"]')).toBeVisible();
  const saved = await main.locator("h1").innerText();
  await page.goto("/my/gifts");
  await expect(main.locator("section[aria-labelledby=goals] h3")).toHaveText(saved);
  await expectAccessible(page);
  await page.goto("/my");
  await expect(main.getByText(saved).first()).toBeVisible();

  // The calendar costs 120 points, and says so before it is taken.
  await page.goto("/my/gifts?q=calendar");
  await main.locator("li h3 a").click();
  await expect(main.locator('button[value="take"]')).toContainText("120");
  await main.locator('input[name="collector"]').fill("Lin Jing");
  await main.locator('button[value="take"]').click();
  await expect(page).toHaveURL(/\/my\/redemptions\/\d+\?done=taken/);
  await expect(main.locator("figure svg")).toBeVisible();
  await expect(main.locator("figure")).toContainText(/MQR-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  await expectAccessible(page);
  await expectNoOverflow(page);

  // It is in the list, and somebody else may fetch it.
  const address = new URL(page.url()).pathname;
  await page.goto("/my/redemptions");
  await expect(main.locator(`a[href="${address}"]`)).toBeVisible();
  await expectAccessible(page);
  await main.locator(`a[href="${address}"]`).click();
  await expect(main.locator('input[name="collector"]')).toHaveValue("Lin Jing");
  await main.locator('input[name="collector"]').fill("Lin Xiao");
  await main.locator('button[value="name-collector"]').click();
  await expect(page).toHaveURL(/done=collector/);

  // Cancelled, its code is gone and its points are on the statement again.
  await main.locator('button[value="cancel"]').click();
  await expect(page).toHaveURL(/done=cancelled/);
  await expect(main.locator("figure")).toHaveCount(0);
  await page.goto(`${address}/receipt`);
  await expect(main.locator("h1")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/my/points");
  await expect(main.getByText("+120").first()).toBeVisible();
});

test("a voucher is theirs at once; a form that lacks something keeps what was typed", async ({
  page,
}) => {
  // Its points stay spent, and other journeys know what the first owner has.
  await signIn(page, "gold@marque.test");
  const main = page.locator("main");
  await page.goto("/my/gifts?q=showroom+wash");
  await main.locator("li h3 a").click();
  await main.locator('button[value="take"]').click();
  await expect(main.locator("figure")).toContainText(/MQV-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  await expectAccessible(page);

  // The tea is sent: an address of three letters is none.
  await page.goto("/my/gifts?q=spring+tea");
  await main.locator("li h3 a").click();
  await main.locator('input[name="phone"]').fill("13800000000");
  await main.locator('textarea[name="lines"]').fill("Abc");
  await main.locator('button[value="take"]').click();
  await expect(main.locator("#lines-error")).toBeVisible();
  await expect(main.locator('input[name="phone"]')).toHaveValue("13800000000");
  await expectAccessible(page);
});

test("a price that changed meanwhile is asked again, without scripts too", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, OWNER);
  await page.goto("/my/gifts?q=crayon");
  const main = page.locator("main");
  await main.locator("li h3 a").click();
  const form = main.locator('form:has(button[value="take"])');
  const fields = Object.fromEntries(
    await form.locator("input, select").evaluateAll((controls) =>
      controls.map((each) => {
        const { name, value } = each as HTMLInputElement;
        return [name, value];
      }),
    ),
  );
  const answer = await page.request.post(new URL(page.url()).pathname, {
    form: { ...fields, intent: "take", points: "1", collector: "Lin Jing" },
    headers: { Origin: baseURL as string },
  });
  expect(answer.status()).toBe(409);
  const html = await answer.text();
  expect(html).toContain('value="Lin Jing"');
  expect(html).toContain('name="points" value="220"');
  await context.close();
});

test("guests see what points become, and what is for members only is a word to join", async ({
  page,
}) => {
  await page.goto("/");
  await page.locator('main a[href="/gifts"]').click();
  await expect(page.locator("main li h2").first()).toBeVisible();
  await page.locator('main a[href="/gifts/KEYRING"]').click();
  await expect(page.locator('main a[href="/join"]')).toBeVisible();
  await expectAccessible(page);
  await expectNoOverflow(page);
});
