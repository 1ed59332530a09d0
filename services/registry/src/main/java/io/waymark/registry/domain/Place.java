package io.waymark.registry.domain;

import java.util.Optional;

/**
 * Where a project is.
 *
 * @param district id of the district; empty if it belongs to no single one
 * @param address address or stretch; may be empty
 */
public record Place(String district, LocalizedText address, Optional<Coordinates> at) {
  /** No place at all. */
  public static final Place NOWHERE = new Place("", LocalizedText.EMPTY, Optional.empty());

  /** Degrees north and east (WGS 84). */
  public record Coordinates(double latitude, double longitude) {}
}
