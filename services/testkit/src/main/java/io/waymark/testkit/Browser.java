package io.waymark.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine, if it has one. */
public final class Browser {
  /** What it is started with: no screen, and no business of its own with the network. */
  public static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private Browser() {}

  /** The program. */
  public static Optional<Path> program() {
    return onPath("chromium", "chromium-browser", "google-chrome");
  }

  /** What other programs drive it by. */
  public static Optional<Path> driver() {
    return onPath("chromedriver");
  }

  private static Optional<Path> onPath(String... names) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
