import type { Page } from "@playwright/test";
import {
  expect,
  expectAccessible,
  expectNoOverflow,
  signIn,
  signInByForm,
  test,
} from "./fixtures.ts";

/** Every page there is, with who looks at it. */
const PAGES: [who: string | null, paths: string[]][] = [
  [
    null,
    [
      "/",
      "/sign-in",
      "/password",
      "/join",
      "/about/rules",
      "/about/privacy",
      "/about/contact",
      "/gifts",
      "/gifts?q=nothing-of-that-name",
      "/gifts/KEYRING",
      "/events",
      "/events/take-the-green-home-tree-planting-day",
      "/events/take-the-green-home-tree-planting-day/calendar",
      "/draws",
      "/draws/factory-visit",
      "/draws/autumn-thank-you",
      "/prize-tables/1",
      "/refer",
      "/r/nobody",
      "/nowhere",
    ],
  ],
  [
    "silver@marque.test",
    [
      "/my",
      "/my/points",
      "/my/points?kind=earn",
      "/my/points/on",
      "/my/points/on?day=2026-03-01",
      "/my/gifts",
      "/my/gifts?kind=experience",
      "/my/gifts/1",
      "/my/gifts/4",
      "/my/gifts/5",
      "/my/redemptions",
      "/my/events",
      "/my/events/take-the-green-home-tree-planting-day",
      "/my/registrations",
      "/my/registrations/new?event=take-the-green-home-tree-planting-day",
      "/my/registrations/new?event=safe-driving-camp",
      "/my/calendar",
      "/my/draws",
      "/my/surveys",
      "/my/tier",
      "/my/tier/gold",
      "/my/gold-subscription",
      "/my/garage",
      "/my/garage/add",
      "/my/claims",
      "/my/payments",
      "/my/claims/new",
      "/my/account",
      "/my/referrals",
      "/my/referrals/new",
      "/my/account/profile",
      "/my/account/notifications",
      "/my/account/consents",
      "/my/account/family",
      "/my/account/privacy",
      "/my/account/closing",
      "/my/card",
      "/my/rules",
      "/security",
      "/security/authenticator",
      "/security/passkeys/new",
      "/security/email",
      "/security/password",
      "/confirm",
    ],
  ],
  ["gold@marque.test", ["/my", "/my/tier", "/my/referrals", "/my/referrals/3"]],
  [
    "falk@marque.test",
    [
      "/my/referrals",
      "/my/referrals/5",
      "/my/points",
      "/my/account",
      "/my/account/notifications",
      "/my/account/privacy",
      "/my/account/closing",
      "/security",
    ],
  ],
  ["referrer@marque.test", ["/my", "/my/points", "/my/garage"]],
  [
    "desk@marque.test",
    [
      "/admin",
      "/admin/search?q=%E6%9D%9C",
      "/admin/search?q=nobody-of-that-name",
      "/admin/members/M00090019",
      "/admin/members/M00090019/visit",
      "/admin/members/M00090019/claim",
      "/admin/members/M00090019/cars",
      "/admin/members/M00090019/gold-year",
      "/admin/members/M00090019/adjust",
      "/admin/members/M00090019/contact",
      "/admin/imports",
      "/admin/imports/1",
      "/admin/cars",
      "/admin/claims",
      "/admin/redemptions",
      "/admin/redemptions?show=ended",
      "/admin/redemptions/pick-list",
      "/admin/redemptions/scan?code=MQR-0000-0000-0000",
      "/admin/members/M00090019/gift",
      "/admin/stock/1/transfer",
      "/admin/members/M00090019/redemptions",
      "/admin/vouchers",
      "/admin/vouchers?code=MQV-0000-0000-0000",
      "/admin/approvals",
      "/security",
      "/demo/mailbox",
    ],
  ],
  [
    "sales@marque.test",
    [
      "/admin",
      "/admin/leads",
      "/admin/leads?show=team",
      "/admin/leads?show=team&due=late",
      "/admin/leads?show=team&as=board",
      "/admin/leads?show=ended",
      "/admin/leads/1",
      "/admin/leads/2",
      "/admin/leads/3",
      "/admin/leads/new",
      "/admin/leads/after-sale",
      "/admin/leads/consultants",
      "/admin/leads/figures",
      "/admin/leads/figures/times",
      "/admin/leads/figures/points",
      "/admin/leads/figures/referrers",
      "/admin/leads/figures?from=2020-01&to=2020-03",
    ],
  ],
  [
    "gifts@marque.test",
    [
      "/admin",
      "/admin/gifts",
      "/admin/gifts/new",
      "/admin/gifts/15",
      "/admin/gifts/15/preview",
      "/admin/gifts/import",
      "/admin/gifts/report",
      "/admin/stock",
      "/admin/stock/15",
      "/admin/stock/15/transfer",
      "/admin/stock/count",
      "/admin/payments",
      "/admin/payments/closing",
    ],
  ],
  [
    "finance@marque.test",
    [
      "/admin",
      "/admin/members/M00090027",
      "/admin/payments",
      "/admin/payments/1/subscription",
      "/admin/payments/reconciliation",
      "/admin/approvals",
      "/admin/rules",
      "/admin/audit",
      "/admin/audit?group=points",
      "/admin/finance",
      "/admin/finance/liability",
      "/admin/finance/liability?day=2026-03-31",
      "/admin/finance/rates",
      "/admin/finance/gifts",
      "/admin/finance/campaigns",
      "/admin/finance/dues",
      "/admin/finance/journal",
      "/admin/leads/figures",
      "/admin/leads/figures/times",
      "/admin/leads/figures/points",
      "/admin/leads/figures/referrers",
    ],
  ],
  [
    "admin@marque.test",
    [
      "/admin/draws",
      "/admin/draws/1",
      "/admin/draws/2",
      "/admin/draws/3",
      "/admin/draws/3/edit",
      "/admin/draws/new",
      "/admin/events/surveys",
      "/admin/events/reports",
      "/admin/events/1/report",
      "/admin/prize-tables",
      "/admin/leads/review",
      "/admin/leads/1/deliver",
      "/admin/campaigns",
      "/admin/campaigns/new",
      "/admin/campaigns/1",
      "/admin/campaigns/2",
      "/admin/campaigns/2/edit",
      "/admin/campaigns/vip",
      "/admin/campaigns/gifts",
      "/admin",
      "/admin/members",
      "/admin/members?tier=gold",
      "/admin/members/M00090019/gold",
      "/admin/imports",
      "/admin/imports/1/reverse",
      "/admin/rules",
      "/admin/rules/new",
      "/admin/audit",
      "/admin/mails",
      "/admin/staff",
      "/admin/staff/new",
      "/admin/api-keys",
      "/admin/webhooks",
      "/admin/webhooks/1",
      "/admin/club",
      "/admin/club/payment-methods",
      "/admin/texts",
      "/admin/texts/rules",
    ],
  ],
];

const NOWHERE = ["/nowhere", "/r/nobody"];

/** Comes to a page by its address. */
async function open(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status()).toBe(NOWHERE.includes(path) ? 404 : 200);
}

/** Comes to a page as by a link: within the document that is there. */
async function follow(page: Page, path: string): Promise<void> {
  // The first page's scripts may still be on their way.
  await page.waitForFunction(() => "__remixRouter" in window);
  await page.evaluate((to) => {
    const { __remixRouter } = window as unknown as {
      __remixRouter: { navigate(to: string): Promise<void> };
    };
    return __remixRouter.navigate(to);
  }, path);
  await expect(page).toHaveURL(path);
}

for (const [who, paths] of PAGES) {
  test(`every page of ${who ?? "a visitor"} is accessible and fits`, async ({ page, hasTouch }) => {
    test.setTimeout(120_000);
    if (who) await signInByForm(page, who);
    else await page.goto("/");
    for (const path of paths) {
      await test.step(path, async () => {
        // On a phone each opens by itself; at the desk one leads to the next.
        if (hasTouch) await open(page, path);
        else await follow(page, path);
        await expect(page.locator("h1")).toHaveCount(1);
        await expectNoOverflow(page);
        await expectAccessible(page, { everyRule: true });
      });
    }
  });
}

test("the narrowest phone fits every owner's page", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, "silver@marque.test");
  for (const path of [
    "/my",
    "/my/points",
    "/my/gifts",
    "/my/gifts/4",
    "/my/events",
    "/my/events/take-the-green-home-tree-planting-day",
    "/my/registrations/new?event=safe-driving-camp",
    "/my/tier",
    "/my/tier/gold",
    "/my/gold-subscription",
    "/my/garage",
    "/my/account",
  ]) {
    await page.goto(path);
    await expectNoOverflow(page);
  }
});

test("the narrowest phone fits what staff look up on their way through the shop", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, "desk@marque.test");
  for (const path of [
    "/admin",
    "/admin/members/M00090019",
    "/admin/members/M00090027",
    "/admin/redemptions",
    "/admin/redemptions/pick-list",
    "/admin/vouchers",
    "/admin/payments",
  ]) {
    await page.goto(path);
    await expectNoOverflow(page);
  }
});
