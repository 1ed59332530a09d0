package io.waymark.cli.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.Message;
import io.grpc.StatusRuntimeException;
import io.waymark.cli.client.Problem;
import io.waymark.cli.client.Refusals;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.sheets.Limits;
import io.waymark.sheets.SheetFile;
import io.waymark.sheets.SheetWords;
import io.waymark.sheets.filing.Landing;
import io.waymark.sheets.form.Batch;
import io.waymark.sheets.form.Batch.Item;
import io.waymark.sheets.form.CellFault;
import io.waymark.sheets.form.CorrectedCopy;
import io.waymark.sheets.form.RowRef;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What became of a file's rows: counts and reasons for a person, the faulty rows in a copy of the
 * file.
 */
final class FileResult {
  private static final int SHOWN = 20;

  private final Shell shell;
  private final Words words;
  private final SheetWords sheetWords;
  private final Path file;
  private int told;

  FileResult(Shell shell, Path file) {
    this.shell = shell;
    this.words = shell.words();
    this.sheetWords = shell.sheetWords();
    this.file = file;
  }

  /** A row was recorded. */
  void landed(Item<?> item, String id) {
    if (shell.json()) {
      JsonObject accepted = place(item.row());
      accepted.addProperty("subject", item.subject());
      accepted.addProperty("id", id);
      line("accepted", accepted);
    } else if (++told <= SHOWN) {
      shell.print(words.get("file.row", item.subject(), id) + "\n");
    }
  }

  /** Shows what would be sent; nothing was. */
  <R extends Message> int wouldLand(Batch<R> batch, Function<R, List<String>> shown) {
    if (shell.json()) {
      for (Item<R> item : batch.items()) {
        shell.printJsonLine(item.request());
      }
    } else {
      shell.print(table(batch, shown));
    }
    tellAll(batch.faults());
    summary("file.dryRun", batch.items().size(), batch.faultyRows(), batch.leftEmpty());
    return batch.faults().isEmpty() ? Problem.DONE : Problem.REFUSED;
  }

  private <R extends Message> String table(Batch<R> batch, Function<R, List<String>> shown) {
    if (batch.items().isEmpty()) {
      return "";
    }
    int columns = shown.apply(batch.items().getFirst().request()).size() + 1;
    List<Align> aligns = new ArrayList<>(Collections.nCopies(columns, Align.LEFT));
    aligns.set(0, Align.RIGHT);
    Table table = new Table("  ", aligns.toArray(Align[]::new));
    for (Item<R> item : batch.items().subList(0, Math.min(SHOWN, batch.items().size()))) {
      List<String> cells = new ArrayList<>();
      cells.add(String.valueOf(item.row().number()));
      cells.addAll(shown.apply(item.request()));
      table.row(cells.toArray(String[]::new));
    }
    return table.render(shell.style()) + (batch.items().size() > SHOWN ? "  …\n" : "");
  }

  /** So many rows are faulty that nothing is sent. */
  int hopeless(Batch<?> batch) {
    tellAll(batch.faults());
    shell.note(words.get("file.hopeless", batch.faultyRows()));
    return Problem.REFUSED;
  }

  /** Says how it went, writes the faulty rows, and gives the exit code. */
  int finish(Batch<?> batch, Landing landing) {
    landing.cause().ifPresent(this::broken);
    List<CellFault> faults = new ArrayList<>(batch.faults());
    faults.addAll(landing.faults());
    if (!shell.json() && told > SHOWN) {
      shell.print("  …\n");
    }
    long refused = batch.faultyRows() + batch.items().size() - landing.count();
    summary("file.summary", landing.count(), refused, batch.leftEmpty());
    if (faults.isEmpty()) {
      return Problem.DONE;
    }
    tellAll(faults);
    try {
      shell.note(words.get("file.refused", writeBeside(faults)));
    } catch (IOException e) {
      shell.note(words.get("file.unwritable", Optional.ofNullable(e.getMessage()).orElse("")));
    }
    return Problem.REFUSED;
  }

  private void summary(String key, long good, long bad, int leftEmpty) {
    String summary = words.get(key, good, bad);
    String all = leftEmpty == 0 ? summary : summary + words.get("file.leftEmpty", leftEmpty);
    if (shell.json()) {
      shell.note(all);
    } else {
      shell.print(all + "\n");
    }
  }

  private void broken(StatusRuntimeException failure) {
    Problem problem = new Refusals(words, shell.server()).of(failure);
    problem.lines().forEach(shell::note);
    problem.next().ifPresent(shell::note);
  }

  private Path writeBeside(List<CellFault> faults) throws IOException {
    SheetFile.Format format;
    try (SheetFile opened = SheetFile.open(file, Limits.DEFAULT)) {
      format = opened.format();
    }
    String name = CorrectedCopy.nameFor(String.valueOf(file.getFileName()), format);
    Path copy = file.resolveSibling(name);
    Path part = file.resolveSibling(name + ".part");
    try (OutputStream out = Files.newOutputStream(part)) {
      CorrectedCopy.write(file, Limits.DEFAULT, faults, sheetWords, out);
    }
    return Files.move(part, copy, StandardCopyOption.REPLACE_EXISTING);
  }

  private void tellAll(List<CellFault> faults) {
    Map<RowRef, List<CellFault>> byRow = new LinkedHashMap<>();
    faults.forEach(fault -> byRow.computeIfAbsent(fault.row(), _ -> new ArrayList<>()).add(fault));
    if (shell.json()) {
      byRow.forEach(this::printRefused);
      return;
    }
    byRow.entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey((a, b) ->
                a.sheet().equals(b.sheet()) ? Integer.compare(a.number(), b.number()) : 0))
        .limit(SHOWN)
        .forEach(row -> row.getValue().forEach(this::tell));
    if (byRow.size() > SHOWN) {
      shell.note(words.get("project.more", byRow.size() - SHOWN));
    }
  }

  private void tell(CellFault fault) {
    String line = words.get("file.fault", fault.place(), fault.say(sheetWords));
    shell.note(shell.errorStyle().paint(Tone.RED, line));
  }

  private void printRefused(RowRef row, List<CellFault> faults) {
    JsonObject refused = place(row);
    JsonArray cells = new JsonArray();
    for (CellFault fault : faults) {
      JsonObject cell = new JsonObject();
      cell.addProperty("cell", fault.place());
      cell.addProperty("heading", fault.heading());
      cell.addProperty("reason", sheetWords.say(fault.reason()));
      cells.add(cell);
    }
    refused.add("faults", cells);
    line("refused", refused);
  }

  private static JsonObject place(RowRef row) {
    JsonObject place = new JsonObject();
    place.addProperty("sheet", row.sheet());
    place.addProperty("row", row.number());
    return place;
  }

  private void line(String name, JsonObject content) {
    JsonObject line = new JsonObject();
    line.add(name, content);
    shell.print(line + "\n");
  }
}
