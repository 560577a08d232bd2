import { type ClubWords, noClubWords, wordKey, wordsOf } from "./order-word.ts";

export const workKinds = [
  "maintenance",
  "repair",
  "accident",
  "warranty",
  "rework",
  "internal",
  "accessories",
] as const;

/** The kind of work an order was for; what a rule of earning asks about. */
export type WorkKind = (typeof workKinds)[number];

/** The words of workshop exports (the column 维修类型), simplified and traditional, English ones, and the kinds' own. */
const words = /* @__PURE__ */ wordsOf<WorkKind>({
  maintenance: `
      保养 小保养 大保养 常规保养 首保 首次保养 二保 三保 定保 定期保养 例行保养 日常保养 基础保养 普通保养 标准保养 深度保养
      全车保养 机油保养 换机油 免费保养 强制保养 强保 养护 保養 小保養 大保養 常規保養 首次保養 定期保養 例行保養 日常保養
      基礎保養 普通保養 標準保養 深度保養 機油保養 換機油 養護
      maintenance service minor-service major-service scheduled-service regular-service periodic-maintenance oil-change`,
  repair: `
      维修 一般维修 普通维修 常规维修 机电维修 机电 机修 电工 小修 中修 大修 检修 快修 修理 一般修理 故障维修 自费维修
      維修 一般維修 普通維修 常規維修 機電維修 機電 機修 電工 檢修 故障維修 自費維修
      repair repairs general-repair mechanical mechanical-repair`,
  accident: `
      事故 事故车 事故维修 钣喷 钣金 喷漆 钣金喷漆 钣金/喷漆 油漆 碰撞 保险事故 事故車 事故維修 鈑噴 鈑金 噴漆 鈑金噴漆
      accident collision bodywork body-shop body-repair body-and-paint paint`,
  warranty: `
      索赔 三包 三包索赔 质保 保修 厂家索赔 保修索赔 质保索赔 质保维修 保修维修 召回 索賠 三包索賠 質保 廠家索賠 保修索賠
      質保索賠 warranty warranty-claim warranty-repair recall`,
  rework: `返修 返工 内返 外返 重修 內返 rework redo comeback`,
  internal: `
      内部 内部维修 内部结算 pdi 新车pdi pdi检查 售前检查 售前 內部 內部維修 新車pdi 售前檢查
      internal pre-delivery-inspection`,
  accessories: `
      精品 精品加装 装潢 装饰 加装 改装 汽车精品 裝潢 裝飾 加裝 改裝 精品加裝 汽車精品 accessories accessory fitting`,
});

/** The kind of work a cell names, or null for a word that neither the list nor the club knows: it is never guessed. */
export function readWorkKind(cell: string, club: ClubWords = noClubWords): WorkKind | null {
  const key = wordKey(cell);
  return club.kinds.get(key) ?? words.get(key) ?? null;
}
