package io.waymark.cli.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.waymark.cli.client.Problem;
import io.waymark.cli.pack.PackCells;
import io.waymark.cli.pack.PackWriter;
import io.waymark.cli.pack.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a loaded plan back as a pack. */
@Command(name = "export")
final class PlanExportCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "PATH", descriptionKey = "path")
  private Path path = Path.of("");

  PlanExportCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Path target = shell.environment().workingDirectory().resolve(path);
    mustBeFree(target);
    PackCells cells;
    String planId;
    try (Session session = shell.session()) {
      planId = session.planId();
      cells =
          Packs.loaded(session, planId)
              .orElseThrow(() ->
                  Problem.refused(
                      shell.words().get("export.unknown", planId), shell.words().get("next.show")));
    }
    List<Path> written = write(cells, target);
    if (shell.json()) {
      printJson(planId, written);
    } else {
      int rows = Stream.of(Sheet.values()).mapToInt(sheet -> cells.of(sheet).size()).sum();
      shell.print(shell.words().get("export.done", planId, written.size(), rows, path) + "\n");
    }
    return Problem.DONE;
  }

  /** Never over files that are there: they may hold what nobody has loaded yet. */
  private void mustBeFree(Path target) {
    boolean taken = Files.isRegularFile(target);
    if (Files.isDirectory(target)) {
      for (Sheet sheet : Sheet.values()) {
        taken |= Files.exists(target.resolve(sheet.file()));
      }
    }
    if (taken) {
      throw Problem.refused(
          shell.words().get("export.taken", path), shell.words().get("next.export"));
    }
  }

  private List<Path> write(PackCells cells, Path target) {
    try {
      return PackWriter.write(cells, target);
    } catch (IOException e) {
      throw Problem.refused(
          shell.words().get("export.failed", path, String.valueOf(e.getMessage())),
          shell.words().get("next.export"));
    }
  }

  private void printJson(String planId, List<Path> written) {
    JsonObject json = new JsonObject();
    json.addProperty("planId", planId);
    JsonArray files = new JsonArray();
    written.forEach(file -> files.add(file.toString()));
    json.add("files", files);
    shell.print(json + "\n");
  }
}
