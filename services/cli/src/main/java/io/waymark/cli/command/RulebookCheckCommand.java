package io.waymark.cli.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.waymark.cli.client.Problem;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.judging.Rulebook;
import io.waymark.rulebooks.Fault;
import io.waymark.rulebooks.RulebookReader;
import io.waymark.rulebooks.Rulebooks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks a rulebook's file without a server and names every fault. */
@Command(name = "check")
final class RulebookCheckCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "rulebookFile")
  private Path file = Path.of("");

  RulebookCheckCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    RulebookReader.Reading reading = RulebookReader.read(file.toString(), text());
    Optional<Fault> taken =
        reading.rulebook().flatMap(r -> Rulebooks.shipped().taken(file.toString(), r));
    List<Fault> faults = taken.map(List::of).orElse(reading.faults());
    if (shell.json()) {
      printJson(faults);
    } else {
      printText(reading, faults);
    }
    return faults.isEmpty() ? Problem.DONE : Problem.REFUSED;
  }

  private String text() {
    try {
      return Rulebooks.text(KnownRulebooks.resolved(shell, file));
    } catch (IOException e) {
      Words words = shell.words();
      throw Problem.refused(
          words.get("fault", "FILE", file, words.get("expected.yaml")), words.get("next.rulebook"));
    }
  }

  private void printText(RulebookReader.Reading reading, List<Fault> faults) {
    Words words = shell.words();
    StringBuilder text = new StringBuilder();
    for (Fault fault : faults) {
      String line = KnownRulebooks.in(shell, fault.text());
      text.append(shell.style().paint(Tone.RED, line)).append('\n');
    }
    if (faults.isEmpty()) {
      Rulebook rulebook = reading.rulebook().orElseThrow();
      text.append(
          words.get("rulebook.usable", rulebook.name(), String.valueOf(rulebook.version())));
    } else {
      text.append(words.get("rulebook.unusable", faults.size()));
    }
    shell.print(text.append('\n').toString());
  }

  private void printJson(List<Fault> faults) {
    JsonArray all = new JsonArray();
    for (Fault fault : faults) {
      JsonObject one = new JsonObject();
      one.addProperty("file", fault.file());
      one.addProperty("line", fault.line());
      one.addProperty("key", fault.key());
      one.addProperty("value", fault.value());
      one.addProperty("expectation", KnownRulebooks.in(shell, fault.expectation()));
      all.add(one);
    }
    JsonObject json = new JsonObject();
    json.addProperty("usable", faults.isEmpty());
    json.add("faults", all);
    shell.print(
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n");
  }
}
