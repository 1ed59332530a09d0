package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.sheets.filing.Indicators;
import io.waymark.sheets.filing.Templates;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the form for the figures of a bureau's own indicators. */
@Command(name = "template")
final class ObserveTemplateCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.xlsx")
  private @Nullable Path output;

  ObserveTemplateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Reporter.require(shell, Optional.empty());
    try (Session session = shell.session()) {
      Indicators own =
          new Indicators(session.services().indicator(), session.planId(), shell.bureau());
      return new TemplateFile(shell).write(output, "observe", out -> write(own, out));
    } catch (IOException e) {
      throw Problem.refused(
          shell.words().get("template.unwritable", String.valueOf(e.getMessage())),
          shell.words().get("next.template"));
    }
  }

  private int write(Indicators own, OutputStream out) throws IOException {
    return new Templates(shell.sheetWords()).figures(own, out);
  }
}
