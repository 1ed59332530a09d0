package io.waymark.registry.domain;

import static io.waymark.registry.Samples.NOW;
import static io.waymark.registry.Samples.OFFICE;
import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.WATER;
import static io.waymark.registry.Samples.definition;
import static io.waymark.registry.Samples.revision;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.chassis.failure.Failure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Another schedule by an approved document; the plan's own ends on 2028-12-31. */
class ScheduleRevisionTest {
  private final List<RecordedEvent> events = new ArrayList<>();
  private @Nullable ProjectState state;

  ScheduleRevisionTest() {
    apply(new ProjectCommand.Define(definition(PUMP, "water")), OFFICE);
  }

  @Test
  void eachDayGoesByTheScheduleInForceOnIt() {
    apply(revision("r1", "2029-06-30", "2027-07-01"), OFFICE);
    apply(revision("r2", "2030-06-30", "2028-07-01"), OFFICE);
    assertThat(finishOn("2027-06-30")).isEqualTo("2028-12-31");
    assertThat(finishOn("2027-07-01")).isEqualTo("2029-06-30");
    assertThat(finishOn("2028-06-30")).isEqualTo("2029-06-30");
    assertThat(finishOn("2028-07-01")).isEqualTo("2030-06-30");
    assertThat(now().scheduleOn(LocalDate.of(2027, 6, 30)).points()).hasSize(2);
    assertThat(now().scheduleOn(LocalDate.of(2027, 7, 1)).points()).isEmpty();
    assertThat(now().scheduleOn(LocalDate.of(2027, 7, 1)).start())
        .contains(LocalDate.of(2026, 3, 1));
  }

  @Test
  void anOlderDocumentThatIsRecordedLateDoesNotOverrideANewerOne() {
    apply(revision("r1", "2030-06-30", "2027-07-01"), OFFICE);
    apply(revision("r2", "2029-06-30", "2027-01-01"), OFFICE);
    assertThat(finishOn("2027-03-01")).isEqualTo("2029-06-30");
    assertThat(finishOn("2027-07-01")).isEqualTo("2030-06-30");
    ScheduleHistory history = ScheduleHistory.of(PUMP, events);
    assertThat(history.inForceOn(LocalDate.of(2026, 12, 31))).isEqualTo(1);
    assertThat(history.inForceOn(LocalDate.of(2027, 3, 1))).isEqualTo(3);
    assertThat(history.inForceOn(LocalDate.of(2027, 7, 1))).isEqualTo(2);
  }

  @Test
  void ofTwoDocumentsOfOneDayTheOneRecordedLastHolds() {
    apply(revision("r1", "2030-06-30", "2027-07-01"), OFFICE);
    apply(revision("r2", "2029-06-30", "2027-07-01"), OFFICE);
    assertThat(finishOn("2027-07-01")).isEqualTo("2029-06-30");
    assertThat(ScheduleHistory.of(PUMP, events).inForceOn(LocalDate.of(2027, 7, 1))).isEqualTo(3);
  }

  @Test
  void loadingThePlanAgainNeitherUndoesNorRepeatsADocument() {
    apply(revision("r1", "2029-06-30", "2027-01-01"), OFFICE);
    assertThat(
            Projects.decide(
                    state, new ProjectCommand.Define(definition(PUMP, "water")), OFFICE, NOW)
                .events())
        .isEmpty();
    apply(new ProjectCommand.Define(corrected()), OFFICE);
    assertThat(finishOn("2026-12-31")).isEqualTo("2028-10-31");
    assertThat(finishOn("2027-01-01")).isEqualTo("2029-06-30");
    assertThat(ScheduleHistory.of(PUMP, events).versions())
        .extracting(version -> version.kind() + " " + version.document())
        .containsExactly("PLAN ", "REVISION 武政调〔2027〕9号", "CORRECTION ");
  }

  @Test
  void allRevisionsTogetherAreBoundedBecauseEveryEventCarriesThem() {
    for (int i = 0; i < 19; i++) {
      apply(reasoned("r" + i, 2029 + i, "因".repeat(2000)), OFFICE);
    }
    // 19 times 2,000, and of each the number and the approver.
    assertThat(refusal(reasoned("r19", 2048, "因".repeat(2000)), OFFICE))
        .isEqualTo(
            "schedule: 40100 (expected: at most 40000 characters of milestones, documents, approvers"
                + " and reasons in all revisions of the project together)");
    apply(reasoned("r20", 2048, "因"), OFFICE);
  }

  private static ProjectCommand.ReviseSchedule reasoned(String key, int year, String reason) {
    return new ProjectCommand.ReviseSchedule(
        PUMP, key, "", year + "-06-30", List.of(), "文", "市政府部", reason, "2027-01-01");
  }

  @Test
  void whatIsNoRevisionIsRefusedWithEveryFault() {
    assertThat(
            refusal(
                new ProjectCommand.ReviseSchedule(
                    PUMP,
                    "k",
                    "2029-01-01",
                    "2028-01-01",
                    List.of(new SchedulePointDraft("2031-01-01", 130, LocalizedText.EMPTY)),
                    "",
                    " ",
                    "",
                    "soon"),
                OFFICE))
        .isEqualTo(
            "document:  (expected: 1..200 characters); approver:   (expected: 1..200 characters);"
                + " reason:  (expected: 1..2000 characters); effective: soon (expected: an ISO"
                + " date from 2000-01-01 to 2099-12-31); planned_finish: 2028-01-01 (expected: not"
                + " before planned_start, 2029-01-01); schedule[0].percent: 130 (expected: 0..100);"
                + " schedule[0].date: 2031-01-01 (expected: not after planned_finish, 2028-01-01)");
    apply(revision("r1", "2029-06-30", "2027-07-01"), OFFICE);
    assertThat(refusal(revision("r2", "2029-06-30", "2027-08-01"), OFFICE))
        .isEqualTo(
            "planned_finish: 2029-06-30 (expected: a schedule other than the one in force on"
                + " 2027-08-01)");
    assertThat(refusal(revision("r3", "2030-06-30", "2027-08-01"), WATER))
        .isEqualTo("caller water-clerk (expected: role plan_office)");
  }

  private static ProjectDefinition corrected() {
    ProjectDraft plain = io.waymark.registry.Samples.project(PUMP, "water");
    ProjectDraft draft =
        new ProjectDraft(
            plain.planId(),
            plain.projectId(),
            plain.name(),
            plain.category(),
            plain.phase(),
            "water",
            List.of(),
            plain.plannedStart(),
            "2028-10-31",
            plain.contributions(),
            plain.assumedFields(),
            plain.source(),
            plain.reportingFrequency(),
            plain.schedule());
    return ProjectRules.check(List.of(draft), Set.of("water")).getFirst();
  }

  private void apply(ProjectCommand command, Requester caller) {
    ProjectEvent event = Projects.decide(state, command, caller, NOW).events().getFirst();
    state = Projects.evolve(state, event);
    events.add(new RecordedEvent(event, state.version(), caller.actor(), NOW.instant()));
  }

  private String refusal(ProjectCommand command, Requester caller) {
    try {
      Projects.decide(state, command, caller, NOW);
      return "accepted";
    } catch (Failure failure) {
      return failure.text();
    }
  }

  private String finishOn(String day) {
    return now().scheduleOn(LocalDate.parse(day)).finish().orElseThrow().toString();
  }

  private ProjectState now() {
    return Optional.ofNullable(state).orElseThrow();
  }
}
