package io.waymark.cli.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.waymark.cli.client.Problem;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Words;
import io.waymark.judging.Rulebook;
import io.waymark.rulebooks.Rulebooks;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The rulebooks that are known. */
@Command(name = "list")
final class RulebookListCommand implements Callable<Integer> {
  private final Shell shell;

  RulebookListCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    KnownRulebooks known = new KnownRulebooks(shell);
    if (shell.json()) {
      printJson(known.rulebooks());
    } else {
      printText(known.rulebooks());
    }
    return known.tellFaults() ? Problem.REFUSED : Problem.DONE;
  }

  private void printText(Rulebooks rulebooks) {
    Words words = shell.words();
    Table table = new Table("", Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT);
    table.heading(
        words.get("rulebook.name"),
        words.get("rulebook.version"),
        words.get("rulebook.title"),
        words.get("rulebook.origin"));
    for (Rulebook rulebook : rulebooks.newest()) {
      table.row(
          rulebook.name(),
          String.valueOf(rulebook.version()),
          KnownRulebooks.in(shell, rulebook.title()),
          origin(rulebook));
    }
    shell.print(table.render(shell.style()));
  }

  private String origin(Rulebook rulebook) {
    if (rulebook.name().equals(Rulebooks.DEFAULT)) {
      return shell.words().get("rulebook.default");
    }
    return ships(rulebook) ? "" : shell.words().get("rulebook.own");
  }

  private static boolean ships(Rulebook rulebook) {
    return Rulebooks.shipped().names().contains(rulebook.name());
  }

  private void printJson(Rulebooks rulebooks) {
    JsonArray all = new JsonArray();
    for (Rulebook rulebook : rulebooks.all()) {
      JsonObject one = new JsonObject();
      one.addProperty("name", rulebook.name());
      one.addProperty("version", rulebook.version());
      one.addProperty("title", KnownRulebooks.in(shell, rulebook.title()));
      one.addProperty("source", KnownRulebooks.in(shell, rulebook.source()));
      one.addProperty("reading", KnownRulebooks.in(shell, rulebook.reading()));
      one.addProperty("ships", ships(rulebook));
      all.add(one);
    }
    JsonObject json = new JsonObject();
    json.add("rulebooks", all);
    shell.print(
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n");
  }
}
