package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.indicator.domain.Lateness;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.Suspension;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatenessTest {
  private static final LocalDate TODAY = LocalDate.parse("2027-07-08");

  @Test
  void aReportOfTodayIsNotLate() {
    assertThat(Lateness.of(line().build(), reported("b", TODAY.toString(), 40, "").build(), TODAY))
        .isEmpty();
  }

  @Test
  void aReportOfAnEarlierDayIsLateSinceThatDay() {
    Lateness late = late(line(), reported("b", "2027-06-25", 38.5, ""));

    assertThat(late.from()).isEqualTo("2027-06-25");
    assertThat(late.words().getZh()).isEqualTo("12号线：2027-06-25 的进度填报（38.5%）于 2027-07-08 报送");
    assertThat(late.words().getEn())
        .isEqualTo("Line 12: the report of 2027-06-25 (38.5%) came on 2027-07-08");
  }

  @Test
  void aCorrectionIsLateSinceTheEarlierOfBothDays() {
    Lateness late = late(reported("a", "2027-03-31", 46, ""), reported("b", "2027-04-30", 38, "a"));

    assertThat(late.from()).isEqualTo("2027-03-31");
    assertThat(late.words().getZh()).isEqualTo("12号线：2027-04-30 的进度填报于 2027-07-08 更正，由 46% 改为 38%");
    assertThat(late.words().getEn())
        .isEqualTo(
            "Line 12: the report of 2027-04-30 was corrected on 2027-07-08, from 46% to 38%");
  }

  @Test
  void ofSeveralReportsTheEarliestDayCounts() {
    ProjectState.Builder after =
        reported("b", "2027-06-25", 38, "").addReports(report("c", "2027-02-28", 30, ""));

    assertThat(late(line(), after).from()).isEqualTo("2027-02-28");
  }

  @Test
  void aStopThatWasApprovedAfterwardsIsLateAndSoIsItsEnd() {
    Suspension stop =
        Suspension.newBuilder().setFrom("2027-05-01").setApproval("武停复〔2027〕3号").build();
    ProjectState.Builder stopped = line().addSuspensions(stop);
    ProjectState.Builder resumed = line().addSuspensions(stop.toBuilder().setUntil("2027-06-01"));

    assertThat(late(line(), stopped).from()).isEqualTo("2027-05-01");
    assertThat(late(line(), stopped).words().getEn())
        .isEqualTo("Line 12: stopped from 2027-05-01 (武停复〔2027〕3号)");
    assertThat(late(stopped, resumed).from()).isEqualTo("2027-06-01");
    assertThat(late(stopped, resumed).words().getZh()).isEqualTo("12号线：自 2027-06-01 起复工");
  }

  @Test
  void aChangedPlanIsNoLateFigure() {
    ProjectState.Builder moved = line();
    moved.getProjectBuilder().setPlannedFinish("2031-12-31");

    assertThat(Lateness.of(line().build(), moved.build(), TODAY)).isEmpty();
  }

  @Test
  void aStateThatIsSeenFirstIsLateByItsReports() {
    Optional<Lateness> late = Lateness.of(null, reported("a", "2027-03-31", 46, "").build(), TODAY);

    assertThat(late).get().extracting(Lateness::from).isEqualTo(LocalDate.parse("2027-03-31"));
  }

  @Test
  void twoLateFiguresCountFromTheEarlierOneAndAreBothNamed() {
    Lateness first = late(line(), reported("b", "2027-06-25", 38, ""));
    Lateness second = late(line(), reported("c", "2027-05-25", 30, ""));

    Lateness both = first.and(second);

    assertThat(both.from()).isEqualTo("2027-05-25");
    assertThat(both.words().getEn()).contains("2027-06-25").contains("; ").contains("2027-05-25");
  }

  private static Lateness late(ProjectState.Builder before, ProjectState.Builder after) {
    return Lateness.of(before.build(), after.build(), TODAY).orElseThrow();
  }

  private static ProjectState.Builder line() {
    return ProjectState.newBuilder()
        .setProject(Project.newBuilder().setName(Rail.text("12号线", "Line 12")));
  }

  private static ProjectState.Builder reported(
      String id, String asOf, double percent, String corrects) {
    return line().addReports(report(id, asOf, percent, corrects));
  }

  private static ProgressReport report(String id, String asOf, double percent, String corrects) {
    return ProgressReport.newBuilder()
        .setReportId(id)
        .setAsOf(asOf)
        .setPercentComplete(percent)
        .setCorrectsReportId(corrects)
        .build();
  }
}
