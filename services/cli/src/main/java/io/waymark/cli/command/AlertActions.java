package io.waymark.cli.command;

import io.grpc.StatusRuntimeException;
import io.waymark.cli.client.Problem;
import io.waymark.cli.client.Problem.ProblemException;
import io.waymark.proto.alerting.v1.Alert;
import io.waymark.proto.alerting.v1.AssignAlertRequest;
import io.waymark.proto.alerting.v1.CommentAlertRequest;
import io.waymark.proto.alerting.v1.GetAlertRequest;
import io.waymark.proto.alerting.v1.PlanActionRequest;
import io.waymark.proto.alerting.v1.ResolveAlertRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be done with alerts besides taking them; each takes one alert or many. */
final class AlertActions {
  private AlertActions() {}

  /** Insists on a bureau, then does the same to each alert; exit code 1 if any was refused. */
  abstract static class Each implements Callable<Integer> {
    final Shell shell;

    @Parameters(index = "0..*", arity = "1..*", paramLabel = "ALERT", descriptionKey = "alert")
    private List<String> alerts = List.of();

    Each(Shell shell) {
      this.shell = shell;
    }

    int each(String word, BiFunction<Session, String, Alert> action) {
      requireBureau(shell, alerts.getFirst());
      int refused = 0;
      try (Session session = shell.session()) {
        for (String id : alerts) {
          try {
            Alert after = action.apply(session, id);
            if (shell.json()) {
              shell.printJsonLine(after);
            } else {
              String name = shell.language().of(after.getSubjectName());
              shell.print(shell.words().get(word, after.getAlertId(), name) + "\n");
            }
          } catch (ProblemException | StatusRuntimeException e) {
            if (alerts.size() == 1) {
              throw e;
            }
            refused++;
            shell.note(id + ": " + String.valueOf(e.getMessage()));
          }
        }
      }
      return refused == 0 ? Problem.DONE : Problem.REFUSED;
    }
  }

  static void requireBureau(Shell shell, String alert) {
    if (shell.globals().bureau().isPresent() || shell.tokens().given()) {
      return;
    }
    try (Session session = shell.session()) {
      GetAlertRequest request = GetAlertRequest.newBuilder().setAlertId(alert).build();
      Alert found = session.services().alerting().getAlert(request).getAlert();
      Reporter.require(shell, Optional.of(found.getSubjectId()));
    }
  }

  /** A catch-up plan with a date. */
  @Command(name = "plan-action")
  static final class PlanIt extends Each {
    @Option(names = "--text", paramLabel = "TEXT", required = true)
    private String text = "";

    @Option(names = "--by", paramLabel = "DATE", required = true)
    private String by = "";

    PlanIt(Shell shell) {
      super(shell);
    }

    @Override
    public Integer call() {
      return each(
          "planAction.done",
          (session, id) ->
              session
                  .services()
                  .alerting()
                  .planAction(
                      PlanActionRequest.newBuilder().setAlertId(id).setText(text).setBy(by).build())
                  .getAlert());
    }
  }

  /** Gives alerts to somebody. */
  @Command(name = "assign")
  static final class AssignIt extends Each {
    @Option(names = "--to", paramLabel = "NAME", required = true)
    private String to = "";

    @Option(names = "--comment", paramLabel = "TEXT")
    private String comment = "";

    AssignIt(Shell shell) {
      super(shell);
    }

    @Override
    public Integer call() {
      return each(
          "assign.done",
          (session, id) ->
              session
                  .services()
                  .alerting()
                  .assignAlert(
                      AssignAlertRequest.newBuilder()
                          .setAlertId(id)
                          .setAssignee(to)
                          .setComment(comment)
                          .build())
                  .getAlert());
    }
  }

  /** Says something about alerts. */
  @Command(name = "comment")
  static final class CommentIt extends Each {
    @Option(names = "--text", paramLabel = "TEXT", required = true)
    private String text = "";

    CommentIt(Shell shell) {
      super(shell);
    }

    @Override
    public Integer call() {
      return each(
          "comment.done",
          (session, id) ->
              session
                  .services()
                  .alerting()
                  .commentAlert(
                      CommentAlertRequest.newBuilder().setAlertId(id).setComment(text).build())
                  .getAlert());
    }
  }

  /** Ends alerts by hand. */
  @Command(name = "resolve")
  static final class ResolveIt extends Each {
    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    ResolveIt(Shell shell) {
      super(shell);
    }

    @Override
    public Integer call() {
      return each(
          "resolve.done",
          (session, id) -> {
            Alert after =
                session
                    .services()
                    .alerting()
                    .resolveAlert(
                        ResolveAlertRequest.newBuilder().setAlertId(id).setReason(reason).build())
                    .getAlert();
            if (!after.hasResolvedAt()) {
              shell.note(shell.words().get("resolve.second", id));
            }
            return after;
          });
    }
  }
}
