package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.indicator.judge.JudgementStore.Entry;
import io.waymark.proto.indicator.v1.ExplainJudgementResponse;
import io.waymark.proto.indicator.v1.ExplanationStep;
import io.waymark.proto.indicator.v1.FanPoint;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.Lights;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.proto.indicator.v1.TargetOutlook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Judgements are appended; the past is restated beside what was held, never over it. */
abstract class JudgementStoreContract extends StoreContract {
  private static final String LINE = "line-11";
  private static final Instant NEXT_LOOK = Instant.parse("2031-01-01T00:00:00Z");

  @Test
  void aJudgementIsInForceAndIsFoundWithItsArithmetic() {
    on("2026-07-10");
    Entry entry = append(line("2026-07-10", 1, "580"));

    assertThat(stores().judgements().inForce(plan, LINE)).contains(entry);
    assertThat(stores().judgements().byId(plan, entry.judgement().getJudgementId()))
        .contains(entry);
    assertThat(stores().judgements().inForce(plan, LINE + "-b")).isEmpty();
    assertThat(stores().judgements().byId(plan, UUID.randomUUID().toString())).isEmpty();
    assertThat(stores().judgements().byId(plan, LINE)).isEmpty();
    assertThat(stores().judgements().byId(plan + "-b", entry.judgement().getJudgementId()))
        .isEmpty();
  }

  @Test
  void aNewerOneTakesItsPlaceAndTheOlderStays() {
    on("2026-07-10");
    Entry first = append(line("2026-07-10", 1, "580"));
    on("2026-08-10");
    Entry second = append(line("2026-08-10", 2, "583"));

    assertThat(stores().judgements().inForce(plan, LINE)).contains(second);
    assertThat(stores().judgements().history(plan, LINE))
        .containsExactly(lean(second.judgement()), lean(first.judgement()));
    assertThat(stores().judgements().byId(plan, first.judgement().getJudgementId()))
        .contains(first);
  }

  @Test
  void whatWasHeldAtAnInstantIsWhatWasInForceThen() {
    Instant july = on("2026-07-10");
    Entry first = append(line("2026-07-10", 1, "580"));
    Instant august = on("2026-08-10");
    Entry second = append(line("2026-08-10", 2, "583"));

    assertThat(held(july.minusMillis(1))).isEmpty();
    assertThat(held(july)).contains(lean(first.judgement()));
    assertThat(held(august.minusMillis(1))).contains(lean(first.judgement()));
    assertThat(held(august)).contains(lean(second.judgement()));
  }

  @Test
  void aRestatementIsPartOfTheHistoryAndNeverInForceNorHeld() {
    on("2026-07-10");
    Entry first = append(line("2026-07-10", 1, "580"));
    on("2026-08-10");
    Entry second = append(line("2026-08-10", 2, "583"));
    Instant september = on("2026-09-10");
    Entry restated =
        append(
            line("2026-07-10", 3, "579")
                .setRestatesJudgementId(first.judgement().getJudgementId()));

    assertThat(stores().judgements().inForce(plan, LINE)).contains(second);
    assertThat(held(september)).contains(lean(second.judgement()));
    assertThat(stores().judgements().history(plan, LINE))
        .containsExactly(
            lean(restated.judgement()), lean(second.judgement()), lean(first.judgement()));
    assertThat(stores().judgements().byId(plan, restated.judgement().getJudgementId()))
        .contains(restated);
  }

  @Test
  void anIndicatorStandsForItsLastTarget() {
    on("2026-07-10");
    long last =
        stores()
            .judgements()
            .inForce(plan, Rail.TARGET)
            .map(e -> e.judgement().getVersion())
            .orElse(0L);
    Entry entry =
        append(
            judgement("2026-07-10", last + 1)
                .setKind(SubjectKind.SUBJECT_KIND_TARGET)
                .setSubjectId(Rail.TARGET));

    assertThat(stores().judgements().inForce(plan, Rail.INDICATOR)).contains(entry);
    assertThat(stores().judgements().history(plan, Rail.INDICATOR))
        .startsWith(lean(entry.judgement()));
    assertThat(stores().judgements().heldAt(plan, Rail.INDICATOR, stores().clock().instant()))
        .contains(lean(entry.judgement()));
  }

  @Test
  void ofOneSubjectNoVersionComesTwice() {
    on("2026-07-10");
    Entry first = append(line("2026-07-10", 1, "580"));

    assertThatThrownBy(() -> append(line("2026-07-10", 1, "581")))
        .isInstanceOf(RuntimeException.class);
    assertThat(stores().judgements().inForce(plan, LINE)).contains(first);
    assertThat(stores().judgements().history(plan, LINE)).hasSize(1);
  }

  private Optional<Judgement> held(Instant instant) {
    return stores().judgements().heldAt(plan, LINE, instant);
  }

  private Entry append(Judgement.Builder judgement) {
    Entry entry =
        new Entry(
            judgement.build(),
            ExplainJudgementResponse.newBuilder()
                .addSteps(ExplanationStep.newBuilder().setArithmetic("580 - 578 = 2"))
                .build());
    stores().judgements().append(List.of(entry), NEXT_LOOK);
    return entry;
  }

  /** Of a project: the plan's import judged its targets. */
  private Judgement.Builder line(String asOf, long version, String sentence) {
    return judgement(asOf, version)
        .setKind(SubjectKind.SUBJECT_KIND_PROJECT)
        .setSubjectId(LINE)
        .setSentence(Rail.text(sentence, sentence));
  }

  private Judgement.Builder judgement(String asOf, long version) {
    return Judgement.newBuilder()
        .setJudgementId(UUID.randomUUID().toString())
        .setPlanId(plan)
        .setVersion(version)
        .setAsOf(asOf)
        .setLights(Lights.newBuilder().setOverall(Light.LIGHT_AT_RISK))
        .setOutlook(
            TargetOutlook.newBuilder()
                .setPMeet(0.5)
                .addFan(FanPoint.newBuilder().setDate("2030-12-31")))
        .setRecordedAt(timestamp(stores().clock().instant()));
  }

  private static Judgement lean(Judgement judgement) {
    Judgement.Builder lean = judgement.toBuilder();
    lean.getOutlookBuilder().clearFan();
    return lean.build();
  }
}
