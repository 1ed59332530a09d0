package io.waymark.cli.pack;

import io.waymark.cli.pack.Fault.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects every fault of a pack; nothing stops at the first. */
final class Faults {
  private final List<Fault> found = new ArrayList<>();
  private @Nullable String workbook;

  /** From now on sheets are named as those of a workbook. */
  void inWorkbook(String name) {
    workbook = name;
  }

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
    return found.stream().sorted(order).map(this::named).toList();
  }

  private Fault named(Fault fault) {
    return workbook == null ? fault : fault.inWorkbook(workbook);
  }
}
