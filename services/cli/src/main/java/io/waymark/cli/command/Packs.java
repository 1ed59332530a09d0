package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.pack.Fault;
import io.waymark.cli.pack.PackReading;
import io.waymark.cli.pack.PlanPack;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a plan pack and tells its faults. */
final class Packs {
  private Packs() {}

  static PackReading read(Shell shell, Path typed) {
    Path folder = shell.environment().workingDirectory().resolve(typed);
    if (!Files.isDirectory(folder)) {
      Words words = shell.words();
      throw Problem.refused(
          words.get("fault", "PATH", typed, words.get("expected.folder")), words.get("next.pack"));
    }
    return PlanPack.read(folder);
  }

  static Tone tone(Fault fault) {
    return fault.severity() == Fault.Severity.ERROR ? Tone.RED : Tone.YELLOW;
  }

  static String line(Shell shell, Fault fault) {
    String severity = shell.words().get("pack." + fault.severity().name());
    return severity + "  " + fault.message(shell.language().locale());
  }
}
