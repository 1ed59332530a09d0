package io.waymark.cli.command;

import com.google.gson.JsonObject;
import io.waymark.cli.client.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Where a template is written, and what is said of it. */
final class TemplateFile {
  /** Writes a template and says how many rows it has. */
  interface Writing {
    /** How many rows. */
    int to(OutputStream out) throws IOException;
  }

  private final Shell shell;

  TemplateFile(Shell shell) {
    this.shell = shell;
  }

  /** The file appears when it is complete. */
  int write(@Nullable Path output, String kind, Writing writing) throws IOException {
    String name = kind + "-" + shell.bureau() + ".xlsx";
    Path file =
        shell.environment().workingDirectory().resolve(output == null ? Path.of(name) : output);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    int rows;
    try (OutputStream out = Files.newOutputStream(part)) {
      rows = writing.to(out);
    }
    if (rows == 0) {
      Files.delete(part);
      throw Problem.refused(
          shell.words().get("template.none", shell.bureau()), shell.words().get("next.template"));
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    if (shell.json()) {
      JsonObject reply = new JsonObject();
      reply.addProperty("file", file.toString());
      reply.addProperty("rows", rows);
      shell.print(reply + "\n");
    } else {
      shell.print(shell.words().get("template.written", file, rows, kind, shell.bureau()) + "\n");
    }
    return Problem.DONE;
  }
}
