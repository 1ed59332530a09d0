package io.waymark.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.cli.pack.FakeServices;
import io.waymark.cli.pack.PackFolder;
import io.waymark.cli.pack.PlanPack;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.type.v1.Provenance;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayerTest {
  private static final PlanPack PACK = PlanPack.read(PackFolder.wuhan()).pack().orElseThrow();
  private static final Scenario SCENARIO = Scenario.of(PACK, Scenario.DEFAULT_SEED);
  private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

  @TempDir Path folder;

  private final List<String> progress = new ArrayList<>();
  private final List<Map<String, String>> settled = new ArrayList<>();
  private ClockFile clock = new ClockFile(Path.of("unset"), Clock.systemUTC());
  private FakeServices services = new FakeServices(Clock.systemUTC()::instant);

  @BeforeEach
  void start() {
    services.close();
    clock = new ClockFile(folder.resolve("clock"), Clock.fixed(NOW, ZoneOffset.UTC));
    services = new FakeServices(clock::now);
  }

  @AfterEach
  void close() {
    services.close();
  }

  @Test
  void everyEventIsAcknowledged() {
    PlayReport report = play();

    assertThat(report.reports() + report.figures() + report.stops()).isEqualTo(SCENARIO.size());
    assertThat(report.repeated()).isZero();
    assertThat(services.registry().reports()).hasSize(report.reports());
    assertThat(services.indicator().figures()).hasSize(report.figures());
    assertThat(services.registry().stops()).hasSize(4);
  }

  @Test
  void playingAgainChangesNothingAndLeavesTheClockAlone() {
    play();
    int written = services.registry().reports().size();
    PlayReport again = play();

    assertThat(again.changedNothing()).isTrue();
    assertThat(services.registry().reports()).hasSize(written);
    assertThat(clock.now()).isEqualTo(Scenario.END);
    assertThat(settled).as("a repeat waits for nothing").hasSize(18);
  }

  @Test
  void recordedTimesFollowTheMonths() {
    play();

    assertThat(services.registry().recorded()).isSorted();
    assertThat(services.registry().recorded().getFirst())
        .isEqualTo(SCENARIO.months().getFirst().sentAt());
    assertThat(services.registry().recorded().getLast())
        .isEqualTo(SCENARIO.months().getLast().sentAt());
  }

  @Test
  void atTheEndTheClockStandsAtTheEveningOf30June2027() {
    play();

    assertThat(clock.now()).isEqualTo(Instant.parse("2027-06-30T10:00:00Z"));
  }

  @Test
  void everythingIsMarkedAsSimulatedAndSentThroughTheDemoChannel() {
    play();

    assertThat(services.registry().reports())
        .allMatch(r -> r.getProvenance() == Provenance.PROVENANCE_SIMULATED);
    assertThat(services.indicator().figures())
        .extracting(RecordObservationRequest::getProvenance)
        .containsOnly(Provenance.PROVENANCE_SIMULATED);
    assertThat(services.callers()).allMatch(caller -> caller.startsWith("demo Bearer "));
  }

  @Test
  void eachBureauReportsWithItsOwnToken() {
    play();

    Set<String> callers = Set.copyOf(services.indicator().figureCallers());
    assertThat(callers)
        .contains("demo Bearer water/reporter", "demo Bearer transport/reporter")
        .hasSizeGreaterThan(10);
  }

  @Test
  void correctionsNameTheReportThatTheRegistryKnows() {
    play();

    Set<String> ids =
        services.registry().reports().stream()
            .map(report -> "report-" + report.getIdempotencyKey())
            .collect(Collectors.toSet());
    assertThat(services.registry().reports())
        .filteredOn(report -> !report.getCorrectsReportId().isEmpty())
        .hasSize(2)
        .extracting(ReportProgressRequest::getCorrectsReportId)
        .allMatch(ids::contains);
  }

  @Test
  void aRefusedReportIsNamedAndTheNextPlayGoesOnFromThere() {
    services.registry().refuse(Stories.TOUR);

    assertThatThrownBy(this::play)
        .isInstanceOf(PlayRefusedException.class)
        .hasMessageStartingWith(
            "PERMISSION_DENIED PROJECT_NOT_YOURS: not yours (report|demo/15/pump-yangsigang/2026-01-31/");

    services.registry().refuse("none");
    assertThat(play().repeated()).isPositive();
    assertThat(clock.now()).isEqualTo(Scenario.END);
  }

  @Test
  void aServiceThatIsAwayForAMomentIsAskedAgainAndNothingIsWrittenTwice() {
    services.awayEvery(40);

    PlayReport report = play();

    assertThat(report.reports() + report.figures() + report.stops()).isEqualTo(SCENARIO.size());
    assertThat(services.registry().reports()).hasSize(report.reports());
    assertThat(services.indicator().figures()).hasSize(report.figures());
  }

  @Test
  void progressCountsToTheEnd() {
    play();

    assertThat(progress.getFirst()).isEqualTo("2026-01-31 0/" + SCENARIO.size());
    assertThat(progress.getLast())
        .isEqualTo("2027-06-30 " + SCENARIO.size() + "/" + SCENARIO.size());
  }

  @Test
  void settlingWaitsUntilTheReportIsAmongWhatTheJudgementStandsOn() {
    services.indicator().judge("report-1");
    Settling settling = new JudgedSettling(services.door("demo"), Duration.ofSeconds(20));

    settling.await("wuhan-15", Map.of("pump-yangsigang", "report-1"));

    assertThat(services.callers()).hasSize(1);
  }

  @Test
  void settlingGivesUpWhenPatienceEnds() {
    Settling settling = new JudgedSettling(services.door("demo"), Duration.ofMillis(120));

    settling.await("wuhan-15", Map.of("pump-yangsigang", "report-1"));

    assertThat(services.callers()).isNotEmpty();
  }

  private PlayReport play() {
    Settling noting = (plan, reports) -> settled.add(reports);
    return new Player(services.door("demo"), clock, noting, this::note).play(SCENARIO);
  }

  private void note(LocalDate monthEnd, int done, int total) {
    progress.add(monthEnd + " " + done + "/" + total);
  }
}
