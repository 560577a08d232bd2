import { randomUUID } from "node:crypto";
import type { Cast, Persona } from "./personas.ts";

/** A form as somebody fills it in who means well; a test then spoils one field after the other. */
export type FormSample = {
  as: Persona;
  path: (cast: Cast) => string;
  fields: (cast: Cast) => Record<string, string>;
  /** Sent as a form with a file is. */
  multipart?: boolean;
};

const sample = (
  as: Persona,
  path: string | FormSample["path"],
  fields: Record<string, string> | FormSample["fields"],
  multipart = false,
): FormSample => ({
  as,
  path: typeof path === "string" ? () => path : path,
  fields: typeof fields === "function" ? fields : () => fields,
  multipart,
});

const ofOthers = (page: string) => (cast: Cast) => `/admin/members/${cast.others.number}/${page}`;
const redemptionOfOthers = (cast: Cast) => `/admin/redemptions/${cast.others.redemptionId}`;
const ownCar = (page: string) => (cast: Cast) => `/my/garage/${cast.own.carId}/${page}`;

const visit = {
  requestKey: randomUUID(),
  store: "1",
  day: "2026-01-31",
  car: "1",
  odometer: "12000",
  orderNumber: "RO-1",
  note: "Brakes",
  settled: "on",
  kind: "maintenance",
  payer: "owner",
  paid: "100.00",
  labour: "100.00",
};
const claimed = {
  requestKey: randomUUID(),
  orderNumber: "RO-2",
  storeId: "1",
  visitedOn: "2026-10-01",
  note: "In the morning",
};

const scarf = {
  sku: "SCARF",
  kind: "keepsake",
  titleEn: "Scarf",
  titleZh: "围巾",
  aboutEn: "Warm.",
  aboutZh: "保暖。",
  points: "1,280",
  money: "39.00",
  cost: "20.50",
  tier: "silver",
  limitPerMember: "2",
  limitTotal: "100",
  fulfilment: "collect",
  voucherUses: "1",
  voucherDays: "365",
  drawing: "key-ring",
  visibleFrom: "2026-12-01T09:00",
  visibleUntil: "2027-12-01T09:00",
  availableFrom: "2026-12-01T09:00",
  availableUntil: "2027-12-01T09:00",
  lowAt: "5",
  termsEn: "While there are any.",
  termsZh: "换完即止。",
};

/** Every form of the site with fields that somebody types into. */
export const FORM_SAMPLES: FormSample[] = [
  sample("nobody", "/join?index", { email: "new@marque.test" }),
  sample("nobody", "/sign-in", { email: "new@marque.test", password: "tidy otter" }),
  sample("nobody", "/password", { email: "new@marque.test" }),
  sample("nobody", "/preferences", { back: "/", theme: "dark", locale: "en" }),
  sample("nobody", "/passkeys/challenge", { purpose: "sign-in" }),

  sample("silver", "/security/passkeys/new", { name: "Phone", passkey: "{}" }),
  sample("silver", (cast) => `/security/passkeys/${cast.own.passkeyId}`, { name: "Phone" }),
  sample("silver", "/security/authenticator", { code: "123456" }),
  sample("silver", "/security/email", { email: "other@marque.test" }),
  sample("silver", "/security?index", { intent: "end-one", session: "none" }),
  sample("silver", "/confirm", { intent: "password", password: "tidy otter", to: "/my" }),

  sample("silver", "/my/account/profile", {
    name: "Lin Wan",
    phone: "13800000001",
    birthMonth: "2",
    birthDay: "29",
  }),
  sample("silver", "/my/account/profile", { intent: "letters", letters: "en" }),
  sample("silver", "/my/account/consents", { kind: "photos", given: "yes" }),
  sample("silver", "/my/account/notifications", { kind: "tier", wanted: "on" }),
  sample("silver", "/my/account/family", {
    name: "Mia",
    birthDate: "2018-06-01",
    relation: "child",
    guardian: "on",
  }),
  sample("silver", "/my/account/family", { remove: "999999" }),
  sample("silver", "/my/account/closing", { intent: "keep" }),

  sample("silver", "/my/rules", { version: "1", to: "/my" }),

  sample("silver", "/my/garage/add", {
    plate: "沪A12345",
    vin: "",
    model: "ES200",
    orderNumber: "RO-3",
    step: "prove",
  }),
  sample("silver", "/my/garage?index", { withdraw: "999999" }),
  sample("silver", ownCar("odometer"), { km: "1000", day: "2026-01-31", sure: "on" }),
  sample("silver", ownCar("odometer"), { void: "1", reason: "A digit too many" }),
  sample("silver", ownCar("drivers"), { whom: "M00010009" }),
  sample("silver", ownCar("drivers"), { end: "999999" }),
  sample("silver", ownCar("replace"), { plate: "沪A54321", vin: "", model: "ES200" }),
  sample("silver", (cast) => `/my/garage/shared/${cast.own.coDriverId}`, { answer: "accept" }),
  sample("silver", "/my/claims/new", claimed, true),

  sample("silver", ({ gift }) => `/my/gifts/${gift.id}`, {
    intent: "take",
    delivery: "ship",
    requestKey: randomUUID(),
    variant: "1",
    quantity: "1",
    points: "50",
    moneyMinor: "0",
    recipient: "Lin Wan",
    phone: "13800000001",
    lines: "7 Lakeside Road",
    postalCode: "200000",
  }),
  sample("silver", ({ gift }) => `/my/gifts/${gift.id}`, {
    intent: "take",
    requestKey: randomUUID(),
    variant: "1",
    quantity: "1",
    points: "50",
    moneyMinor: "0",
    store: "1",
    collector: "Lin Jing",
  }),
  sample("silver", ({ own }) => `/my/redemptions/${own.redemptionId}`, {
    intent: "name-collector",
    collector: "Lin Jing",
  }),

  sample("desk", ofOthers("claim"), claimed, true),
  sample("desk", (cast) => `/admin/claims/${cast.others.claimId}`, {
    intent: "enter",
    storeId: "1",
    carId: "1",
    orderNumber: "RO-4",
    settledOn: "2026-10-01",
    kind: "maintenance",
    payer: "owner",
    paid: "100.00",
  }),
  sample("desk", (cast) => `/admin/claims/${cast.others.claimId}`, {
    intent: "link",
    orderId: "1",
  }),
  sample("desk", (cast) => `/admin/claims/${cast.others.claimId}`, {
    intent: "hand-over",
    to: "1",
    from: "2",
  }),
  sample("desk", ofOthers("visit"), visit),
  sample("desk", "/admin/visits/1/void", { reason: "Recorded for somebody else" }),
  sample("desk", ofOthers("contact"), {
    name: "Lin Wan",
    phone: "13800000002",
    email: "lin@marque.test",
    seenId: "on",
    birthMonth: "2",
    birthDay: "29",
  }),
  sample("desk", ofOthers("cars"), {
    papers: "on",
    plate: "沪A11111",
    vin: "",
    model: "ES200",
  }),
  sample("desk", ofOthers("cars"), { car: "999999", day: "2026-01-31", cause: "sold" }),
  sample("desk", (cast) => `/admin/cars/${cast.others.carClaimId}`, { since: "2026-01-31" }),
  sample("desk", (cast) => `/admin/cars/${cast.own.carClaimId}`, {
    decision: "refuse",
    reason: "The papers are another's",
  }),
  sample("desk", (cast) => `/admin/members/${cast.others.number}`, { show: "phone" }),

  sample("desk", ofOthers("redemptions"), { chosen: "1", collector: "owner" }),
  sample("desk", "/admin/redemptions?index", { chosen: "1" }),
  sample("desk", redemptionOfOthers, { intent: "hand-over", member: "1", collector: "owner" }),
  sample("desk", redemptionOfOthers, {
    intent: "ship",
    carrier: "SF Express",
    trackingNumber: "SF1234567890",
  }),
  sample("desk", redemptionOfOthers, {
    intent: "exchange",
    requestKey: randomUUID(),
    pieces: "1",
    reason: "Broken",
    toShelf: "on",
  }),
  sample("desk", redemptionOfOthers, { intent: "return", reason: "Came back", toShelf: "on" }),
  sample("desk", redemptionOfOthers, { intent: "extend", reason: "On holiday" }),
  sample("desk", ({ stockItemId }) => `/admin/stock/${stockItemId}/transfer`, {
    from: "room",
    to: "1",
    pieces: "1",
    note: "For the shop window",
    requestKey: randomUUID(),
  }),
  sample("desk", "/admin/vouchers", {
    intent: "use",
    code: "MQV-0000-0000-0000",
    store: "1",
    requestKey: randomUUID(),
  }),
  sample("desk", "/admin/vouchers", {
    intent: "undo",
    code: "MQV-0000-0000-0000",
    use: "1",
    reason: "The wrong car",
  }),

  sample("desk", ofOthers("adjust"), {
    points: "10",
    reason: "Waited for two hours",
    requestKey: randomUUID(),
  }),
  sample("desk", (cast) => `/admin/payments/${cast.others.paymentId}`, {
    method: "cash",
    receiptNumber: "K-17",
    store: "1",
    amount: "4900",
    requestKey: randomUUID(),
  }),
  sample("finance", (cast) => `/admin/payments/${cast.others.paymentId}/refund`, {
    method: "cash",
    receiptNumber: "R-3",
    store: "1",
    sum: "20.00",
    reason: "It was torn",
    takeBack: "on",
    seen: "2000+ cash",
    requestKey: randomUUID(),
  }),
  sample("finance", "/admin/approvals", { request: "1", intent: "refuse", note: "Not for this" }),
  sample("admin", "/admin/order-questions", { about: "payment", word: "vip", meaning: "owner" }),
  sample("admin", "/admin/order-questions", { about: "work", word: "vip", meaning: "repair" }),
  sample("admin", "/admin/order-questions", { about: "row", row: "999999", answer: "another" }),
  sample("admin", "/admin/order-questions", {
    about: "store",
    store: "999999",
    answer: "merged",
    into: "999998",
  }),
  sample("admin", "/admin/texts/rules", {
    en: "Be kind.",
    zh: "友善相待。",
    asks: "on",
    seen: "1",
  }),
  sample("admin", "/admin/approvals", { request: "1", intent: "withdraw" }),
  sample("admin", ofOthers("gold"), {
    from: "2026-11-21",
    through: "2027-01-31",
    reason: "For the opening",
  }),
  sample("admin", ofOthers("gold"), {
    intent: "withdraw",
    period: "1",
    withdrawReason: "A mistake",
  }),
  sample("admin", "/admin/rules?index", { version: "1", reason: "A mistake" }),
  sample("admin", "/admin/rules/new", {
    intent: "preview",
    startsOn: "2027-01-31",
    note: "What the meeting decided",
  }),
  sample("admin", "/admin/members?index", { intent: "save", name: "Gold" }),
  sample("admin", "/admin/members?index", { intent: "rename", id: "1", name: "Gold" }),
  sample("admin", "/admin/members?index", { intent: "delete", id: "1" }),
  sample("admin", "/admin/staff/new", {
    email: "colleague@marque.test",
    name: "Colleague",
    roles: "sales",
  }),
  sample("admin", ({ staffId }) => `/admin/staff/${staffId}`, { roles: "sales", seen: "sales" }),
  sample("admin", "/admin/api-keys", { name: "Workshop", scopes: "orders:write" }),
  sample("admin", "/admin/api-keys", { intent: "end", client: "1" }),
  sample("admin", "/admin/club?index", {
    name: "Club",
    nameZh: "车友会",
    languages: "en",
    currency: "CNY",
    timeZone: "Asia/Shanghai",
    workingDays: "1",
    closedDays: "2026-12-25",
    contactEmail: "club@marque.test",
    contactPhone: "400 123 456",
  }),
  sample("admin", "/admin/club/stores", { intent: "add", store: "湖畔店", storeEn: "Lakeside" }),
  sample("admin", "/admin/club/stores", { id: "1", storeEn: "Lakeside", open: "on" }),
  sample("admin", "/admin/club/logo", { intent: "set", file: "not a file" }, true),
  sample("desk", ({ importId }) => `/admin/imports/${importId}`, { encoding: "big5" }),
  sample("admin", ({ importId }) => `/admin/imports/${importId}/reverse`, {
    reason: "The wrong file",
  }),
  sample("gifts", "/admin/gifts?index", { gift: "999999", move: "up" }),
  sample("gifts", "/admin/gifts/new", { ...scarf, pieces: "10" }),
  sample("gifts", ({ gift }) => `/admin/gifts/${gift.id}`, {
    ...scarf,
    revision: "1",
    began: "none",
    agreed: "1280:0",
  }),
  sample("gifts", ({ gift }) => `/admin/gifts/${gift.id}/sizes`, {
    intent: "add",
    nameEn: "Blue",
    nameZh: "蓝色",
    sku: "BLUE",
    sharesWith: "999999",
  }),
  sample("gifts", ({ gift }) => `/admin/gifts/${gift.id}/sizes`, {
    intent: "change",
    variant: "999999",
    nameEn: "Blue",
    nameZh: "蓝色",
    sku: "BLUE",
  }),
  sample(
    "gifts",
    ({ gift }) => `/admin/gifts/${gift.id}/photos`,
    { intent: "add", picture: "not a file", photo: "1" },
    true,
  ),
  sample("gifts", "/admin/gifts/import", { dryRun: "on", file: "not a file" }, true),
  sample("gifts", ({ stockItemId }) => `/admin/stock/${stockItemId}`, {
    intent: "receive",
    place: "room",
    pieces: "10",
    note: "Delivery note 7",
    requestKey: randomUUID(),
  }),
  sample("gifts", ({ stockItemId }) => `/admin/stock/${stockItemId}`, {
    intent: "take-out",
    place: "room",
    pieces: "1",
    reason: "Broken",
    requestKey: randomUUID(),
  }),
  sample("gifts", "/admin/stock/count", ({ stockItemId }) => ({
    place: "room",
    reason: "Stock-taking",
    requestKey: randomUUID(),
    [`counted-${stockItemId}`]: "10",
    [`seen-${stockItemId}`]: "10",
  })),
];
