package io.waymark.cli.command;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.waymark.cli.client.Problem;
import io.waymark.cli.text.Words;
import io.waymark.cli.view.NotificationsView;
import io.waymark.cli.view.View;
import io.waymark.proto.alerting.v1.ReportBounceRequest;
import io.waymark.proto.alerting.v1.ReportBounceResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Hands a mail server's report of a mail that it could not deliver to the alerting service; what a
 * mail server's alias or pipe calls.
 */
@Command(name = "bounce")
final class MailBounceCommand implements Callable<Integer> {
  private static final int LARGEST = 1024 * 1024;

  private final Shell shell;

  @Option(names = "--file", paramLabel = "FILE")
  private @Nullable Path file;

  MailBounceCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    ByteString message = read();
    try (Session session = shell.session()) {
      ReportBounceResponse reply =
          session
              .services()
              .notifications()
              .reportBounce(ReportBounceRequest.newBuilder().setMessage(message).build());
      shell.show(
          reply,
          () ->
              new NotificationsView(
                      new View(shell.words(), shell.style()), shell.environment().zone())
                  .bounces(reply.getBouncesList()));
    } catch (StatusRuntimeException e) {
      throw e.getStatus().getCode() == Status.Code.INVALID_ARGUMENT ? noReport() : e;
    }
    return Problem.DONE;
  }

  /** A mail of another kind, such as an absence note: the caller tells it by the exit code. */
  private Problem.ProblemException noReport() {
    Words words = shell.words();
    String name = file == null ? "-" : file.toString();
    return Problem.usage(
        List.of(words.get("fault", "--file", name, words.get("expected.report"))),
        words.get("next.bounce"));
  }

  private ByteString read() {
    Words words = shell.words();
    Path path = file;
    try (InputStream in =
        path == null
            ? System.in
            : Files.newInputStream(shell.environment().workingDirectory().resolve(path))) {
      // One byte more than is allowed: the service says that it is too much.
      return ByteString.copyFrom(in.readNBytes(LARGEST + 1));
    } catch (IOException e) {
      throw Problem.usage(
          List.of(
              words.get(
                  "fault",
                  "--file",
                  path == null ? "-" : path.toString(),
                  words.get("expected.readable"))),
          words.get("next.bounce"));
    }
  }
}
