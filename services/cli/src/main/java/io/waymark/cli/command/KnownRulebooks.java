package io.waymark.cli.command;

import io.waymark.judging.Text;
import io.waymark.rulebooks.Fault;
import io.waymark.rulebooks.Rulebooks;
import java.nio.file.Path;
import java.util.List;

/** The rulebooks that ship, and those of the folder that WAYMARK_RULEBOOKS names. */
final class KnownRulebooks {
  private final Shell shell;
  private final Rulebooks rulebooks;
  private final List<Fault> faults;

  KnownRulebooks(Shell shell) {
    this.shell = shell;
    Rulebooks.Loaded loaded =
        shell
            .environment()
            .variable("WAYMARK_RULEBOOKS")
            .map(folder -> Rulebooks.with(resolved(shell, Path.of(folder))))
            .orElseGet(() -> new Rulebooks.Loaded(Rulebooks.shipped(), List.of()));
    this.rulebooks = loaded.rulebooks();
    this.faults = loaded.faults();
  }

  static Path resolved(Shell shell, Path typed) {
    return shell.environment().workingDirectory().resolve(typed);
  }

  Rulebooks rulebooks() {
    return rulebooks;
  }

  /** Says aside what is wrong with the folder; true if anything is. */
  boolean tellFaults() {
    faults.forEach(fault -> shell.note(in(shell, fault.text())));
    return !faults.isEmpty();
  }

  static String in(Shell shell, Text text) {
    return switch (shell.language()) {
      case ZH -> text.zh();
      case EN -> text.en();
    };
  }
}
