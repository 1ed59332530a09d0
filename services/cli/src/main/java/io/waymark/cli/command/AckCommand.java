package io.waymark.cli.command;

import io.waymark.proto.alerting.v1.AcknowledgeAlertRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes ownership of alerts for the bureau that must act. */
@Command(name = "ack")
final class AckCommand extends AlertActions.Each {
  @Option(names = "--comment", paramLabel = "TEXT")
  private String comment = "";

  @Option(names = "--until", paramLabel = "DATE")
  private String until = "";

  AckCommand(Shell shell) {
    super(shell);
  }

  @Override
  public Integer call() {
    return each(
        "ack.done",
        (session, id) ->
            session
                .services()
                .alerting()
                .acknowledgeAlert(
                    AcknowledgeAlertRequest.newBuilder()
                        .setAlertId(id)
                        .setComment(comment)
                        .setUntil(until)
                        .build())
                .getAlert());
  }
}
