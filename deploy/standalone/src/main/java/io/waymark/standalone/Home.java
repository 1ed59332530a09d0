package io.waymark.standalone;

import io.waymark.embedded.Folders;
import java.nio.file.Path;
import java.util.List;

/** The data directory of a standalone. */
record Home(Path root) {
  Path postgres() {
    return root.resolve("data/postgres");
  }

  Path kafka() {
    return root.resolve("data/kafka");
  }

  Path mail() {
    return root.resolve("data/mail");
  }

  Path keys() {
    return root.resolve("keys");
  }

  Path clock() {
    return root.resolve("clock");
  }

  Path savedClock() {
    return root.resolve("clock.saved");
  }

  Path aot() {
    return root.resolve("aot");
  }

  Path log(String part) {
    return root.resolve("logs").resolve(part + ".log");
  }

  Path run(String file) {
    return root.resolve("run").resolve(file);
  }

  void make() {
    for (String folder : List.of("data", "keys", "logs", "run")) {
      Folders.make(root.resolve(folder));
    }
  }

  /** Forgets everything that was recorded; logs stay. */
  void clear() {
    for (String folder : List.of("data", "keys", "clock", "clock.saved", "sample.loaded")) {
      Folders.remove(root.resolve(folder));
    }
  }
}
