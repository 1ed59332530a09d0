package io.waymark.cli.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.waymark.cli.client.Problem;
import io.waymark.cli.status.RunState;
import io.waymark.cli.status.SystemStatus;
import io.waymark.cli.text.Words;
import io.waymark.cli.view.StatusView;
import io.waymark.cli.view.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What runs on this machine and how it is. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
  private final Shell shell;

  StatusCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Path file = RunState.file(shell.environment().home());
    Optional<RunState> state = read(file);
    if (state.isEmpty()) {
      return nothingRuns(file);
    }
    SystemStatus status = SystemStatus.ask(state.get(), shell.words());
    if (shell.json()) {
      printJson(status.toJson());
    } else {
      shell.print(new StatusView(new View(shell.words(), shell.style())).render(status));
    }
    return status.up() ? Problem.DONE : Problem.REFUSED;
  }

  private Optional<RunState> read(Path file) {
    try {
      return RunState.read(file);
    } catch (IOException e) {
      Words words = shell.words();
      throw Problem.refused(words.get("problem.state", file), words.get("next.unreachable"));
    }
  }

  private int nothingRuns(Path file) {
    if (shell.json()) {
      JsonObject nothing = new JsonObject();
      nothing.addProperty("up", false);
      printJson(nothing);
      return Problem.REFUSED;
    }
    Words words = shell.words();
    throw Problem.refused(words.get("problem.notRunning", file), words.get("next.unreachable"));
  }

  private void printJson(JsonObject json) {
    shell.print(
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n");
  }
}
