package io.waymark.cli.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.waymark.cli.bulk.Meter;
import io.waymark.cli.client.Connection;
import io.waymark.cli.client.Problem;
import io.waymark.cli.pack.Door;
import io.waymark.cli.pack.LoadReport;
import io.waymark.cli.pack.LoadReport.Counts;
import io.waymark.cli.pack.PackDiff;
import io.waymark.cli.pack.PackLoader;
import io.waymark.cli.pack.PlanPack;
import io.waymark.cli.pack.Sheet;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Words;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Loads a plan pack. Loading it again changes nothing. */
@Command(name = "load")
final class PlanLoadCommand implements Callable<Integer> {
  private static final int SHOWN = 5;

  private final Shell shell;

  @Parameters(index = "0", paramLabel = "PATH", descriptionKey = "path")
  private Path path = Path.of("");

  PlanLoadCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    PlanPack pack = Packs.usable(shell, path);
    LoadReport report;
    List<PackDiff.Change> staying = staying(pack);
    try (Connection connection = shell.connect();
        Meter meter = Meter.on(shell.environment(), shell.words().get("meter.load"), items(pack))) {
      Door door = new Door(connection.transport(), shell.tokens()::ofSystem, Shell.CHANNEL);
      report = new PackLoader(door, new LoadMeter(meter, items(pack))).load(pack);
    }
    if (shell.json()) {
      printJson(report, staying);
    } else {
      printText(pack, report);
      printStaying(staying);
    }
    return Problem.DONE;
  }

  /** What is loaded, is not in the pack any more, and stays: nobody should think that it went. */
  private List<PackDiff.Change> staying(PlanPack pack) {
    try (Session session = shell.session()) {
      return Packs.loaded(session, pack.plan().id())
          .map(loaded -> PackDiff.between(loaded, pack.cells()))
          .stream()
          .flatMap(diff -> diff.changes().stream())
          .filter(change -> change.kind() == PackDiff.Kind.STAYS)
          .toList();
    }
  }

  private void printStaying(List<PackDiff.Change> staying) {
    Words words = shell.words();
    for (Sheet sheet : Sheet.values()) {
      List<String> keys =
          staying.stream()
              .filter(change -> change.sheet() == sheet)
              .map(PackDiff.Change::key)
              .toList();
      if (!keys.isEmpty()) {
        String some = String.join(", ", keys.subList(0, Math.min(SHOWN, keys.size())));
        String more = keys.size() > SHOWN ? " …" : "";
        shell.print(words.get("load.stays", sheet.file(), keys.size(), some + more) + "\n");
      }
    }
  }

  /** How many items a load acknowledges. */
  static int items(PlanPack pack) {
    return pack.bureaus().size()
        + pack.indicators().size()
        + pack.projects().size()
        + pack.series().size();
  }

  private static Map<String, Counts> counts(LoadReport report) {
    Map<String, Counts> counts = new LinkedHashMap<>();
    counts.put("bureaus", report.bureaus());
    counts.put("indicators", report.indicators());
    counts.put("targets", report.targets());
    counts.put("projects", report.projects());
    counts.put("observations", report.observations());
    if (report.revisions().total() > 0) {
      counts.put("revisions", report.revisions());
    }
    if (report.decisions().total() > 0) {
      counts.put("decisions", report.decisions());
    }
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
    if (report.targets().changed() > 0) {
      shell.print(words.get("load.corrected", report.targets().changed()) + "\n");
    }
    if (report.sharesWritten() > 0) {
      shell.print(words.get("load.shares", report.sharesWritten()) + "\n");
    }
    if (report.backgroundFigures() > 0) {
      shell.print(words.get("load.background", report.backgroundFigures()) + "\n");
    }
    shell.print(words.get(report.changedNothing() ? "load.nothing" : "load.done") + "\n");
  }

  private void printJson(LoadReport report, List<PackDiff.Change> staying) {
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
    json.addProperty("decompositionsWritten", report.sharesWritten());
    JsonArray stays = new JsonArray();
    staying.forEach(change -> stays.add(change.sheet().title() + " " + change.key()));
    json.add("notInThePackAndStays", stays);
    shell.print(new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n");
  }
}
