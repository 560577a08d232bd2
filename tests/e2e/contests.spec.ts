import type { Locator, Page } from "@playwright/test";
import { originFor, runBeside } from "../support/journeys/site.ts";
import { place, press, typePrize } from "./contest-acts.ts";
import { expect, expectAccessible, expectNoOverflow, PASSWORD, signIn, test } from "./fixtures.ts";

/** Who comes, each with a child: theirs have an account to vote with. */
const FAMILIES = [
  "owner00392@marque.test:何小满/6",
  "owner00393@marque.test:林知夏/7",
  "owner00394@marque.test:周一帆/8",
];

test("a measured contest: an unreadable try is told at its field, a wrong one corrected, a tie settled by the next best", async ({
  page,
  browser,
}, { parallelIndex }) => {
  const { contest, slug } = await begun(page, parallelIndex, "2028", "bridge");
  await enterAll(page, contest);
  const tryOf = (number: number) =>
    page.locator("section[aria-labelledby=tries] li").nth(number - 1);

  await test.step("what cannot be read is told where it was typed, and stays", async () => {
    await measure(tryOf(1), "12s");
    await expectToldAt(tryOf(1).locator('[name="value"]'), "12s");
    await expectAccessible(page);
    await expectNoOverflow(page);
    const plain = await browser.newContext({
      ...{ baseURL: originFor(parallelIndex), javaScriptEnabled: false },
      storageState: await page.context().storageState(),
    });
    const bare = await plain.newPage();
    await bare.goto(`${contest}/entries`);
    const second = bare.locator("section[aria-labelledby=tries] li").nth(1);
    await measure(second, "fast");
    await expectToldAt(second.locator('[name="value"]'), "fast");
    await plain.close();
  });

  await test.step("two are level by their best try, and a third was written down wrong", async () => {
    for (const [number, tries] of [
      [1, ["12.4", "13"]],
      [2, ["12,4", "14.2"]],
      [3, ["9.9"]],
    ] as const) {
      for (const typed of tries) {
        await measure(tryOf(number), typed);
        await expect(page).toHaveURL(/done=measured/);
        await expect(tryOf(number).locator('[name="value"]')).toHaveValue("");
      }
    }
    await page.goto(contest);
    await press(page, "close");
    await expect(page).toHaveURL(/done=closed/);
    const third = page.locator("main tbody tr").filter({ hasText: "周一帆" });
    await third.locator('form:has([value="take-back"]) [name="reason"]').fill("误");
    await third.locator('button[value="take-back"]').click();
    await expectToldAt(third.locator('form:has([value="take-back"]) [name="reason"]'), "误");
    await third.locator('form:has([value="take-back"]) [name="reason"]').fill("秒表看错了。");
    await third.locator('button[value="take-back"]').click();
    await expect(page).toHaveURL(/done=taken-back/);
    await third.locator("summary").filter({ hasText: "forgotten" }).click();
    await third.locator('form:has([value="add-try"]) [name="reason"]').fill("秒表看错了。");
    await third.locator('[name="value"]').fill("19:9");
    await third.locator('button[value="add-try"]').click();
    await expectToldAt(third.locator('[name="value"]'), "19:9");
    await third.locator('[name="value"]').fill("19.9");
    await third.locator('button[value="add-try"]').click();
    await expect(page).toHaveURL(/done=attempt-added/);
  });

  await test.step("everybody reads who won, and what settled it", async () => {
    await publish(page, contest, "A potted landscape tree");
    await expectNoOverflow(page);
    await page.goto(`/events/${slug}/results`);
    await expect(place(page, "1")).toContainText("1st prize: A potted landscape tree");
    await expect(place(page, "1")).toContainText("level, decided by the next best try");
    await page.locator("main summary").first().click();
    const all = page.locator("main table").nth(1).locator("tbody tr");
    await expect(all).toHaveText([/^1.*1/, /^2.*2/, /^3.*3/]);
    await expectNoOverflow(page);
  });
});

test("an award by vote: a party has one, gives it to another, and cannot give it to its own", async ({
  page,
  browser,
}, { parallelIndex }) => {
  const { contest, slug, came } = await begun(page, parallelIndex, "2029", "guardian");
  const [, , voters] = FAMILIES.map((family) => String(family.split(":")[0]));
  await runBeside(parallelIndex, "give-password.ts", PASSWORD, String(voters));
  await enterAll(page, contest);
  const owner = await browser.newPage({
    ...{ baseURL: originFor(parallelIndex), locale: "en-GB" },
    viewport: { width: 390, height: 844 },
  });

  await test.step("a member votes by number, and thinks better of it", async () => {
    await signIn(owner, String(voters));
    for (const number of ["1", "2"]) {
      await owner.goto("/my/contests");
      const vote = owner.locator('main form:has(button[value="vote"])').first();
      await vote.locator('[name="entry"]').selectOption({ label: number });
      await vote.locator("button").click();
      await expect(owner).toHaveURL(/done=voted/);
    }
    await expectAccessible(owner);
    await expectNoOverflow(owner);
  });

  await test.step("the table takes the votes of who has no phone, but not for their own", async () => {
    const [first] = came.map(({ registrationId }) => String(registrationId));
    const own = page.locator("section[aria-labelledby=vote] form");
    await page.goto(`${contest}/entries`);
    await own.locator('[name="party"]').selectOption(String(first));
    await own.locator('[name="entry"]').selectOption({ label: "1 · 何小满" });
    await own.locator('button[value="vote"]').click();
    await expectToldAt(
      own.locator('[name="entry"]'),
      await own.locator('[name="entry"]').inputValue(),
    );
    await expect(own.locator('[name="party"]')).toHaveValue(String(first));
    await own.locator('[name="entry"]').selectOption({ label: "3 · 周一帆" });
    await own.locator('button[value="vote"]').click();
    await expect(page).toHaveURL(/done=voted/);
    await own.locator('[name="party"]').selectOption(String(first));
    await own.locator('[name="entry"]').selectOption({ label: "2 · 林知夏" });
    await own.locator('button[value="vote"]').click();
    await expect(page).toHaveURL(/done=voted/);
  });

  await test.step("two votes are for one child, who has the award in everybody's eyes", async () => {
    await page.goto(contest);
    await press(page, "close");
    await expect(page).toHaveURL(/done=closed/);
    await publish(page, contest, "A book");
    const won = page.locator("section[aria-labelledby=ranking] tbody tr");
    await expect(won).toHaveCount(1);
    await expect(won).toContainText("2");
    await owner.goto(`/events/${slug}/results`);
    await expect(place(owner, "2")).toContainText("A book");
    await owner.goto("/my/contests");
    await expect(owner.locator('main button[value="vote"]')).toHaveCount(0);
    await owner.close();
  });
});

/** An event that began half an hour ago, its families there, and a contest of it as it is usually held, open. */
async function begun(page: Page, worker: number, title: string, like: "bridge" | "guardian") {
  const [said] = await Promise.all([
    runBeside(worker, "contest-day.ts", "begin", title, ...FAMILIES),
    signIn(page, "events@marque.test"),
  ]);
  const { eventId, slug, came } = JSON.parse(said) as {
    eventId: number;
    slug: string;
    came: { registrationId: number }[];
  };
  await page.goto(`/admin/events/${eventId}/contests/new?like=${like}`);
  if (like === "guardian") await page.locator('[name="by"][value="vote"]').check();
  await page.locator("main form button").last().click();
  await expect(page).toHaveURL(/done=saved/);
  const contest = new URL(page.url()).pathname;
  await press(page, "open");
  await expect(page).toHaveURL(/done=opened/);
  return { contest, slug, came };
}

/** Enters the children in the order of their families, so that their numbers are 1, 2 and 3. */
async function enterAll(page: Page, contest: string): Promise<void> {
  await page.goto(`${contest}/entries`);
  for (const [at, family] of FAMILIES.entries()) {
    const child = String(/:(.*)\//.exec(family)?.[1]);
    const person = page.locator('[name="person"]');
    const option = person.locator("option").filter({ hasText: child });
    await person.selectOption(await option.getAttribute("value"));
    await press(page, "enter");
    await expect(page).toHaveURL(new RegExp(`done=entered&number=${at + 1}`));
  }
}

async function measure(entry: Locator, typed: string): Promise<void> {
  await entry.locator('[name="value"]').fill(typed);
  await entry.locator('button[value="measure"]').click();
}

/** A field has the keyboard and what was typed, and says what is wrong with it. */
async function expectToldAt(field: Locator, typed: string): Promise<void> {
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(typed);
  await expect(field).toHaveAccessibleDescription(/\w/);
}

async function publish(page: Page, contest: string, prize: string): Promise<void> {
  await page.goto(`${contest}/prizes`);
  await typePrize(page, 1, ["1", "100", prize, "图书"]);
  await page.locator("main form button:not([type=button])").last().click();
  await expect(page).toHaveURL(/done=prizes/);
  await press(page, "publish");
  await expect(page).toHaveURL(/done=published/);
}
