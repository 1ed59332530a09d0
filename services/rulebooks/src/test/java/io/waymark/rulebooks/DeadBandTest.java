package io.waymark.rulebooks;

import static io.waymark.judging.Light.AT_RISK;
import static io.waymark.judging.Light.OFF_TRACK;
import static io.waymark.judging.Light.ON_TRACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.judging.Judge;
import io.waymark.judging.Light;
import io.waymark.judging.Previous;
import io.waymark.judging.ProjectJudgement;
import io.waymark.judging.Rulebook;
import io.waymark.judging.Step;
import io.waymark.judging.TargetBuilder;
import io.waymark.judging.TargetJudgement;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds for getting better are not those for getting worse. */
class DeadBandTest {
  private static final LocalDate TODAY = LocalDate.parse("2027-06-30");

  private static Previous before(Light position, Light outlook) {
    return new Previous("j-1", position, outlook);
  }

  private static ProjectJudgement wuhan(double made, Light before) {
    return Cases.project(Cases.rulebook("wuhan"), 50, made, before(before, Light.UNKNOWN));
  }

  @Test
  void aLightGetsBetterOnlyWhenTheNumberClearsTheBoundByTheBand() {
    assertThat(wuhan(40.5, AT_RISK).lights().position()).isEqualTo(AT_RISK);
    assertThat(wuhan(41, AT_RISK).lights().position()).isEqualTo(ON_TRACK);
    assertThat(wuhan(40.5, ON_TRACK).lights().position()).isEqualTo(ON_TRACK);
  }

  @Test
  void aLightGetsWorseAtOnce() {
    assertThat(wuhan(39.9, ON_TRACK).lights().position()).isEqualTo(AT_RISK);
    assertThat(wuhan(29.9, AT_RISK).lights().position()).isEqualTo(OFF_TRACK);
  }

  @Test
  void aLightThatDoesNotClearTheBestBoundStillLeavesTheWorst() {
    assertThat(wuhan(40.5, OFF_TRACK).lights().position()).isEqualTo(AT_RISK);
  }

  @Test
  void theArithmeticSaysThatTheBandHeldTheLight() {
    assertThat(wuhan(40.5, AT_RISK).steps())
        .filteredOn(step -> step.label().en().startsWith("Dead band"))
        .extracting(Step::arithmetic, step -> step.result().en())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "◆ → ●; 81.00 % − 2 %: 60 % ≤ 79.00 % < 80 %", "at risk"));
    assertThat(wuhan(41, AT_RISK).steps())
        .noneMatch(step -> step.label().en().startsWith("Dead band"));
  }

  @Test
  void thePreviousJudgementIsPinned() {
    assertThat(wuhan(40.5, AT_RISK).pins().previousJudgementId()).isEqualTo("j-1");
  }

  @Test
  void anUnknownOrSuspendedLightHoldsNothing() {
    assertThat(wuhan(40.5, Light.UNKNOWN).lights().position()).isEqualTo(ON_TRACK);
    assertThat(wuhan(40.5, Light.SUSPENDED).lights().position()).isEqualTo(ON_TRACK);
  }

  @Test
  void rulebookOneOfWuhanHadNoBand() {
    Previous yellow = before(AT_RISK, Light.UNKNOWN);
    assertThat(Cases.project(Cases.rulebook("wuhan@1"), 50, 40.5, yellow).lights().position())
        .isEqualTo(ON_TRACK);
  }

  @Test
  void aMetTargetIsGreenWhateverTheLightWas() {
    TargetBuilder met = Cases.target("578", "645", Cases.figure("2027-06-30", "645"));
    TargetJudgement judgement =
        Judge.target(met.judgedBy(Cases.rulebook("wuhan"), TODAY), before(OFF_TRACK, OFF_TRACK));
    assertThat(judgement.lights().position()).isEqualTo(Light.AHEAD);
  }

  /** Each case wobbles about one bound by less than the rulebook's band. */
  @ParameterizedTest(name = "{0} about {1} by {2}")
  @CsvSource({
    "wuhan, 40, 0.99",
    "wuhan, 30, 0.99",
    "yinchuan, 40, 0.99",
    "yinchuan, 20, 0.99",
    "rpmc, 45, 0.99",
    "rpmc, 40, 0.99",
    "rpmc, 35, 0.99",
    "niti, 50, 0.49",
    "niti, 45, 0.49",
    "opensdg, 47.5, 1.4",
    "opensdg, 30, 1.4",
    "escap, 45, 0.7",
    "waymark, 45, 0.24",
    "waymark, 37.5, 0.24"
  })
  void aWobbleWithinTheBandFlipsALightAtMostOnce(String name, double bound, double amplitude) {
    Rulebook rulebook = Cases.rulebook(name);
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      Previous previous = Previous.NONE;
      int flips = 0;
      for (int i = 0; i < 40; i++) {
        double made = bound + amplitude * (2 * random.nextDouble() - 1);
        Light light = Cases.project(rulebook, 50, made, previous).lights().position();
        flips += i > 0 && light != previous.position() ? 1 : 0;
        previous = new Previous("j-" + i, light, Light.UNKNOWN);
      }
      assertThat(flips).as("seed %s", seed).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void withoutABandTheSameWobbleFlickers() {
    Rulebook rulebook = Cases.rulebook("wuhan@1");
    Previous previous = Previous.NONE;
    int flips = 0;
    for (int i = 0; i < 10; i++) {
      Light light =
          Cases.project(rulebook, 50, i % 2 == 0 ? 39.9 : 40.1, previous).lights().position();
      flips += i > 0 && light != previous.position() ? 1 : 0;
      previous = new Previous("j-" + i, light, Light.UNKNOWN);
    }
    assertThat(flips).isEqualTo(9);
  }

  @Test
  void judgingTheSameFactsAgainChangesNothing() {
    for (String name : Rulebooks.shipped().names()) {
      Rulebook rulebook = Cases.rulebook(name);
      for (Light before : new Light[] {Light.AHEAD, ON_TRACK, AT_RISK, OFF_TRACK}) {
        for (double made = 20; made < 60; made += 0.25) {
          Light once =
              Cases.project(rulebook, 50, made, before(before, before)).lights().position();
          Light twice = Cases.project(rulebook, 50, made, before(once, before)).lights().position();
          assertThat(twice).as("%s %s %s", name, before, made).isEqualTo(once);
        }
      }
    }
  }

  @Test
  void theOutlookHasABandToo() {
    boolean held = false;
    for (double value = 600; value < 640; value += 0.25) {
      TargetBuilder target =
          Cases.target(
              "578",
              "645",
              Cases.figure("2026-12-31", "590"),
              Cases.figure("2027-06-30", String.valueOf(value)));
      var question = target.judgedBy(Cases.rulebook("wuhan"), TODAY);
      Light free = Judge.target(question).lights().outlook();
      Light bound = Judge.target(question, before(AT_RISK, AT_RISK)).lights().outlook();
      double chance = java.util.Objects.requireNonNull(Judge.target(question).outlook()).pMeet();
      if (free == ON_TRACK && bound == AT_RISK) {
        held = true;
        assertThat(chance).isBetween(0.60, 0.63);
      }
    }
    assertThat(held).isTrue();
  }
}
