package io.waymark.cli.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.waymark.cli.client.Problem;
import io.waymark.cli.client.Problem.ProblemException;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.judging.Rulebook;
import io.waymark.rulebooks.Rulebooks;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One rulebook: its source, our reading, its file. */
@Command(name = "show")
final class RulebookShowCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "rulebookName")
  private String name = "";

  @Option(names = "--yaml")
  private boolean yaml;

  RulebookShowCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    KnownRulebooks known = new KnownRulebooks(shell);
    Rulebooks rulebooks = known.rulebooks();
    Rulebook rulebook = rulebooks.named(name).orElseThrow(() -> unknown(rulebooks));
    String file = rulebooks.yaml(name).orElse("");
    if (yaml) {
      shell.print(file);
    } else if (shell.json()) {
      shell.print(json(rulebook, file));
    } else {
      shell.print(text(rulebook, file));
    }
    return known.tellFaults() ? Problem.REFUSED : Problem.DONE;
  }

  private ProblemException unknown(Rulebooks rulebooks) {
    Words words = shell.words();
    String known = String.join(", ", rulebooks.names());
    return Problem.refused(
        words.get("fault", "NAME", name, words.get("expected.rulebook", known)),
        words.get("next.rulebook"));
  }

  private String text(Rulebook rulebook, String file) {
    Words words = shell.words();
    String title = KnownRulebooks.in(shell, rulebook.title());
    String pin = words.get("judge.rulebook", rulebook.name(), String.valueOf(rulebook.version()));
    return shell.style().paint(Tone.STRONG, title)
        + "  "
        + shell.style().paint(Tone.FAINT, pin)
        + "\n\n"
        + words.get("rulebook.source", KnownRulebooks.in(shell, rulebook.source()))
        + "\n"
        + words.get("rulebook.reading", KnownRulebooks.in(shell, rulebook.reading()))
        + "\n\n"
        + file;
  }

  private String json(Rulebook rulebook, String file) {
    JsonObject json = new JsonObject();
    json.addProperty("name", rulebook.name());
    json.addProperty("version", rulebook.version());
    json.addProperty("title", KnownRulebooks.in(shell, rulebook.title()));
    json.addProperty("source", KnownRulebooks.in(shell, rulebook.source()));
    json.addProperty("reading", KnownRulebooks.in(shell, rulebook.reading()));
    json.addProperty("yaml", file);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n";
  }
}
