package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.proto.indicator.v1.Observation;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Figures are appended; what was said before stays readable. */
abstract class FigureStoreContract extends StoreContract {
  @Test
  void aFigureIsReadBackAsItWasSaid() {
    Observation figure = figure("2026-06-30", "583.50");

    assertThat(stores().figures().inForce(plan, Rail.INDICATOR, "2026-06-30")).contains(figure);
    assertThat(stores().figures().list(plan, Rail.INDICATOR, null)).containsExactly(figure);
  }

  @Test
  void aCorrectionSupersedesAndWhatItCorrectsStays() {
    Observation first = figure("2026-06-30", "583");
    on("2026-08-01");
    Observation corrected = figure("2026-06-30", "581");
    // said later, though it says that it was recorded before
    on("2026-07-01");
    Observation again = figure("2026-06-30", "582");

    assertThat(stores().figures().inForce(plan, Rail.INDICATOR, "2026-06-30")).contains(again);
    assertThat(stores().figures().list(plan, Rail.INDICATOR, null))
        .containsExactly(again, corrected, first);
  }

  @Test
  void anOlderPeriodThatComesLateTakesItsPlaceInTheSeries() {
    Observation june = figure("2026-06-30", "583");
    on("2026-08-01");
    Observation march = figure("2026-03-31", "580");

    assertThat(stores().figures().inForce(plan, Rail.INDICATOR, "2026-06-30")).contains(june);
    assertThat(stores().figures().list(plan, Rail.INDICATOR, null)).containsExactly(june, march);
  }

  @Test
  void whatWasKnownAtAnInstantIsWhatHadBeenRecordedByThen() {
    Instant first = on("2026-07-10");
    Observation june = figure("2026-06-30", "583");
    Instant second = on("2026-08-01");
    Observation corrected = figure("2026-06-30", "581");

    assertThat(stores().figures().list(plan, Rail.INDICATOR, first.minusMillis(1))).isEmpty();
    assertThat(stores().figures().list(plan, Rail.INDICATOR, first)).containsExactly(june);
    assertThat(stores().figures().list(plan, Rail.INDICATOR, second))
        .containsExactly(corrected, june);
  }

  @Test
  void figuresOfAnotherPlanIndicatorOrPeriodAreOthers() {
    figure("2026-06-30", "583");
    stores().load(rail(plan + "-b"));

    assertThat(stores().figures().list(plan + "-b", Rail.INDICATOR, null)).isEmpty();
    assertThat(stores().figures().list(plan, Rail.FOLLOWER, null)).isEmpty();
    assertThat(stores().figures().inForce(plan, Rail.INDICATOR, "2026-09-30")).isEmpty();
  }

  @Test
  void anIdIsAppendedOnce() {
    Observation figure = figure("2026-06-30", "583");

    assertThatThrownBy(
            () -> stores().figures().append(plan, figure.toBuilder().setValue("584").build()))
        .isInstanceOf(RuntimeException.class);
    assertThat(stores().figures().list(plan, Rail.INDICATOR, null)).containsExactly(figure);
  }
}
