package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.effect.EffectWatch;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.ReportProgressResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reports one project's progress and shows what it set in motion, or many from a file. */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", arity = "0..1", paramLabel = "PROJECT", descriptionKey = "subject")
  private @Nullable String project;

  @Option(names = "--percent", paramLabel = "N")
  private @Nullable String percent;

  @Option(names = "--expected-finish", paramLabel = "DATE")
  private @Nullable String expectedFinish;

  @Option(names = "--as-of", paramLabel = "DATE")
  private @Nullable String asOf;

  @Option(names = "--invested", paramLabel = "N")
  private @Nullable String invested;

  @Option(names = "--phase", paramLabel = "PHASE")
  private @Nullable String phase;

  @Option(names = "--obstacle", paramLabel = "TEXT")
  private @Nullable String obstacle;

  @Option(names = "--obstacle-kind", paramLabel = "K")
  private List<String> obstacleKinds = List.of();

  @Option(names = "--attach", paramLabel = "FILE=URL")
  private List<String> attachments = List.of();

  @Option(names = "--milestone", paramLabel = "NAME")
  private List<String> milestones = List.of();

  @Option(names = "--corrects", paramLabel = "REPORT")
  private @Nullable String corrects;

  @Option(names = "--key", paramLabel = "KEY")
  private @Nullable String key;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE")
  private @Nullable Path file;

  @Option(names = "--dry-run")
  private boolean dryRun;

  ReportCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Path many = file;
    if (many != null) {
      Reporter.require(shell, Optional.empty());
      try (Session session = shell.session()) {
        return new ReportFile(shell, session)
            .send(shell.environment().workingDirectory().resolve(many), dryRun);
      }
    }
    Input input = new Input(shell.words());
    ReportProgressRequest.Builder report = read(input);
    input.orFail("next.report");
    Reporter.require(shell, Optional.of(report.getProjectId()));
    try (Session session = shell.session()) {
      return send(session, report);
    }
  }

  private ReportProgressRequest.Builder read(Input input) {
    ReportProgressRequest.Builder report =
        ReportProgressRequest.newBuilder()
            .setProjectId(input.required("PROJECT", project, "expected.project"))
            .setIdempotencyKey(key == null ? "cli-" + UUID.randomUUID() : key)
            .setAsOf(input.date("--as-of", asOf))
            .setInvestedToDate(input.decimal("--invested", invested))
            .setExpectedFinish(input.date("--expected-finish", expectedFinish))
            .setPhase(input.phase("--phase", phase))
            .setObstacle(obstacle == null ? "" : obstacle)
            .setCorrectsReportId(corrects == null ? "" : corrects)
            .addAllMilestonesReached(milestones);
    AnnexInput annex = new AnnexInput(input, shell.environment().workingDirectory());
    report.addAllObstacleKinds(annex.kinds(obstacleKinds));
    report.addAllAttachments(annex.attachments(attachments));
    input.percent("--percent", percent).ifPresent(report::setPercentComplete);
    return report;
  }

  private int send(Session session, ReportProgressRequest.Builder report) {
    report
        .setPlanId(session.planId())
        .setProjectId(new Subjects(shell, session).project(report.getProjectId()));
    if (report.getAsOf().isEmpty()) {
      report.setAsOf(session.today());
    }
    if (shell.json()) {
      shell.note(shell.words().get("note.key", report.getIdempotencyKey()));
      shell.printJson(session.services().registry().reportProgress(report.build()));
      return Problem.DONE;
    }
    Aftermath aftermath =
        Aftermath.before(
            shell,
            () ->
                EffectWatch.ofProject(
                    session.services(),
                    report.getPlanId(),
                    report.getProjectId(),
                    Aftermath.PATIENCE));
    ReportProgressResponse reply = session.services().registry().reportProgress(report.build());
    shell.print(
        shell
                .words()
                .get(
                    "report.accepted",
                    report.getProjectId(),
                    report.getAsOf(),
                    reply.getReportId(),
                    report.getIdempotencyKey())
            + "\n");
    aftermath.show(reply.getRecordedAt());
    return Problem.DONE;
  }
}
