package io.waymark.indicator;

import static io.waymark.indicator.EvaluationDesk.ask;
import static io.waymark.indicator.EvaluationDesk.facts;
import static io.waymark.indicator.EvaluationDesk.lights;
import static io.waymark.indicator.EvaluationDesk.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waymark.chassis.failure.Failure;
import io.waymark.proto.indicator.v1.ChangeKind;
import io.waymark.proto.indicator.v1.CompareSnapshotsRequest;
import io.waymark.proto.indicator.v1.CompareSnapshotsResponse;
import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.EvaluationKind;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.PreviewEvaluationRequest;
import io.waymark.proto.indicator.v1.Score;
import io.waymark.proto.indicator.v1.ScorePart;
import io.waymark.proto.indicator.v1.SubjectChange;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.proto.indicator.v1.Verification;
import io.waymark.rulebooks.SchemeReader;
import io.waymark.rulebooks.Schemes;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an evaluation scores, by which scheme, and how two of them differ. */
@RealPartsTest
class EvaluationScoresOnPostgresTest {
  private final EvaluationDesk desk;
  @TempDir private Path folder;

  EvaluationScoresOnPostgresTest(Parts parts) {
    desk = new EvaluationDesk(parts);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void whatIsFrozenNamesItsActorItsRulesAndItsScores() {
    Evaluation frozen = desk.freeze(request("doc-1").setFacts(facts()).build());

    assertThat(frozen.getSnapshot().getActor().getName()).isEqualTo("zhang.min");
    assertThat(frozen.getSnapshot().getRulebook()).isEqualTo("waymark");
    assertThat(frozen.getSnapshot().getPeriodStart()).isEqualTo("2026-01-01");
    assertThat(frozen.getSnapshot().getScorecard()).isEqualTo("bureau-scorecard@1");
    assertThat(frozen.getFactsOrigin()).isEqualTo("registry, 2027-01-20");
    assertThat(frozen.getIndexScheme().getFormula().getEn()).startsWith("0.35 × position");
    assertThat(lights(frozen.getTotal().getTargets())).isEqualTo(1);
    assertThat(lights(frozen.getTotal().getProjects())).isEqualTo(2);
    assertThat(frozen.getByBureau(0).getName().getZh()).isEqualTo("市交通局");
    Score bureau = frozen.getBureaus(0);
    assertThat(bureau.getScoreId()).isEqualTo("bureau:transport");
    assertThat(bureau.getRank()).isEqualTo(1);
    assertThat(bureau.getPartsList())
        .extracting(ScorePart::getComponentId, ScorePart::getValue)
        .contains(
            org.assertj.core.groups.Tuple.tuple("punctuality", "0.750000"),
            org.assertj.core.groups.Tuple.tuple("alerts-in-time", "1.000000"),
            org.assertj.core.groups.Tuple.tuple("honesty", "0.250000"));
    assertThat(bureau.getPartsList()).allMatch(part -> part.getInputsCount() == 0);
    ScorePart punctuality = desk.score("doc-1", "bureau:transport").getParts(1);
    assertThat(punctuality.getInputs(0).getLabel().getEn())
        .isEqualTo("1 in time, 0 late, 0 missing");
    assertThat(punctuality.getInputs(1).getLabel().getEn())
        .isEqualTo("0 in time, 1 late, 0 missing");
  }

  @Test
  void partsWithoutFactsAreMissingAndNeverZero() {
    Score bureau = desk.freeze(request("doc-1").build()).getBureaus(0);

    assertThat(bureau.getParts(1).getPoints()).isEmpty();
    assertThat(bureau.getKnownWeight()).isEqualTo("0.4");
    assertThat(bureau.getValue()).as("less than half of the weight is known").isEmpty();
    assertThat(bureau.getRank()).isZero();
  }

  @Test
  void twoSnapshotsAreComparedSubjectBySubjectAndSummedUp() {
    desk.rail.figure("2026-12-31", "644");
    desk.freeze(request("doc-1").build());
    desk.rail.on("2027-12-20").figure("2027-11-30", "579");
    desk.rail.hear(Rail.line("line-13", "5", 1, 10, "2030-06-30"));
    desk.rail.on("2028-01-20");
    desk.freeze(
        request("doc-2")
            .setAsOf("2027-12-31")
            .setKind(EvaluationKind.EVALUATION_KIND_MID_TERM)
            .build());

    CompareSnapshotsResponse compared =
        ask(
            desk.service::compareSnapshots,
            CompareSnapshotsRequest.newBuilder()
                .setPlanId(Rail.PLAN)
                .setSnapshotId("doc-2")
                .setEarlierId("doc-1")
                .build());

    SubjectChange target =
        compared.getChangesList().stream()
            .filter(change -> change.getKind() == SubjectKind.SUBJECT_KIND_TARGET)
            .findFirst()
            .orElseThrow();
    assertThat(target.getChange()).isEqualTo(ChangeKind.CHANGE_KIND_WORSE);
    assertThat(target.getBefore().getLights().getPosition()).isEqualTo(Light.LIGHT_AHEAD);
    assertThat(target.getBefore().getValue()).isEqualTo("644");
    assertThat(target.getAfter().getValue()).isEqualTo("579");
    assertThat(target.getChangedList())
        .contains("lights.position", "lights.overall", "projection", "value")
        .doesNotContain("target_version");
    assertThat(compared.getChanges(0)).isEqualTo(target);
    assertThat(compared.getTotal().getAppeared()).isEqualTo(1);
    assertThat(compared.getTotal().getWorse()).isPositive();
    assertThat(lights(compared.getTotal().getBefore())).isEqualTo(3);
    assertThat(lights(compared.getTotal().getAfter())).isEqualTo(4);
    assertThat(compared.getByField(1).getId()).isEqualTo("transport");
    assertThat(compared.getByBureau(0).getName().getEn()).isEqualTo("Transport Bureau");
    assertThat(compared.getScores(0).getScoreId()).isEqualTo("index");
    assertThat(new java.math.BigDecimal(compared.getScores(0).getAfter()))
        .isEqualByComparingTo(
            new java.math.BigDecimal(compared.getScores(0).getBefore())
                .add(new java.math.BigDecimal(compared.getScores(0).getDifference())));
    assertThat(compared.getIndexesComparable()).isTrue();
    assertThat(compared.getSameRulebook()).isTrue();
  }

  @Test
  void schemesOfOnesOwnCountAndCannotChangeBehindTheirVersion() throws java.io.IOException {
    String mine =
        Schemes.shipped()
            .named(Schemes.SCORECARD)
            .orElseThrow()
            .yaml()
            .replace("scheme: bureau-scorecard", "scheme: mine")
            .replace("least_known: 0.5", "least_known: 0.3");
    assertThat(SchemeReader.read("mine.yaml", mine).faults()).isEmpty();
    Files.writeString(folder.resolve("mine.yaml"), mine);
    desk.schemes = Schemes.with(folder).schemes();
    Evaluation frozen = desk.freeze(request("doc-1").setScorecard("mine").build());

    assertThat(frozen.getBureaus(0).getValue()).as("40 % of the weight suffice here").isNotEmpty();
    assertThat(frozen.getScorecard().getYaml()).isEqualTo(mine);
    Files.writeString(
        folder.resolve("mine.yaml"), mine.replace("least_known: 0.3", "least_known: 0.2"));
    desk.schemes = Schemes.with(folder).schemes();
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> desk.freeze(request("doc-2").setScorecard("mine").build()))
        .withMessageContaining("mine@1");
    desk.schemes = Schemes.shipped();
    assertThat(desk.verify("doc-1").getVerification())
        .as("the file is gone, the snapshot has it")
        .isEqualTo(Verification.VERIFICATION_SAME);
  }

  @Test
  void aPreviewWritesNothingAndShowsOneScoreWithItsInputs() {
    long rows = desk.rail.db.fetchCount(org.jooq.impl.DSL.table("command_reply"));
    Evaluation preview =
        desk.freezing.preview(
            PreviewEvaluationRequest.newBuilder()
                .setPlanId(Rail.PLAN)
                .setScoreId("field:transport")
                .build());

    assertThat(preview.getSnapshot().getSha256()).isEmpty();
    assertThat(preview.getSnapshot().getAsOf()).isEqualTo("2027-01-20");
    assertThat(preview.getFieldsList()).hasSize(1);
    assertThat(preview.getFields(0).getParts(0).getInputsList())
        .extracting(input -> input.getSubject())
        .containsExactly("target:" + Rail.TARGET);
    assertThat(preview.getBureausList()).isEmpty();
    assertThat(desk.rail.db.fetchCount(org.jooq.impl.DSL.table("snapshot"))).isZero();
    assertThat(desk.rail.db.fetchCount(org.jooq.impl.DSL.table("command_reply"))).isEqualTo(rows);
  }
}
