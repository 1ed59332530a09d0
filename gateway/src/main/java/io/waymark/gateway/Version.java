package io.waymark.gateway;

import java.util.Optional;

/** The version of the gateway that runs. */
final class Version {
  private Version() {}

  /** As the jar's manifest has it; "development" when run from class files. */
  static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
