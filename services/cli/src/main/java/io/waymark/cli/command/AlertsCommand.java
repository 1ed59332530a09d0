package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.AlertsView;
import io.waymark.cli.view.View;
import io.waymark.proto.alerting.v1.ListAlertsRequest;
import io.waymark.proto.alerting.v1.ListAlertsResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What someone must handle. */
@Command(name = "alerts")
final class AlertsCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--bureau", paramLabel = "BUREAU")
  private String bureau = "";

  @Option(names = "--all")
  private boolean all;

  AlertsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Session session = shell.session()) {
      ListAlertsRequest request =
          ListAlertsRequest.newBuilder()
              .setPlanId(session.planId())
              .setBureauId(bureau)
              .setIncludeResolved(all)
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
}
