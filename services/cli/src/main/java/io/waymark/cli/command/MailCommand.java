package io.waymark.cli.command;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.waymark.cli.client.Problem;
import io.waymark.cli.text.Words;
import io.waymark.cli.view.AlertsView;
import io.waymark.cli.view.View;
import io.waymark.proto.alerting.v1.GetMailRequest;
import io.waymark.proto.alerting.v1.GetMailResponse;
import io.waymark.proto.alerting.v1.ListMailsRequest;
import io.waymark.proto.alerting.v1.ListMailsResponse;
import io.waymark.proto.alerting.v1.Mail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The mails that were written, or one of them. */
@Command(name = "mail")
final class MailCommand implements Callable<Integer> {
  private static final int MOST_MAILS = 1000;

  private final Shell shell;

  @Parameters(index = "0", arity = "0..1", paramLabel = "MAIL", descriptionKey = "mail")
  private @Nullable String mail;

  @Option(names = "--last")
  private boolean last;

  @Option(names = "--bureau", paramLabel = "BUREAU")
  private String bureau = "";

  @Option(names = "--html", paramLabel = "FILE")
  private @Nullable Path html;

  MailCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Session session = shell.session()) {
      String one = mail;
      if (one == null && !last && html == null) {
        list(session);
      } else {
        show(session, one == null ? newest(session) : one);
      }
    }
    return Problem.DONE;
  }

  private void list(Session session) {
    ListMailsRequest request = ListMailsRequest.newBuilder().setBureauId(bureau).build();
    ListMailsResponse reply = session.services().alerting().listMails(request);
    if (shell.json()) {
      shell.printJson(reply);
    } else {
      shell.print(view().mails(reply.getMailsList()));
    }
  }

  private String newest(Session session) {
    ListMailsRequest request =
        ListMailsRequest.newBuilder().setBureauId(bureau).setPageSize(1).build();
    ListMailsResponse reply = session.services().alerting().listMails(request);
    if (reply.getMailsCount() == 0) {
      Words words = shell.words();
      throw Problem.refused(words.get("mails.none"), words.get("next.mail"));
    }
    return reply.getMails(0).getMailId();
  }

  private void show(Session session, String id) {
    GetMailResponse reply = find(session, id);
    if (html != null) {
      write(shell.environment().workingDirectory().resolve(html), reply.getMail().getHtml());
    }
    if (shell.json()) {
      shell.printJson(reply);
    } else if (html == null) {
      shell.print(view().mail(reply.getMail()));
    }
  }

  /**
   * A mail by its id, or by the beginning of it: ids are long, and the list shows their beginnings.
   */
  private GetMailResponse find(Session session, String id) {
    try {
      return get(session, id);
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() != Status.Code.NOT_FOUND) {
        throw e;
      }
      ListMailsRequest all = ListMailsRequest.newBuilder().setPageSize(MOST_MAILS).build();
      List<Mail> begun =
          session.services().alerting().listMails(all).getMailsList().stream()
              .filter(one -> one.getMailId().startsWith(id))
              .toList();
      if (begun.size() != 1) {
        throw e;
      }
      return get(session, begun.getFirst().getMailId());
    }
  }

  private static GetMailResponse get(Session session, String id) {
    GetMailRequest request = GetMailRequest.newBuilder().setMailId(id).build();
    return session.services().alerting().getMail(request);
  }

  private void write(Path file, String text) {
    Words words = shell.words();
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw Problem.refused(
          words.get("fault", "--html", file, words.get("expected.writable")),
          words.get("next.html"));
    }
    shell.note(words.get("note.written", file));
  }

  private AlertsView view() {
    return new AlertsView(new View(shell.words(), shell.style()), shell.environment().zone());
  }
}
