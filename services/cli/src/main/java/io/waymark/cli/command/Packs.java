package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.client.Problem.ProblemException;
import io.waymark.cli.pack.Fault;
import io.waymark.cli.pack.Keepers;
import io.waymark.cli.pack.LoadedPack;
import io.waymark.cli.pack.PackCells;
import io.waymark.cli.pack.PackReading;
import io.waymark.cli.pack.PackWriter;
import io.waymark.cli.pack.PlanPack;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a plan pack and tells its faults. */
final class Packs {
  private Packs() {}

  static PackReading read(Shell shell, Path typed) {
    Path pack = shell.environment().workingDirectory().resolve(typed);
    boolean workbook = Files.isRegularFile(pack) && PackWriter.isWorkbook(pack);
    if (!Files.isDirectory(pack) && !workbook) {
      Words words = shell.words();
      throw Problem.refused(
          words.get("fault", "PATH", typed, words.get("expected.folder")), words.get("next.pack"));
    }
    return PlanPack.read(pack);
  }

  /** A pack that can be loaded, or every error that stands in the way. */
  static PlanPack usable(Shell shell, Path typed) {
    PackReading reading = read(shell, typed);
    return reading.pack().orElseThrow(() -> faulty(shell, reading));
  }

  private static ProblemException faulty(Shell shell, PackReading reading) {
    List<String> lines =
        reading.faults().stream()
            .filter(fault -> fault.severity() == Fault.Severity.ERROR)
            .map(fault -> line(shell, fault))
            .toList();
    String next = shell.words().get("next.faulty", lines.size());
    return new ProblemException(new Problem(lines, Optional.of(next), Problem.REFUSED));
  }

  /** A plan as it is loaded; empty if it is not. */
  static Optional<PackCells> loaded(Session session, String planId) {
    return LoadedPack.read(
        new Keepers(
            session.services().indicator(),
            session.services().registry(),
            session.services().reporting(),
            session.services().figureReporting()),
        planId);
  }

  static Tone tone(Fault fault) {
    return fault.severity() == Fault.Severity.ERROR ? Tone.RED : Tone.YELLOW;
  }

  static String line(Shell shell, Fault fault) {
    String severity = shell.words().get("pack." + fault.severity().name());
    return severity + "  " + fault.message(shell.language().locale());
  }
}
