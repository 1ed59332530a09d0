package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import io.waymark.chassis.failure.Failure;
import io.waymark.proto.indicator.v1.Exactness;
import io.waymark.proto.indicator.v1.ExplainJudgementResponse;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.proto.indicator.v1.PinnedKind;
import io.waymark.proto.indicator.v1.PinnedVersion;
import io.waymark.proto.indicator.v1.Verification;
import io.waymark.proto.indicator.v1.VerifyJudgementResponse;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stored judgement can be made again from exactly what it pins, to the same bytes. */
@RealPartsTest
class VerificationOnPostgresTest {
  private final RailOnPostgres rail;

  VerificationOnPostgresTest(Parts parts) {
    rail = new RailOnPostgres(parts.newDatabase());
  }

  @AfterEach
  void close() {
    rail.close();
  }

  @Test
  void everyStoredJudgementComesOutOfItsPinsInTheSameBytes() {
    aYearAndAHalf();

    List<String> ids =
        rail.db
            .fetch("select judgement_id from judgement")
            .map(r -> r.get(0, UUID.class).toString());

    assertThat(ids).hasSizeGreaterThan(20);
    assertThat(rail.history(Rail.TARGET))
        .as("the dead band is among what is replayed")
        .anySatisfy(j -> assertThat(j.getPins().getPreviousJudgementId()).isNotEmpty());
    assertThat(ids)
        .allSatisfy(id -> {
          VerifyJudgementResponse reply = rail.verifier.verify(Rail.PLAN, id);
          assertThat(reply.getVerification())
              .as(reply.getWords().getEn())
              .isEqualTo(Verification.VERIFICATION_SAME);
          assertThat(reply.getRecomputedSha256()).isEqualTo(reply.getStoredSha256()).hasSize(64);
        });
  }

  /** Everything that can change under a judgement changes. */
  private void aYearAndAHalf() {
    rail.hear(Rail.bureau(1, "市交通局", "Transport Bureau"));
    rail.plans.handle(Rail.planWithFollower("645"), Rail.PLAN_OFFICE);
    rail.hear(Rail.bothLinesOnTime().toArray(io.waymark.outbox.ReceivedEvent[]::new));
    rail.figure("2027-03-31", "590");
    rail.figure(Rail.FOLLOWER, "2026-12-31", "400");
    rail.figure(Rail.FOLLOWER, "2027-03-31", "410");
    rail.on("2027-06-30").figure("2027-06-30", "598.5");
    rail.hear(Rail.line("line-12", "37", 2, 75, "2030-03-31"));
    rail.on("2027-07-08").figure("2027-03-31", "585");
    rail.hear(Rail.bureau(2, "市交通运输局", "Transport Office"));
    rail.plans.handle(Rail.planWithFollower("630"), Rail.PLAN_OFFICE);
    rail.on("2027-09-30").figure(Rail.FOLLOWER, "2027-09-30", "432.5");
    rail.hear(Rail.line("line-12", "37", 3, 80, "2032-03-31"));
    rail.hear(Rail.line("line-11", "30", 2, 90, "2028-03-31"));
    rail.on("2028-10-15").rejudger.look();
    var plan = Rail.planWithFollower("630").toBuilder();
    plan.getPlanBuilder().setEnd("2031-12-31");
    rail.plans.handle(plan.build(), Rail.PLAN_OFFICE);
  }

  @Test
  void aJudgementPinsTheVersionsOfAllThatItStandsOn() {
    aYearAndAHalf();

    assertThat(rail.inForce(Rail.TARGET).getPins().getVersionsList())
        .containsExactly(
            pin(PinnedKind.PINNED_KIND_PLAN, Rail.PLAN, 2),
            pin(PinnedKind.PINNED_KIND_INDICATOR, Rail.INDICATOR, 1),
            pin(PinnedKind.PINNED_KIND_BUREAU, "transport", 2),
            pin(PinnedKind.PINNED_KIND_PROJECT, "line-11", 2),
            pin(PinnedKind.PINNED_KIND_PROJECT, "line-12", 3));
    assertThat(rail.inForce("line-12").getPins().getVersionsList())
        .containsExactly(
            pin(PinnedKind.PINNED_KIND_PLAN, Rail.PLAN, 2),
            pin(PinnedKind.PINNED_KIND_BUREAU, "transport", 2),
            pin(PinnedKind.PINNED_KIND_PROJECT, "line-12", 3));
  }

  private static PinnedVersion pin(PinnedKind kind, String id, long version) {
    return PinnedVersion.newBuilder().setKind(kind).setId(id).setVersion(version).build();
  }

  @Test
  void aFactThatWasRecordedBeforeAndCommittedAfterDoesNotChangeTheReplay() {
    rail.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    rail.on("2027-04-10").figure("2027-03-31", "590");
    String id = rail.inForce(Rail.TARGET).getJudgementId();
    Observation late =
        Observation.newBuilder()
            .setObservationId(UUID.randomUUID().toString())
            .setIndicatorId(Rail.INDICATOR)
            .setPeriodEnd("2027-03-31")
            .setValue("560")
            .setExactness(Exactness.EXACTNESS_EXACT)
            .build();
    rail.db.execute(
        """
        insert into observation (observation_id, plan_id, indicator_id, period_end, value,
          recorded_at, body) values (?, ?, ?, '2027-03-31', 560, ?::timestamptz, ?)
        """,
        UUID.fromString(late.getObservationId()),
        Rail.PLAN,
        Rail.INDICATOR,
        rail.clock.instant().minusSeconds(60).atOffset(ZoneOffset.UTC),
        late.toByteArray());

    assertThat(rail.verifier.verify(Rail.PLAN, id).getVerification())
        .isEqualTo(Verification.VERIFICATION_SAME);
  }

  @Test
  void aTamperedLightIsFoundAndNamed() {
    String id = aJudgedFigure();
    tamper(
        id,
        judgement -> {
          judgement.getLightsBuilder().setOverall(Light.LIGHT_ON_TRACK);
          return judgement;
        });

    VerifyJudgementResponse reply = rail.verifier.verify(Rail.PLAN, id);

    assertThat(reply.getVerification()).isEqualTo(Verification.VERIFICATION_DIFFERS);
    assertThat(reply.getDifferences(0).getField()).isEqualTo("lights.overall");
    assertThat(reply.getDifferences(0).getBefore()).isEqualTo("LIGHT_ON_TRACK");
    assertThat(reply.getDifferences(0).getAfter()).isEqualTo("LIGHT_OFF_TRACK");
    assertThat(reply.getWords().getEn())
        .contains("lights.overall is stored as \"LIGHT_ON_TRACK\", recomputed \"LIGHT_OFF_TRACK\"");
    assertThat(reply.getWords().getZh()).contains("第一处：lights.overall");
  }

  @Test
  void aTamperedVersionIsFound() {
    String id = aJudgedFigure();
    tamper(id, judgement -> judgement.setVersion(99));

    assertThat(rail.verifier.verify(Rail.PLAN, id).getDifferences(0).getField())
        .isEqualTo("version");
  }

  @Test
  void bytesThatAreNoJudgementAreFound() {
    String id = aJudgedFigure();
    rail.db.execute(
        "update judgement set body = ? where judgement_id = ?",
        new byte[] {1, 2, 3},
        UUID.fromString(id));

    assertThat(rail.verifier.verify(Rail.PLAN, id).getVerification())
        .isEqualTo(Verification.VERIFICATION_DIFFERS);
  }

  @Test
  void aTamperedStepOfTheArithmeticIsFound() throws InvalidProtocolBufferException {
    String id = aJudgedFigure();
    var steps = ExplainJudgementResponse.parseFrom(bytes("steps", id)).toBuilder();
    steps.getStepsBuilder(0).setArithmetic("1 + 1 = 3");
    rail.db.execute(
        "update judgement set steps = ? where judgement_id = ?",
        steps.build().toByteArray(),
        UUID.fromString(id));

    VerifyJudgementResponse reply = rail.verifier.verify(Rail.PLAN, id);

    assertThat(reply.getVerification()).isEqualTo(Verification.VERIFICATION_DIFFERS);
    assertThat(reply.getDifferences(0).getField()).isEqualTo("steps[0].arithmetic");
  }

  @Test
  void aTamperedInputIsFound() throws InvalidProtocolBufferException {
    String id = aJudgedFigure();
    String input = rail.inForce(Rail.TARGET).getPins().getInputIds(0);
    byte[] body =
        rail.db
            .fetchSingle(
                "select body from observation where observation_id = ?", UUID.fromString(input))
            .get(0, byte[].class);
    rail.db.execute(
        "update observation set body = ? where observation_id = ?",
        Observation.parseFrom(body).toBuilder().setValue("640").build().toByteArray(),
        UUID.fromString(input));

    VerifyJudgementResponse reply = rail.verifier.verify(Rail.PLAN, id);

    assertThat(reply.getVerification()).isEqualTo(Verification.VERIFICATION_DIFFERS);
    assertThat(reply.getDifferencesList())
        .anySatisfy(d -> {
          assertThat(d.getField()).isEqualTo("target.value");
          assertThat(d.getBefore()).isEqualTo("590");
          assertThat(d.getAfter()).isEqualTo("640");
        });
  }

  @Test
  void anInputThatIsGoneIsSaidSo() {
    String id = aJudgedFigure();
    rail.db.execute("delete from observation");

    VerifyJudgementResponse reply = rail.verifier.verify(Rail.PLAN, id);

    assertThat(reply.getVerification()).isEqualTo(Verification.VERIFICATION_IMPOSSIBLE);
    assertThat(reply.getWords().getEn())
        .contains("input " + rail.inForce(Rail.TARGET).getPins().getInputIds(0));
  }

  @Test
  void anEngineOrRulebookThatIsGoneIsSaidSo() {
    String id = aJudgedFigure();
    tamper(
        id,
        judgement -> {
          judgement.getPinsBuilder().setEngineVersion("judging-0");
          return judgement;
        });
    VerifyJudgementResponse engine = rail.verifier.verify(Rail.PLAN, id);
    tamper(
        id,
        judgement -> {
          judgement
              .getPinsBuilder()
              .setEngineVersion(io.waymark.judging.Judge.ENGINE_VERSION)
              .setRulebookVersion(4711);
          return judgement;
        });
    VerifyJudgementResponse rulebook = rail.verifier.verify(Rail.PLAN, id);

    assertThat(engine.getVerification()).isEqualTo(Verification.VERIFICATION_IMPOSSIBLE);
    assertThat(engine.getWords().getZh()).isEqualTo("无法重算：engine judging-0 已不存在或未记录。");
    assertThat(rulebook.getVerification()).isEqualTo(Verification.VERIFICATION_IMPOSSIBLE);
    assertThat(rulebook.getWords().getEn()).contains("rulebook waymark v4711");
  }

  @Test
  void whatIsNoJudgementIsNotFound() {
    aJudgedFigure();

    for (String id : List.of(UUID.randomUUID().toString(), "no-such-target")) {
      assertThatExceptionOfType(Failure.class)
          .isThrownBy(() -> rail.verifier.verify(Rail.PLAN, id))
          .withMessageContaining(id);
    }
  }

  @Test
  void aStoredJudgementIsFoundByItsId() {
    String first = aJudgedFigure();
    rail.figure("2027-03-31", "591");

    assertThat(rail.inForce(first).getTarget().getValue()).isEqualTo("590");
    assertThat(rail.queries.stored(Rail.PLAN, first).orElseThrow().steps().getStepsList())
        .isNotEmpty();
  }

  private String aJudgedFigure() {
    rail.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    rail.on("2027-06-30").figure("2027-06-30", "590");
    return rail.inForce(Rail.TARGET).getJudgementId();
  }

  private void tamper(String id, UnaryOperator<Judgement.Builder> change) {
    try {
      Judgement.Builder judgement = Judgement.parseFrom(bytes("body", id)).toBuilder();
      rail.db.execute(
          "update judgement set body = ? where judgement_id = ?",
          change.apply(judgement).build().toByteArray(),
          UUID.fromString(id));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] bytes(String column, String id) {
    return rail.db
        .fetchSingle(
            "select " + column + " from judgement where judgement_id = ?", UUID.fromString(id))
        .get(0, byte[].class);
  }
}
