package io.waymark.cli.view;

import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.ListIndicatorsResponse;
import io.waymark.proto.indicator.v1.ListPlansResponse;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.rulebooks.Rulebooks;
import java.util.Map;
import java.util.TreeMap;

/** Plans and what they hold. */
public final class PlanView {
  private final View view;
  private final Words words;

  /** For one reader. */
  public PlanView(View view) {
    this.view = view;
    this.words = view.words();
  }

  /** How many plans there are, and which day it is. */
  public String heading(ListPlansResponse plans) {
    if (plans.getPlansCount() == 0) {
      return words.get("plan.none") + "\n";
    }
    return view.faint(words.get("plan.today", View.date(plans.getToday()))) + "\n";
  }

  /** One plan with the counts of its indicators by field. */
  public String plan(Plan plan, ListIndicatorsResponse reply) {
    String name = view.strong(words.language().of(plan.getName()));
    String rulebook = plan.getRulebook().isEmpty() ? Rulebooks.DEFAULT : plan.getRulebook();
    String facts =
        words.get("plan.facts", plan.getPlanId(), plan.getStart(), plan.getEnd(), rulebook);
    String source =
        plan.getSource().isEmpty() ? "" : words.get("plan.source", plan.getSource()) + "\n";
    String parent =
        plan.getParentPlanId().isEmpty()
            ? ""
            : words.get("plan.parent", plan.getParentPlanId()) + "\n";
    return "\n"
        + name
        + "\n"
        + facts
        + "\n"
        + parent
        + source
        + "\n"
        + fields(reply)
        + assumed(reply);
  }

  private record Counts(int indicators, int targets, int binding, int awaited) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts plus(Counts more) {
      return new Counts(
          indicators + more.indicators,
          targets + more.targets,
          binding + more.binding,
          awaited + more.awaited);
    }

    static Counts of(Indicator indicator) {
      int binding = 0;
      int awaited = 0;
      for (Target target : indicator.getTargetsList()) {
        binding += target.getBinding() ? 1 : 0;
        awaited += target.getValue().isEmpty() ? 1 : 0;
      }
      return new Counts(1, indicator.getTargetsCount(), binding, awaited);
    }
  }

  private String fields(ListIndicatorsResponse reply) {
    Map<String, Counts> byField = new TreeMap<>();
    Counts all = Counts.NONE;
    for (Indicator indicator : reply.getIndicatorsList()) {
      Counts counts = Counts.of(indicator);
      byField.merge(indicator.getCategory(), counts, Counts::plus);
      all = all.plus(counts);
    }
    Table table = new Table("  ", Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT);
    table.heading(
        words.get("overview.field"),
        words.get("plan.indicators"),
        words.get("plan.targets"),
        words.get("plan.binding"),
        words.get("plan.awaited"));
    byField.forEach((field, counts) -> row(table, view.category(field), counts));
    row(table, words.get("overview.all"), all);
    return table.render(view.style());
  }

  private static void row(Table table, String name, Counts counts) {
    table.row(
        name,
        String.valueOf(counts.indicators()),
        String.valueOf(counts.targets()),
        String.valueOf(counts.binding()),
        String.valueOf(counts.awaited()));
  }

  private String assumed(ListIndicatorsResponse reply) {
    long assumed =
        reply.getIndicatorsList().stream().filter(i -> i.getAssumedFieldsCount() > 0).count();
    return assumed == 0 ? "" : words.get("plan.assumed", assumed) + "\n";
  }
}
