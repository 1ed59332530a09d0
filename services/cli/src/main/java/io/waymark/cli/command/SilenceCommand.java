package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.proto.alerting.v1.AlertMatcher;
import io.waymark.proto.alerting.v1.CreateSilenceRequest;
import io.waymark.proto.alerting.v1.EndSilenceRequest;
import io.waymark.proto.alerting.v1.Severity;
import io.waymark.proto.alerting.v1.Silence;
import io.waymark.proto.indicator.v1.SubjectKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps alerts quiet for a time, or ends that early. */
@Command(name = "silence")
final class SilenceCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", arity = "0..1", paramLabel = "SUBJECT", descriptionKey = "subject")
  private String subject = "";

  @Option(names = "--bureau", paramLabel = "BUREAU")
  private String bureau = "";

  @Option(names = "--category", paramLabel = "CATEGORY")
  private String category = "";

  @Option(names = "--kind", paramLabel = "KIND")
  private String kind = "";

  @Option(names = "--severity", paramLabel = "SEVERITY")
  private String severity = "";

  @Option(names = "--reason", paramLabel = "TEXT")
  private String reason = "";

  @Option(names = "--until", paramLabel = "DATE")
  private String until = "";

  @Option(names = "--end", paramLabel = "SILENCE")
  private @Nullable String end;

  SilenceCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Reporter.require(shell, Optional.empty());
    try (Session session = shell.session()) {
      Silence silence = end == null ? create(session) : end(session, end);
      if (shell.json()) {
        shell.printJson(silence);
      } else {
        String word = end == null ? "silence.done" : "silence.ended";
        shell.print(
            shell.words().get(word, silence.getSilenceId(), until.isEmpty() ? "" : until) + "\n");
      }
    }
    return Problem.DONE;
  }

  private Silence create(Session session) {
    AlertMatcher.Builder matcher =
        AlertMatcher.newBuilder()
            .setPlanId(session.planId())
            .setSubjectId(subject)
            .setBureauId(bureau)
            .setCategory(category)
            .setSeverity(severity(shell, severity))
            .setKind(kind(shell, kind));
    return session
        .services()
        .alerting()
        .createSilence(
            CreateSilenceRequest.newBuilder()
                .setMatcher(matcher)
                .setReason(reason)
                .setUntil(until)
                .build())
        .getSilence();
  }

  private static Silence end(Session session, String id) {
    return session
        .services()
        .alerting()
        .endSilence(EndSilenceRequest.newBuilder().setSilenceId(id).build())
        .getSilence();
  }

  static Severity severity(Shell shell, String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "" -> Severity.SEVERITY_UNSPECIFIED;
      case "warning" -> Severity.SEVERITY_WARNING;
      case "critical" -> Severity.SEVERITY_CRITICAL;
      default -> throw unknown(shell, "--severity", word, "warning, critical");
    };
  }

  static SubjectKind kind(Shell shell, String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "" -> SubjectKind.SUBJECT_KIND_UNSPECIFIED;
      case "target" -> SubjectKind.SUBJECT_KIND_TARGET;
      case "project" -> SubjectKind.SUBJECT_KIND_PROJECT;
      default -> throw unknown(shell, "--kind", word, "target, project");
    };
  }

  static Problem.ProblemException unknown(
      Shell shell, String option, String word, String expected) {
    String line = shell.words().get("fault", option, word, expected);
    return Problem.usage(List.of(line), "");
  }
}
