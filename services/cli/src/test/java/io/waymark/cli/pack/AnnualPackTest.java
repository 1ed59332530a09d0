package io.waymark.cli.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.cli.pack.LoadReport.Counts;
import io.waymark.judging.Comparator;
import io.waymark.judging.Direction;
import io.waymark.judging.Exactness;
import io.waymark.judging.Figure;
import io.waymark.judging.Frequency;
import io.waymark.judging.Judge;
import io.waymark.judging.Light;
import io.waymark.judging.Measure;
import io.waymark.judging.TargetJudgement;
import io.waymark.judging.TargetQuestion;
import io.waymark.judging.UnknownReason;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.rulebooks.Rulebooks;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The annual plan's pack: it loads, and its targets below last year's figures raise no alarm. */
class AnnualPackTest {
  private static final LocalDate JUNE = LocalDate.of(2025, 6, 30);

  private final PackReading reading = PlanPack.read(PackFolder.annual());
  private final PlanPack pack = reading.pack().orElseThrow();
  private final PackMessages messages = new PackMessages(pack);

  @Test
  void itHasNeitherErrorsNorWarningsAndHoldsWhatItsReadmeSays() {
    assertThat(reading.faults()).isEmpty();
    assertThat(pack.indicators()).hasSize(129);
    assertThat(pack.targets()).hasSize(129);
    assertThat(pack.projects()).hasSize(12);
    assertThat(pack.figures()).hasSize(29);
    assertThat(pack.series()).hasSize(5);
    assertThat(pack.targets())
        .allSatisfy(t -> assertThat(t.due()).isEqualTo(LocalDate.of(2025, 12, 31)));
  }

  @Test
  void whatNoDocumentStatesIsNamedAsAssumed() {
    assertThat(pack.indicators())
        .allSatisfy(i -> assertThat(i.assumed()).contains("lead_bureau_id", "reporting_frequency"));
    assertThat(pack.projects())
        .allSatisfy(p -> assertThat(p.assumed()).contains("planned_start", "planned_finish"));
    assertThat(pack.targets()).noneMatch(t -> t.assumed().contains("value"));
    assertThat(pack.plan().assumed()).contains("rulebook");
  }

  @Test
  void bureausAreThoseOfTheFiveYearPack() throws Exception {
    assertThat(Files.readString(PackFolder.annual().resolve("bureaus.csv"), StandardCharsets.UTF_8))
        .isEqualTo(
            Files.readString(PackFolder.wuhan().resolve("bureaus.csv"), StandardCharsets.UTF_8));
  }

  @Test
  void itLoadsAsAPlanOfItsOwnAndASecondTimeChangesNothing() {
    try (FakeServices services = new FakeServices(() -> Instant.parse("2025-03-01T01:00:00Z"))) {
      PackLoader loader =
          new PackLoader(
              services.door("cli"), (stage, done, total) -> assertThat(done).isNotNegative());
      LoadReport report = loader.load(pack);
      assertThat(report.targets()).isEqualTo(new Counts(129, 0, 0));
      assertThat(report.backgroundFigures()).isEqualTo(24);
      assertThat(loader.load(pack).changedNothing()).isTrue();
    }
    assertThat(messages.plan().getPlan().getPlanId()).isEqualTo("wuhan-annual-2025");
  }

  @Test
  void beforeTheFirstFigureOfTheYearNothingIsBehindAndOnlyWayStillToGoCanAlarm() {
    // Stocks whose target lies above the figure of 2024: their outlook may be bad from the start.
    Set<String> higher = Set.of("projects-100m", "tech-contract-value", "small-watershed-pilots");
    for (Indicator indicator : messages.plan().getIndicatorsList()) {
      TargetJudgement judged = judged(indicator, List.of());
      String id = indicator.getIndicatorId();
      assertThat(judged.lights().position()).as(id).isEqualTo(Light.UNKNOWN);
      assertThat(judged.figures().gap()).as(id).isNull();
      if (!higher.contains(id)) {
        assertThat(judged.lights().overall()).as(id).isEqualTo(Light.UNKNOWN);
      }
    }
  }

  @Test
  void aStockThatStaysWhereItWasAboveItsTargetIsOnTrack() {
    for (String id : Set.of("waste-free-cells", "national-section-water-quality")) {
      BigDecimal reached =
          pack.series().stream()
              .filter(figure -> figure.indicator().equals(id))
              .findFirst()
              .orElseThrow()
              .value();
      TargetJudgement judged = judged(indicator(id), List.of(figure(reached)));

      assertThat(judged.lights().overall()).as(id).isEqualTo(Light.ON_TRACK);
      assertThat(judged.figures().gap()).as(id).isGreaterThanOrEqualTo(0.0);
    }
  }

  @Test
  void aSumOfTheYearIsJudgedFromNothingWhateverLastYearCameTo() {
    // 121 roads in 2024, 100 wanted in 2025: half of them by the middle of the year is on schedule.
    TargetJudgement half =
        judged(indicator("micro-circulation-roads"), List.of(figure(BigDecimal.valueOf(50))));

    assertThat(half.figures().base()).isEqualByComparingTo("0");
    assertThat(half.figures().ratio()).isBetween(0.99, 1.02);
    assertThat(half.lights().position()).isEqualTo(Light.ON_TRACK);
  }

  @Test
  void awaitedAndLinkedTargetsAreAsTheTextSays() {
    assertThat(judged(indicator("pollutant-reduction"), List.of()).lights().unknownReason())
        .isEqualTo(UnknownReason.AWAITING_TARGET);
    assertThat(indicator("resident-income-growth").getFollowsIndicatorId()).isEqualTo("gdp-growth");
  }

  private Indicator indicator(String id) {
    return messages.plan().getIndicatorsList().stream()
        .filter(indicator -> indicator.getIndicatorId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private TargetJudgement judged(Indicator indicator, List<Figure> reported) {
    Target target = indicator.getTargets(0);
    List<Figure> figures = new ArrayList<>(reported);
    pack.series().stream()
        .filter(figure -> figure.indicator().equals(indicator.getIndicatorId()))
        .map(messages::observation)
        .map(AnnualPackTest::figure)
        .forEach(figures::add);
    return Judge.target(
        TargetQuestion.of(
                Measure.valueOf(plain(indicator.getMeasure().name(), "MEASURE_")),
                Comparator.valueOf(plain(target.getComparator().name(), "COMPARATOR_")),
                Direction.valueOf(plain(indicator.getDirection().name(), "DIRECTION_")))
            .value(decimal(target.getValue()))
            .base(
                decimal(target.getBaseValue()),
                target.getBaseDate().isEmpty() ? null : LocalDate.parse(target.getBaseDate()))
            .plan(pack.plan().start(), pack.plan().end())
            .due(LocalDate.parse(target.getDue()))
            .frequency(Frequency.of(indicator.getReportingFrequency()))
            .follows(indicator.getFollowsIndicatorId().isEmpty() ? null : List.of())
            .figures(figures)
            .judgedBy(Rulebooks.shipped().named("wuhan").orElseThrow(), JUNE));
  }

  private static Figure figure(BigDecimal value) {
    return new Figure("june", JUNE, value, Exactness.EXACT, false, false);
  }

  private static Figure figure(RecordObservationRequest observation) {
    return new Figure(
        observation.getIdempotencyKey(),
        LocalDate.parse(observation.getPeriodEnd()),
        new BigDecimal(observation.getValue()),
        Exactness.EXACT,
        false,
        false);
  }

  private static @Nullable BigDecimal decimal(String text) {
    return Stream.of(text).filter(t -> !t.isEmpty()).map(BigDecimal::new).findFirst().orElse(null);
  }

  private static String plain(String name, String prefix) {
    return name.substring(prefix.length());
  }
}
