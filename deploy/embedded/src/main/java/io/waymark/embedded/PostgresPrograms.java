package io.waymark.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How PostgreSQL's programs are called on this machine.
 *
 * @param folder holds {@code bin/postgres}
 * @param prefix what stands before each call; PostgreSQL refuses to run as root, so for root this
 *     is {@code unshare -U}, a user namespace in which root is nobody and yet owns its files
 */
record PostgresPrograms(Path folder, List<String> prefix) {

  static PostgresPrograms ofThisMachine() {
    return new PostgresPrograms(PostgresBinaries.unpacked(), isRoot() ? unshare() : List.of());
  }

  List<String> call(String program, List<String> arguments) {
    var command = new ArrayList<>(prefix);
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  /** Makes a cluster in which text is UTF-8 and sorts the same on every machine. */
  void initialise(Path data, String user, String password) {
    Path secret = null;
    try {
      secret = Files.createTempFile("waymark", ".secret");
      Files.writeString(secret, password);
      var command =
          call(
              "initdb",
              List.of(
                  "--pgdata=" + data,
                  "--username=" + user,
                  "--pwfile=" + secret,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale=C",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8"));
      run(command);
    } catch (IOException e) {
      throw new EmbeddedException("Cannot make a database cluster in " + data, e);
    } finally {
      delete(secret);
    }
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new EmbeddedException("Cannot delete " + file, e);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static List<String> unshare() {
    List<String> prefix = List.of("unshare", "-U");
    try {
      run(List.of("unshare", "-U", "true"));
    } catch (IOException | EmbeddedException e) {
      throw new EmbeddedException(
          "PostgreSQL does not run as root, and this machine does not let root make a user namespace"
              + " (unshare -U). Run Waymark as an ordinary user.",
          e);
    }
    return prefix;
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new EmbeddedException(String.join(" ", command) + " failed:\n" + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedException("Interrupted while running " + command.getFirst(), e);
    } finally {
      process.destroyForcibly();
    }
  }
}
