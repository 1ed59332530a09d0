package io.waymark.registry.app;

import static io.waymark.registry.Samples.METRO;
import static io.waymark.registry.Samples.OFFICE;
import static io.waymark.registry.Samples.PLAN;
import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.WATER;
import static io.waymark.registry.Samples.bureau;
import static io.waymark.registry.Samples.project;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.calendar.reporting.DueRule;
import io.waymark.calendar.reporting.DueRules;
import io.waymark.calendar.reporting.Frequency;
import io.waymark.registry.Samples;
import io.waymark.registry.app.ReportingStore.Query;
import io.waymark.registry.domain.Attachment;
import io.waymark.registry.domain.ProgressReport;
import io.waymark.registry.domain.ProjectCommand;
import io.waymark.registry.domain.ReportAnnexDraft;
import io.waymark.registry.domain.ReportDraft;
import io.waymark.registry.domain.ReportedProject;
import io.waymark.registry.domain.RuleSetting;
import io.waymark.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of reports and rules keeps. */
public abstract class ReportingStoreContract {
  private static final Instant START = Instant.parse("2027-06-30T01:00:00Z");
  private static final Instant EVER = Instant.MAX;

  /** Clock of the commands; a test moves it. */
  protected final MutableClock clock = MutableClock.at(START.toString());

  /** Where commands go. */
  protected abstract RegistryStore registry();

  /** An empty store, the same during one test. */
  protected abstract ReportingStore store();

  /** Two bureaus with a project each. */
  @BeforeEach
  protected void importSamples() {
    ImportHandler imports = new ImportHandler(registry(), clock);
    imports.importBureaus(List.of(bureau("water"), bureau("transport")), OFFICE);
    imports.importProjects(
        List.of(project(PUMP, "water"), project(METRO, "transport")), OFFICE, "");
  }

  @Test
  void projectsComeWithAllTheirReportsInTheOrderOfRecording() {
    String first = report("a", "2027-05-31", 30, "");
    clock.advance(Duration.ofDays(1));
    report("b", "2027-03-31", 20, "");
    report("c", "2027-05-31", 33, first);
    ReportedProject pump = only(new Query(PLAN, "water", "", EVER));
    assertThat(pump.registeredAt()).isEqualTo(START);
    assertThat(pump.reports())
        .extracting(report -> report.percentComplete().orElseThrow())
        .containsExactly(30.0, 20.0, 33.0);
    assertThat(pump.inForce())
        .extracting(report -> report.percentComplete().orElseThrow())
        .containsExactly(20.0, 33.0);
  }

  @Test
  void whatWasLearntLaterIsNotKnownEarlier() {
    report("a", "2027-05-31", 30, "");
    clock.advance(Duration.ofDays(1));
    report("b", "2027-06-30", 33, "");
    assertThat(only(new Query(PLAN, "", PUMP.projectId(), START)).reports()).hasSize(1);
    assertThat(store().projects(new Query(PLAN, "", "", START.minusSeconds(1)))).isEmpty();
  }

  @Test
  void projectsAreChosenByPlanBureauAndId() {
    assertThat(store().projects(new Query(PLAN, "", "", EVER)))
        .extracting(project -> project.state().definition().key())
        .containsExactly(METRO, PUMP);
    assertThat(store().projects(new Query("other", "", "", EVER))).isEmpty();
    assertThat(store().projects(new Query(PLAN, "parks", "", EVER))).isEmpty();
    assertThat(store().projects(new Query(PLAN, "\0", "", EVER))).isEmpty();
  }

  @Test
  void whatAReportSaysBesidesItsFiguresIsKept() {
    ReportAnnexDraft annex =
        new ReportAnnexDraft(
            List.of("LAND_ACQUISITION", "WEATHER"),
            List.of(
                new Attachment(
                    "https://files.water.example/1", "ab".repeat(32), "5月照片.jpg", 123456)),
            List.of("基坑完成"));
    ReportDraft draft =
        new ReportDraft("2027-05-31", OptionalDouble.of(30), "", "", "", "两户未签约", "", "", annex);
    carryOut(Samples.report(PUMP, "a", draft));
    ProgressReport kept = only(new Query(PLAN, "water", "", EVER)).reports().getFirst();
    assertThat(kept.annex().obstacleKinds())
        .extracting(Enum::name)
        .isEqualTo(annex.obstacleKinds());
    assertThat(kept.annex().attachments()).isEqualTo(annex.attachments());
    assertThat(kept.annex().milestonesReached()).isEqualTo(annex.milestonesReached());
    assertThat(registry().project(PUMP).orElseThrow().reports()).containsExactly(kept);
  }

  @Test
  void rulesAreKeptInTheOrderInWhichTheyWereSet() {
    RuleSetting first = setting("", 10, START);
    RuleSetting second = setting("pump-yangsigang", 20, START.plusSeconds(5));
    store().append(first);
    store().append(second);
    assertThat(store().rules(PLAN, EVER)).containsExactly(first, second);
    assertThat(store().rules(PLAN, START)).containsExactly(first);
    assertThat(store().rules("other", EVER)).isEmpty();
  }

  private static RuleSetting setting(String subject, int day, Instant at) {
    DueRule rule = new DueRule(Frequency.MONTHLY, 1, day, 2);
    return new RuleSetting(
        PLAN, new DueRules.Entry(subject, rule, LocalDate.of(2027, 1, 1)), OFFICE.actor(), at);
  }

  private ReportedProject only(Query query) {
    List<ReportedProject> found = store().projects(query);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private String report(String key, String asOf, double percent, String corrects) {
    return carryOut(
        Samples.report(
            PUMP,
            key,
            new ReportDraft(asOf, OptionalDouble.of(percent), "", "", "", "", corrects, "")));
  }

  private String carryOut(ProjectCommand.Report report) {
    return new CommandHandler(registry(), clock)
        .handle(List.of(new Submission(report, WATER, "")))
        .getFirst()
        .orThrow()
        .reportId();
  }
}
