package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.chassis.identity.Caller;
import io.waymark.refusals.Expected;
import io.waymark.testkit.Parts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plans and figures as they come in: once, in versions, or refused with every fault. */
class IntakeOnPostgresTest extends IndicatorOnPostgres {
  IntakeOnPostgresTest(Parts parts) {
    super(parts);
  }

  @Test
  void importingTheSamePlanTwiceChangesNothing() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    long events = events().size();

    var again = plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);

    assertThat(again.getIndicators().getUnchanged()).isEqualTo(1);
    assertThat(again.getTargets().getUnchanged()).isEqualTo(1);
    assertThat(events()).hasSize((int) events);
  }

  @Test
  void aChangedTargetIsANewVersionAndJudgedAgain() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    recording.handle(Rail.figure("k", "2027-03-31", "590"), Rail.TRANSPORT);

    var changed = plans.handle(Rail.plan("630"), Rail.PLAN_OFFICE);

    assertThat(changed.getTargets().getChanged()).isEqualTo(1);
    assertThat(target().getPins().getTargetVersion()).isEqualTo(2);
    assertThat(target().getTarget().getTargetValue()).isEqualTo("630");
  }

  @Test
  void theSameFigureSentTwiceIsOneFigure() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    var first = recording.handle(Rail.figure("k", "2027-06-30", "590"), Rail.TRANSPORT);
    int events = events().size();

    assertThat(recording.handle(Rail.figure("k", "2027-06-30", "590"), Rail.TRANSPORT))
        .isEqualTo(first);
    assertThat(events()).hasSize(events);
  }

  @Test
  void aKeyThatComesBackWithAnotherFigureIsAConflict() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    recording.handle(Rail.figure("k", "2027-06-30", "590"), Rail.TRANSPORT);

    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> recording.handle(Rail.figure("k", "2027-06-30", "591"), Rail.TRANSPORT))
        .matches(failure -> failure.reason().equals("IDEMPOTENCY_KEY_REUSED"));
    assertThat(target().getTarget().getValue()).isEqualTo("590");
  }

  @Test
  void anotherBureausIndicatorIsRefusedWhetherOrNotItExists() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    Caller water = new Caller("li.wei", true, "water", "cli", Set.of("reporter"));
    var unknown = Rail.figure("k", "2027-06-30", "1").toBuilder().setIndicatorId("no-such").build();

    for (var request : List.of(Rail.figure("k", "2027-06-30", "590"), unknown)) {
      assertThatExceptionOfType(Failure.class)
          .isThrownBy(() -> recording.handle(request, water))
          .matches(failure -> failure.reason().equals("INDICATOR_NOT_YOURS"));
    }
  }

  @Test
  void everyViolationOfAFigureIsNamed() {
    var bad =
        Rail.figure("", "2126-01-01", "NaN").toBuilder()
            .setIndicatorId("Rail Length")
            .setSource("x".repeat(501))
            .build();

    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> recording.handle(bad, Rail.TRANSPORT))
        .satisfies(failure ->
            assertThat(failure.violations())
                .extracting(Violation::field)
                .containsExactly(
                    "indicator_id", "idempotency_key", "period_end", "value", "source"));
  }

  @Test
  void aBrokenPlanIsRefusedWholeWithEveryFault() {
    var good = Rail.plan("645");
    var bad =
        good.toBuilder()
            .addIndicators(good.getIndicators(0))
            .setPlan(good.getPlan().toBuilder().setEnd("2025-12-31").setRulebook("atlantis"))
            .build();

    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> plans.handle(bad, Rail.PLAN_OFFICE))
        .satisfies(failure ->
            assertThat(failure.violations())
                .extracting(Violation::field)
                .containsExactly(
                    "plan.end",
                    "plan.rulebook",
                    "indicators[1].indicator_id",
                    "indicators[1].targets[0].target_id"));
    assertThat(queries.plans()).isEmpty();
  }

  @Test
  void aRulebookThatNobodyKnowsIsRefusedWithTheNamesThatAreKnown() {
    var bad = Rail.plan("645").toBuilder();
    bad.getPlanBuilder().setRulebook("atlantis");

    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> plans.handle(bad.build(), Rail.PLAN_OFFICE))
        .satisfies(failure ->
            assertThat(failure.violations())
                .containsExactly(
                    new Violation(
                        "plan.rulebook",
                        "atlantis",
                        Expected.RULEBOOK.with(
                            "waymark, wuhan, yinchuan, ouhai, rpmc, niti, opensdg, escap"))));
  }
}
