package io.waymark.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the archive on the class path.
 *
 * <p>They are unpacked once per user and version (about five seconds), into a folder named by the
 * archive's hash: the launcher and every test JVM share it.
 */
final class PostgresBinaries {
  private static final String READY = ".unpacked";

  private PostgresBinaries() {}

  /** The folder that holds {@code bin/postgres}. */
  static Path unpacked() {
    return unpackedIn(cache());
  }

  static Path unpackedIn(Path cache) {
    String archive = archiveName();
    Path home = Folders.make(cache).resolve("postgres-" + hash(archive));
    if (Files.exists(home.resolve(READY))) {
      return home;
    }
    // Two JVMs may come here at once: the lock lets one unpack and the other wait for it.
    try (FileChannel channel =
            FileChannel.open(
                cache.resolve("postgres.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      if (!Files.exists(home.resolve(READY))) {
        Folders.remove(home);
        unpack(archive, home);
        Files.createFile(home.resolve(READY));
      }
      return home;
    } catch (IOException e) {
      throw new EmbeddedException("Cannot unpack PostgreSQL into " + home + ": " + e, e);
    }
  }

  private static Path cache() {
    String folder = System.getenv("XDG_CACHE_HOME");
    return folder == null || folder.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "waymark")
        : Path.of(folder, "waymark");
  }

  private static String archiveName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String os = system.startsWith("mac") ? "darwin" : system;
    String arch = machine.equals("aarch64") ? "arm_64" : "x86_64";
    return "/postgres-" + os + "-" + arch + ".txz";
  }

  private static InputStream open(String archive) {
    InputStream stream = PostgresBinaries.class.getResourceAsStream(archive);
    if (stream == null) {
      throw new EmbeddedException(
          "There is no embedded PostgreSQL for "
              + System.getProperty("os.name")
              + " on "
              + System.getProperty("os.arch")
              + "; run PostgreSQL 18 yourself and name it in WAYMARK_DATABASE_HOST");
    }
    return stream;
  }

  private static String hash(String archive) {
    try (InputStream stream = open(archive)) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(stream.readAllBytes());
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new EmbeddedException("Cannot read " + archive + " from the class path", e);
    }
  }

  private static void unpack(String archive, Path home) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, home);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path home)
      throws IOException {
    Path file = home.resolve(entry.getName()).normalize();
    if (!file.startsWith(home)) {
      throw new IOException("The archive names a file outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.copy(home.resolve(entry.getLinkName()).normalize(), file);
    } else {
      Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
      boolean executable = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
