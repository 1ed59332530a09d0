package io.waymark.registry.domain;

import io.waymark.refusals.Expected;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns project drafts into definitions, or names every violation of all of them. */
public final class ProjectRules {
  private static final int MOST_PROJECTS = 2000;
  private static final int MOST_PARTS = 100;
  private static final Set<String> FREQUENCIES = Set.of("", "monthly", "quarterly", "yearly");

  private ProjectRules() {}

  /**
   * Checks an import as a whole.
   *
   * @param bureauIds the bureaus that exist
   */
  public static List<ProjectDefinition> check(List<ProjectDraft> drafts, Set<String> bureauIds) {
    return check(drafts, bureauIds, Map.of());
  }

  /**
   * Checks an import as a whole.
   *
   * @param bureauIds the bureaus that exist
   * @param parents the projects of the plan that exist: by id, the parent's id or ""
   */
  public static List<ProjectDefinition> check(
      List<ProjectDraft> drafts, Set<String> bureauIds, Map<String, String> parents) {
    Faults faults = new Faults();
    if (drafts.isEmpty() || drafts.size() > MOST_PROJECTS) {
      faults.add(
          "projects", Integer.toString(drafts.size()), Expected.ITEMS.with(1, MOST_PROJECTS));
      faults.throwIfAny();
    }
    String plan = drafts.getFirst().planId();
    ProjectTree tree = new ProjectTree(drafts, parents);
    Set<String> seen = new HashSet<>();
    List<ProjectDefinition> definitions = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      ProjectDraft draft = drafts.get(i);
      Faults here = faults.at("projects[" + i + "]");
      if (!draft.planId().equals(plan)) {
        here.add("plan_id", draft.planId(), Expected.PLAN_OF_FIRST.with(plan));
      }
      if (!seen.add(draft.projectId())) {
        here.add("project_id", draft.projectId(), Expected.ONCE.with());
      }
      tree.check(here, draft);
      definitions.add(new ProjectRules.Reading(here, bureauIds).read(draft));
    }
    faults.throwIfAny();
    return definitions;
  }

  /** Reads one draft. */
  private record Reading(Faults faults, Fields fields, Set<String> bureauIds) {
    Reading(Faults faults, Set<String> bureauIds) {
      this(faults, new Fields(faults), bureauIds);
    }

    ProjectDefinition read(ProjectDraft draft) {
      Optional<LocalDate> start = fields.optionalDate("planned_start", draft.plannedStart());
      Optional<LocalDate> finish = fields.optionalDate("planned_finish", draft.plannedFinish());
      if (start.isPresent() && finish.isPresent() && finish.get().isBefore(start.get())) {
        faults.add(
            "planned_finish",
            draft.plannedFinish(),
            Expected.NOT_BEFORE_PLANNED_START.with(start.get()));
      }
      return new ProjectDefinition(
          new ProjectKey(
              fields.id("plan_id", draft.planId()), fields.id("project_id", draft.projectId())),
          fields.name("name", draft.name()),
          fields.id("category", draft.category()),
          fields.choice("phase", draft.phase(), Phase.UNSPECIFIED, EnumSet.allOf(Phase.class)),
          bureau("lead_bureau_id", draft.leadBureauId()),
          supporting(draft.supportingBureauIds()),
          start,
          finish,
          contributions(draft.contributions()),
          assumed(draft.assumedFields()),
          source(draft.source()),
          frequency(draft.reportingFrequency()),
          schedule(draft.schedule(), start, finish),
          new DetailRules(faults).read(draft.details()));
    }

    private List<SchedulePoint> schedule(
        List<SchedulePointDraft> drafts, Optional<LocalDate> start, Optional<LocalDate> finish) {
      few("schedule", drafts.size());
      return new ScheduleRules(faults, start, finish).read(drafts);
    }

    private String bureau(String field, String id) {
      if (!bureauIds.contains(id)) {
        faults.add(field, id, Expected.IMPORTED_BUREAU.with());
      }
      return id;
    }

    private List<String> supporting(List<String> ids) {
      few("supporting_bureau_ids", ids.size());
      for (int i = 0; i < ids.size(); i++) {
        bureau("supporting_bureau_ids[" + i + "]", ids.get(i));
      }
      return ids;
    }

    private List<Contribution> contributions(List<ContributionDraft> drafts) {
      few("contributions", drafts.size());
      List<Contribution> read = new ArrayList<>(drafts.size());
      for (int i = 0; i < drafts.size(); i++) {
        Faults here = faults.at("contributions[" + i + "]");
        read.add(contribution(here, new Fields(here), drafts.get(i)));
      }
      return read;
    }

    private static Contribution contribution(Faults here, Fields fields, ContributionDraft draft) {
      if (draft.mode().isEmpty()) {
        here.add("mode", "", Expected.ONE_OF.with("ON_COMPLETION, IN_PROPORTION"));
      }
      return new Contribution(
          fields.id("indicator_id", draft.indicatorId()),
          fields.decimal("amount", draft.amount()).orElse(BigDecimal.ZERO),
          fields.choice(
              "mode",
              draft.mode(),
              ContributionMode.ON_COMPLETION,
              EnumSet.allOf(ContributionMode.class)),
          fields.choice(
              "provenance",
              draft.provenance(),
              Provenance.REPORTED,
              EnumSet.allOf(Provenance.class)));
    }

    private List<String> assumed(List<String> names) {
      few("assumed_fields", names.size());
      for (int i = 0; i < names.size(); i++) {
        fields.requiredText("assumed_fields[" + i + "]", names.get(i), 100);
      }
      return names;
    }

    private SourcePassage source(SourcePassage source) {
      fields.text("source.section", source.section(), 200);
      fields.text("source.quote", source.quote(), 2000);
      if (source.line() < 0) {
        faults.add("source.line", Integer.toString(source.line()), Expected.ZERO_OR_MORE.with());
      }
      return source;
    }

    private String frequency(String value) {
      if (!FREQUENCIES.contains(value)) {
        faults.add("reporting_frequency", value, Expected.FREQUENCY.with());
      }
      return value;
    }

    private void few(String field, int size) {
      if (size > MOST_PARTS) {
        faults.add(field, Integer.toString(size), Expected.AT_MOST_ITEMS.with(MOST_PARTS));
      }
    }
  }
}
