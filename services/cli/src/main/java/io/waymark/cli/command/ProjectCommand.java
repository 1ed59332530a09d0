package io.waymark.cli.command;

import io.waymark.cli.bulk.CsvRows;
import io.waymark.cli.bulk.Meter;
import io.waymark.cli.client.Problem;
import io.waymark.cli.foresight.Projection;
import io.waymark.cli.foresight.RowFault;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.rulebooks.Rulebooks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Projects questions of a file: no server, no plan. */
@Command(name = "project")
final class ProjectCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

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
    Projection projection = new Projection(read(source));
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

  private CsvRows read(Path file) {
    Words words = shell.words();
    CsvRows rows = FileResult.read(shell, file, Map.of(), "id");
    List<String> missing =
        Projection.NEEDED.stream().filter(column -> !rows.has(column, Map.of())).toList();
    if (!missing.isEmpty()) {
      String header = String.join(",", rows.header());
      String expected = words.get("expected.column", String.join(", ", missing));
      throw Problem.usage(
          List.of(words.get("fault", file.getFileName(), header, expected)),
          words.get("next.project"));
    }
    return rows;
  }

  private int finish(Projection projection, Path sink) {
    Words words = shell.words();
    List<Projection.Skipped> skipped = projection.skipped();
    shell.note(words.get("project.done", projection.size(), skipped.size(), sink));
    skipped.stream()
        .limit(SHOWN)
        .forEach(row ->
            row.faults()
                .forEach(
                    fault -> shell.note(shell.errorStyle().paint(Tone.RED, line(row, fault)))));
    if (skipped.size() > SHOWN) {
      shell.note(words.get("project.more", skipped.size() - SHOWN));
    }
    return skipped.isEmpty() ? Problem.DONE : Problem.USAGE;
  }

  private String line(Projection.Skipped row, RowFault fault) {
    Words words = shell.words();
    String value = fault.value().isEmpty() ? words.get("fault.missing") : fault.value();
    String reason = words.get("fault", fault.column(), value, words.get(fault.expectation()));
    return words.get("file.line", row.line(), reason);
  }
}
