import type { InBoth } from "#app/platform/words/in-language.ts";
import type { TextName } from "./club-texts.ts";

/**
 * The texts that a club has before it writes its own: version 1. They say what the program does, so that they are
 * true of every club; figures are left to the pages that know them. An admin is told to have them looked at.
 */
export const DEFAULT_TEXTS: Record<TextName, InBoth> = {
  rules: {
    en: `{club} is free. It is for people who own a car or have one serviced with us.

# Membership
- Everybody over 18 can join, once. A card belongs to one person and is not handed on.
- Please keep your name, phone and e-mail address up to date: cards and letters go by them.
- A car has one holder at a time. Whoever buys a car does not see the visits of its former owner.

# Points
- Points are earned on what you pay yourself for maintenance, repair and accessories. Work that an insurer, a warranty or the workshop pays for earns none.
- What is paid on account earns pending points, which can be spent once the bill is settled.
- Points have no value in money, are not paid out, and cannot be sold or handed on.
- Points expire. The day stands with each of them on your statement, and we write to you 60, 30 and 7 days before.
- Where an order is corrected or cancelled, its points are booked anew or taken back. Your statement shows both.

# Silver and Gold
- Everybody begins as Silver. Gold comes with enough status points within 12 months; the page about your tier says how many and until when.
- Spending points or letting them expire never costs you a tier.

# If something is missing
- Tell us of a visit that is not on your statement. We answer within 3 working days, with the points or with the reason.

# Changes and leaving
- We may change these rules. Every version stays readable here, and you are asked again when a change matters to you. What you have earned stays earned.
- You can close your account whenever you like. Its points are lost with it; you have 14 days to change your mind.
- We may close an account that was used to cheat, after we have told its owner why.`,
    zh: `{club}免费入会，面向在本店购车或保养车辆的车主。

# 会员资格
- 年满 18 周岁者可以入会，每人限一张会员卡，仅限本人使用，不得转让。
- 请及时更新姓名、手机号和电子邮箱：会员卡和邮件都以此为准。
- 一辆车同一时间只登记在一位车主名下。车辆转手后，新车主看不到前任车主的进店记录。

# 积分
- 保养、维修和精品，按您本人实际支付的金额计积分。由保险公司、质保或维修车间承担的费用不计积分。
- 挂账的工单产生待生效积分，账款结清后即可使用。
- 积分不具有货币价值，不能兑换现金，不得出售或转让。
- 积分会失效。每笔积分的失效日期都写在积分明细里，我们会在到期前 60 天、30 天和 7 天发邮件提醒您。
- 工单更正或红冲后，相应积分会重新入账或收回，积分明细中两者都会列出。

# 银卡与金卡
- 入会即为银卡。12 个月内成长值达到要求即升金卡；等级页面写明所需数值和有效期。
- 使用积分或积分失效都不会影响等级。

# 积分有缺漏时
- 如果积分明细中缺少某次进店，请告诉我们。我们会在 3 个工作日内补上积分或说明原因。

# 规则变更与退会
- 我们可能修改本规则。每个版本都可以在这里查阅；如有重要变更，会再次征求您的同意。已获得的积分不受影响。
- 您可以随时注销账号。账号中的积分随之清零；14 天内可以反悔。
- 对于弄虚作假的账号，我们在向本人说明原因后可以注销。`,
  },
  privacy: {
    en: `This notice says what {club} keeps about you, what for, and what you can ask of us.

# What we keep
- What you tell us: name, phone, e-mail address, birthday if you like, your cars, your family if you enter them, and what you agreed to.
- What the workshop sends us: your orders with day, kind of work, sum and kilometres.
- What the club makes of it: points, tier, claims, and the letters we sent you.
- For your safety: when and with which browser you signed in, and who at the dealership saw or changed your data.

# What for
- To run your membership: this is what you joined for.
- To write to you about your car, your points and the club, as far as you agreed. Each letter can be stopped with one click.
- To find mistakes and misuse.

# Who sees it
- People at the dealership, each only what their work needs. Phone and e-mail address are masked for the others, and showing them is written down.
- Nobody else. We sell nothing, and no advertiser or tracker is on these pages.

# Cookies
- One keeps you signed in, one knows this browser again to warn you of others, and one keeps language and look. There are no others.

# How long
- As long as you are a member. When you close your account we forget who you were; what the books need stays without your name.

# What you can ask
- You can correct your details, take back what you agreed to, and fetch a copy of everything we keep, in your account.
- You can close your account there, too.
- For everything else, write to us or ring; the service desk helps as well. You may also turn to the authority that oversees data protection where you live.`,
    zh: `本声明说明{club}保存您的哪些信息、用途是什么，以及您有哪些权利。

# 我们保存的信息
- 您告诉我们的：姓名、手机号、电子邮箱、生日（选填）、车辆、您登记的家人，以及您同意过的事项。
- 维修车间提供的：您的工单，包括日期、项目、金额和里程。
- 由此产生的：积分、等级、补登申请，以及我们发给您的邮件。
- 为了您的安全：您何时用什么浏览器登录，以及店内哪些人员查看或修改过您的信息。

# 用途
- 提供会员服务，这也是您入会的目的。
- 在您同意的范围内，就车辆、积分和活动给您发邮件。每种邮件都可以一键停止。
- 发现差错和滥用。

# 谁能看到
- 店内人员，各自仅限工作所需。对其他人，手机号和电子邮箱会隐去一部分；完整显示会留下记录。
- 除此之外没有任何人。我们不出售信息，页面上没有广告和跟踪程序。

# Cookie
- 一个用来保持登录，一个用来识别这个浏览器以便在陌生浏览器登录时提醒您，一个用来记住语言和外观。没有其他的。

# 保存多久
- 会员存续期间。注销账号后，我们不再保留您的身份；账目所需的内容保留，但不含您的姓名。

# 您的权利
- 您可以在账号中更正信息、撤回同意，并下载我们保存的全部信息。
- 您也可以在那里注销账号。
- 其他事项请来信或来电，前台也会协助您。您还可以向所在地的个人信息保护主管部门反映。`,
  },
  contact: {
    en: `The service desk of the dealership looks after {club}. Come by, ring or write; please have your member number ready.

Points that are missing are told quickest in your account, under "Points". A question about your data is answered within a month.`,
    zh: `{club}由经销商的前台负责。欢迎来店、来电或来信，并请准备好会员号。

积分有缺漏，在账号的“积分”页面提交最快。有关个人信息的问题，我们会在一个月内答复。`,
  },
};
