package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.waymark.outbox.ReceivedEvent;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.Verification;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.PhaseMove;
import io.waymark.proto.registry.v1.ProjectEvent;
import io.waymark.proto.registry.v1.ScheduleKind;
import io.waymark.proto.registry.v1.ScheduleVersion;
import io.waymark.proto.registry.v1.Suspension;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A line that is to be built from 2024-01-01 to 2029-06-30 by the plan, 40 % done on 2027-06-25,
 * and what documents and moves make of it.
 */
@RealPartsTest
class ScheduleInForceOnPostgresTest {
  private static final String LINE = "line-11";

  private final RailOnPostgres rail;

  ScheduleInForceOnPostgresTest(Parts parts) {
    rail = new RailOnPostgres(parts.newDatabase());
  }

  @BeforeEach
  void load() {
    rail.on("2027-06-30");
    rail.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    rail.hear(Rail.line(LINE, "30", 1, 40, "2029-06-30"));
  }

  @AfterEach
  void close() {
    rail.close();
  }

  @Test
  void aProjectIsJudgedByTheScheduleInForceOnTheDay() {
    double planned = rail.inForce(LINE).getProject().getScheduledPercent();
    hear(2, event -> event.getStateBuilder().addScheduleRevisions(revision("2027-06-01")));

    Judgement now = rail.inForce(LINE);
    assertThat(now.getProject().getPlannedFinish()).isEqualTo("2032-12-31");
    assertThat(now.getProject().getScheduledPercent()).isLessThan(planned - 20);
    assertThat(now.getProject().getScheduleDocument()).isEqualTo("武政调〔2027〕9号");
    assertThat(now.getLights().getPosition()).isEqualTo(Light.LIGHT_ON_TRACK);
    Judgement before =
        rail.queries.judgedFor(Rail.PLAN, LINE, LocalDate.parse("2027-05-31"), null).judgement();
    assertThat(before.getProject().getPlannedFinish()).isEqualTo("2029-06-30");
    assertThat(before.getProject().getScheduleDocument()).isEmpty();
  }

  @Test
  void aScheduleThatLiesAheadHoldsByItselfFromItsDayOn() {
    hear(2, event -> event.getStateBuilder().addScheduleRevisions(revision("2027-07-15")));
    assertThat(rail.inForce(LINE).getProject().getScheduleDocument()).isEmpty();

    rail.on("2027-07-15").rejudger.look();
    assertThat(rail.inForce(LINE).getProject().getScheduleDocument()).isEqualTo("武政调〔2027〕9号");
  }

  @Test
  void aResumptionThatLiesAheadLetsTheClockRunAgainByItself() {
    hear(
        2,
        event ->
            event
                .getStateBuilder()
                .addSuspensions(
                    Suspension.newBuilder().setFrom("2027-06-01").setUntil("2027-07-10")));
    assertThat(rail.inForce(LINE).getLights().getOverall()).isEqualTo(Light.LIGHT_SUSPENDED);

    rail.on("2027-07-10").rejudger.look();
    assertThat(rail.inForce(LINE).getLights().getOverall()).isNotEqualTo(Light.LIGHT_SUSPENDED);
  }

  @Test
  void aMoveByCommandCountsFromItsDayAndTheJudgementCanBeMadeAgain() {
    hear(
        2,
        event ->
            event
                .getStateBuilder()
                .addPhaseMoves(
                    PhaseMove.newBuilder()
                        .setMoveId("wuhan-15.line-11.2")
                        .setPhase(Phase.PHASE_COMPLETED)
                        .setDate("2027-06-28")
                        .setRecordedAt(Rail.timestamp("2027-06-29T00:00:00Z"))));
    Judgement now = rail.inForce(LINE);
    assertThat(now.getPins().getInputIdsList()).contains("wuhan-15.line-11.2");
    assertThat(now.getProject().getPOnTime()).isEqualTo(1);
    assertThat(rail.verifier.verify(Rail.PLAN, now.getJudgementId()).getVerification())
        .isEqualTo(Verification.VERIFICATION_SAME);
  }

  private static ScheduleVersion revision(String effective) {
    return ScheduleVersion.newBuilder()
        .setScheduleVersionId("wuhan-15.line-11.2")
        .setKind(ScheduleKind.SCHEDULE_KIND_REVISION)
        .setPlannedStart("2024-01-01")
        .setPlannedFinish("2032-12-31")
        .setDocument("武政调〔2027〕9号")
        .setApprover("市人民政府")
        .setReason("分期建设")
        .setEffective(effective)
        .build();
  }

  private void hear(long version, Consumer<ProjectEvent.Builder> change) {
    ReceivedEvent plain = Rail.line(LINE, "30", 1, 40, "2029-06-30");
    try {
      ProjectEvent.Builder event = ProjectEvent.parseFrom(plain.payload()).toBuilder();
      event.getStateBuilder().setVersion(version);
      change.accept(event);
      rail.hear(
          new ReceivedEvent(
              UUID.randomUUID().toString(),
              plain.topic(),
              plain.key(),
              plain.type(),
              event.build().toByteArray(),
              plain.time()));
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
