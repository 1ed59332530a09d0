package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Comparator;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.Light;
import java.time.LocalDate;
import java.util.List;

/** 中文邮件用语. */
final class ChineseWords implements Words {
  @Override
  public Language language() {
    return Language.ZH;
  }

  @Override
  public String subject(Letter.Mark mark, boolean binding, String name, String gist) {
    return "【%s%s%s】%s：%s".formatted(mark.shape(), mark.word(), binding ? "·约束性" : "", name, gist);
  }

  @Override
  public String recoveredSubject(Letter.Mark mark, String name, String gist) {
    return "【%s已恢复】%s：%s".formatted(mark.shape(), name, gist);
  }

  @Override
  public String gistExpected(boolean more, String distance, String chance) {
    return "预计%s %s%s".formatted(more ? "超" : "少", distance, inBrackets("达标概率 ", chance));
  }

  @Override
  public String gistSchedule(boolean more, String distance, String chance) {
    return "比序时进度%s %s%s".formatted(more ? "多" : "少", distance, inBrackets("达标概率 ", chance));
  }

  @Override
  public String gistDelay(int days, String chance) {
    return "预计延期 %d 天%s".formatted(days, inBrackets("按期完工概率 ", chance));
  }

  @Override
  public String gistBehind(String points, String chance) {
    return "比序时进度%s%s".formatted(points, inBrackets("按期完工概率 ", chance));
  }

  @Override
  public String gistRecovered(String word, String chance) {
    return "回到“%s”（概率 %s）".formatted(word, chance);
  }

  @Override
  public String chance(double probability) {
    if (probability < 0.01) {
      return "小于 1%";
    }
    return probability > 0.99 ? "大于 99%" : Math.round(probability * 100) + "%";
  }

  @Override
  public String target(boolean binding) {
    return binding ? "约束性指标" : "预期性指标";
  }

  @Override
  public String project() {
    return "重大项目";
  }

  @Override
  public String simulated() {
    return "模拟数据：本邮件所依据的数据中有演示用的模拟数据，不是实际填报的结果。";
  }

  @Override
  public String assumed() {
    return "假设值：本次研判用到了规划文本没有写明、按数据包书面规则假设的数值或日期。";
  }

  @Override
  public String recovered(Light overall) {
    return "预警已解除：最新研判为“%s”。".formatted(word(overall));
  }

  @Override
  public String relapse() {
    return "此前的同一事项曾经恢复，这次是再次出现，已另立一条预警。";
  }

  @Override
  public String escalated() {
    return "由“预警”加重为“滞后”，此前的确认不再有效，请重新确认。";
  }

  @Override
  public String sinceLastMail(List<String> parts) {
    return "与上一封邮件相比：" + String.join("，", parts) + "。";
  }

  @Override
  public String chanceChanged(String before, String now) {
    return "概率由 %s 变为 %s".formatted(before, now);
  }

  @Override
  public String shortfallChanged(String before, String now) {
    return "预计缺口由 %s变为 %s".formatted(before, now);
  }

  @Override
  public String delayChanged(int before, int now) {
    return "预计延期由 %d 天变为 %d 天".formatted(before, now);
  }

  @Override
  public String causeChanged(String name) {
    return "影响最大的项目变为“%s”".formatted(name);
  }

  @Override
  public String targetValue(String due) {
    return due.isEmpty() ? "目标值" : "目标值（%s）".formatted(due);
  }

  @Override
  public String compared(Comparator comparator, String figure) {
    return switch (comparator) {
      case GE -> "不低于 " + figure;
      case GT -> "高于 " + figure;
      case LE -> "不高于 " + figure;
      case LT -> "低于 " + figure;
      case APPROX -> figure + "左右";
      case EQ, UNSTATED -> figure;
    };
  }

  @Override
  public String valueNow(String date) {
    return date.isEmpty() ? "当前值" : "当前值（%s）".formatted(date);
  }

  @Override
  public String scheduledNow(String date) {
    return "序时进度（%s）".formatted(date);
  }

  @Override
  public String against(boolean more, String distance) {
    return "当前值比它%s %s".formatted(more ? "多" : "少", distance);
  }

  @Override
  public String projected() {
    return "预计到期值";
  }

  @Override
  public String interval(String low, String high) {
    return "80% 区间 " + low + "–" + high;
  }

  @Override
  public String chanceOfMeeting() {
    return "达标概率";
  }

  @Override
  public String lights() {
    return "三灯";
  }

  @Override
  public String lightsLine(Light position, Light outlook, Light freshness) {
    return "进度 %s、前景 %s、时效 %s".formatted(marked(position), marked(outlook), marked(freshness));
  }

  @Override
  public String percentComplete(String date) {
    return date.isEmpty() ? "形象进度" : "形象进度（%s）".formatted(date);
  }

  @Override
  public String points(double behind) {
    return "%s %s 个百分点".formatted(behind >= 0 ? "落后" : "领先", Numbers.oneDigit(Math.abs(behind)));
  }

  @Override
  public String plannedFinish() {
    return "计划完工";
  }

  @Override
  public String declaredFinish() {
    return "填报的预计完工";
  }

  @Override
  public String expectedFinish() {
    return "研判的预计完工";
  }

  @Override
  public String expectedDelay() {
    return "预计延期";
  }

  @Override
  public String days(int days) {
    return days < 0 ? "提前 %d 天".formatted(-days) : "%d 天".formatted(days);
  }

  @Override
  public String chanceOnTime() {
    return "按期完工概率";
  }

  @Override
  public String obstacle() {
    return "填报的困难";
  }

  @Override
  public String alt(List<String> parts) {
    return "图：" + String.join("；", parts) + "。";
  }

  @Override
  public String altHistory(int points, String first, String last) {
    return points > 1 ? "实际由 %s到 %s".formatted(first, last) : "实际 " + last;
  }

  @Override
  public String altSchedule(String value, String date) {
    return "%s 序时进度应为 %s".formatted(date, value);
  }

  @Override
  public String altGoal(String value, String date) {
    return "%s 目标 %s".formatted(date, value);
  }

  @Override
  public String altExpected(String value, String interval) {
    return "预计到期 %s，%s".formatted(value, interval);
  }

  @Override
  public String altFinish(String middle, String early, String late) {
    return "预计 %s 完工（80%% 区间 %s 至 %s）".formatted(middle, early, late);
  }

  @Override
  public List<String> legend(boolean project, String asOf) {
    return List.of(
        project ? "填报的形象进度" : "实际",
        "序时进度",
        "预测（深、浅色带为 50%、80% 区间）",
        project ? "计划完工" : "目标",
        "竖线为研判日 " + asOf);
  }

  @Override
  public String figuresTitle() {
    return "数据";
  }

  @Override
  public String arithmeticTitle() {
    return "计算过程";
  }

  @Override
  public String causesTitle() {
    return "主要拖后因素";
  }

  @Override
  public String ownTrend() {
    return "指标自身走势";
  }

  @Override
  public String causeNote(String chance, String expected, String planned) {
    String finish = expected.isEmpty() ? "" : "，预计完工 " + expected;
    String plan = planned.isEmpty() ? "" : "（计划 %s）".formatted(planned);
    return "到期前建成概率 " + chance + finish + plan;
  }

  @Override
  public String assumedMark() {
    return "假设值";
  }

  @Override
  public String reportedBy(String name) {
    return "本次研判由项目“%s”的最新填报引起。".formatted(name);
  }

  @Override
  public String askTitle() {
    return "请贵单位办理";
  }

  @Override
  public String nothingAsked() {
    return "本邮件只作告知，无需办理。";
  }

  @Override
  public String board() {
    return "在看板上查看";
  }

  @Override
  public String standsOn(String rulebook, int version, LocalDate asOf, String engine) {
    return "研判规则 %s 第 %d 版；研判日期 %s；研判引擎 %s。".formatted(rulebook, version, asOf, engine);
  }

  @Override
  public String ended(String sentence) {
    return sentence + "。";
  }

  @Override
  public String alsoTold(List<String> others) {
    return others.isEmpty() ? "没有其他收件人。" : "同时发给：%s。".formatted(String.join("、", others));
  }

  @Override
  public String alert(String alertId) {
    return "预警编号 " + alertId;
  }

  @Override
  public String none() {
    return "暂无";
  }

  private static String inBrackets(String label, String chance) {
    return chance.isEmpty() ? "" : "（" + label + chance + "）";
  }
}
