package io.waymark.cli.view;

import io.waymark.cli.text.Language;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Words;
import io.waymark.proto.alerting.v1.Alert;
import io.waymark.proto.alerting.v1.AlertCare;
import io.waymark.proto.alerting.v1.AlertTransition;
import io.waymark.proto.alerting.v1.Mail;
import io.waymark.proto.alerting.v1.OverdueReport;
import io.waymark.proto.type.v1.Actor;
import java.time.ZoneId;
import java.util.List;

/** One alert: in whose hands it is, everything that happened to it, and the mails that told so. */
public final class AlertHistoryView {
  private final View view;
  private final Words words;
  private final Times times;
  private final AlertsView alerts;

  /** For one reader in one zone. */
  public AlertHistoryView(View view, ZoneId zone) {
    this.view = view;
    this.words = view.words();
    this.times = new Times(zone);
    this.alerts = new AlertsView(view, zone);
  }

  /** The alert, its care, its steps, its mails. */
  public String history(Alert alert, List<Mail> mails) {
    StringBuilder page = new StringBuilder(alerts.alert(alert));
    page.append(care(alert)).append('\n').append(steps(alert.getHistoryList()));
    if (!mails.isEmpty()) {
      page.append('\n').append(view.strong(words.get("history.mails"))).append('\n');
      page.append(alerts.mails(mails));
    }
    return page.toString();
  }

  private String care(Alert alert) {
    Table table = new Table("    ", Align.LEFT, Align.LEFT);
    AlertCare care = alert.getCare();
    line(table, "history.assignee", care.getAssignee());
    if (care.hasTakenUntil()) {
      String until = times.minute(care.getTakenUntil());
      line(table, "history.taken", said(who(care.getTakenBy()), until, care.getTakenComment()));
    }
    if (care.hasPlan()) {
      line(
          table,
          "history.plan",
          said(who(care.getPlan().getActor()), care.getPlan().getBy(), care.getPlan().getText()));
    }
    if (care.hasProposal()) {
      line(
          table,
          "history.proposal",
          words.get(
              "history.second",
              who(care.getProposal().getActor()),
              care.getProposal().getReason()));
    }
    if (care.hasOverdue()) {
      OverdueReport report = care.getOverdue();
      line(
          table,
          "history.overdue",
          words.get(
              "history.owed", report.getPeriodStart(), report.getPeriodEnd(), report.getDue()));
    }
    line(table, "history.before", alert.getPreviousAlertId());
    return table.render(view.style());
  }

  private String said(String who, String until, String text) {
    return words.get("history.until", who, until) + (text.isEmpty() ? "" : " — " + text);
  }

  private void line(Table table, String label, String value) {
    if (!value.isEmpty()) {
      table.row(words.get(label), value);
    }
  }

  private String steps(List<AlertTransition> history) {
    Table table = new Table("", Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
    table.heading(
        words.get("history.at"),
        words.get("history.what"),
        words.get("history.status"),
        words.get("history.who"),
        words.get("history.words"));
    for (AlertTransition step : history) {
      table.row(
          times.minute(step.getAt()),
          what(step),
          words.getOr("alert." + step.getStatus().name(), "-"),
          cause(step),
          comment(step));
    }
    return table.render(view.style());
  }

  /** With the plan's date, or the name of whom it was given to. */
  private String what(AlertTransition step) {
    if (!step.getPlanBy().isEmpty()) {
      return words.get("history.plannedBy", step.getPlanBy());
    }
    if (!step.getAssignee().isEmpty()) {
      return words.get("history.assignedTo", step.getAssignee());
    }
    return words.getOr("action." + step.getAction(), step.getAction());
  }

  /** The person, else the event, else the passing of time. */
  private String cause(AlertTransition step) {
    if (step.hasActor()) {
      return who(step.getActor());
    }
    return step.getCauseEventId().isEmpty() ? words.get("history.time") : step.getCauseEventId();
  }

  /** A restatement brings both languages, one line each. */
  private String comment(AlertTransition step) {
    String[] lines = step.getComment().split("\n", 2);
    return step.getAction().equals("restated") && lines.length == 2
        ? words.language() == Language.ZH ? lines[0] : lines[1]
        : step.getComment().replace('\n', ' ');
  }

  private static String who(Actor actor) {
    return actor.getName() + " (" + actor.getBureauId() + ")";
  }
}
