package io.waymark.cli.command;

import io.waymark.cli.bulk.CsvRows;
import io.waymark.cli.bulk.Meter;
import io.waymark.cli.client.Problem;
import io.waymark.cli.foresight.CheckedPart;
import io.waymark.cli.foresight.PastQuestions;
import io.waymark.cli.text.Words;
import io.waymark.cli.view.BacktestView;
import io.waymark.cli.view.ReliabilityPicture;
import io.waymark.cli.view.View;
import io.waymark.proto.indicator.v1.BacktestPart;
import io.waymark.proto.indicator.v1.BacktestRequest;
import io.waymark.proto.indicator.v1.BacktestResponse;
import io.waymark.proto.indicator.v1.ReliabilityPoint;
import io.waymark.rulebooks.Rulebooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How good judgements have been: of the loaded plan, or of questions in a file. */
@Command(name = "backtest")
final class BacktestCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--input", paramLabel = "QUESTIONS.csv")
  private @Nullable Path input;

  @Option(names = "--svg", paramLabel = "FILE.svg")
  private @Nullable Path svg;

  BacktestCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    return input == null ? plan() : file(resolved(input));
  }

  private int plan() {
    try (Session session = shell.session()) {
      String planId = session.planId();
      BacktestResponse reply =
          session
              .services()
              .indicator()
              .backtest(BacktestRequest.newBuilder().setPlanId(planId).build());
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        shell.print(view().render(planId, reply));
      }
      draw(drawable(reply.getHindcasts()) ? reply.getHindcasts() : reply.getHeld());
    }
    return Problem.DONE;
  }

  private int file(Path source) {
    Words words = shell.words();
    CsvRows rows = BatchRows.read(shell, source, PastQuestions.NEEDED, "next.backtest");
    PastQuestions questions = new PastQuestions(rows);
    BacktestPart part;
    try (Meter meter =
        Meter.on(shell.environment(), words.get("meter.backtest"), questions.size())) {
      part = CheckedPart.of(questions.checked(Rulebooks.shipped().named("").orElseThrow(), meter));
    }
    if (shell.json()) {
      shell.printJson(part);
    } else {
      shell.print(view().render(String.valueOf(source.getFileName()), part));
    }
    draw(part);
    return BatchRows.tellSkipped(shell, questions.skipped());
  }

  private BacktestView view() {
    return new BacktestView(new View(shell.words(), shell.style()));
  }

  private static boolean drawable(BacktestPart part) {
    return part.getScoresCount() > 0
        && part.getScores(0).getPointsList().stream().anyMatch(ReliabilityPoint::hasWas);
  }

  /** No picture is better than an empty one. */
  private void draw(BacktestPart part) {
    if (svg == null) {
      return;
    }
    Words words = shell.words();
    if (!drawable(part)) {
      shell.note(words.get("backtest.noPicture"));
      return;
    }
    Path sink = resolved(svg);
    try {
      Files.writeString(sink, new ReliabilityPicture(words).render(part));
    } catch (IOException e) {
      String reason = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
      throw Problem.usage(
          List.of(words.get("fault", "--svg", reason, words.get("expected.writable"))),
          words.get("next.output"));
    }
    shell.note(words.get("backtest.picture", sink));
  }

  private Path resolved(Path path) {
    return shell.environment().workingDirectory().resolve(path);
  }
}
