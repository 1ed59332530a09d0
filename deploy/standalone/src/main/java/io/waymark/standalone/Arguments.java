package io.waymark.standalone;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What the launcher is asked to do.
 *
 * @param up rather than down
 * @param root the project's folder, with the built modules
 * @param data the data directory
 * @param fresh forget what was recorded
 */
record Arguments(boolean up, Path root, Path data, boolean fresh) {

  static Arguments parse(String[] args, Words words) {
    Path here = Path.of("").toAbsolutePath();
    var rest = new ArrayDeque<>(List.of(args));
    boolean up = true;
    boolean fresh = false;
    Path root = here;
    Path data = here.resolve(".waymark");
    while (!rest.isEmpty()) {
      String next = rest.remove();
      try {
        switch (next) {
          case "up" -> up = true;
          case "down" -> up = false;
          case "--fresh" -> fresh = true;
          case "--root" -> root = here.resolve(rest.remove());
          case "--data" -> data = here.resolve(rest.remove());
          default -> throw words.refusal("refused.argument", next);
        }
      } catch (NoSuchElementException e) {
        throw words.refusal("refused.argument", next);
      }
    }
    return new Arguments(up, root.normalize(), data.normalize(), fresh);
  }
}
