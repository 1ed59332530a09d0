package io.waymark.judging;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The verdict in one sentence that could be read aloud, in both languages. */
public final class Sentence {
  private static final int CAUSES = 2;

  private Sentence() {}

  /**
   * The sentence of a target.
   *
   * @param name the indicator's name
   * @param unit its unit for readers
   * @param projectNames names of the projects by id; a project without a name is called by its id
   */
  public static Text ofTarget(
      TargetJudgement judgement, Text name, Text unit, Map<String, Text> projectNames) {
    TargetWords words = new TargetWords(judgement, unit);
    Text level = level(judgement.lights());
    String zh = name.zh() + words.now().zh() + level.zh() + words.outlook().zh() + "。";
    String en = name.en() + words.now().en() + level.en() + words.outlook().en() + ".";
    Text causes = causes(judgement, words.quantity(), projectNames);
    Text note = note(judgement.simulated(), judgement.assumed());
    return new Text(zh + causes.zh() + note.zh(), en + causes.en() + note.en());
  }

  /** The sentence of a project. */
  public static Text ofProject(ProjectJudgement judgement, Text name) {
    Text verdict = ProjectWords.verdict(judgement);
    Text note = note(judgement.simulated(), judgement.assumed());
    return new Text(
        name.zh() + verdict.zh() + "。" + note.zh(), name.en() + verdict.en() + "." + note.en());
  }

  /** What the rulebook calls the position, where it has a word of its own. */
  static Text level(Lights lights) {
    Text level = lights.level();
    return level == null
        ? Text.same("")
        : new Text("，评为“" + level.zh() + "”", ", rated “" + level.en() + "”");
  }

  private static Text causes(
      TargetJudgement judgement, Quantity quantity, Map<String, Text> projectNames) {
    int sign = quantity.sign();
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    List<Cause> costly =
        judgement.causes().stream()
            .filter(cause -> cause.projectId() != null && quantity.shows(sign * -cause.amount()))
            .limit(CAUSES)
            .toList();
    for (Cause cause : costly) {
      String id = String.valueOf(cause.projectId());
      Text project = projectNames.getOrDefault(id, Text.same(id));
      Text amount = quantity.signed(cause.amount());
      zh.append(zh.isEmpty() ? "主要拖后：" : "、").append(project.zh());
      zh.append("（").append(amount.zh()).append("）");
      en.append(en.isEmpty() ? " Held back most by " : " and ").append(project.en());
      en.append(" (").append(amount.en()).append(")");
    }
    return costly.isEmpty() ? Text.same("") : new Text(zh + "。", en + ".");
  }

  private static Text note(boolean simulated, boolean assumed) {
    if (simulated && assumed) {
      return new Text("（含模拟数据和假设值）", " (Includes simulated data and assumed values.)");
    }
    if (simulated) {
      return new Text("（含模拟数据）", " (Includes simulated data.)");
    }
    return assumed ? new Text("（含假设值）", " (Includes assumed values.)") : Text.same("");
  }

  /** 2030 年底 / the end of 2030, or the day itself. */
  static Text day(LocalDate date) {
    if (date.getMonthValue() == 12 && date.getDayOfMonth() == 31) {
      return new Text(date.getYear() + " 年底", "the end of " + date.getYear());
    }
    String zh = date.getYear() + " 年 " + date.getMonthValue() + " 月 " + date.getDayOfMonth() + " 日";
    return new Text(
        zh,
        date.getDayOfMonth()
            + " "
            + date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
            + " "
            + date.getYear());
  }

  /** Whole percent, with words at the ends. */
  static Text chance(double probability) {
    if (probability > 0 && probability < 0.01) {
      return new Text("小于 1%", "under 1%");
    }
    if (probability < 1 && probability > 0.99) {
      return new Text("大于 99%", "over 99%");
    }
    return Text.same(Numbers.percent(probability, 0) + "%");
  }
}
