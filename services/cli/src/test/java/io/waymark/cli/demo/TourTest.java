package io.waymark.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.cli.demo.DemoEvent.Report;
import io.waymark.cli.pack.PackFolder;
import io.waymark.cli.pack.PlanPack;
import io.waymark.judging.Light;
import io.waymark.judging.TargetJudgement;
import io.waymark.judging.TargetOutlook;
import io.waymark.proto.registry.v1.Phase;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a reader meets at the end of the demo, judged by the rules that the product judges by. */
class TourTest {
  private static final PlanPack PACK = PlanPack.read(PackFolder.wuhan()).pack().orElseThrow();
  private static final String DRAINAGE = "drainage-standard-central";

  private final JudgedScenario judged =
      new JudgedScenario(PACK, Scenario.of(PACK, Scenario.DEFAULT_SEED));

  @Test
  void allLightsOccurAmongTargetsAndProjects() {
    Set<Light> targets =
        PACK.indicators().stream()
            .map(indicator -> judged.target(indicator.id()).lights().overall())
            .collect(Collectors.toSet());
    Set<Light> projects =
        judged.reporting().stream()
            .map(project -> judged.project(project).lights().overall())
            .collect(Collectors.toSet());

    assertThat(targets)
        .contains(Light.AHEAD, Light.ON_TRACK, Light.AT_RISK, Light.OFF_TRACK, Light.UNKNOWN);
    assertThat(projects).contains(Light.AHEAD, Light.ON_TRACK, Light.AT_RISK, Light.OFF_TRACK);
  }

  @Test
  void enoughTargetsAreJudged() {
    long known =
        PACK.indicators().stream()
            .filter(i -> judged.target(i.id()).lights().overall() != Light.UNKNOWN)
            .count();

    assertThat(known).isGreaterThanOrEqualTo(60);
  }

  @Test
  void railStandsAt590OfTheWayTo645() {
    TargetJudgement rail = judged.target("rail-transit-length");

    assertThat(rail.figures().value()).isEqualByComparingTo("590");
    assertThat(rail.figures().scheduled()).isNotNull();
    assertThat(Objects.requireNonNull(rail.figures().scheduled())).isBetween(598.0, 598.1);
    assertThat(rail.causes().getFirst().projectId()).isEqualTo("metro-line-12-wuchang");
  }

  @Test
  void theTourTurnsTheDrainageStandardFromOnTrackToOffTrack() {
    TargetJudgement before = judged.target(DRAINAGE);
    judged.add(lateStation());
    TargetJudgement after = judged.target(DRAINAGE);

    assertThat(before.lights().overall()).isEqualTo(Light.ON_TRACK);
    assertThat(chance(before)).isGreaterThan(0.65);
    assertThat(after.lights().overall()).isEqualTo(Light.OFF_TRACK);
    assertThat(chance(after)).isLessThan(0.30);
    assertThat(Objects.requireNonNull(before.figures().expected())).isGreaterThan(21);
    assertThat(Objects.requireNonNull(after.figures().expected())).isLessThan(20);
    assertThat(after.causes().getFirst().projectId()).isEqualTo(Stories.TOUR);
  }

  @Test
  void theReaderOfTheTourReportsMoreThanTheDemoDid() {
    assertThat(judged.project(Stories.TOUR).figures().percentComplete()).isLessThan(38);
    assertThat(judged.project(Stories.TOUR).figures().percentDate()).isEqualTo("2027-05-31");
  }

  private static Report lateStation() {
    return new Report(
        "tour",
        "water",
        Stories.TOUR,
        LocalDate.of(2027, 6, 30),
        38,
        Optional.empty(),
        Optional.of(LocalDate.of(2032, 6, 30)),
        Phase.PHASE_UNSPECIFIED,
        "",
        "");
  }

  private static double chance(TargetJudgement judgement) {
    TargetOutlook outlook = Objects.requireNonNull(judgement.outlook());
    return outlook.pMeet();
  }
}
