package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.BureausView;
import io.waymark.cli.view.View;
import io.waymark.proto.registry.v1.ListBureausRequest;
import io.waymark.proto.registry.v1.ListBureausResponse;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who stands below whom, whom to turn to, and who stands in today. */
@Command(name = "bureaus")
final class BureausCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--contacts")
  private boolean contacts;

  BureausCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Session session = shell.session()) {
      ListBureausResponse reply =
          session.services().registry().listBureaus(ListBureausRequest.getDefaultInstance());
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        View view = new View(shell.words(), shell.style());
        LocalDate today = LocalDate.parse(session.today());
        shell.print(new BureausView(view, today, contacts).render(reply.getBureausList()));
      }
    }
    return Problem.DONE;
  }
}
