package io.waymark.cli.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.cli.pack.LoadProgress.Stage;
import io.waymark.cli.pack.LoadReport.Counts;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.type.v1.Provenance;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackLoaderTest {
  @TempDir Path folder;

  private final FakeServices services =
      new FakeServices(() -> Instant.parse("2026-01-01T01:00:00Z"));
  private final List<String> progress = new ArrayList<>();

  @AfterEach
  void close() {
    services.close();
  }

  @Test
  void theWholePackArrives() {
    LoadReport report = load(PlanPack.read(PackFolder.wuhan()));

    assertThat(report)
        .isEqualTo(
            new LoadReport(
                new Counts(33, 0, 0),
                new Counts(142, 0, 0),
                new Counts(142, 0, 0),
                new Counts(551, 0, 0),
                new Counts(8, 0, 0),
                new Counts(0, 0, 0),
                new Counts(0, 0, 0),
                2,
                1));
    assertThat(services.registry().importSizes()).containsExactly(500, 51);
  }

  @Test
  void aSecondLoadChangesNothingAndSaysSo() {
    load(PlanPack.read(PackFolder.wuhan()));
    LoadReport again = load(PlanPack.read(PackFolder.wuhan()));

    assertThat(again.changedNothing()).isTrue();
    assertThat(again.projects()).isEqualTo(new Counts(0, 0, 551));
    assertThat(again.observations()).isEqualTo(new Counts(0, 0, 8));
    assertThat(services.indicator().figures()).hasSize(8);
  }

  @Test
  void aChangedFigureIsRecordedAnewAndCounted() {
    PackFolder pack = PackFolder.sound(folder);
    load(pack.read());
    LoadReport again = load(pack.change("observations.csv", "12.5", "12.4").read());

    assertThat(again.observations()).isEqualTo(new Counts(0, 1, 0));
    assertThat(services.indicator().figures())
        .extracting(RecordObservationRequest::getValue)
        .containsExactly("12.5", "12.4");
  }

  @Test
  void figuresAreRecordedInTheNameOfTheLeadBureauAndTheRestByThePlanOffice() {
    load(PackFolder.sound(folder).read());

    assertThat(services.indicator().figureCallers()).containsExactly("cli Bearer water/reporter");
    assertThat(services.callers()).first().isEqualTo("cli Bearer plan-office/plan_office+reporter");
  }

  @Test
  void publishedAndAssumedFiguresAreToldApart() {
    load(PlanPack.read(PackFolder.wuhan()));
    Project line =
        Objects.requireNonNull(services.registry().projects().get("metro-line-12-wuchang"));

    assertThat(line.getContributions(0).getProvenance()).isEqualTo(Provenance.PROVENANCE_ASSUMED);
    assertThat(line.getAssumedFieldsList()).contains("planned_finish", "lead_bureau_id");
    assertThat(services.indicator().figures())
        .allMatch(f -> f.getProvenance() == Provenance.PROVENANCE_PUBLISHED)
        .allMatch(f -> f.getSource().contains("行："));
    assertThat(
            Objects.requireNonNull(services.indicator().indicators().get("gdp-total"))
                .getAssumedFieldsList())
        .containsExactly("lead_bureau_id", "reporting_frequency", "targets.binding");
    assertThat(services.registry().bureaus().values())
        .allMatch(bureau -> bureau.getProvenance() == Provenance.PROVENANCE_ASSUMED);
  }

  @Test
  void onlyLinksWithAnAmountBecomeContributions() {
    load(PackFolder.sound(folder).read());

    assertThat(
            Objects.requireNonNull(services.registry().projects().get("pump"))
                .getContributionsList())
        .singleElement()
        .satisfies(c -> assertThat(c.getIndicatorId()).isEqualTo("drainage"));
  }

  @Test
  void aProjectsScheduleIsSentWithItsMilestones() {
    load(PackFolder.sound(folder).read());

    Project pump = Objects.requireNonNull(services.registry().projects().get("pump"));
    assertThat(pump.getScheduleList())
        .extracting(point -> point.getDate() + " " + point.getPercent())
        .containsExactly("2026-06-30 10.0", "2027-12-31 60.0");
    assertThat(pump.getSchedule(0).hasMilestone()).isFalse();
    assertThat(pump.getSchedule(1).getMilestone().getZh()).isEqualTo("水泵就位");
    assertThat(pump.getAssumedFieldsList())
        .containsExactly("planned_finish", "planned_start", "schedule.date");
  }

  @Test
  void anAwaitedTargetIsSentWithoutValue() {
    load(PackFolder.sound(folder).change("targets.csv", "leakage,8,,le", "leakage,,,").read());

    var target =
        Objects.requireNonNull(services.indicator().indicators().get("leakage")).getTargets(0);
    assertThat(target.getValue()).isEmpty();
    assertThat(target.getComparator()).isEqualTo(Comparator.COMPARATOR_EQ);
  }

  @Test
  void keysFollowFromTheContent() {
    load(PackFolder.sound(folder).read());

    assertThat(services.indicator().figures().getFirst().getIdempotencyKey())
        .matches("pack/p1/leakage/2025-12-31/[0-9a-f]{12}");
  }

  @Test
  void progressIsToldStageByStage() {
    load(PlanPack.read(PackFolder.wuhan()));

    assertThat(progress)
        .startsWith("BUREAUS 0/33", "BUREAUS 33/33", "PLAN 0/142", "PLAN 142/142")
        .containsSubsequence("PROJECTS 0/551", "PROJECTS 500/551", "PROJECTS 551/551")
        .endsWith("OBSERVATIONS 7/8", "OBSERVATIONS 8/8");
  }

  private LoadReport load(PackReading reading) {
    PackLoader loader = new PackLoader(services.door("cli"), this::note);
    return loader.load(reading.pack().orElseThrow());
  }

  private void note(Stage stage, int done, int total) {
    progress.add(stage + " " + done + "/" + total);
  }
}
