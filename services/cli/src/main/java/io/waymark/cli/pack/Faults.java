package io.waymark.cli.pack;

import io.waymark.cli.pack.Fault.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects every fault of a pack; nothing stops at the first. */
final class Faults {
  private final List<Fault> found = new ArrayList<>();

  void add(Fault fault) {
    found.add(fault);
  }

  boolean errors() {
    return found.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
  }

  /** By file in the order of the pack, then by row. */
  List<Fault> sorted() {
    Comparator<Fault> order =
        Comparator.comparingInt((Fault fault) -> Sheet.order(fault.file()))
            .thenComparing(Fault::file)
            .thenComparingInt(Fault::row);
    return found.stream().sorted(order).toList();
  }
}
