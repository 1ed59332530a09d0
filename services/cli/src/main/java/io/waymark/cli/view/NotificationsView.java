package io.waymark.cli.view;

import io.waymark.cli.text.DisplayWidth;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Table.Cell;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.proto.alerting.v1.Notification;
import io.waymark.proto.alerting.v1.NotificationOutcome;
import io.waymark.proto.alerting.v1.ReportedBounce;
import java.time.ZoneId;
import java.util.List;

/** The log of what was told, and what mail servers report. */
public final class NotificationsView {
  private static final int SUBJECT_COLUMNS = 48;
  private static final int ANSWER_COLUMNS = 40;

  private final View view;
  private final Words words;
  private final Times times;

  /** For one reader in one zone. */
  public NotificationsView(View view, ZoneId zone) {
    this.view = view;
    this.words = view.words();
    this.times = new Times(zone);
  }

  /**
   * The log, newest first, one line each.
   *
   * @param more whether there is more of it
   */
  public String lines(List<Notification> lines, boolean more) {
    if (lines.isEmpty()) {
      return words.get("notifications.none") + "\n";
    }
    Table table =
        new Table(
            "",
            Align.LEFT,
            Align.LEFT,
            Align.LEFT,
            Align.RIGHT,
            Align.LEFT,
            Align.LEFT,
            Align.LEFT);
    table.heading(
        words.get("notifications.at"),
        words.get("notifications.channel"),
        words.get("notifications.outcome"),
        words.get("notifications.attempt"),
        words.get("mails.recipient"),
        words.get("mails.subject"),
        words.get("notifications.answer"));
    for (Notification line : lines) {
      table.row(
          Cell.of(times.minute(line.getAt())),
          Cell.of(line.getChannel()),
          outcome(line.getOutcome()),
          Cell.of(line.getAttempt() == 0 ? "-" : Integer.toString(line.getAttempt())),
          Cell.of(line.getRecipient()),
          Cell.of(DisplayWidth.cut(line.getSubject(), SUBJECT_COLUMNS)),
          Cell.of(DisplayWidth.cut(line.getAnswer(), ANSWER_COLUMNS)));
    }
    String end = more ? view.faint(words.get("notifications.more")) + "\n" : "";
    return table.render(view.style()) + end;
  }

  private Cell outcome(NotificationOutcome outcome) {
    Tone tone =
        switch (outcome) {
          case NOTIFICATION_OUTCOME_ACCEPTED -> Tone.GREEN;
          case NOTIFICATION_OUTCOME_PUT_OFF,
              NOTIFICATION_OUTCOME_UNREACHED,
              NOTIFICATION_OUTCOME_DELAYED ->
              Tone.YELLOW;
          case NOTIFICATION_OUTCOME_FAILED, NOTIFICATION_OUTCOME_BOUNCED -> Tone.RED;
          case NOTIFICATION_OUTCOME_UNSPECIFIED, UNRECOGNIZED -> Tone.GREY;
        };
    return new Cell(words.getOr("outcome." + outcome.name(), "-"), tone);
  }

  /** What was done with a mail server's report, one line for each recipient. */
  public String bounces(List<ReportedBounce> bounces) {
    if (bounces.isEmpty()) {
      return words.get("bounce.none") + "\n";
    }
    StringBuilder page = new StringBuilder();
    for (ReportedBounce bounce : bounces) {
      String said = (bounce.getStatus() + " " + bounce.getDiagnostic()).strip();
      page.append(words.get("bounce." + bounce.getHandling().name(), bounce.getRecipient(), said))
          .append('\n');
    }
    return page.toString();
  }
}
