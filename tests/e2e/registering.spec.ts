import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoOverflow, signIn, test } from "./fixtures.ts";

test.use({ serviceWorkers: "allow" });

/** Each project has an owner of its own, who comes to nothing yet. */
const OWNERS: Record<string, string> = {
  "phone-en": "silver@marque.test",
  "desk-zh": "gold@marque.test",
};

const CONTEST = "childrens-drawing-contest-the-car-as-i-see-it";

test("everybody finds an event, and search engines read when, where and how many", async ({
  page,
}) => {
  await page.goto("/events?kind=drawing-contest");
  const main = page.locator("main");
  await expectAccessible(page);
  await expectNoOverflow(page);
  await main.locator(`li h3 a[href$="/${CONTEST}"]`).click();
  await expect(page).toHaveURL(new RegExp(`/events/${CONTEST}$`));
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.reload();
  const data = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').textContent()) ?? "",
  );
  expect(data).toMatchObject({
    "@type": "Event",
    eventStatus: "https://schema.org/EventScheduled",
    maximumAttendeeCapacity: 70,
  });
  const picture = await page.request.get(data.image[0]);
  expect(picture.headers()["content-type"]).toBe("image/png");
});

/** What is shown at the door is on the card that is kept, and is there as soon as it is on the page. */
async function expectCodeWithoutNetwork(page: Page, registration: string): Promise<void> {
  const code = (await page.locator("main figure .figure").textContent()) ?? "none";
  const isKept = () =>
    page.evaluate(
      async (said) => (await (await caches.match("/my/card"))?.text())?.includes(said),
      code,
    );
  await expect.poll(isKept).toBe(true);
  await page.context().setOffline(true);
  await page.goto(registration);
  await expect(page.locator(".kept-copy")).toBeVisible();
  await expect(page.locator("main")).toContainText(code);
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.context().setOffline(false);
  await page.goto(registration);
}

test("an owner registers a child, adds a grown-up, takes it to a calendar, and cancels", async ({
  page,
}, { project }) => {
  await signIn(page, OWNERS[project.name] as string);
  const main = page.locator("main");
  await page.goto(`/my/events/${CONTEST}`);
  await main.locator('a[href^="/my/registrations/new"]').click();
  await expectAccessible(page);

  // A child comes along, or nobody does: what was typed stays.
  await main.locator('button[name="ifFull"]').click();
  await expect(main.locator('[role="alert"]')).toBeVisible();
  await expect(main.locator('[id="me.comes"]')).toBeChecked();
  await expect(main.locator("#people-error")).toBeVisible();

  await main.locator('details:has([id="c1.name"]) > summary').first().click();
  await main.locator('[id="c1.name"]').fill("Bo");
  await main.locator('[id="c1.birthDate"]').fill("2020-03-14");
  await main.locator('[id="c1.consents.taking_part"]').check();
  await main.locator('select[id^="c1.answer."]').selectOption({ index: 1 });
  await main.locator('[id="care.emergencyName"]').fill("Grandmother");
  await main.locator('[id="care.emergencyPhone"]').fill("13800138000");
  await expectAccessible(page);
  await expectNoOverflow(page);
  await main.locator('button[name="ifFull"]').click();

  await expect(page).toHaveURL(/\/my\/registrations\/\d+\?done=registered/);
  await expect(main.locator("figure svg")).toBeVisible();
  await expect(main.locator("figure")).toContainText(/[0-9A-Z]{6}/);
  await expectAccessible(page);
  await expectNoOverflow(page);
  const registration = new URL(page.url()).pathname;
  await expectCodeWithoutNetwork(page, registration);

  await main.locator(`a[href="${registration}/change"]`).click();
  await main.locator('details:has([id="a1.name"]) > summary').first().click();
  await main.locator('[id="a1.name"]').fill("Grandmother");
  await main.locator('button[name="ifFull"]').click();
  await expect(page).toHaveURL(/done=changed/);
  await expect(main.locator("section[aria-labelledby=people] li")).toHaveCount(3);

  const file = await page.request.get(`/events/${CONTEST}/calendar.ics`);
  expect(file.headers()["content-type"]).toContain("text/calendar");
  expect(await file.text()).toContain("BEGIN:VEVENT");

  await page.goto("/my/events");
  await expect(main.locator(`a[href="${registration}"]`)).toBeVisible();
  await expectAccessible(page);
  await main.locator(`a[href="${registration}"]`).click();
  await main.locator('details:has(button[value="cancel"]) > summary').click();
  await main.locator('button[value="cancel"]').click();
  await expect(page).toHaveURL(/done=cancelled/);
  await page.goto("/my/registrations");
  await expect(main.locator(`a[href="${registration}"]`)).toBeVisible();
  await expectAccessible(page);
});
