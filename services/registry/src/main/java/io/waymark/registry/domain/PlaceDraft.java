package io.waymark.registry.domain;

import java.util.OptionalDouble;

/** A place as a plan office wrote it, unchecked; absent texts are empty. */
public record PlaceDraft(
    String district, LocalizedText address, OptionalDouble latitude, OptionalDouble longitude) {
  /** Nothing stated. */
  public static final PlaceDraft NONE =
      new PlaceDraft("", LocalizedText.EMPTY, OptionalDouble.empty(), OptionalDouble.empty());
}
