import type { LetterProps, TemplateName } from "../../emails/compose-letter.tsx";
import type { EventReminderProps } from "../../emails/event-messages.tsx";
import type { GoalNewsProps } from "../../emails/goals.tsx";
import type { RedemptionStepProps } from "../../emails/redemptions.tsx";
import type { RegistrationStepProps } from "../../emails/registrations.tsx";

const visit = {
  settledAt: "2026-11-20T16:30:00Z",
  kind: "maintenance" as const,
  plate: "沪A12345",
  points: 256,
  pending: false,
};
const at = "2026-11-21T08:10:00Z";
const aCampaign = { en: "Spring recommendation", zh: "春季推荐" };
const aGiftPack = { en: "Care kit", zh: "洗护套装" };
const name = "Ada";

const gold = { goldThrough: "2027-11-30", keptThrough: "2028-01-29" };

const step = <Step extends string>(steps: readonly Step[]) => steps;

const aContest = {
  ...{ who: "Mia", number: 7, contestEn: "The car as I see it", contestZh: "我眼中的爱车" },
  ...{ groupEn: "Junior", groupZh: "少年组", registrationId: 12, slug: "drawing-contest" },
};

const anEvent = { name, titleEn: "Afternoon by the lake", titleZh: "湖畔下午" };

const aReminder: EventReminderProps = {
  name: "Ada",
  kind: "day",
  waiting: false,
  title: { en: "Tree planting day", zh: "植树欢乐节" },
  startsAt: "2027-03-12T07:30:00+08:00",
  listEnds: "2027-03-12T04:30:00+08:00",
  place: { en: "The showroom, then by convoy", zh: "展厅集合，车队出发" },
  address: { en: "7 Lakeside Road, Shanghai", zh: "上海市徐汇区湖畔路 7 号" },
  contactPhone: "+86 21 5550 1234",
  people: 3,
  code: "K7M2QX",
  registrationId: 7,
};
const aGoal: GoalNewsProps = {
  name: "Ada",
  what: "back",
  giftId: 3,
  titleEn: "Picnic blanket",
  titleZh: "野餐垫",
  free: null,
  waiting: null,
  through: null,
  points: null,
  pointsBefore: null,
};
const aRedemption: RedemptionStepProps = {
  name,
  redemptionId: 7,
  step: "requested",
  titleEn: "Enamel key ring",
  titleZh: "珐琅钥匙扣",
  quantity: 2,
  points: 360,
  moneyMinor: 39_900,
  currency: "CNY",
  fulfilment: "collect",
  storeEn: null,
  storeZh: null,
  collectThrough: null,
  validThrough: null,
  carrier: null,
  trackingNumber: null,
  reason: null,
  pointsBack: null,
};
const aRegistration: RegistrationStepProps = {
  name,
  registrationId: 7,
  step: "registered",
  titleEn: "Tree planting day",
  titleZh: "植树欢乐节",
  placeEn: "Lakeside showroom",
  placeZh: "湖畔展厅",
  startsAt: "2027-03-14T05:00:00Z",
  code: "7G3K9Q",
  coming: 3,
  waiting: 0,
  points: 0,
  isDeposit: false,
  moneyMinor: 0,
  currency: null,
  payBy: null,
  lineEndsAt: "2027-03-14T02:00:00Z",
  offeredPeople: null,
  offerEndsAt: null,
  back: null,
  moved: null,
  reason: null,
};
const atTheStore = { storeEn: "Lakeside One", storeZh: "湖畔一店", collectThrough: "2026-12-20" };

/** Every letter with something to say of each kind: what is there, what is not, and every step. */
export const letterSamples: { [Name in TemplateName]: LetterProps[Name][] } = {
  "sign-in-code": [
    { code: "042917", purpose: "sign-in", expiresAt: at },
    { purpose: "set-password", expiresAt: at },
    { code: "000001", purpose: "join", expiresAt: at },
    { code: "000001", purpose: "refer", expiresAt: at },
    { code: "000001", purpose: "confirm", expiresAt: at },
    { code: "000001", purpose: "change-email", expiresAt: at },
  ],
  welcome: [
    { name, memberNumber: "M10000017", tier: "gold", available: 1340, imported: true },
    { name, memberNumber: "M10000017", tier: "silver", available: 0, imported: false },
  ],
  "points-digest": [
    { name, visits: [visit], count: 1, points: 256, pending: 0, available: 1596 },
    {
      name,
      visits: [
        visit,
        { ...visit, kind: "repair", plate: null, pending: true },
        { ...visit, kind: "accessories" },
      ],
      count: 9,
      points: 2_304,
      pending: 256,
      available: 0,
    },
  ],
  "points-lapsing": [
    { name, points: 800, lapsesAt: "2026-11-30T16:00:00Z", daysLeft: 7 },
    { name, points: 1, lapsesAt: "2026-11-30T16:00:00Z", daysLeft: 0 },
  ],
  "points-adjusted": [
    { name, points: 300, reason: "Waited two hours", available: 900 },
    { name, points: -300, reason: "Entered twice", available: 0 },
  ],
  "points-taken-back": [
    { name, points: -512, available: 0, debt: 120 },
    { name, points: -1, available: 12_480, debt: 0 },
  ],
  "tier-changed": [
    ...step(["status_points", "renewed", "dues"]).map((cause) => ({
      name,
      tier: "gold" as const,
      cause,
      through: "2027-11-30",
      reason: null,
    })),
    {
      name,
      tier: "gold",
      cause: "dues_ahead",
      from: "2026-12-01",
      through: "2027-11-30",
      reason: null,
      paymentId: 128,
    },
    { name, tier: "silver", cause: "dues_withdrawn", through: null, reason: null },
    { name, tier: "gold", cause: "granted", through: "2027-02-28", reason: "Years of loyalty" },
    { name, tier: "silver", cause: "ended", through: null, reason: null },
    {
      name,
      tier: "silver",
      cause: "withdrawn",
      through: null,
      reason: "Granted to the wrong card",
    },
  ],
  "tier-warning": step(["ending", "grace"]).flatMap((phase) => {
    const warning = {
      name,
      phase,
      through: "2026-11-30",
      pointsNeeded: 120,
      serviceMinor: 120_000,
      currency: "CNY",
    };
    return [warning, { ...warning, duesMinor: 58_800 }];
  }),
  birthday: [
    { name, points: 200 },
    { name, points: 0 },
  ],
  "draw-entered": [1, 12].map((tickets) => ({
    ...{ name, tickets, drawEn: "Factory visit", drawZh: "工厂参观", slug: "factory-visit" },
    ...{ entry: "7G3K-9QPA", drawAt: "2026-12-27T10:30:00Z" },
  })),
  "draw-won": [
    {
      name,
      drawEn: "Factory visit",
      drawZh: "工厂参观",
      prizeEn: "Factory visit for two",
      prizeZh: "工厂参观双人名额",
      entry: "7G3K-9QPA",
      claimBy: "2027-01-17",
    },
  ],
  "contest-won": [
    {
      name,
      ...aContest,
      prize: { rank: 2, titleEn: "Stationery box", titleZh: "文具礼盒", points: 300 },
    },
    {
      ...{ name, ...aContest, groupEn: "", groupZh: "" },
      prize: { rank: null, titleEn: "A book", titleZh: "图书", points: 0 },
    },
  ],
  "contest-corrected": step(["kept", "awaited"]).map((handedOver) => ({
    ...{ name, ...aContest, handedOver },
    reasonEn: "A mark was read wrongly.",
    reasonZh: "一项评分录入有误。",
    before: { rank: 1, titleEn: "Model car", titleZh: "车模", points: 500 },
    after:
      handedOver === "kept"
        ? { rank: 2, titleEn: "Stationery box", titleZh: "文具礼盒", points: 300 }
        : null,
  })),
  "car-claim": [
    ...step(["open", "granted", "passed-on"]).map((at) => ({
      name,
      car: "沪A12345",
      step: at,
      reason: null,
    })),
    { name, car: "沪A12345", step: "refused", reason: "The papers name somebody else" },
  ],
  "co-driver": step(["invited", "accepted", "ended"]).map((at) => ({
    name,
    holder: "Lin",
    car: "沪A12345",
    step: at,
  })),
  "claim-step": [
    {
      name,
      claimId: 7,
      about: "WO-20261120-3",
      step: "filed",
      dueOn: "2026-11-26",
      points: null,
      reason: null,
    },
    {
      name,
      claimId: 7,
      about: "WO-20261120-3",
      step: "granted",
      dueOn: null,
      points: 128,
      reason: null,
    },
    {
      name,
      claimId: 7,
      about: "WO-20261120-3",
      step: "refused",
      dueOn: null,
      points: null,
      reason: "The insurer paid",
    },
    {
      name,
      claimId: 7,
      about: "WO-20261120-3",
      step: "withdrawn",
      dueOn: null,
      points: null,
      reason: null,
    },
    {
      name,
      claimId: 7,
      about: "WO-20261120-3",
      step: "on-statement",
      dueOn: null,
      points: null,
      entryId: 41,
      reason: null,
    },
  ],
  "redemption-step": [
    aRedemption,
    { ...aRedemption, step: "issued", fulfilment: "voucher", validThrough: "2027-11-20" },
    { ...aRedemption, step: "used", fulfilment: "voucher", validThrough: "2027-11-20" },
    { ...aRedemption, step: "ready", ...atTheStore },
    { ...aRedemption, step: "reminder", ...atTheStore },
    { ...aRedemption, step: "collected", ...atTheStore },
    { ...aRedemption, step: "hand-over-undone", ...atTheStore },
    { ...aRedemption, step: "exchanged", ...atTheStore, reason: "The clasp was broken" },
    {
      ...aRedemption,
      step: "shipped",
      fulfilment: "ship",
      carrier: "SF Express",
      trackingNumber: "SF1029384756",
    },
    { ...aRedemption, step: "returned", fulfilment: "ship", reason: "The address was not found" },
    { ...aRedemption, step: "cancelled", reason: "Sold out at the maker's" },
    { ...aRedemption, step: "lapsed", pointsBack: true },
    { ...aRedemption, step: "lapsed", pointsBack: false },
  ],
  "early-access-delayed": step(["no-show", "late-cancellation"]).map((why) => ({
    ...anEvent,
    registrationId: 7,
    why,
    through: "2027-06-12",
  })),
  "early-access-answered": [
    {
      ...anEvent,
      answer: "withdrawn",
      note: "Get well soon",
      through: "2027-06-12",
      back: "returned",
    },
    { ...anEvent, answer: "withdrawn", note: "", through: "2027-06-12", back: "finance" },
    { ...anEvent, answer: "stays", note: "", through: "2027-06-12" },
  ],
  "registration-step": [
    { ...aRegistration, waiting: 1, points: 200, isDeposit: true },
    { ...aRegistration, moneyMinor: 38_000, currency: "CNY", payBy: at },
    { ...aRegistration, step: "waiting", coming: 0, waiting: 3 },
    { ...aRegistration, step: "offered", coming: 0, waiting: 3, offeredPeople: 2, offerEndsAt: at },
    { ...aRegistration, step: "offer-ended", coming: 0 },
    { ...aRegistration, step: "line-closed", coming: 0 },
    { ...aRegistration, step: "changed", points: 800 },
    { ...aRegistration, step: "cancelled", coming: 0, back: "returned" },
    { ...aRegistration, step: "cancelled", coming: 0, back: "kept" },
    { ...aRegistration, step: "changed", moneyMinor: 38_000, currency: "CNY", backMinor: 19_000 },
    {
      ...aRegistration,
      step: "changed",
      moneyMinor: 38_000,
      owedMinor: 19_000,
      currency: "CNY",
      payBy: at,
    },
    { ...aRegistration, step: "unpaid", coming: 0 },
    { ...aRegistration, step: "unpaid-some", moneyMinor: 38_000, currency: "CNY" },
    { ...aRegistration, step: "moved", moved: ["time", "place", "price"] },
    { ...aRegistration, step: "event-cancelled", back: "finance", reason: "A storm is coming" },
  ],
  "lead-friend": [
    { name, token: "a-token", by: "Bo", themselves: false },
    { name, token: "a-token", by: "Bo", themselves: true },
  ],
  "lead-news": [
    ...(["accepted", "test-drive"] as const).map((what) => ({
      name,
      leadId: 7,
      namedAt: at,
      what,
      points: 50,
      availableAt: null,
      until: null,
    })),
    {
      name,
      leadId: 7,
      namedAt: at,
      what: "delivered",
      points: 2_000,
      availableAt: at,
      until: null,
    },
    {
      ...{
        name,
        leadId: 7,
        namedAt: at,
        what: "delivered",
        points: 2_000,
        availableAt: at,
        until: null,
      },
      extras: [
        { title: aCampaign, points: 500, gift: null, waits: null, notGiven: null },
        ...([null, "member", "stock"] as const).map((waits) => ({
          ...{ title: aCampaign, points: 0, gift: aGiftPack, waits, notGiven: null },
        })),
        ...(["too-late", "other-store", "referrer-full", "all-given"] as const).map((notGiven) => ({
          ...{ title: aCampaign, points: 0, gift: null, waits: null, notGiven },
        })),
      ],
    },
    {
      name,
      leadId: 7,
      namedAt: at,
      what: "taken-back",
      points: 2_000,
      availableAt: null,
      until: null,
    },
    {
      ...{
        name,
        leadId: 7,
        namedAt: at,
        what: "taken-back",
        points: 2_000,
        availableAt: null,
        until: null,
      },
      giftBack: aGiftPack,
    },
    ...(["declined", "appeal-upheld", "appeal-refused"] as const).map((what) => ({
      ...{ name, leadId: 7, namedAt: at, what, points: null, availableAt: null, until: null },
    })),
    {
      ...{ name, leadId: 7, namedAt: at, what: "hold-ends", points: null, availableAt: null },
      until: at,
    },
  ],
  "goal-news": [
    { ...aGoal, what: "back", free: 3, waiting: 40 },
    { ...aGoal, what: "going", free: 2, waiting: 12, through: "2026-12-24" },
    { ...aGoal, what: "withdrawn", waiting: 12 },
    { ...aGoal, what: "price", points: 600, pointsBefore: 500 },
    {
      ...aGoal,
      what: "price",
      points: 500,
      pointsBefore: 500,
      money: { now: 29_900, before: 0, currency: "CNY" },
    },
  ],
  "approval-asked": [
    { name, askedBy: "Bo", memberNumber: "M10000017", points: 800, reason: "Promised at handover" },
  ],
  "approval-answered": [
    { name, memberNumber: "M10000017", points: 800, state: "booked", note: null },
    { name, memberNumber: "M10000017", points: -800, state: "refused", note: "Ask the desk first" },
  ],
  "payment-receipt": step(["cash", "card", "wechat", "alipay", "transfer", "stripe"]).map(
    (method) => ({
      name,
      paymentId: 7,
      title: { en: "Picnic blanket", zh: "野餐垫" },
      amountMinor: 4_900,
      currency: "CNY",
      method,
      receipt: "2026-000128",
      paidAt: at,
    }),
  ),
  "payment-refunded": ["It was torn", null].map((reason) => ({
    name,
    paymentId: 7,
    title: { en: "Picnic blanket", zh: "野餐垫" },
    amountMinor: 4_900,
    currency: "CNY",
    method: "cash",
    reason,
  })),
  "payment-returned": step(["paid-already", "gone"]).map((why) => ({
    name,
    paymentId: 7,
    title: { en: "Picnic blanket", zh: "野餐垫" },
    amountMinor: 4_900,
    currency: "CNY",
    why,
  })),
  "gold-renewal": [null, 58_800].map((beforeMinor) => ({
    name,
    amountMinor: 68_800,
    beforeMinor,
    currency: "CNY",
    at,
  })),
  "gold-dues-failed": [
    { name, amountMinor: 58_800, currency: "CNY", again: at, ...gold },
    {
      name,
      amountMinor: 58_800,
      currency: "CNY",
      again: null,
      goldThrough: null,
      keptThrough: null,
    },
  ],
  "gold-renewal-off": step(["ended", "unpaid"]).map((why) => ({ name, why, ...gold })),
  "low-stock": [
    { name, gifts: [{ titleEn: "Spring tea tin", titleZh: "春茶一罐", free: 3, lowAt: 10 }] },
    {
      name,
      gifts: [
        { titleEn: "Spring tea tin", titleZh: "春茶一罐", free: 3, lowAt: 10 },
        { titleEn: "Key ring", titleZh: "钥匙扣", free: 0, lowAt: 0 },
      ],
    },
  ],
  "webhook-off": step(["gone", "failing"]).map((why) => ({
    name,
    endpointId: 3,
    description: "CRM, store 2",
    host: "crm.example.com",
    why,
  })),
  "new-sign-in": [{ name, device: "Firefox, Windows", place: "203.0.113.7", at }],
  "security-changed": step([
    "authenticator-added",
    "authenticator-removed",
    "passkey-added",
    "passkey-removed",
    "recovery-codes",
    "recovery-code-used",
    "password-set",
  ]).map((what) => ({ name, what, at })),
  "email-changed": step(["old", "new"]).map((side) => ({
    name,
    oldEmail: "a•••@marque.test",
    newEmail: "a•••@example.test",
    side,
  })),
  "email-taken": [{ name }],
  "export-ready": [{ name, expiresAt: at }],
  "closing-asked": [{ name, closesAt: at }],
  "closing-kept": [{ name }],
  "account-closed": [{ name }],
  "staff-invited": [
    { name, roles: ["desk"] },
    { name, roles: ["events", "gifts", "sales", "finance", "admin", "referrer"] },
  ],
  "event-message": [
    {
      name,
      title: { en: "Tree planting day", zh: "植树欢乐节" },
      subject: { en: "Bring boots", zh: "请穿靴子" },
      body: {
        en: "It rained.\n\nBring boots,\nand a hat.",
        zh: "下过雨。\n\n请穿靴子，\n戴上帽子。",
      },
      registrationId: 7,
    },
  ],
  "event-reminder": [
    ...step(["week", "day", "hours"]).map((kind) => ({ ...aReminder, kind })),
    { ...aReminder, waiting: true },
  ],
  "event-survey": [
    {
      ...{ name, title: aReminder.title, attendancePoints: 100, points: 20 },
      ...{ closesAt: "2027-04-02T16:00:00Z", surveyToken: `7.${"s".repeat(43)}` },
    },
    // As staff open it: without the link.
    {
      ...{ name, title: aReminder.title, attendancePoints: 0, points: 0 },
      closesAt: "2027-04-02T16:00:00Z",
    },
  ],
  "event-thanks": [
    { name, title: aReminder.title, points: 100, registrationId: 7 },
    {
      ...{ name, title: aReminder.title, points: 0, registrationId: 7, album: "tree-planting" },
      ...{ together: { en: "3 trees planted", zh: "种下 3 棵树" }, certificates: true },
      ...{ surveyPoints: 20, surveyToken: `7.${"s".repeat(43)}` },
    },
    {
      ...{ name, title: aReminder.title, points: 0, registrationId: null, album: null },
      ...{ surveyPoints: 0, surveyToken: `7.${"s".repeat(43)}` },
    },
  ],
};
