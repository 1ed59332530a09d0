package io.waymark.cli.command;

import io.waymark.cli.bulk.Meter;
import io.waymark.cli.client.Problem;
import io.waymark.cli.foresight.Projection;
import io.waymark.cli.text.Words;
import io.waymark.rulebooks.Rulebooks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Projects questions of a file: no server, no plan. */
@Command(name = "project")
final class ProjectCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--input", required = true, paramLabel = "QUESTIONS.csv")
  private @Nullable Path input;

  @Option(names = "--output", required = true, paramLabel = "ANSWERS.csv")
  private @Nullable Path output;

  ProjectCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Words words = shell.words();
    Path directory = shell.environment().workingDirectory();
    Path source = directory.resolve(Objects.requireNonNull(input));
    Path sink = directory.resolve(Objects.requireNonNull(output));
    Projection projection =
        new Projection(BatchRows.read(shell, source, Projection.NEEDED, "next.project"));
    try (Meter meter =
        Meter.on(shell.environment(), words.get("meter.project"), projection.size())) {
      projection.write(sink, Rulebooks.shipped().named("").orElseThrow(), meter);
    } catch (IOException e) {
      String reason = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
      throw Problem.usage(
          List.of(words.get("fault", "--output", reason, words.get("expected.writable"))),
          words.get("next.output"));
    }
    return finish(projection, sink);
  }

  private int finish(Projection projection, Path sink) {
    Words words = shell.words();
    List<Projection.Skipped> skipped = projection.skipped();
    shell.note(words.get("project.done", projection.size(), skipped.size(), sink));
    return BatchRows.tellSkipped(shell, skipped);
  }
}
