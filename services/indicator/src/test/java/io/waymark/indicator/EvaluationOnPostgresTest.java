package io.waymark.indicator;

import static io.waymark.indicator.EvaluationDesk.ask;
import static io.waymark.indicator.EvaluationDesk.facts;
import static io.waymark.indicator.EvaluationDesk.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waymark.chassis.failure.Failure;
import io.waymark.proto.indicator.v1.BehaviourFacts;
import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.EvaluationKind;
import io.waymark.proto.indicator.v1.FreezeSnapshotRequest;
import io.waymark.proto.indicator.v1.ListSnapshotJudgementsRequest;
import io.waymark.proto.indicator.v1.ListSnapshotJudgementsResponse;
import io.waymark.proto.indicator.v1.ListSnapshotsRequest;
import io.waymark.proto.indicator.v1.Verification;
import io.waymark.proto.indicator.v1.VerifySnapshotResponse;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The evaluation of 2026, frozen in January 2027: what the figure of December says is corrected in
 * May.
 */
@RealPartsTest
class EvaluationOnPostgresTest {
  private final EvaluationDesk desk;

  EvaluationOnPostgresTest(Parts parts) {
    desk = new EvaluationDesk(parts);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aSnapshotSaysTheSameAfterALateCorrectionAndIsProvedByteForByte() {
    Evaluation frozen = desk.freeze(request("doc-1").build());
    desk.rail.on("2027-05-08").figure("2026-12-31", "580");
    desk.rail.hear(Rail.line("line-11", "30", 2, 20, "2031-12-31"));

    assertThat(desk.judgements("doc-1").getJudgements(0).getTarget().getValue()).isEqualTo("600");
    assertThat(desk.preview("2026-12-31").getTotal()).isNotEqualTo(frozen.getTotal());
    VerifySnapshotResponse verified = desk.verify("doc-1");

    assertThat(verified.getVerification()).isEqualTo(Verification.VERIFICATION_SAME);
    assertThat(verified.getRecomputedSha256())
        .isEqualTo(frozen.getSnapshot().getSha256())
        .hasSize(64);
    assertThat(verified.getJudgements()).isEqualTo(3);
    assertThat(verified.getByPins()).isZero();
  }

  @Test
  void whatWasRecordedBeforeAndCommittedAfterIsToldApartByThePins() {
    desk.freeze(request("doc-1").build());
    desk.rail.on("2027-05-08").figure("2026-12-31", "580");
    // As if the transaction of the correction had begun before the freezing and ended after it.
    desk.rail.db.execute(
        "update observation set recorded_at = '2027-01-15T00:00:00Z' where value = 580");

    VerifySnapshotResponse verified = desk.verify("doc-1");

    assertThat(verified.getVerification()).isEqualTo(Verification.VERIFICATION_SAME);
    assertThat(verified.getByPins()).isEqualTo(1);
  }

  @Test
  void aFigureThatIsGoneFromTheDatabaseIsFound() {
    desk.freeze(request("doc-1").build());
    desk.rail.db.execute("delete from observation");

    VerifySnapshotResponse verified = desk.verify("doc-1");

    assertThat(verified.getVerification()).isEqualTo(Verification.VERIFICATION_DIFFERS);
    assertThat(verified.getContentSha256()).isEqualTo(verified.getStoredSha256());
    assertThat(verified.getRecomputedSha256()).isNotEqualTo(verified.getStoredSha256());
    assertThat(verified.getDifferences(0).getWhat()).isEqualTo("target:" + Rail.TARGET);
    assertThat(verified.getWords().getEn()).contains(Rail.TARGET);
  }

  @Test
  void nothingFrozenCanBeChangedAndTamperingPastTheLockIsFound() {
    desk.freeze(request("doc-1").build());

    for (String sql :
        List.of(
            "update snapshot set document = 'x'",
            "delete from snapshot_judgement",
            "truncate scoring_scheme")) {
      assertThatExceptionOfType(DataAccessException.class)
          .as(sql)
          .isThrownBy(() -> desk.rail.db.execute(sql))
          .withMessageContaining("is frozen");
    }

    desk.rail.db.execute("alter table snapshot_judgement disable trigger all");
    desk.rail.db.execute("update snapshot_judgement set seq = seq + 7 where seq = 0");
    VerifySnapshotResponse verified = desk.verify("doc-1");
    assertThat(verified.getVerification()).isEqualTo(Verification.VERIFICATION_DIFFERS);
    assertThat(verified.getDifferences(0).getWhat()).isEqualTo("content");
  }

  @Test
  void theSameKeyAndBodyGivesTheStoredReplyAndADocumentIsUsedOnce() {
    Evaluation first = desk.freeze(request("doc-1").build());
    desk.rail.on("2027-05-08").figure("2026-12-31", "580");

    assertThat(desk.freeze(request("doc-1").build())).isEqualTo(first);
    assertThat(
            ask(
                    desk.service::listSnapshots,
                    ListSnapshotsRequest.newBuilder().setPlanId(Rail.PLAN).build())
                .getSnapshotsList())
        .containsExactly(first.getSnapshot());
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> desk.freeze(request("doc-1").setTitle("Another").build()))
        .withMessageContaining("idempotency_key");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> desk.freeze(request("doc-1").setIdempotencyKey("other").build()))
        .withMessageContaining("document: doc-1");
  }

  @Test
  void badInputIsRefusedByName() {
    assertThat(
            desk.refused(
                FreezeSnapshotRequest.newBuilder()
                    .setPlanId(Rail.PLAN)
                    .setAsOf("2027-02-30")
                    .build()))
        .contains("idempotency_key", "kind", "title", "document", "as_of");
    assertThat(desk.refused(request("d").setAsOf("2027-01-21").build())).containsExactly("as_of");
    assertThat(desk.refused(request("d").setAsOf("2025-12-31").build())).containsExactly("as_of");
    assertThat(desk.refused(request("d").setKind(EvaluationKind.EVALUATION_KIND_FINAL).build()))
        .containsExactly("as_of");
    assertThat(
            desk.refused(request("d").setKnownAt(Rail.timestamp("2026-12-01T00:00:00Z")).build()))
        .containsExactly("known_at");
    assertThat(
            desk.refused(request("d").setKnownAt(Rail.timestamp("2028-12-01T00:00:00Z")).build()))
        .containsExactly("known_at");
    assertThat(desk.refused(request("d").setPeriodStart("2027-06-01").build()))
        .containsExactly("period_start");
    assertThat(desk.refused(request("d").setScorecard("plan-index").build()))
        .containsExactly("scorecard");
    assertThat(desk.refused(request("d").setIndex("atlantis").build())).containsExactly("index");
    BehaviourFacts strange =
        facts().toBuilder()
            .addDuties(facts().getDuties(0).toBuilder().setSubjectId("line-99"))
            .build();
    assertThat(desk.refused(request("d").setFacts(strange).build()))
        .containsExactly("facts.duties[3].subject_id");
    BehaviourFacts broken =
        facts().toBuilder()
            .clearOrigin()
            .addHonesty(facts().getHonesty(0).toBuilder().setFindings(9))
            .addAlerts(facts().getAlerts(0).toBuilder().setHandledOn("2026-01-01"))
            .build();
    assertThat(desk.refused(request("d").setFacts(broken).build()))
        .containsExactly("facts.origin", "facts.honesty[1].findings", "facts.alerts[1].handled_on");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> desk.freezing.handle(request("d").build(), Rail.TRANSPORT))
        .withMessageContaining("plan_office");
  }

  @Test
  void judgementsComeInPages() {
    desk.freeze(request("doc-1").build());
    ListSnapshotJudgementsRequest.Builder page =
        ListSnapshotJudgementsRequest.newBuilder()
            .setPlanId(Rail.PLAN)
            .setSnapshotId("doc-1")
            .setPageSize(2);
    ListSnapshotJudgementsResponse first = ask(desk.service::listSnapshotJudgements, page.build());
    ListSnapshotJudgementsResponse second =
        ask(
            desk.service::listSnapshotJudgements,
            page.setPageToken(first.getNextPageToken()).build());

    assertThat(first.getJudgementsList())
        .extracting(judgement -> judgement.getSubjectId())
        .containsExactly(Rail.TARGET, "line-11");
    assertThat(second.getJudgementsList())
        .extracting(judgement -> judgement.getSubjectId())
        .containsExactly("line-12");
    assertThat(second.getNextPageToken()).isEmpty();
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> desk.judgements("doc-404"))
        .withMessageContaining("doc-404");
  }

  @Test
  void scoresComeOutOfTheFactsThatWereHandedInHoweverTheyChangeElsewhere() {
    Evaluation frozen = desk.freeze(request("doc-1").setFacts(facts()).build());
    desk.rail.on("2027-05-08").figure("2026-12-31", "580");

    VerifySnapshotResponse verified = desk.verify("doc-1");

    assertThat(verified.getVerification()).isEqualTo(Verification.VERIFICATION_SAME);
    assertThat(frozen.getBureaus(0).getPartsList())
        .as("all four parts have facts")
        .allMatch(part -> part.getInputCount() > 0)
        .hasSize(4);
    assertThat(desk.score("doc-1", "bureau:transport").getValue())
        .isEqualTo(frozen.getBureaus(0).getValue())
        .isNotEmpty();
    Evaluation later =
        desk.freeze(
            request("doc-2").setFacts(facts().toBuilder().clearAlerts().clearHonesty()).build());
    assertThat(later.getBureaus(0).getValue()).isNotEqualTo(frozen.getBureaus(0).getValue());
    assertThat(desk.verify("doc-1").getRecomputedSha256())
        .isEqualTo(frozen.getSnapshot().getSha256());
  }
}
