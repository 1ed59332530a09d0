package io.waymark.cli.pack;

import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.RollUpPart;
import io.waymark.proto.indicator.v1.Share;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.proto.type.v1.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The cells of the plan, its indicators and its targets, from what the services hold. */
final class PlanCells {
  private final BiConsumer<Sheet, Map<String, String>> rows;
  private final Set<String> mentioned;

  /**
   * Rows go where they are told.
   *
   * @param mentioned collects the bureaus that rows name
   */
  PlanCells(BiConsumer<Sheet, Map<String, String>> rows, Set<String> mentioned) {
    this.rows = rows;
    this.mentioned = mentioned;
  }

  void plan(Plan plan) {
    Map<String, String> row = new HashMap<>();
    row.put("plan_id", plan.getPlanId());
    name(row, "name", plan.getName());
    row.put("start", plan.getStart());
    row.put("end", plan.getEnd());
    row.put("rulebook", plan.getRulebook());
    row.put("parent_plan_id", plan.getParentPlanId());
    row.put("source", plan.getSource());
    row.put("assumed", String.join(";", plan.getAssumedFieldsList()));
    rows.accept(Sheet.PLAN, row);
  }

  void indicator(Indicator indicator) {
    mentioned.add(indicator.getLeadBureauId());
    Map<String, String> row = new HashMap<>();
    row.put("indicator_id", indicator.getIndicatorId());
    name(row, "name", indicator.getName());
    row.put("category", indicator.getCategory());
    name(row, "unit", indicator.getUnit());
    row.put("measure", Vocabulary.word(Vocabulary.MEASURES, indicator.getMeasure()));
    row.put("direction", Vocabulary.word(Vocabulary.DIRECTIONS, indicator.getDirection()));
    row.put("reporting_frequency", indicator.getReportingFrequency());
    row.put("lead_bureau_id", indicator.getLeadBureauId());
    row.put("follows_indicator_id", indicator.getFollowsIndicatorId());
    row.put("year_to_date", indicator.getYearToDate() ? "true" : "");
    row.put("reference_class", indicator.getReferenceClass());
    source(row, indicator.getSource());
    row.put(
        "assumed",
        String.join(
            ";",
            indicator.getAssumedFieldsList().stream()
                .filter(field -> !field.startsWith("targets."))
                .toList()));
    rows.accept(Sheet.INDICATORS, row);
    indicator.getTargetsList().forEach(target -> target(indicator.getIndicatorId(), target));
    for (RollUpPart part : indicator.getRollsUp().getPartsList()) {
      part(indicator, part);
    }
  }

  private void target(String indicatorId, Target target) {
    Map<String, String> row = value(target);
    row.put("indicator_id", indicatorId);
    row.put("official_text", target.getOfficialText());
    row.put("base_value", target.getBaseValue());
    row.put("base_date", target.getBaseDate());
    row.put("binding", Boolean.toString(target.getBinding()));
    row.put("trajectory", Vocabulary.word(Vocabulary.TRAJECTORIES, target.getTrajectory()));
    row.put("serves_plan_id", target.getServes().getPlanId());
    row.put("serves_target_id", target.getServes().getTargetId());
    row.put("assumed", String.join(";", target.getAssumedFieldsList()));
    rows.accept(Sheet.TARGETS, row);
  }

  private static Map<String, String> value(Target target) {
    Map<String, String> row = new HashMap<>();
    row.put("target_id", target.getTargetId());
    row.put("value", target.getValue());
    row.put("value_max", target.getValueMax());
    row.put("comparator", Vocabulary.word(Vocabulary.COMPARATORS, target.getComparator()));
    row.put("due", target.getDue());
    return row;
  }

  void revision(Target target) {
    Map<String, String> row = value(target);
    row.put("effective", target.getInstrument().getEffective());
    row.put("document", target.getInstrument().getDocument());
    row.put("approver", target.getInstrument().getApprover());
    row.put("reason", target.getInstrument().getReason());
    rows.accept(Sheet.INSTRUMENTS, row);
  }

  private void part(Indicator whole, RollUpPart part) {
    Map<String, String> row = new HashMap<>();
    row.put("indicator_id", whole.getIndicatorId());
    row.put("method", Vocabulary.word(Vocabulary.ROLL_UPS, whole.getRollsUp().getMethod()));
    row.put("part_plan_id", part.getPlanId());
    row.put("part_indicator_id", part.getIndicatorId());
    row.put("weight", part.getWeight());
    name(row, "part_name", part.getName());
    rows.accept(Sheet.ROLL_UPS, row);
  }

  void shares(Decomposition decomposition) {
    for (Share share : decomposition.getSharesList()) {
      Map<String, String> row = new HashMap<>();
      row.put("target_id", decomposition.getTargetId());
      row.put("kind", Vocabulary.word(Vocabulary.SHARE_KINDS, decomposition.getKind()));
      row.put("method", Vocabulary.word(Vocabulary.SHARE_METHODS, decomposition.getMethod()));
      row.put("assignee", share.getAssignee());
      row.put("value", share.getNone() ? "/" : share.getValue());
      row.put("weight", share.getWeight());
      row.put("tolerance", decomposition.getTolerance());
      row.put("child_plan_id", share.getChildPlanId());
      row.put("child_target_id", share.getChildTargetId());
      rows.accept(Sheet.SHARES, row);
      mentioned.add(share.getAssignee());
    }
  }

  static void name(Map<String, String> row, String stem, LocalizedText text) {
    row.put(stem + "_zh", text.getZh());
    row.put(stem + "_en", text.getEn());
  }

  static void source(Map<String, String> row, Source source) {
    row.put("section", source.getSection());
    row.put("source_line", source.getLine() == 0 ? "" : Integer.toString(source.getLine()));
    row.put("quote", source.getQuote());
  }
}
