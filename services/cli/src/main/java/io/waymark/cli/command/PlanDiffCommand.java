package io.waymark.cli.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.waymark.cli.client.Problem;
import io.waymark.cli.pack.LoadedPack;
import io.waymark.cli.pack.PackCells;
import io.waymark.cli.pack.PackDiff;
import io.waymark.cli.pack.PlanPack;
import io.waymark.cli.view.PackDiffView;
import io.waymark.cli.view.View;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What loading a pack would change. Nothing is written. */
@Command(name = "diff")
final class PlanDiffCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "PATH", descriptionKey = "path")
  private Path path = Path.of("");

  PlanDiffCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    PlanPack pack = Packs.usable(shell, path);
    Optional<PackCells> loaded;
    try (Session session = shell.session()) {
      loaded = Packs.loaded(session, pack.plan().id());
    }
    PackDiff diff = PackDiff.between(loaded.orElseGet(LoadedPack::none), pack.cells());
    if (shell.json()) {
      printJson(pack.plan().id(), loaded.isPresent(), diff);
    } else {
      View view = new View(shell.words(), shell.style());
      shell.print(new PackDiffView(view).render(pack.plan().id(), loaded.isPresent(), diff));
    }
    return Problem.DONE;
  }

  private void printJson(String planId, boolean loaded, PackDiff diff) {
    JsonObject json = new JsonObject();
    json.addProperty("planId", planId);
    json.addProperty("loaded", loaded);
    json.addProperty("changesNothing", diff.isEmpty());
    JsonArray changes = new JsonArray();
    for (PackDiff.Change change : diff.changes()) {
      JsonObject one = new JsonObject();
      one.addProperty("sheet", change.sheet().title());
      one.addProperty("kind", change.kind().name().toLowerCase(Locale.ROOT));
      one.addProperty("key", change.key());
      JsonArray cells = new JsonArray();
      for (PackDiff.Cell cell : change.cells()) {
        JsonObject differs = new JsonObject();
        differs.addProperty("column", cell.column());
        differs.addProperty("before", cell.before());
        differs.addProperty("after", cell.after());
        cells.add(differs);
      }
      one.add("cells", cells);
      changes.add(one);
    }
    json.add("changes", changes);
    json.add("rejudgedTargets", list(diff.rejudged()));
    json.add("targetsThatNeedAnInstrument", list(diff.byDocument()));
    shell.print(
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n");
  }

  private static JsonArray list(List<String> ids) {
    JsonArray array = new JsonArray();
    ids.forEach(array::add);
    return array;
  }
}
