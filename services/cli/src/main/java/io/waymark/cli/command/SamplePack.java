package io.waymark.cli.command;

import io.waymark.cli.Environment;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the sample plan pack: in the folder that the command is called from, that it keeps its data
 * in, or lives in.
 */
final class SamplePack {
  private static final Path PACK = Path.of("deploy", "sample", "wuhan-15");

  private SamplePack() {}

  static Optional<Path> find(Environment environment) {
    return above(environment.workingDirectory())
        .or(() -> above(environment.home()))
        .or(() -> ownPlace().flatMap(SamplePack::above));
  }

  private static Optional<Path> above(Path place) {
    for (Path folder = place.toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(PACK))) {
        return Optional.of(folder.resolve(PACK));
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> ownPlace() {
    try {
      return Optional.of(
          Path.of(SamplePack.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty(); // packed in a way that has no folder: the user names one
    }
  }
}
