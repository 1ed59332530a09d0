package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.proto.registry.v1.ReviseScheduleRequest;
import io.waymark.proto.registry.v1.ReviseScheduleResponse;
import io.waymark.proto.registry.v1.SchedulePoint;
import io.waymark.proto.type.v1.LocalizedText;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a project another schedule by an approved document. */
@Command(name = "revise")
final class ScheduleReviseCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", arity = "0..1", paramLabel = "PROJECT", descriptionKey = "project")
  private @Nullable String project;

  @Option(names = "--start", paramLabel = "DATE", descriptionKey = "schedule.start")
  private @Nullable String start;

  @Option(names = "--finish", paramLabel = "DATE", descriptionKey = "schedule.finish")
  private @Nullable String finish;

  @Option(names = "--point", paramLabel = "DATE=PERCENT[:NAME]", descriptionKey = "schedule.point")
  private List<String> points = List.of();

  @Option(names = "--document", paramLabel = "NUMBER", descriptionKey = "target.document")
  private @Nullable String document;

  @Option(names = "--approver", paramLabel = "WHO", descriptionKey = "target.approver")
  private @Nullable String approver;

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "target.reason")
  private @Nullable String reason;

  @Option(names = "--effective", paramLabel = "DATE", descriptionKey = "target.effective")
  private @Nullable String effective;

  @Option(names = "--key", paramLabel = "KEY", descriptionKey = "key")
  private @Nullable String key;

  ScheduleReviseCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Input input = new Input(shell.words());
    ReviseScheduleRequest.Builder request = request(input);
    input.orFail("next.schedule");
    try (Session session = shell.session()) {
      request
          .setPlanId(session.planId())
          .setProjectId(new Subjects(shell, session).project(request.getProjectId()));
      ReviseScheduleResponse reply = session.services().registry().reviseSchedule(request.build());
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        shell.print(
            shell
                    .words()
                    .get(
                        "schedule.accepted",
                        request.getProjectId(),
                        request.getDocument(),
                        request.getEffective(),
                        request.getIdempotencyKey())
                + "\n");
      }
      return Problem.DONE;
    }
  }

  private ReviseScheduleRequest.Builder request(Input input) {
    ReviseScheduleRequest.Builder request =
        ReviseScheduleRequest.newBuilder()
            .setProjectId(input.required("PROJECT", project, "expected.project"))
            .setPlannedStart(input.date("--start", start))
            .setPlannedFinish(input.date("--finish", finish))
            .setDocument(input.required("--document", document, "expected.document"))
            .setApprover(input.required("--approver", approver, "expected.approver"))
            .setReason(input.required("--reason", reason, "expected.reason"))
            .setEffective(
                input.date(
                    "--effective", input.required("--effective", effective, "expected.date")))
            .setIdempotencyKey(key == null ? "cli-" + UUID.randomUUID() : key);
    points.forEach(point -> request.addPoints(point(input, point)));
    return request;
  }

  private SchedulePoint point(Input input, String typed) {
    int equals = typed.indexOf('=');
    if (equals < 0) {
      input.fault("--point", typed, "expected.point");
      return SchedulePoint.getDefaultInstance();
    }
    String rest = typed.substring(equals + 1).replace('：', ':');
    int colon = rest.indexOf(':');
    String percent = colon < 0 ? rest : rest.substring(0, colon);
    SchedulePoint.Builder point =
        SchedulePoint.newBuilder()
            .setDate(input.date("--point", typed.substring(0, equals)))
            .setPercent(input.percent("--point", percent).orElse(0.0));
    if (colon >= 0) {
      String name = rest.substring(colon + 1).strip();
      point.setMilestone(LocalizedText.newBuilder().setZh(name).setEn(name));
    }
    return point.build();
  }
}
