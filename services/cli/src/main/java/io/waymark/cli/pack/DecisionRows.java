package io.waymark.cli.pack;

import io.waymark.cli.pack.Decisions.Move;
import io.waymark.cli.pack.Decisions.Rule;
import io.waymark.cli.pack.Decisions.Schedule;
import io.waymark.cli.pack.Decisions.Stop;
import io.waymark.proto.registry.v1.Phase;
import java.time.LocalDate;

/** Turns the rows of decisions into what was decided. */
final class DecisionRows {
  private static final int MOST_MONTHS = 12;
  private static final int MOST_DAYS = 31;
  private static final int MOST_GRACE = 90;

  private DecisionRows() {}

  static Schedule schedule(Row row) {
    return new Schedule(
        row.id("project_id"),
        row.requiredDate("effective").orElse(LocalDate.EPOCH),
        row.date("planned_start"),
        row.date("planned_finish"),
        row.required("document"),
        row.required("approver"),
        row.required("reason"));
  }

  static Move move(Row row) {
    return new Move(
        row.id("project_id"),
        row.requiredDate("date").orElse(LocalDate.EPOCH),
        row.choice("phase", Vocabulary.PHASES, Phase.PHASE_UNSPECIFIED),
        row.text("reason"),
        row.text("approval"));
  }

  static Stop stop(Row row) {
    return new Stop(
        row.id("project_id"),
        row.requiredDate("from").orElse(LocalDate.EPOCH),
        row.date("until"),
        row.date("planned_until"),
        row.required("reason"),
        row.required("approval"),
        row.text("resumption_approval"));
  }

  static Rule rule(Row row) {
    return new Rule(
        row.choice("owed", Vocabulary.OWED, true),
        row.optionalId("subject_id"),
        row.choice("frequency", Vocabulary.FREQUENCIES, ""),
        number(row, "months_after", 1, MOST_MONTHS),
        number(row, "day", 1, MOST_DAYS),
        number(row, "grace_days", 0, MOST_GRACE),
        row.requiredDate("effective").orElse(LocalDate.EPOCH));
  }

  private static int number(Row row, String column, int least, int most) {
    String text = row.text(column);
    if (text.matches("\\d{1,3}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    row.error(
        column,
        new Expectation(
            least + " 到 " + most + " 的整数", "a whole number from " + least + " to " + most));
    return least;
  }
}
