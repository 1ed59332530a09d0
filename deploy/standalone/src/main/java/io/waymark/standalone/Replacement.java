package io.waymark.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that are replaced as a whole, so that a reader never sees half of one. */
final class Replacement {
  private Replacement() {}

  static void write(Path file, String text) {
    write(file, text, "rw-r--r--");
  }

  /** For the owner's eyes only. */
  static void writeSecret(Path file, String text) {
    write(file, text, "rw-------");
  }

  private static void write(Path file, String text, String permissions) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
