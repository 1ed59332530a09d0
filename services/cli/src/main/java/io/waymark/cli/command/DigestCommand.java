package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.proto.alerting.v1.GetDigestRequest;
import io.waymark.proto.alerting.v1.GetDigestResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a bureau's digest would say now. */
@Command(name = "digest")
final class DigestCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "BUREAU", descriptionKey = "bureau")
  private String bureau = "";

  DigestCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Session session = shell.session()) {
      GetDigestResponse reply =
          session
              .services()
              .alerting()
              .getDigest(GetDigestRequest.newBuilder().setBureauId(bureau).build());
      if (shell.json()) {
        shell.printJson(reply);
      } else if (reply.hasMail()) {
        shell.print(reply.getMail().getSubject() + "\n\n" + reply.getMail().getText() + "\n");
      } else {
        shell.print(shell.words().get("digest.none") + "\n");
      }
    }
    return Problem.DONE;
  }
}
