package io.waymark.judging;

import java.time.LocalDate;

/** The clauses of a project's sentence. */
final class ProjectWords {
  private ProjectWords() {}

  static Text verdict(ProjectJudgement judgement) {
    ProjectFigures figures = judgement.figures();
    if (judgement.forecast().completed()) {
      LocalDate on = judgement.forecast().completedOn();
      return on == null
          ? new Text("已建成", " is completed")
          : new Text("已于 " + on + " 建成", " was completed by " + on);
    }
    if (judgement.lights().overall() == Light.SUSPENDED) {
      return new Text("经批准停工，进度暂停考核", " is suspended by approval; its clock is stopped");
    }
    Text progress = progress(figures, judgement.lights());
    Text level = Sentence.level(judgement.lights());
    Text finish = finish(figures, judgement);
    return new Text(
        progress.zh() + level.zh() + finish.zh(), progress.en() + level.en() + finish.en());
  }

  private static Text progress(ProjectFigures figures, Lights lights) {
    Double percent = figures.percentComplete();
    if (percent == null) {
      UnknownReason reason = lights.unknownReason();
      Text why = (reason == null ? UnknownReason.NO_DATA_YET : reason).word();
      return new Text("：" + why.zh(), ": " + why.en());
    }
    String done = Numbers.fixed(percent, percent == Math.rint(percent) ? 0 : 1);
    Double behind = figures.pointsBehind();
    if (behind == null) {
      return new Text(" 完成 " + done + "%", " is " + done + "% complete");
    }
    String points = Numbers.fixed(Math.abs(behind), 1);
    if (points.equals("0.0")) {
      return new Text(
          " 完成 " + done + "%，与序时进度持平", " is " + done + "% complete, exactly on schedule");
    }
    return behind > 0
        ? new Text(
            " 完成 " + done + "%，比序时进度落后 " + points + " 个百分点",
            " is " + done + "% complete, " + points + " percentage points behind schedule")
        : new Text(
            " 完成 " + done + "%，比序时进度超前 " + points + " 个百分点",
            " is " + done + "% complete, " + points + " percentage points ahead of schedule");
  }

  private static Text finish(ProjectFigures figures, ProjectJudgement judgement) {
    LocalDate median = figures.finishP50();
    if (median == null || !judgement.forecast().reported()) {
      return Text.same("");
    }
    Text expected = new Text("；预计 " + median + " 完工", "; completion is expected by " + median);
    Integer delay = figures.expectedDelayDays();
    Double onTime = figures.pOnTime();
    if (delay == null || onTime == null) {
      return expected;
    }
    Text chance = Sentence.chance(onTime);
    Text late = late(delay);
    return new Text(
        expected.zh() + late.zh() + "，按期完工概率 " + chance.zh(),
        expected.en() + late.en() + ", with a chance of " + chance.en() + " of finishing on time");
  }

  private static Text late(int delay) {
    if (delay == 0) {
      return new Text("（按期）", " (on the planned day)");
    }
    int days = Math.abs(delay);
    String word = days == 1 ? " day " : " days ";
    return delay > 0
        ? new Text("（晚 " + days + " 天）", " (" + days + word + "late)")
        : new Text("（早 " + days + " 天）", " (" + days + word + "early)");
  }
}
