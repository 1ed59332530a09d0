package io.waymark.cli.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Draws that depend on the seed and a name only, so that one subject's luck does not move with
 * another's. java.util.Random and String.hashCode are specified to the bit.
 */
final class Draw {
  private final long seed;

  Draw(long seed) {
    this.seed = seed;
  }

  /** A fresh sequence for this name. */
  Random of(String name) {
    Random random = new Random(seed * 1_000_003 + name.hashCode());
    // The first values of nearby seeds resemble each other.
    random.nextLong();
    random.nextLong();
    return random;
  }

  /** The ids in an order that the seed decides. */
  List<String> shuffled(String name, List<String> ids) {
    List<String> order = new ArrayList<>(ids.stream().sorted().toList());
    Collections.shuffle(order, of(name));
    return order;
  }
}
