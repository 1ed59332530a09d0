package io.waymark.cli.view;

import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Words;
import io.waymark.proto.type.v1.ReportingRule;
import java.util.List;

/** Until when reports are due. */
public final class RulesView {
  private final View view;
  private final Words words;

  /** For one reader. */
  public RulesView(View view) {
    this.view = view;
    this.words = view.words();
  }

  /** Rules of projects and of figures, the usual ones first. */
  public String render(List<ReportingRule> projects, List<ReportingRule> figures) {
    Table table = new Table("  ", Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
    table.heading(
        words.get("calendar.of"),
        words.get("calendar.period"),
        words.get("calendar.due"),
        words.get("calendar.grace"),
        words.get("calendar.effective"));
    projects.forEach(rule -> row(table, words.get("calendar.projects"), rule));
    figures.forEach(rule -> row(table, words.get("calendar.figures"), rule));
    return table.render(view.style()) + view.faint(words.get("calendar.note")) + "\n";
  }

  private void row(Table table, String kind, ReportingRule rule) {
    table.row(
        rule.getSubjectId().isEmpty() ? kind : rule.getSubjectId(),
        words.getOr("frequency." + rule.getFrequency(), rule.getFrequency()),
        words.get("calendar.rule", rule.getMonthsAfter(), rule.getDay()),
        words.get("calendar.days", rule.getGraceDays()),
        rule.getEffective().isEmpty() ? words.get("calendar.usual") : rule.getEffective());
  }
}
