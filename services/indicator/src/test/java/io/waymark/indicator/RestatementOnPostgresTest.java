package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.waymark.outbox.ReceivedEvent;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.JudgementEvent;
import io.waymark.proto.indicator.v1.JudgementRestated;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.Verification;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Late and corrected figures: what was held of past dates is restated, and linked to its cause. */
@RealPartsTest
class RestatementOnPostgresTest {
  private final RailOnPostgres rail;

  RestatementOnPostgresTest(Parts parts) {
    rail = new RailOnPostgres(parts.newDatabase());
  }

  @AfterEach
  void close() {
    rail.close();
  }

  /** The rail as judged on 31 March, 10 April and 30 June: 600 km in March, ahead of schedule. */
  private void halfAYear() {
    rail.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    rail.hear(Rail.line("line-11", "30", 1, -1, ""), Rail.line("line-12", "37", 1, -1, ""));
    rail.on("2027-03-31").figure("2027-03-31", "600");
    rail.on("2027-04-10").hear(Rail.line("line-12", "37", 2, -1, ""));
    rail.on("2027-06-30").hear(Rail.line("line-11", "30", 2, 70, "2029-03-31"));
    rail.on("2027-07-08");
  }

  @Test
  void aLateCorrectionRestatesTheJudgementsFromItsDateOn() {
    halfAYear();
    List<Judgement> before = rail.history(Rail.TARGET);

    String cause = rail.figure("2027-03-31", "585").getObservationId();

    List<Judgement> restated = restated(Rail.TARGET);
    assertThat(restated)
        .extracting(Judgement::getAsOf)
        .containsExactly("2027-06-30", "2027-04-10", "2027-03-31");
    assertThat(restated)
        .allSatisfy(judgement -> {
          assertThat(judgement.getTarget().getValue()).isEqualTo("585");
          assertThat(judgement.getCauseEventId()).isEqualTo(cause);
          assertThat(judgement.getCause().getEn())
              .isEqualTo(
                  "Urban rail transit length: the figure of 2027-03-31 was corrected on 2027-07-08"
                      + " from 600 to 585");
          assertThat(judgement.getCause().getZh())
              .isEqualTo("轨道交通里程：2027-03-31 的监测值 600 于 2027-07-08 更正为 585");
          Judgement held =
              before.stream()
                  .filter(j -> j.getJudgementId().equals(judgement.getRestatesJudgementId()))
                  .findFirst()
                  .orElseThrow();
          assertThat(held.getAsOf()).isEqualTo(judgement.getAsOf());
          assertThat(held.getLights()).isEqualTo(judgement.getRestatedLights());
        });
    Judgement march = restated.getLast();
    assertThat(march.getRestatedLights().getPosition()).isEqualTo(Light.LIGHT_AHEAD);
    assertThat(march.getLights().getPosition()).isEqualTo(Light.LIGHT_OFF_TRACK);
  }

  @Test
  void aRestatementIsAnnouncedBesideTheJudgementsOfToday() {
    halfAYear();
    int judged = judgements().size();

    rail.figure("2027-03-31", "585");

    List<JudgementRestated> announced =
        rail.announced("waymark.indicator.restatement.v1", JudgementRestated.parser());
    assertThat(announced)
        .extracting(
            event -> event.getJudgement().getAsOf(),
            event -> event.getPrevious().getPosition(),
            event -> event.getJudgement().getLights().getPosition())
        .contains(tuple("2027-03-31", Light.LIGHT_AHEAD, Light.LIGHT_OFF_TRACK));
    assertThat(announced)
        .allSatisfy(
            event -> assertThat(event.getJudgement().getRestatesJudgementId()).isNotEmpty());
    assertThat(judgements().subList(judged, judgements().size()))
        .extracting(event -> event.getJudgement().getAsOf())
        .containsExactly("2027-07-08");
  }

  @Test
  void aRestatementOfThePastNeverBecomesTheVerdictInForce() {
    halfAYear();
    rail.figure("2027-03-31", "585");

    Judgement inForce = rail.inForce(Rail.TARGET);
    assertThat(inForce.getAsOf()).isEqualTo("2027-07-08");
    assertThat(inForce.getRestatesJudgementId()).isEmpty();

    rail.on("2027-07-09").figure("2027-07-09", "599");
    Judgement next = rail.inForce(Rail.TARGET);
    assertThat(next.getVersion()).isGreaterThan(restated(Rail.TARGET).getFirst().getVersion());
    assertThat(rail.history(Rail.TARGET)).extracting(Judgement::getVersion).doesNotHaveDuplicates();
  }

  @Test
  void anOlderFigureNeverOverwritesANewerOne() {
    rail.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    rail.on("2027-06-30").figure("2027-06-30", "598.5");
    rail.on("2027-07-01").hear(Rail.line("line-12", "37", 1, 72, "2029-03-31"));
    rail.on("2027-07-08").figure("2027-03-31", "570");

    assertThat(rail.inForce(Rail.TARGET).getTarget().getValue()).isEqualTo("598.5");
    assertThat(rail.inForce(Rail.TARGET).getTarget().getValueDate()).isEqualTo("2027-06-30");
    assertThat(rail.history(Rail.TARGET))
        .filteredOn(judgement -> judgement.getAsOf().equals("2027-07-01"))
        .allSatisfy(judgement -> assertThat(judgement.getTarget().getValue()).isEqualTo("598.5"));
  }

  @Test
  void aFigureOfTodayRestatesNothing() {
    halfAYear();
    rail.figure("2027-07-08", "598");
    rail.figure("2027-07-08", "599");

    assertThat(restated(Rail.TARGET)).isEmpty();
  }

  @Test
  void datesBeforeTheFigureAreLeftAlone() {
    halfAYear();
    rail.figure("2027-05-31", "601");

    assertThat(restated(Rail.TARGET)).extracting(Judgement::getAsOf).containsExactly("2027-06-30");
  }

  @Test
  void aDateWhoseVerdictTellsTheSameIsNotRestated() {
    halfAYear();
    rail.figure("2027-03-31", "600");

    assertThat(restated(Rail.TARGET)).isEmpty();
  }

  @Test
  void ofSeveralJudgementsOfOneDayTheLastIsRestated() {
    rail.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    rail.on("2027-03-31").figure("2027-03-31", "600");
    String last = rail.inForce(Rail.TARGET).getJudgementId();
    rail.on("2027-04-08").figure("2027-03-31", "585");

    assertThat(restated(Rail.TARGET))
        .extracting(Judgement::getRestatesJudgementId)
        .containsExactly(last);
  }

  @Test
  void aSecondCorrectionRestatesTheFirstOne() {
    rail.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    rail.on("2027-03-31").figure("2027-03-31", "600");
    rail.on("2027-04-08").figure("2027-03-31", "585");
    String first = restated(Rail.TARGET).getFirst().getJudgementId();
    rail.on("2027-04-09").figure("2027-03-31", "590");

    Judgement second =
        restated(Rail.TARGET).stream()
            .filter(judgement -> judgement.getAsOf().equals("2027-03-31"))
            .findFirst()
            .orElseThrow();
    assertThat(second.getRestatesJudgementId()).isEqualTo(first);
    assertThat(second.getTarget().getValue()).isEqualTo("590");
  }

  @Test
  void aTargetThatFollowsIsRestatedToo() {
    rail.plans.handle(Rail.planWithFollower("645"), Rail.PLAN_OFFICE);
    for (String day : List.of("2026-12-31", "2027-03-31")) {
      rail.on("2027-04-01").figure(day, day.startsWith("2026") ? "580" : "585");
      rail.figure(Rail.FOLLOWER, day, day.startsWith("2026") ? "400" : "404");
    }
    assertThat(rail.inForce(Rail.FOLLOWER + "-2030").getLights().getPosition())
        .isEqualTo(Light.LIGHT_ON_TRACK);

    rail.on("2027-07-08").figure("2027-03-31", "640");

    Judgement restated = restated(Rail.FOLLOWER + "-2030").getFirst();
    assertThat(restated.getAsOf()).isEqualTo("2027-04-01");
    assertThat(restated.getRestatedLights().getPosition()).isEqualTo(Light.LIGHT_ON_TRACK);
    assertThat(restated.getLights().getPosition()).isNotEqualTo(Light.LIGHT_ON_TRACK);
    assertThat(restated.getCause().getEn()).startsWith("Urban rail transit length: ");
  }

  @Test
  void aLateReportRestatesItsProjectAndTheTargetsThatItFeeds() {
    halfAYear();
    rail.on("2027-07-01").hear(Rail.line("line-12", "37", 3, -1, ""));
    // as of 2027-06-25: nobody knew of it on 30 June
    ReceivedEvent late = Rail.line("line-12", "37", 4, 30, "2033-12-31");
    rail.on("2027-07-08");

    rail.hear(late);

    Judgement project = restated("line-12").getLast();
    assertThat(project.getAsOf()).isEqualTo("2027-07-01");
    assertThat(restated(Rail.TARGET))
        .extracting(Judgement::getAsOf)
        .containsExactly("2027-07-01", "2027-06-30");
    Judgement target = restated(Rail.TARGET).getFirst();
    assertThat(target.getCauseEventId()).isEqualTo(late.id());
    assertThat(target.getCauseProjectId()).isEqualTo("line-12");
    assertThat(target.getCause().getEn())
        .isEqualTo("Line line-12: the report of 2027-06-25 (30%) came on 2027-07-08");
    assertThat(target.getOutlook().getPMeet()).isLessThan(0.5);
    assertThat(project.getProject().getPercentComplete()).isEqualTo(30);
  }

  @Test
  void aTargetThatWasRevisedSinceIsRestatedByTheVersionOfThen() {
    halfAYear();
    rail.on("2027-07-09").plans.handle(Rail.plan("630"), Rail.PLAN_OFFICE);

    rail.on("2027-07-10").figure("2027-03-31", "585");

    assertThat(restated(Rail.TARGET))
        .extracting(Judgement::getAsOf, j -> j.getTarget().getTargetValue())
        .containsExactly(
            tuple("2027-07-09", "630"),
            tuple("2027-06-30", "645"),
            tuple("2027-04-10", "645"),
            tuple("2027-03-31", "645"));
    assertThat(rail.inForce(Rail.TARGET).getTarget().getTargetValue()).isEqualTo("630");
  }

  /**
   * Wuhan's bound of 80 % is 594.01 km at the end of June: 594.2 km clears it by less than the
   * band.
   */
  @Test
  void aLightThatHeldWithinTheDeadBandIsNotRestatedForThatAlone() {
    var plan = Rail.plan("645").toBuilder();
    plan.getPlanBuilder().setRulebook("wuhan");
    rail.on("2027-03-01").plans.handle(plan.build(), Rail.PLAN_OFFICE);
    rail.on("2027-06-28").figure("2027-06-28", "593.9");
    rail.on("2027-06-29").figure("2027-06-29", "594.2");
    Judgement held = rail.inForce(Rail.TARGET);
    assertThat(held.getPins().getPreviousJudgementId()).isNotEmpty();
    assertThat(held.getLights().getPosition()).isEqualTo(Light.LIGHT_AT_RISK);

    rail.on("2027-07-08").figure("2026-12-31", "590");

    assertThat(restated(Rail.TARGET))
        .filteredOn(judgement -> judgement.getAsOf().equals("2027-06-29"))
        .allSatisfy(judgement ->
            assertThat(judgement.getLights().getPosition()).isEqualTo(Light.LIGHT_AT_RISK));
    assertThat(restated(Rail.TARGET))
        .allSatisfy(judgement ->
            assertThat(
                    rail.verifier.verify(Rail.PLAN, judgement.getJudgementId()).getVerification())
                .isEqualTo(Verification.VERIFICATION_SAME));
  }

  @Test
  void aRestatementComesOutOfItsPinsInTheSameBytes() {
    halfAYear();
    rail.figure("2027-03-31", "585");
    rail.on("2027-08-01").figure("2027-03-31", "586");

    assertThat(restated(Rail.TARGET))
        .hasSizeGreaterThan(3)
        .allSatisfy(judgement ->
            assertThat(
                    rail.verifier.verify(Rail.PLAN, judgement.getJudgementId()).getVerification())
                .isEqualTo(Verification.VERIFICATION_SAME));
  }

  @Test
  void whatWasHeldOnADayStaysHeldHoweverItIsRestated() {
    halfAYear();
    rail.figure("2027-03-31", "585");

    Optional<Judgement> held =
        rail.queries.heldAt(Rail.PLAN, Rail.TARGET, rail.on("2027-05-15").clock.instant());

    assertThat(held).get().extracting(Judgement::getAsOf).isEqualTo("2027-04-10");
    assertThat(held.orElseThrow().getTarget().getValue()).isEqualTo("600");
  }

  /** The one recorded last first. */
  private List<Judgement> restated(String subject) {
    return rail.history(subject).stream()
        .filter(judgement -> !judgement.getRestatesJudgementId().isEmpty())
        .toList();
  }

  private List<JudgementEvent> judgements() {
    return rail.announced("waymark.indicator.judgement.v1", JudgementEvent.parser());
  }
}
