package io.waymark.cli.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.waymark.cli.bulk.Meter;
import io.waymark.cli.client.Connection;
import io.waymark.cli.client.Problem;
import io.waymark.cli.client.Problem.ProblemException;
import io.waymark.cli.pack.Door;
import io.waymark.cli.pack.Fault;
import io.waymark.cli.pack.LoadProgress;
import io.waymark.cli.pack.LoadReport;
import io.waymark.cli.pack.LoadReport.Counts;
import io.waymark.cli.pack.PackLoader;
import io.waymark.cli.pack.PackReading;
import io.waymark.cli.pack.PlanPack;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Words;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Loads a plan pack. Loading it again changes nothing. */
@Command(name = "load")
final class PlanLoadCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "PATH", descriptionKey = "path")
  private Path path = Path.of("");

  PlanLoadCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    PackReading reading = Packs.read(shell, path);
    PlanPack pack = reading.pack().orElseThrow(() -> faulty(reading));
    LoadReport report;
    try (Connection connection = shell.connect();
        Meter meter = Meter.on(shell.environment(), shell.words().get("meter.load"), items(pack))) {
      Door door = new Door(connection.transport(), shell.tokens()::ofSystem, Shell.CHANNEL);
      report = new PackLoader(door, new Total(meter, items(pack))).load(pack);
    }
    if (shell.json()) {
      printJson(report);
    } else {
      printText(pack, report);
    }
    return Problem.DONE;
  }

  private ProblemException faulty(PackReading reading) {
    Words words = shell.words();
    List<String> lines =
        reading.faults().stream()
            .filter(fault -> fault.severity() == Fault.Severity.ERROR)
            .map(fault -> Packs.line(shell, fault))
            .toList();
    String next = words.get("next.faulty", lines.size());
    return new ProblemException(new Problem(lines, Optional.of(next), Problem.REFUSED));
  }

  private static int items(PlanPack pack) {
    return pack.bureaus().size()
        + pack.indicators().size()
        + pack.projects().size()
        + pack.series().size();
  }

  /** Adds the stages up to one bar. */
  private static final class Total implements LoadProgress {
    private final Map<Stage, Integer> done = new EnumMap<>(Stage.class);
    private final Meter meter;
    private final int all;

    Total(Meter meter, int all) {
      this.meter = meter;
      this.all = all;
    }

    @Override
    public void at(Stage stage, int doneOfStage, int total) {
      done.put(stage, doneOfStage);
      meter.at(done.values().stream().mapToInt(Integer::intValue).sum(), all);
    }
  }

  private static Map<String, Counts> counts(LoadReport report) {
    Map<String, Counts> counts = new LinkedHashMap<>();
    counts.put("bureaus", report.bureaus());
    counts.put("indicators", report.indicators());
    counts.put("targets", report.targets());
    counts.put("projects", report.projects());
    counts.put("observations", report.observations());
    return counts;
  }

  private void printText(PlanPack pack, LoadReport report) {
    Words words = shell.words();
    Table table = new Table("  ", Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT);
    table.heading(
        pack.plan().id(),
        words.get("load.created"),
        words.get("load.changed"),
        words.get("load.unchanged"));
    counts(report)
        .forEach((kind, c) ->
            table.row(
                words.get("count." + kind),
                String.valueOf(c.created()),
                String.valueOf(c.changed()),
                String.valueOf(c.unchanged())));
    shell.print(table.render(shell.style()));
    if (report.backgroundFigures() > 0) {
      shell.print(words.get("load.background", report.backgroundFigures()) + "\n");
    }
    shell.print(words.get(report.changedNothing() ? "load.nothing" : "load.done") + "\n");
  }

  private void printJson(LoadReport report) {
    JsonObject json = new JsonObject();
    counts(report)
        .forEach((kind, counts) -> {
          JsonObject one = new JsonObject();
          one.addProperty("created", counts.created());
          one.addProperty("changed", counts.changed());
          one.addProperty("unchanged", counts.unchanged());
          json.add(kind, one);
        });
    json.addProperty("backgroundFigures", report.backgroundFigures());
    shell.print(new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n");
  }
}
