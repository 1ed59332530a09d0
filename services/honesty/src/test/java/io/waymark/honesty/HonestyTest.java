package io.waymark.honesty;

import static io.waymark.honesty.Story.correcting;
import static io.waymark.honesty.Story.finish;
import static io.waymark.honesty.Story.invested;
import static io.waymark.honesty.Story.obstacle;
import static io.waymark.honesty.Story.reached;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule with a case as it happens, and with one that must not speak up. */
class HonestyTest {
  @Test
  void reportsThatAlwaysLieExactlyOnSchedule() {
    // due: 8.9, 18.0, 27.2, 36.4, 45.4 percent
    Finding finding =
        only(
            new Story()
                .report("2026-03-31", 9)
                .report("2026-06-30", 18)
                .report("2026-09-30", 27)
                .report("2026-12-31", 36.5)
                .report("2027-03-30", 45.5));
    assertThat(finding.kind()).isEqualTo(Kind.ALWAYS_ON_SCHEDULE);
    assertThat(finding.reportId()).isEqualTo("r5");
    assertThat(finding.zh())
        .isEqualTo("2026-03-31 至 2027-03-30 连续 5 次填报与序时进度相差都不超过 0.5 个百分点，其间序时进度推进了 36.4 个百分点");
    assertThat(finding.en())
        .isEqualTo(
            "5 reports in a row, from 2026-03-31 to 2027-03-30, lie within 0.5 points of the schedule, which moved by 36.4 points");
  }

  @Test
  void worksThatRunAheadAndBehindByTurnsAreNotSuspicious() {
    none(
        new Story()
            .report("2026-03-31", 9)
            .report("2026-06-30", 18)
            .report("2026-09-30", 24)
            .report("2026-12-31", 36.5)
            .report("2027-03-30", 45.5));
  }

  @Test
  void reportsOnScheduleWhileItHardlyMovesAreNotSuspicious() {
    none(
        new Story()
            .report("2026-01-08", 0.7)
            .report("2026-01-15", 1.4)
            .report("2026-01-22", 2.1)
            .report("2026-01-28", 2.7)
            .report("2026-02-05", 3.5));
  }

  @Test
  void percentCompleteThatFalls() {
    Finding finding = only(new Story().report("2026-06-30", 42.5).report("2026-09-30", 38));
    assertThat(finding.kind()).isEqualTo(Kind.PERCENT_FALLS);
    assertThat(finding.zh()).isEqualTo("形象进度由 42.5%（2026-06-30）降到 38%（2026-09-30），减少 4.5 个百分点");
    assertThat(finding.en())
        .isEqualTo(
            "percent complete falls from 42.5% (2026-06-30) to 38% (2026-09-30), by 4.5 points");
  }

  @Test
  void aReportThatComesLateAndACorrectionDownwardsAreNoFall() {
    none(
        new Story()
            .report("2026-09-30", 24)
            .report("2026-06-30", 15)
            .report("2026-09-30", 20, correcting("r1", "2026-10-20")));
  }

  @Test
  void aJumpAtTheMonthsEnd() {
    Finding finding =
        only(
            new Story()
                .report("2026-03-31", 5)
                .report("2026-05-31", 8)
                .report("2026-06-18", 9)
                .report("2026-06-30", 31));
    assertThat(finding.kind()).isEqualTo(Kind.MONTH_END_JUMP);
    assertThat(finding.en())
        .isEqualTo(
            "within the 12 days up to 2026-06-30, a month's end, progress jumps from 9% to 31%, by 22 points; at the pace until then they would have brought about 0.6");
  }

  @Test
  void aGoodMonthAndAJumpInTheMiddleOfAMonthAreNoMonthEndJump() {
    none(
        new Story()
            .report("2026-03-31", 5)
            .report("2026-04-30", 9)
            .report("2026-05-31", 13)
            .report("2026-06-30", 22)); // twice the pace
    none(
        new Story()
            .report("2026-03-31", 5)
            .report("2026-05-31", 8)
            .report("2026-06-01", 8)
            .report("2026-06-15", 30));
  }

  @Test
  void completionWithoutMilestones() {
    Story story =
        new Story()
            .milestone("2026-12-31", 30, "基坑完成", "Pit dug")
            .milestone("2027-12-31", 70, "主体封顶", "Topped out");
    Finding finding =
        only(
            story
                .report("2027-06-30", 60, reached("基坑完成"))
                .report("2027-12-15", 90)
                .report("2028-06-30", 100));
    assertThat(finding.kind()).isEqualTo(Kind.COMPLETION_WITHOUT_MILESTONES);
    assertThat(finding.zh()).isEqualTo("已报完工，但计划的 2 个里程碑中有 1 个从未报告完成：主体封顶");
    assertThat(finding.en())
        .isEqualTo(
            "reported complete, though 1 of the 2 scheduled milestones were never reported: Topped out");
  }

  @Test
  void completionOutOfNothingWhereThereAreNoMilestones() {
    Finding finding = only(new Story().report("2026-09-30", 40).report("2026-12-20", 100));
    assertThat(finding.kind()).isEqualTo(Kind.COMPLETION_WITHOUT_MILESTONES);
    none(new Story().report("2026-09-30", 88).report("2026-12-20", 100));
  }

  @Test
  void completionWithItsMilestonesReportedInEitherLanguageIsNotSuspicious() {
    none(
        new Story()
            .milestone("2026-12-31", 30, "基坑完成", "Pit dug")
            .milestone("2027-12-31", 70, "主体封顶", "Topped out")
            .report("2027-03-31", 40, reached("基坑完成"))
            .report("2028-01-15", 80, reached("Topped out"))
            .report("2028-06-30", 100));
  }

  @Test
  void moneySpentFarAheadOfTheWorks() {
    Finding finding =
        only(
            new Story()
                .budget("12")
                .report("2026-06-30", 15, invested("3"))
                .report("2026-12-31", 21, invested("7.8"))
                .report("2027-03-31", 26, invested("8.4")));
    assertThat(finding.kind()).isEqualTo(Kind.MONEY_AHEAD);
    assertThat(finding.reportId()).isEqualTo("r2");
    assertThat(finding.zh()).isEqualTo("累计投资 7.8 亿元，占预算 12 亿元的 65%，而形象进度只有 21%，资金超前 44 个百分点");
    assertThat(finding.en())
        .isEqualTo(
            "780 million yuan of a budget of 1.2 billion yuan are spent, 65%, while the works are 21% complete: money is 44 points ahead");
  }

  @Test
  void anAdvancePaymentIsNotSuspicious() {
    none(
        new Story()
            .budget("12")
            .report("2026-03-31", 2, invested("3"))
            .report("2026-06-30", 15, invested("4.2")));
  }

  @Test
  void withoutABudgetMoneyThatGrowsWhileTheWorksStandStill() {
    Finding finding =
        only(
            new Story()
                .report("2026-03-31", 20, invested("2"))
                .report("2026-06-30", 20.4, invested("2.4"))
                .report("2026-09-30", 20.8, invested("3.1")));
    assertThat(finding.kind()).isEqualTo(Kind.MONEY_AHEAD);
    assertThat(finding.en())
        .isEqualTo(
            "from 2026-03-31 to 2026-09-30 money spent grew from 200 million yuan to 310 million yuan, by 55%, while progress gained 0.8 points");
    none(
        new Story()
            .report("2026-03-31", 20, invested("2"))
            .report("2026-06-30", 26, invested("2.6"))
            .report("2026-09-30", 33, invested("3.3")));
  }

  @Test
  void aFigureRewrittenShortlyBeforeAnEvaluation() {
    Finding finding =
        only(
            new Story()
                .report("2026-09-30", 18)
                .report("2026-09-30", 31, correcting("r1", "2026-12-21")));
    assertThat(finding.kind()).isEqualTo(Kind.REWRITTEN_BEFORE_EVALUATION);
    assertThat(finding.zh())
        .isEqualTo("2026-09-30 的填报已记录 82 天，在评估日（2026-12-31）前 10 天改写：形象进度由 18% 改为 31%");
    assertThat(finding.en())
        .isEqualTo(
            "the report of 2026-09-30 had stood for 82 days and was rewritten 10 days before the evaluation of 2026-12-31: percent complete from 18% to 31%");
  }

  @Test
  void aFinishBroughtForwardJustBeforeAnEvaluation() {
    Finding finding =
        only(
            new Story()
                .report("2026-03-31", 9, finish("2029-06-30"))
                .report(
                    "2026-03-31",
                    9,
                    r -> correcting("r1", "2026-06-25").apply(finish("2028-12-31").apply(r))));
    assertThat(finding.kind()).isEqualTo(Kind.REWRITTEN_BEFORE_EVALUATION);
    assertThat(finding.en()).endsWith("the expected finish was brought forward by 181 days");
  }

  @Test
  void mendingATypoAtOnceAPessimisticCorrectionOrOneFarFromAnyEvaluationAreNotSuspicious() {
    none(
        new Story()
            .report("2026-12-15", 18)
            .report("2026-12-15", 31, correcting("r1", "2026-12-21")));
    none(
        new Story()
            .report("2026-09-30", 31)
            .report("2026-09-30", 18, correcting("r1", "2026-12-21")));
    none(
        new Story()
            .report("2026-05-31", 18)
            .report("2026-05-31", 21, correcting("r1", "2026-08-10")));
  }

  @Test
  void theSameFigureAgainAndAgain() {
    Finding finding =
        only(
            new Story()
                .report("2026-03-31", 12)
                .report("2026-04-30", 12)
                .report("2026-05-31", 12)
                .report("2026-06-30", 12));
    assertThat(finding.kind()).isEqualTo(Kind.SAME_FIGURE_AGAIN);
    assertThat(finding.en())
        .isEqualTo(
            "4 reports in a row, from 2026-03-31 to 2026-06-30 (91 days), say 12%, without an obstacle named or a stop approved");
  }

  @Test
  void aStandstillThatIsExplainedOrApprovedIsNotSuspicious() {
    none(
        new Story()
            .report("2026-03-31", 12, obstacle())
            .report("2026-04-30", 12, obstacle())
            .report("2026-05-31", 12, obstacle())
            .report("2026-06-30", 12, obstacle()));
    none(
        new Story()
            .stopped("2026-03-01", "2026-08-01")
            .report("2026-03-31", 12)
            .report("2026-04-30", 12)
            .report("2026-05-31", 12)
            .report("2026-06-30", 12));
  }

  @Test
  void progressWhileTheWorksAreStopped() {
    Finding finding =
        only(
            new Story()
                .stopped("2026-04-01", "2026-10-01")
                .report("2026-04-30", 12)
                .report("2026-08-31", 17));
    assertThat(finding.kind()).isEqualTo(Kind.PROGRESS_WHILE_STOPPED);
    none(
        new Story()
            .stopped("2026-04-01", "2026-06-01")
            .report("2026-04-30", 12)
            .report("2026-08-31", 17));
  }

  @Test
  void anExpectedFinishThatHadPassed() {
    Finding finding = only(new Story().report("2026-09-30", 30, finish("2026-06-30")));
    assertThat(finding.kind()).isEqualTo(Kind.FINISH_PASSED);
    none(new Story().report("2026-09-30", 30, finish("2026-12-31")));
  }

  @Test
  void moneySpentToDateThatFalls() {
    Finding finding =
        only(
            new Story()
                .report("2026-06-30", 15, invested("3.1"))
                .report("2026-09-30", 21, invested("2.8")));
    assertThat(finding.kind()).isEqualTo(Kind.MONEY_FALLS);
    none(
        new Story()
            .report("2026-06-30", 15, invested("3.1"))
            .report("2026-09-30", 21, invested("3.1")));
  }

  @Test
  void stopsMoveTheScheduleOn() {
    // with 90 days of stop the schedule stands at 18.1, not 27.1, at the end of September
    none(
        new Story()
            .stopped("2026-04-01", "2026-06-30")
            .report("2026-02-10", 4)
            .report("2026-03-31", 9)
            .report("2026-07-31", 21)
            .report("2026-09-30", 27)
            .report("2026-12-31", 36.5));
  }

  private static Finding only(Story story) {
    List<Finding> findings = story.findings();
    assertThat(findings).hasSize(1);
    assertThat(story.findings()).isEqualTo(findings);
    return findings.getFirst();
  }

  private static void none(Story story) {
    assertThat(story.findings()).isEmpty();
  }
}
