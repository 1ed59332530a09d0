package io.waymark.cli.pack;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The files of a pack with their columns. Columns that only trace a rule are optional. */
enum Sheet {
  PLAN("plan.csv", true, "plan_id name_zh name_en start end", "rulebook source assumed"),
  BUREAUS(
      "bureaus.csv", true, "bureau_id name_zh name_en emails", "parent_bureau_id language assumed"),
  INDICATORS(
      "indicators.csv",
      true,
      "indicator_id name_zh name_en category unit_zh unit_en measure direction lead_bureau_id",
      "reporting_frequency follows_indicator_id year_to_date reference_class section source_line quote assumed"),
  TARGETS(
      "targets.csv",
      true,
      "target_id indicator_id value comparator due",
      "value_max base_value base_date binding trajectory base_rule assumed"),
  PROJECTS(
      "projects.csv",
      true,
      "project_id name_zh name_en category phase lead_bureau_id planned_start planned_finish",
      "supporting_bureau_ids reporting_frequency plan_word section box source_line quote date_rule"
          + " assumed"),
  CONTRIBUTIONS(
      "contributions.csv",
      false,
      "indicator_id project_id amount mode",
      "basis source_line rule assumed"),
  SCHEDULES(
      "schedules.csv",
      false,
      "project_id date percent",
      "milestone_zh milestone_en source_line assumed"),
  OBSERVATIONS(
      "observations.csv",
      false,
      "indicator_id period_end value",
      "exactness use name_zh name_en source_line quote assumed");

  private final String file;
  private final boolean needed;
  private final String required;
  private final String optional;

  Sheet(String file, boolean needed, String required, String optional) {
    this.file = file;
    this.needed = needed;
    this.required = required;
    this.optional = optional;
  }

  String file() {
    return file;
  }

  boolean needed() {
    return needed;
  }

  List<String> required() {
    return List.of(required.split(" "));
  }

  Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>(required());
    columns.addAll(List.of(optional.split(" ")));
    return columns;
  }

  static int order(String file) {
    return Arrays.stream(values())
        .filter(sheet -> sheet.file.equals(file))
        .findFirst()
        .map(Sheet::ordinal)
        .orElse(values().length);
  }
}
