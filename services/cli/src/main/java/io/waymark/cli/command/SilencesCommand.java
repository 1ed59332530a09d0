package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.AlertsView;
import io.waymark.cli.view.View;
import io.waymark.proto.alerting.v1.ListSilencesRequest;
import io.waymark.proto.alerting.v1.ListSilencesResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who keeps which alerts quiet, why and until when. */
@Command(name = "silences")
final class SilencesCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--all")
  private boolean all;

  SilencesCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Session session = shell.session()) {
      ListSilencesResponse reply =
          session
              .services()
              .alerting()
              .listSilences(ListSilencesRequest.newBuilder().setIncludeOver(all).build());
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        View view = new View(shell.words(), shell.style());
        shell.print(
            new AlertsView(view, shell.environment().zone()).silences(reply.getSilencesList()));
      }
    }
    return Problem.DONE;
  }
}
