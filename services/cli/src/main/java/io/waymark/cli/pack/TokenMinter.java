package io.waymark.cli.pack;

import java.util.Set;

/** Gives bearer tokens; the standalone signs them itself. */
@FunctionalInterface
public interface TokenMinter {
  /** A token for a system of this bureau, without "Bearer ". */
  String mint(String bureauId, Set<String> roles);
}
