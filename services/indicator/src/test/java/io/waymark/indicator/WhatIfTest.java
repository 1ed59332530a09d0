package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.indicator.domain.WhatIfCheck;
import io.waymark.indicator.postgres.WhatIfs;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.WhatIfChange;
import io.waymark.proto.indicator.v1.WhatIfFigure;
import io.waymark.proto.indicator.v1.WhatIfProject;
import io.waymark.proto.indicator.v1.WhatIfRequest;
import io.waymark.proto.indicator.v1.WhatIfResponse;
import io.waymark.proto.indicator.v1.WhatIfTarget;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealPartsTest
class WhatIfTest {
  private static final LocalDate TODAY = LocalDate.parse("2027-06-30");

  private final Desk desk;

  WhatIfTest(Parts parts) {
    desk = new Desk(parts);
  }

  @BeforeEach
  void load() {
    desk.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    desk.observe(Rail.PLAN, Rail.INDICATOR, "2027-06-30", "598.5");
    desk.hear(Rail.bothLinesOnTime());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aLaterFinishPullsDownTheProjectAndTheTargetThatStandsOnIt() {
    WhatIfResponse reply = suppose(line12("2033-12-31"));

    assertThat(reply.getChangesList())
        .extracting(change -> change.getAfter().getSubjectId())
        .containsExactly(Rail.TARGET, "line-12");
    WhatIfChange target = reply.getChanges(0);
    assertThat(target.getBefore().getOutlook().getPMeet())
        .isEqualTo(desk.inForce(Rail.PLAN, Rail.TARGET).getOutlook().getPMeet());
    assertThat(target.getAfter().getOutlook().getPMeet())
        .isLessThan(target.getBefore().getOutlook().getPMeet() - 0.2);
    assertThat(target.getAfter().getCauseProjectId()).isEqualTo("line-12");
    assertThat(target.getAfter().getVersion())
        .isEqualTo(desk.inForce(Rail.PLAN, Rail.TARGET).getVersion() + 1);
    assertThat(reply.getChanges(1).getAfter().getProject().getDeclaredFinish())
        .isEqualTo("2033-12-31");
  }

  @Test
  void itSaysWhatTheSameReportThenBrings() {
    Judgement supposed = suppose(line12("2032-12-31").setPercent(30)).getChanges(0).getAfter();

    desk.hear(List.of(Rail.line("line-12", "37", 2, 30, "2032-12-31")));

    Judgement real = desk.inForce(Rail.PLAN, Rail.TARGET);
    assertThat(real.getLights()).isEqualTo(supposed.getLights());
    assertThat(real.getOutlook().getPMeet())
        .isCloseTo(supposed.getOutlook().getPMeet(), org.assertj.core.data.Offset.offset(0.01));
  }

  @Test
  void nothingIsWrittenOrAnnounced() {
    long rows = desk.rows();
    Judgement before = desk.inForce(Rail.PLAN, Rail.TARGET);

    suppose(line12("2033-12-31"));
    suppose(target("700"));
    suppose(figure("2027-06-30", "560"));

    assertThat(desk.rows()).isEqualTo(rows);
    assertThat(desk.inForce(Rail.PLAN, Rail.TARGET)).isEqualTo(before);
  }

  @Test
  void aHigherTargetIsNeverLikelier() {
    double last = 1;
    for (int value = 600; value <= 700; value += 5) {
      WhatIfResponse reply = suppose(target(Integer.toString(value)));
      double chance =
          reply.getChangesCount() == 0
              ? desk.inForce(Rail.PLAN, Rail.TARGET).getOutlook().getPMeet()
              : reply.getChanges(0).getAfter().getOutlook().getPMeet();
      assertThat(chance).as("target %s", value).isLessThanOrEqualTo(last + 1e-12);
      last = chance;
    }
  }

  @Test
  void aFigureTakesThePlaceOfTheOneOfItsPeriod() {
    WhatIfResponse reply = suppose(figure("2027-06-30", "580"));

    Judgement after = reply.getChanges(0).getAfter();
    assertThat(after.getTarget().getValue()).isEqualTo("580");
    assertThat(after.getLights().getPosition()).isEqualTo(Light.LIGHT_OFF_TRACK);
    assertThat(after.getPins().getInputIdsList()).contains("what-if");
  }

  @Test
  void aProjectThatWouldBeFinishedIsCertain() {
    Judgement after = suppose(line12("2027-05-31")).getChanges(1).getAfter();

    assertThat(after.getProject().getPercentComplete()).isEqualTo(100);
    assertThat(after.getProject().getPOnTime()).isEqualTo(1);
  }

  @Test
  void severalSuppositionsHoldTogether() {
    WhatIfResponse both =
        ask(request(line12("2033-12-31")).addTargets(target("600")).build(), TODAY);

    assertThat(both.getChanges(0).getAfter().getTarget().getTargetValue()).isEqualTo("600");
    assertThat(both.getChanges(0).getAfter().getOutlook().getPMeet())
        .isGreaterThan(
            suppose(line12("2033-12-31")).getChanges(0).getAfter().getOutlook().getPMeet());
  }

  @Test
  void whatChangesNothingIsNotListed() {
    WhatIfResponse reply = suppose(figure("2027-06-30", "598.5"));

    assertThat(reply.getJudged()).isEqualTo(1);
    assertThat(reply.getChangesList()).isEmpty();
  }

  @Test
  void anotherDateIsJudgedForBothSides() {
    WhatIfResponse reply =
        ask(
            request().setAsOf("2027-12-31").addFigures(figure("2027-12-31", "600")).build(),
            LocalDate.parse("2027-12-31"));

    assertThat(reply.getChanges(0).getBefore().getAsOf()).isEqualTo("2027-12-31");
    assertThat(reply.getChanges(0).getAfter().getTarget().getValue()).isEqualTo("600");
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    for (WhatIfRequest request :
        List.of(
            request(line12("2033-12-31").setProjectId("line-99")).build(),
            request().addTargets(target("1").toBuilder().setTargetId("no-such")).build(),
            request()
                .addFigures(figure("2027-06-30", "1").toBuilder().setIndicatorId("no-such"))
                .build())) {
      assertThatExceptionOfType(Failure.class)
          .isThrownBy(() -> ask(request, TODAY))
          .matches(failure -> failure.kind() == Failure.Kind.NOT_FOUND);
    }
  }

  @Test
  void everyViolationIsNamed() {
    WhatIfRequest bad =
        request()
            .addProjects(WhatIfProject.newBuilder().setProjectId("line-12"))
            .addProjects(line12("2027-01-01").setPercent(130))
            .addFigures(figure("2027-07-01", "x"))
            .addTargets(target("").toBuilder().setTargetId("Line 12"))
            .build();

    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> WhatIfCheck.form(bad, TODAY))
        .satisfies(failure ->
            assertThat(failure.violations())
                .extracting(Violation::field)
                .containsExactly(
                    "projects[0]",
                    "projects[1].percent",
                    "projects[1].finish",
                    "figures[0].period_end",
                    "figures[0].value",
                    "targets[0].target_id",
                    "targets[0].value"));
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> WhatIfCheck.form(request().build(), TODAY));
  }

  private WhatIfResponse suppose(WhatIfProject.Builder project) {
    return ask(request(project).build(), TODAY);
  }

  private WhatIfResponse suppose(WhatIfTarget target) {
    return ask(request().addTargets(target).build(), TODAY);
  }

  private WhatIfResponse suppose(WhatIfFigure figure) {
    return ask(request().addFigures(figure).build(), TODAY);
  }

  private WhatIfResponse ask(WhatIfRequest request, LocalDate asOf) {
    assertThat(WhatIfCheck.form(request, TODAY)).isEqualTo(asOf);
    return new WhatIfs(desk.db).judge(request, asOf, desk.clock.instant());
  }

  private static WhatIfRequest.Builder request(WhatIfProject.Builder project) {
    return request().addProjects(project);
  }

  private static WhatIfRequest.Builder request() {
    return WhatIfRequest.newBuilder().setPlanId(Rail.PLAN);
  }

  private static WhatIfProject.Builder line12(String finish) {
    return WhatIfProject.newBuilder().setProjectId("line-12").setFinish(finish);
  }

  private static WhatIfTarget target(String value) {
    return WhatIfTarget.newBuilder().setTargetId(Rail.TARGET).setValue(value).build();
  }

  private static WhatIfFigure figure(String periodEnd, String value) {
    return WhatIfFigure.newBuilder()
        .setIndicatorId(Rail.INDICATOR)
        .setPeriodEnd(periodEnd)
        .setValue(value)
        .build();
  }
}
