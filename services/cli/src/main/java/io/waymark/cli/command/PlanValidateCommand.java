package io.waymark.cli.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.waymark.cli.client.Problem;
import io.waymark.cli.pack.Fault;
import io.waymark.cli.pack.PackReading;
import io.waymark.cli.pack.PlanPack;
import io.waymark.cli.text.Style;
import io.waymark.cli.text.Words;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks a plan pack without a server and names every fault. */
@Command(name = "validate")
final class PlanValidateCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "PATH", descriptionKey = "path")
  private Path path = Path.of("");

  PlanValidateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    PackReading reading = Packs.read(shell, path);
    if (shell.json()) {
      printJson(reading);
    } else {
      printText(reading);
    }
    return reading.usable() ? Problem.DONE : Problem.REFUSED;
  }

  private void printText(PackReading reading) {
    Words words = shell.words();
    Style style = shell.style();
    StringBuilder text = new StringBuilder();
    for (Fault fault : reading.faults()) {
      text.append(style.paint(Packs.tone(fault), Packs.line(shell, fault))).append('\n');
    }
    long errors = reading.errors();
    long warnings = reading.faults().size() - errors;
    reading.pack().ifPresent(pack -> text.append(summary(pack)).append('\n'));
    String verdict = reading.usable() ? "pack.usable" : "pack.unusable";
    text.append(words.get(verdict, errors, warnings)).append('\n');
    shell.print(text.toString());
  }

  private String summary(PlanPack pack) {
    return shell
        .words()
        .get(
            "pack.summary",
            pack.plan().id(),
            pack.bureaus().size(),
            pack.indicators().size(),
            pack.targets().size(),
            pack.projects().size(),
            pack.contributions().size(),
            pack.series().size());
  }

  private void printJson(PackReading reading) {
    JsonObject json = new JsonObject();
    json.addProperty("usable", reading.usable());
    JsonArray faults = new JsonArray();
    for (Fault fault : reading.faults()) {
      JsonObject one = new JsonObject();
      one.addProperty("severity", fault.severity().name().toLowerCase(Locale.ROOT));
      one.addProperty("file", fault.file());
      one.addProperty("row", fault.row());
      one.addProperty("column", fault.column());
      one.addProperty("value", fault.value());
      one.addProperty("message", fault.message(shell.language().locale()));
      faults.add(one);
    }
    json.add("faults", faults);
    shell.print(
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n");
  }
}
