package io.waymark.cli.pack;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sheets of a pack with their columns, which readers and the export share: each is a file of a
 * folder, or a sheet of a workbook. Columns that only trace a rule are noted: the services keep
 * their text as it is. Every other column is a field of theirs, and {@link PackExport} reads it
 * back.
 */
public enum Sheet {
  /** The plan. */
  PLAN(
      "plan",
      true,
      "plan_id",
      "plan_id name_zh name_en start end",
      "rulebook parent_plan_id source assumed",
      ""),
  /** Bureaus. */
  BUREAUS(
      "bureaus",
      true,
      "bureau_id",
      "bureau_id name_zh name_en emails",
      "parent_bureau_id level language languages contacts delegates assumed",
      "assumed"),
  /** Indicators. */
  INDICATORS(
      "indicators",
      true,
      "indicator_id",
      "indicator_id name_zh name_en category unit_zh unit_en measure direction lead_bureau_id",
      "reporting_frequency follows_indicator_id year_to_date reference_class section source_line"
          + " quote assumed",
      ""),
  /** Targets. */
  TARGETS(
      "targets",
      true,
      "target_id",
      "target_id indicator_id value comparator due",
      "value_max official_text base_value base_date binding trajectory serves_plan_id"
          + " serves_target_id base_rule assumed",
      "base_rule"),
  /** Revisions of targets by document. */
  INSTRUMENTS(
      "instruments",
      false,
      "target_id effective document",
      "target_id effective value comparator due document approver reason",
      "value_max source_line assumed",
      "source_line assumed"),
  /** What indicators are made up of. */
  ROLL_UPS(
      "roll_ups",
      false,
      "indicator_id part_plan_id part_indicator_id",
      "indicator_id method part_plan_id part_indicator_id",
      "weight part_name_zh part_name_en rule assumed",
      "rule assumed"),
  /** How targets are shared out. */
  SHARES(
      "shares",
      false,
      "target_id kind assignee",
      "target_id kind method assignee value",
      "weight tolerance child_plan_id child_target_id source_line quote rule assumed",
      "source_line quote rule assumed"),
  /** Projects. */
  PROJECTS(
      "projects",
      true,
      "project_id",
      "project_id name_zh name_en category phase lead_bureau_id planned_start planned_finish",
      "supporting_bureau_ids reporting_frequency kind parent_project_id district address_zh"
          + " address_en latitude longitude budget funding plan_word section box source_line quote date_rule"
          + " assumed",
      "plan_word box date_rule"),
  /** What projects add to indicators. */
  CONTRIBUTIONS(
      "contributions",
      false,
      "project_id indicator_id",
      "indicator_id project_id amount mode",
      "basis source_line rule assumed",
      "basis source_line rule assumed"),
  /** Projects' own schedules, and the points of those that a document put in their place. */
  SCHEDULES(
      "schedules",
      false,
      "project_id effective document date",
      "project_id date percent",
      "effective document milestone_zh milestone_en source_line assumed",
      "source_line assumed"),
  /** Schedules by document. */
  SCHEDULE_REVISIONS(
      "schedule_revisions",
      false,
      "project_id effective document",
      "project_id effective planned_start planned_finish document approver reason",
      "",
      ""),
  /** Moves from phase to phase that somebody recorded; those that a report told are no plan's. */
  PHASES("phases", false, "project_id date phase", "project_id date phase", "reason approval", ""),
  /** Approved stops of projects. */
  SUSPENSIONS(
      "suspensions",
      false,
      "project_id from",
      "project_id from reason approval",
      "until planned_until resumption_approval",
      ""),
  /** Until when reports of projects and figures of indicators are due, where the plan sets it. */
  REPORTING_RULES(
      "reporting_rules",
      false,
      "owed subject_id frequency effective",
      "owed frequency months_after day grace_days effective",
      "subject_id",
      ""),
  /** Published figures. */
  OBSERVATIONS(
      "observations",
      false,
      "indicator_id period_end use",
      "indicator_id period_end value",
      "exactness use name_zh name_en source_line quote assumed",
      "name_zh name_en source_line quote assumed");

  /** What an empty cell of these columns means; the canonical form writes it out. */
  private static final Map<String, Map<String, String>> DEFAULTS =
      Map.of(
          "indicators", Map.of("reporting_frequency", "yearly"),
          "targets", Map.of("binding", "false"),
          "projects", Map.of("reporting_frequency", "quarterly"),
          "observations", Map.of("exactness", "exact", "use", "series"));

  private final String title;
  private final boolean needed;
  private final String key;
  private final String required;
  private final String optional;
  private final String noted;

  Sheet(String title, boolean needed, String key, String required, String optional, String noted) {
    this.title = title;
    this.needed = needed;
    this.key = key;
    this.required = required;
    this.optional = optional;
    this.noted = noted;
  }

  /** Its name in a workbook, for example "targets". */
  public String title() {
    return title;
  }

  /** Its file in a folder, for example "targets.csv". */
  public String file() {
    return title + ".csv";
  }

  boolean needed() {
    return needed;
  }

  /** The columns that tell its rows apart. */
  List<String> key() {
    return words(key);
  }

  /** The column that names the item which a row belongs to. */
  String item() {
    return key().getFirst();
  }

  List<String> required() {
    return words(required);
  }

  /** All columns, in the order in which they are written. */
  public Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>(required());
    columns.addAll(words(optional));
    return columns;
  }

  /** The columns that the services keep as noted. */
  List<String> noted() {
    return words(noted);
  }

  /** What an empty cell means. */
  Map<String, String> defaults() {
    return DEFAULTS.getOrDefault(title, Map.of());
  }

  static Optional<Sheet> titled(String title) {
    return Arrays.stream(values()).filter(sheet -> sheet.title.equals(title)).findFirst();
  }

  static int order(String file) {
    return Arrays.stream(values())
        .filter(sheet -> sheet.file().equals(file))
        .findFirst()
        .map(Sheet::ordinal)
        .orElse(values().length);
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}
