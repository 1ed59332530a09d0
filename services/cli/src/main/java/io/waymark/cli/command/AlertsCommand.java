package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.AlertHistoryView;
import io.waymark.cli.view.AlertsView;
import io.waymark.cli.view.View;
import io.waymark.proto.alerting.v1.AlertConcern;
import io.waymark.proto.alerting.v1.AlertStatus;
import io.waymark.proto.alerting.v1.GetAlertRequest;
import io.waymark.proto.alerting.v1.GetAlertResponse;
import io.waymark.proto.alerting.v1.ListAlertsRequest;
import io.waymark.proto.alerting.v1.ListAlertsResponse;
import io.waymark.proto.alerting.v1.ListMailsRequest;
import io.waymark.proto.alerting.v1.Mail;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What someone must handle. */
@Command(name = "alerts")
final class AlertsCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--bureau", paramLabel = "BUREAU")
  private String bureau = "";

  @Parameters(index = "0", arity = "0..1", paramLabel = "ALERT", descriptionKey = "alert")
  private String alert = "";

  @Option(names = "--all")
  private boolean all;

  @Option(names = "--severity", paramLabel = "SEVERITY")
  private String severity = "";

  @Option(names = "--kind", paramLabel = "KIND")
  private String kind = "";

  @Option(names = "--category", paramLabel = "CATEGORY")
  private String category = "";

  @Option(names = "--status", paramLabel = "STATUS")
  private String status = "";

  @Option(names = "--concern", paramLabel = "CONCERN")
  private String concern = "";

  @Option(names = "--assignee", paramLabel = "NAME")
  private String assignee = "";

  @Option(names = "--subject", paramLabel = "SUBJECT")
  private String subject = "";

  @Option(names = "--mine")
  private boolean mine;

  AlertsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (!alert.isEmpty()) {
      return history();
    }
    String whose = whose();
    try (Session session = shell.session()) {
      ListAlertsRequest request =
          ListAlertsRequest.newBuilder()
              .setPlanId(session.planId())
              .setBureauId(whose)
              .setSubjectId(subject.isEmpty() ? "" : new Subjects(shell, session).any(subject))
              .setIncludeResolved(all)
              .setSeverity(SilenceCommand.severity(shell, severity))
              .setKind(SilenceCommand.kind(shell, kind))
              .setCategory(category)
              .setStatus(status())
              .setConcern(concern())
              .setAssignee(assignee)
              .build();
      ListAlertsResponse reply = session.services().alerting().listAlerts(request);
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        View view = new View(shell.words(), shell.style());
        AlertsView alerts = new AlertsView(view, shell.environment().zone());
        shell.print(alerts.alerts(reply.getAlertsList()));
      }
    }
    return Problem.DONE;
  }

  private int history() {
    try (Session session = shell.session()) {
      GetAlertResponse reply =
          session
              .services()
              .alerting()
              .getAlert(GetAlertRequest.newBuilder().setAlertId(alert).build());
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        View view = new View(shell.words(), shell.style());
        List<Mail> mails =
            session
                .services()
                .alerting()
                .listMails(ListMailsRequest.newBuilder().setAlertId(alert).build())
                .getMailsList();
        shell.print(
            new AlertHistoryView(view, shell.environment().zone())
                .history(reply.getAlert(), mails));
      }
    }
    return Problem.DONE;
  }

  /** The bureau that is named, or with --mine that in whose name the command is given. */
  private String whose() {
    if (!mine) {
      return bureau;
    }
    Reporter.require(shell, Optional.empty());
    return shell.tokens().bureau(shell.globals().bureau());
  }

  private AlertConcern concern() {
    return switch (concern.toLowerCase(Locale.ROOT)) {
      case "" -> AlertConcern.ALERT_CONCERN_UNSPECIFIED;
      case "progress" -> AlertConcern.ALERT_CONCERN_PROGRESS;
      case "silence" -> AlertConcern.ALERT_CONCERN_SILENCE;
      default -> throw SilenceCommand.unknown(shell, "--concern", concern, "progress, silence");
    };
  }

  private AlertStatus status() {
    return switch (status.toLowerCase(Locale.ROOT)) {
      case "" -> AlertStatus.ALERT_STATUS_UNSPECIFIED;
      case "open" -> AlertStatus.ALERT_STATUS_OPEN;
      case "acknowledged" -> AlertStatus.ALERT_STATUS_ACKNOWLEDGED;
      case "rectifying" -> AlertStatus.ALERT_STATUS_RECTIFYING;
      case "resolved" -> AlertStatus.ALERT_STATUS_RESOLVED;
      case "restated" -> AlertStatus.ALERT_STATUS_RESTATED;
      default ->
          throw SilenceCommand.unknown(
              shell, "--status", status, "open, acknowledged, rectifying, resolved, restated");
    };
  }
}
