package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.ChannelsView;
import io.waymark.cli.view.View;
import io.waymark.proto.alerting.v1.ListChannelsRequest;
import io.waymark.proto.alerting.v1.ListChannelsResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Each way by which people are told: where it goes, what is routed to it, how it last went. */
@Command(name = "list")
final class ChannelsListCommand implements Callable<Integer> {
  private final Shell shell;

  ChannelsListCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Session session = shell.session()) {
      ListChannelsResponse reply =
          session.services().notifications().listChannels(ListChannelsRequest.getDefaultInstance());
      shell.show(
          reply,
          () ->
              new ChannelsView(new View(shell.words(), shell.style()), shell.environment().zone())
                  .render(reply));
    }
    return Problem.DONE;
  }
}
