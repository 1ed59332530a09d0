package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.effect.EffectWatch;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.indicator.v1.RecordObservationResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records one figure of an indicator and shows what it set in motion, or many from a file. */
@Command(name = "observe")
final class ObserveCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", arity = "0..1", paramLabel = "INDICATOR", descriptionKey = "indicator")
  private @Nullable String indicator;

  @Parameters(index = "1", arity = "0..1", paramLabel = "VALUE", descriptionKey = "value")
  private @Nullable String value;

  @Option(names = "--period", paramLabel = "PERIOD")
  private @Nullable String period;

  @Option(names = "--source", paramLabel = "TEXT")
  private @Nullable String source;

  @Option(names = "--key", paramLabel = "KEY")
  private @Nullable String key;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE")
  private @Nullable Path file;

  @Option(names = "--dry-run")
  private boolean dryRun;

  ObserveCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Path many = file;
    if (many != null) {
      Reporter.require(shell, Optional.empty());
      try (Session session = shell.session()) {
        Path path = shell.environment().workingDirectory().resolve(many);
        return new ObservationFile(shell, session).send(path, dryRun);
      }
    }
    Input input = new Input(shell.words());
    RecordObservationRequest.Builder figure = read(input);
    input.orFail("next.observe");
    Reporter.require(shell, Optional.of(figure.getIndicatorId()));
    try (Session session = shell.session()) {
      return send(session, figure);
    }
  }

  private RecordObservationRequest.Builder read(Input input) {
    String typed = input.required("VALUE", value, "expected.decimal");
    String when = input.required("--period", period, "expected.period");
    return RecordObservationRequest.newBuilder()
        .setIndicatorId(input.required("INDICATOR", indicator, "expected.indicator"))
        .setValue(input.decimal("VALUE", typed))
        .setPeriodEnd(input.date("--period", when))
        .setSource(source == null ? "" : source)
        .setIdempotencyKey(key == null ? "cli-" + UUID.randomUUID() : key);
  }

  private int send(Session session, RecordObservationRequest.Builder figure) {
    figure
        .setPlanId(session.planId())
        .setIndicatorId(new Subjects(shell, session).indicator(figure.getIndicatorId()));
    if (shell.json()) {
      shell.note(shell.words().get("note.key", figure.getIdempotencyKey()));
      shell.printJson(session.services().indicator().recordObservation(figure.build()));
      return Problem.DONE;
    }
    Aftermath aftermath =
        Aftermath.before(
            shell,
            () ->
                EffectWatch.ofIndicator(
                    session.services(),
                    figure.getPlanId(),
                    figure.getIndicatorId(),
                    Aftermath.PATIENCE));
    RecordObservationResponse reply =
        session.services().indicator().recordObservation(figure.build());
    shell.print(
        shell
                .words()
                .get(
                    "observe.accepted",
                    figure.getIndicatorId(),
                    figure.getPeriodEnd(),
                    figure.getValue(),
                    reply.getObservationId(),
                    figure.getIdempotencyKey())
            + "\n");
    aftermath.show(reply.getRecordedAt());
    return Problem.DONE;
  }
}
