package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.proto.alerting.v1.AcknowledgeAlertRequest;
import io.waymark.proto.alerting.v1.AcknowledgeAlertResponse;
import io.waymark.proto.alerting.v1.Alert;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes ownership of an alert for the bureau that must act. */
@Command(name = "ack")
final class AckCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "ALERT", descriptionKey = "alert")
  private String alert = "";

  @Option(names = "--comment", paramLabel = "TEXT")
  private String comment = "";

  @Option(names = "--until", paramLabel = "DATE")
  private String until = "";

  AckCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    AlertActions.requireBureau(shell, alert);
    try (Session session = shell.session()) {
      AcknowledgeAlertRequest request =
          AcknowledgeAlertRequest.newBuilder()
              .setAlertId(alert)
              .setComment(comment)
              .setUntil(until)
              .build();
      AcknowledgeAlertResponse reply = session.services().alerting().acknowledgeAlert(request);
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        Alert taken = reply.getAlert();
        String name = shell.language().of(taken.getSubjectName());
        shell.print(shell.words().get("ack.done", taken.getAlertId(), name) + "\n");
      }
    }
    return Problem.DONE;
  }
}
