package io.waymark.judging;

import org.jspecify.annotations.Nullable;

/** Labels of the arithmetic's steps. */
final class Words {
  static final Text BASE = new Text("基期值", "Base");
  static final Text SCHEDULE = new Text("序时进度", "Schedule");
  static final Text RATIO = new Text("完成进度与应完成进度之比", "Progress made / progress due");
  static final Text POINTS = new Text("落后百分点", "Percentage points behind");
  static final Text POSITION = new Text("进度", "Position");
  static final Text FRESHNESS = new Text("时效", "Freshness");
  static final Text OUTLOOK = new Text("前景", "Outlook");
  static final Text OVERALL = new Text("总体（进度、前景、时效）", "Overall (position, outlook, freshness)");
  static final Text TREND = new Text("指标自身走势", "The indicator's own trend");
  static final Text DRIFTED =
      new Text("到期前的变化：年变化 × 年数", "Change until the due date: yearly change × years");
  static final Text TWELVE_MONTHS =
      new Text(
          "滚动十二个月：今年以来 +（上年全年 − 上年同期）",
          "Last twelve months: this year so far + (last year − last year by then)");
  static final Text YEAR_SHARES =
      new Text("按往年同期占比推算全年", "The year by earlier years' shares at this time");
  static final Text YEAR_TREND = new Text("按历年合计推算全年", "The year by earlier years' totals");
  static final Text YEAR_BLEND = new Text("全年推算（按精度加权）", "The year, weighted by precision");
  static final Text CARRIED = new Text("项目承担的份额", "Share carried by projects");
  static final Text TOGETHER = new Text("同一部门的项目一起延误", "Projects of one bureau are late together");
  static final Text PROJECTS = new Text("项目预期新增", "Expected additions of projects");
  static final Text EXPECTED = new Text("到期预计值", "Expected at the due date");
  static final Text CHANCE = new Text("达标概率", "Chance of meeting the target");
  static final Text SUSPENDED = new Text("停工天数", "Suspended days");
  static final Text RECORD =
      new Text("申报完工日已移动（天 / 工作天）", "Declared finish moved so far (days / working days)");
  static final Text SLIP = new Text("申报工期与预计滑移（天）", "Declared days and expected slip");
  static final Text EARNED =
      new Text("挣得工期与已用工期（天），SPI(t)", "Earned schedule / days spent, SPI(t)");
  static final Text MILESTONES = new Text("到期里程碑：已达到 / 应达到", "Milestones reached / due");
  static final Text PACE = new Text("按已实现速度（天）", "At the pace earned so far (days)");
  static final Text MEDIAN = new Text("剩余工期中位数（天）", "Median days left");
  static final Text FINISH = new Text("预计完工", "Expected finish");

  static final Text SCHEDULE_TODAY = new Text("今日序时进度", "Schedule today");
  static final Text ADDED = new Text("项目已新增", "Added by projects since");
  static final Text HOLD = new Text("保持类目标", "A target to be held");
  static final Text AVERAGE_SO_FAR = new Text("迄今年均增速与目标", "Average growth so far / target");
  static final Text LATEST_YEAR = new Text("最近一年增速与目标", "Latest year's growth / target");
  static final Text FOLLOWED = new Text("与联动指标之差", "Lead over the followed indicator");
  static final Text AGAINST_TARGET = new Text("与目标值比较", "Against the target itself");
  static final Text DEAD_BAND =
      new Text("防抖带：尚未越过改善界限", "Dead band: not yet clear of the bound for getting better");
  static final Text GROWTH = new Text("实际年均增速与所需年均增速之比", "Annual growth observed / required");
  static final Text CHANGE = new Text("实际年均变化与所需年均变化之比", "Annual change observed / required");
  static final Text TREND_GAP =
      new Text("加权回归到期缺口占应完成量", "Gap left by the weighted regression / progress required");
  static final Text LATE_START = new Text("应开工而未开工的月数", "Months since works should have begun");
  static final Text COMPLETED = new Text("已建成", "completed");

  static final Text PARTS = new Text("分项", "Parts");
  static final Text PARTS_MISSING =
      new Text("尚无法推算，按本级数据研判", "cannot be projected yet; judged by its own figures");

  static final Text YEARS_SO_FAR = new Text("已结束年份加今年以来", "Finished years and this year so far");
  static final Text YEARS_SUMMED =
      new Text("至今累计、今年余下与以后各年", "Sum so far, the rest of this year, the years after");

  private Words() {}

  /** A light's word and, where the rulebook has one, its own. */
  static Text called(Light light, @Nullable Text name) {
    Text word = light.word();
    return name == null
        ? word
        : new Text(word.zh() + "（" + name.zh() + "）", word.en() + " (" + name.en() + ")");
  }

  /** The three lights behind an overall one, by their shapes. */
  static String lights(Lights lights) {
    return lights.position().shape()
        + " "
        + lights.outlook().shape()
        + " "
        + lights.freshness().shape()
        + " → "
        + lights.overall().shape();
  }
}
