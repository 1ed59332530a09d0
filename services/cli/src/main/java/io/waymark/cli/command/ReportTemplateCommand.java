package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.sheets.filing.Projects;
import io.waymark.sheets.filing.Templates;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the form for the reports of a bureau's own projects. */
@Command(name = "template")
final class ReportTemplateCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.xlsx")
  private @Nullable Path output;

  ReportTemplateCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Reporter.require(shell, Optional.empty());
    try (Session session = shell.session()) {
      Projects own = new Projects(session.services().registry(), session.planId(), shell.bureau());
      return new TemplateFile(shell).write(output, "report", out -> write(session, own, out));
    } catch (IOException e) {
      throw Problem.refused(
          shell.words().get("template.unwritable", String.valueOf(e.getMessage())),
          shell.words().get("next.template"));
    }
  }

  private int write(Session session, Projects own, OutputStream out) throws IOException {
    return new Templates(shell.sheetWords()).reports(own, session.today(), out);
  }
}
