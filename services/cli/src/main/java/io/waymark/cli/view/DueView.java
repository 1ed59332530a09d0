package io.waymark.cli.view;

import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Table.Cell;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.proto.type.v1.DutyStanding;
import io.waymark.proto.type.v1.ReportingDuty;
import java.util.List;

/** Which reports are owed. */
public final class DueView {
  private final View view;
  private final Words words;

  /** For one reader. */
  public DueView(View view) {
    this.view = view;
    this.words = view.words();
  }

  /**
   * A table, and how punctual it was all together.
   *
   * @param shown the table's rows
   * @param all everything that was owed
   * @param whose the bureau; empty for all
   */
  public String render(
      List<ReportingDuty> shown, List<ReportingDuty> all, String whose, String today) {
    String title = whose.isEmpty() ? words.get("due.titleAll") : words.get("due.title", whose);
    StringBuilder page = new StringBuilder(view.strong(title) + "  " + today + "\n");
    page.append(
        words.get(
            "due.summary",
            count(all, DutyStanding.DUTY_STANDING_IN_TIME),
            count(all, DutyStanding.DUTY_STANDING_LATE),
            count(all, DutyStanding.DUTY_STANDING_MISSING),
            count(all, DutyStanding.DUTY_STANDING_DUE)));
    page.append("\n\n");
    return page.append(shown.isEmpty() ? words.get("due.none") + "\n" : table(shown)).toString();
  }

  private static long count(List<ReportingDuty> all, DutyStanding standing) {
    return all.stream().filter(duty -> duty.getStanding() == standing).count();
  }

  private String table(List<ReportingDuty> duties) {
    Table table =
        new Table("  ", Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT);
    table.heading(
        words.get("due.standing"),
        words.get("due.due"),
        words.get("due.daysLate"),
        words.get("due.period"),
        words.get("due.bureau"),
        words.get("due.subject"));
    for (ReportingDuty duty : duties) {
      table.row(
          standing(duty.getStanding()),
          Cell.of(duty.getDue()),
          Cell.of(duty.getDaysLate() == 0 ? "" : Integer.toString(duty.getDaysLate())),
          Cell.of(period(duty)),
          Cell.of(duty.getBureauId()),
          Cell.of(words.language().of(duty.getName()) + " (" + duty.getSubjectId() + ")"));
    }
    return table.render(view.style());
  }

  private Cell standing(DutyStanding standing) {
    String word = words.getOr("standing." + standing.name(), "-");
    return switch (standing) {
      case DUTY_STANDING_MISSING -> new Cell("■ " + word, Tone.RED);
      case DUTY_STANDING_LATE -> new Cell("◆ " + word, Tone.YELLOW);
      case DUTY_STANDING_IN_TIME -> new Cell("● " + word, Tone.GREEN);
      case DUTY_STANDING_DUE, DUTY_STANDING_UPCOMING -> Cell.of("○ " + word);
      case DUTY_STANDING_UNSPECIFIED, UNRECOGNIZED -> Cell.of("-");
    };
  }

  /** 2027-05, 2027Q2 or 2027. */
  private static String period(ReportingDuty duty) {
    String end = duty.getPeriodEnd();
    return switch (duty.getFrequency()) {
      case "monthly" -> end.substring(0, 7);
      case "quarterly" -> end.substring(0, 4) + "Q" + Integer.parseInt(end.substring(5, 7)) / 3;
      default -> end.substring(0, 4);
    };
  }
}
